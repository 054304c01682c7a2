//! The end of an address: 2-4-8, 二丁目4番8号, 22番地, and the building.

use crate::folded::{Folded, is_kanji, is_katakana};
use crate::numbers::is_hyphen;

/// How closely a place is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Precision {
    /// 丁目 alone, or one number.
    Block,
    /// One house.
    Lot,
}

/// How it is written: hyphens also stand between other numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Named,
    Hyphened,
}

pub(super) struct Lot {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) precision: Precision,
    pub(super) form: Form,
}

/// Nobody's house has a longer number.
const DIGITS_LIMIT: usize = 5;

/// The lot that begins with the number at a place.
pub(super) fn read(text: &Folded<'_>, start: usize) -> Option<Lot> {
    let is_inside = text.before(start).is_ascii_digit() || is_hyphen(text.before(start)) || text.before(start) == '.';
    let first = number(text, start).filter(|_| !is_inside)?;
    let lot = named(text, start, first).or_else(|| hyphened(text, start, first))?;
    let end = match lot.precision {
        Precision::Lot => building(text, lot.end),
        Precision::Block => lot.end,
    };
    Some(Lot { end, ..lot })
}

/// Where the digits or the kanji numerals at a place end.
fn number(text: &Folded<'_>, start: usize) -> Option<usize> {
    let digits = text.skip(start, |c| c.is_ascii_digit());
    let kanji = text.skip(start, |c| "一二三四五六七八九十".contains(c));
    let end = digits.max(kanji);
    (end > start && end - start <= DIGITS_LIMIT).then_some(end)
}

/// With 丁目, 番, 番地 or 号.
fn named(text: &Folded<'_>, start: usize, first: usize) -> Option<Lot> {
    if let Some(block) = text.any_at(first, &["丁目"]) {
        let block_end = first + block;
        let rest = text.skip(block_end, |c| matches!(c, ' ' | 'の'));
        let house = number(text, rest).and_then(|after| house_end(text, after));
        let (end, precision) = house.map_or((block_end, Precision::Block), |end| (end, Precision::Lot));
        return Some(Lot { start, end, precision, form: Form::Named });
    }
    let end = text.any_at(first, &["番地", "番"]).filter(|_| text.has(first, "番地") || is_lot_number(text, first))?;
    let end = rest_of_house(text, first + end);
    Some(Lot { start, end, precision: Precision::Lot, form: Form::Named })
}

/// 番 without 地 is a house only with what follows: 2番目 is none.
fn is_lot_number(text: &Folded<'_>, first: usize) -> bool {
    let after = text.skip(first + 1, |c| c == 'の');
    number(text, after).is_some_and(|end| text.at(end) == '号')
}

/// After a 丁目 and a number: 番, 番地, hyphens or nothing.
fn house_end(text: &Folded<'_>, after: usize) -> Option<usize> {
    if let Some(word) = text.any_at(after, &["番地", "番", "号"]) {
        return Some(rest_of_house(text, after + word));
    }
    let end = hyphens(text, after).0;
    (!is_counter(text, end)).then_some(end)
}

/// After 番 or 番地: の2, 8号, -3.
fn rest_of_house(text: &Folded<'_>, after: usize) -> usize {
    let from = text.skip(after, |c| matches!(c, 'の' | ' ') || is_hyphen(c));
    let Some(end) = number(text, from).filter(|_| from - after <= 1) else { return after };
    let end = hyphens(text, end).0;
    match text.any_at(end, &["号室", "号"]) {
        Some(word) => end + word,
        None if is_counter(text, end) => after,
        None => end,
    }
}

/// 2-4-8, also with の between.
fn hyphened(text: &Folded<'_>, start: usize, first: usize) -> Option<Lot> {
    let (end, count) = hyphens(text, first);
    let end = end + text.any_at(end, &["号室", "番地", "号"]).unwrap_or_default();
    // 一の二 alone are words; 四の十二の三 is a lot.
    let is_written_out = count >= 2 && !text.at(start).is_ascii_digit();
    let is_lot = !is_counter(text, end) && (is_written_out || count >= 1 && text.at(start).is_ascii_digit());
    is_lot.then_some(Lot { start, end, precision: Precision::Lot, form: Form::Hyphened })
}

/// Over `-4-8`: where it ends, and how many numbers there were.
fn hyphens(text: &Folded<'_>, mut end: usize) -> (usize, usize) {
    let mut count = 0;
    while is_hyphen(text.at(end)) || text.at(end) == 'の' {
        let Some(next) = number(text, end + 1) else { break };
        end = next;
        count += 1;
    }
    (end, count)
}

/// Whether a number counts or measures something.
fn is_counter(text: &Folded<'_>, end: usize) -> bool {
    let unit = "名人件時分秒月年日週歳才回度割点枚台箇個ヶか食例床円%l.:/~〜km班組割";
    unit.contains(text.at(end)) && text.at(end) != '\0' || text.at(end).is_ascii_alphanumeric()
}

const BUILDINGS: [&str; 22] = [
    "コーポ",
    "ハイツ",
    "メゾン",
    "マンション",
    "アパート",
    "ハイム",
    "レジデンス",
    "パレス",
    "ビラ",
    "ヴィラ",
    "荘",
    "団地",
    "住宅",
    "棟",
    "号室",
    "号棟",
    "ハウス",
    "コート",
    "シティ",
    "タワー",
    "ガーデン",
    "プラザ",
];

/// With the building after a house number, if there is one.
fn building(text: &Folded<'_>, end: usize) -> usize {
    let from = text.skip(end, |c| c == ' ');
    let is_name = |c: char| is_kanji(c) || is_katakana(c) || c.is_ascii_alphabetic();
    let name = text.skip(from, is_name).min(from + 14);
    let is_building = text.contains(from, name + 2, &BUILDINGS);
    if !is_building || name == from {
        return end;
    }
    let room = text.skip(name, |c| matches!(c, ' ' | '-'));
    let room_end = text.skip(room, |c| c.is_ascii_digit() || is_hyphen(c)).min(room + 6);
    let last = if room_end > room { room_end } else { name };
    last + text.any_at(last, &["号室", "号棟", "号", "階"]).unwrap_or_default()
}
