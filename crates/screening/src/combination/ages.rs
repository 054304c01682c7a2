//! How old somebody is: exact, or by decades.

use super::elements::{Category, Element};
use crate::folded::Folded;
use crate::message::Message;

/// Ages that few reach, or that are rare among those who are cared for.
const OLD: u32 = 95;
const CENTENARIAN: u32 = 100;
const YOUNG: u32 = 45;
/// Above it a decade would still point to few.
const TOP: u32 = 90;

/// Every age of somebody.
pub(super) fn find(message: &Message<'_>) -> Vec<Element> {
    let text = &message.text;
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.len() {
        match age_at(message, index) {
            Some(element) => {
                index = element.end;
                found.push(element);
            }
            None => index += 1,
        }
    }
    found
}

fn age_at(message: &Message<'_>, start: usize) -> Option<Element> {
    let text = &message.text;
    if text.at(start + 1) == '寿'
        && let Some(length) = text.any_at(start, &["白寿", "百寿", "卒寿", "米寿", "傘寿"])
    {
        return Some(Element::new(start, start + length, Category::Age, 4, true));
    }
    let begins = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    if !begins(text.at(start))
        || text.before(start).is_ascii_digit()
        || matches!(text.before(start), '.' | '/' | '-' | '~' | '〜' | '第')
    {
        return None;
    }
    let (age, digits_end) = number(text, start)?;
    decade(text, start, digits_end, age).or_else(|| exact(message, start, digits_end, age))
}

fn number(text: &Folded<'_>, start: usize) -> Option<(u32, usize)> {
    let end = text.skip(start, |c| c.is_ascii_digit());
    if end > start {
        return (end - start <= 3).then(|| Some((text.string(start, end).parse().ok()?, end)))?;
    }
    let end = text.skip(start, |c| "一二三四五六七八九十".contains(c));
    let is_number = end > start && end - start <= 4;
    is_number.then(|| Some((crate::dates::kanji_number(&text.string(start, end))?, end)))?
}

/// 80代, 70代後半.
fn decade(text: &Folded<'_>, start: usize, end: usize, age: u32) -> Option<Element> {
    let word = text.any_at(end, &["歳代", "才代", "代"])?;
    let decade_end = end + word;
    let half = text.any_at(decade_end, &["前半", "後半", "半ば"]).unwrap_or_default();
    let points = if half > 0 { 3 } else { 2 };
    let is_age = age.is_multiple_of(10) && (10..=100).contains(&age) && text.at(decade_end) != '目';
    is_age.then(|| Element::new(start, decade_end + half, Category::Age, points, age < 40))
}

/// 87歳, 88才, (80) after somebody, 年齢:79.
fn exact(message: &Message<'_>, start: usize, end: usize, age: u32) -> Option<Element> {
    let text = &message.text;
    let unit = text.any_at(end, &["歳", "才", "さい", "y.o", "yo ", "yo、", "y/o", "y "]);
    let is_bracketed = text.before(start) == '(' && text.at(end) == ')' && is_person_before(text, start - 1);
    let is_labelled = is_after_label(text, start) && !text.at(end).is_ascii_alphanumeric();
    let is_sexed = (40..=110).contains(&age)
        && text.any_at(end, &["男性", "女性", "男、", "女、", "男 ", "女 ", "♂", "♀"]).is_some();
    let slashed = text.any_at(end, &["/m", "/f", "m/", "f/"]).is_some() && (20..=110).contains(&age);
    let unit_end = match unit {
        Some(unit) => end + unit,
        None if is_bracketed || is_labelled || is_sexed || slashed => end,
        None => return None,
    };
    if age > 120 || is_limit(text, unit_end) {
        return None;
    }
    let points = match age {
        CENTENARIAN.. => 6,
        OLD.. => 5,
        YOUNG.. => 4,
        _ => 5,
    };
    let general = generalized(age);
    Some(Element { general, ..Element::new(start, unit_end, Category::Age, points, true) })
}

/// Whether a number in brackets is an age: 父(80), 女性(91).
fn is_person_before(text: &Folded<'_>, bracket: usize) -> bool {
    [
        "父", "母", "夫", "妻", "娘", "息子", "女性", "男性", "方", "本人", "様", "さん", "兄", "弟", "姉", "妹", "孫",
        "長男", "長女", "女", "男",
    ]
    .iter()
    .any(|word| text.has_before(bracket, word))
}

fn is_after_label(text: &Folded<'_>, start: usize) -> bool {
    let colon = text.skip_back(start, |c| matches!(c, ' ' | ':' | '】' | '満'));
    ["年齢", "お年", "年令", "age"].iter().any(|label| text.has_before(colon, label)) && colon < start
}

/// Whether the age bounds a group and is nobody's: 65歳以上, 40歳から.
fn is_limit(text: &Folded<'_>, end: usize) -> bool {
    let after = [
        "以上",
        "未満",
        "以下",
        "以降",
        "から",
        "まで",
        "〜",
        "~",
        "-",
        "前後の方",
        "を超え",
        "になったら",
        "になると",
        "の方が対象",
        "の方は",
        "到達",
        "を迎え",
        "時点",
        "代",
        "児クラス",
        "児健診",
        "の誕生日",
        "人口",
        "健診",
        "検診",
        "の市民",
        "の方を対象",
    ];
    text.any_at(end, &after).is_some()
}

/// The decade; of the very old, that they are.
fn generalized(age: u32) -> Option<String> {
    let decade = match age {
        TOP.. => format!("{TOP}代以上"),
        10.. => format!("{}代", age / 10 * 10),
        _ => return None,
    };
    Some(decade)
}
