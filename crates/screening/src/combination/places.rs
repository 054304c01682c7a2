//! Quarters of the city that somebody lives in, and the houses, schools and firms he belongs to.

use super::elements::{Category, Element};
use crate::addresses::WITHIN_CITY;
use crate::folded::{Folded, is_hiragana, is_kanji, is_katakana};
use crate::lexicon::{Hit, Tag};
use crate::message::Message;

/// Every quarter and every named house.
pub(super) fn find(message: &Message<'_>) -> Vec<Element> {
    let hits = message.hits.within(0, message.text.len());
    let mut found: Vec<Element> = Vec::new();
    for hit in hits {
        let element = match hit.tag {
            Tag::Area => area(message, hit),
            Tag::Facility => facility(message, hit),
            _ => None,
        };
        let is_new = |element: &Element| found.last().is_none_or(|last| last.end <= element.start);
        found.extend(element.filter(is_new));
    }
    found.extend(other_towns(message));
    found.extend(estates(message));
    found
}

/// What follows a quarter when the whole is the name of something else.
const NAMED_AFTER: [&str; 40] = [
    "病院",
    "総合",
    "クリニック",
    "医院",
    "包括",
    "地域包括",
    "小学校",
    "中学校",
    "小",
    "中",
    "高校",
    "公民館",
    "支所",
    "薬局",
    "ステーション",
    "公園",
    "ホール",
    "線",
    "さん",
    "様",
    "氏",
    "先生",
    "行政",
    "図書館",
    "保健",
    "訪問",
    "ケア",
    "デイ",
    "ホーム",
    "苑",
    "内科",
    "歯科",
    "整形",
    "中央",
    "市民",
    "防災",
    "ケアマネ",
    "居宅",
    "圏域",
    "会館",
];

fn area(message: &Message<'_>, hit: &Hit) -> Option<Element> {
    let text = &message.text;
    let length = hit.end - hit.start;
    let is_named_after = text.any_at(hit.end, &NAMED_AFTER).is_some();
    let before = text.before(hit.start);
    let is_inside = is_kanji(before) && !text.has_before(hit.start, "市") && !text.has_before(hit.start, "元")
        || is_katakana(before);
    let block = text.skip(hit.end, |c| c.is_ascii_digit() || "一二三四五六七八九".contains(c));
    let block_end = text.any_at(block, &["丁目"]).map_or(hit.end, |word| block + word);
    let end = block_end + text.any_at(block_end, &["地区", "方面", "エリア"]).unwrap_or_default();
    // 湊, 宝 and 幸 are words and names as well.
    let is_clear = length >= 2 || end > hit.end || lives_after(text, end);
    let goes_on = is_kanji(text.at(hit.end))
        && !matches!(
            text.at(hit.end),
            '在' | '地'
                | '方'
                | '町'
                | '駅'
                | '周'
                | '付'
                | '独'
                | '住'
                | '出'
                | '生'
                | '近'
                | '内'
                | '北'
                | '南'
                | '山'
                | '川'
                | '界'
        );
    if is_named_after || is_inside || !is_clear || goes_on && end == hit.end {
        return None;
    }
    let start = if text.has_before(hit.start, "市川市") { hit.start - 3 } else { hit.start };
    let general = Some(WITHIN_CITY.to_owned());
    Some(Element { general, ..Element::new(start, end, Category::Area, 4, true) })
}

fn lives_after(text: &Folded<'_>, end: usize) -> bool {
    text.any_at(end, &["在住", "に住", "にお住", "地区", "の独居", "町会", "自治会"]).is_some()
}

/// Towns that the data does not know, when somebody lives there: 桜町在住, ○○台にお住まい.
fn other_towns(message: &Message<'_>) -> Vec<Element> {
    let text = &message.text;
    let lives = [
        "在住",
        "にお住まい",
        "に住む",
        "に住んで",
        "で一人暮らし",
        "で独居",
        "の団地",
        "の公営住宅",
        "の都営",
        "の県営",
        "の市営",
        "の戸建",
    ];
    let places = text.places(&lives).into_iter().map(|(start, _)| start).filter(|end| *end > 0);
    let towns = places.filter_map(|end| {
        let start = text.skip_back(end, |c| is_kanji(c) || matches!(c, 'ヶ' | 'ケ' | 'が')).max(end.saturating_sub(6));
        let last = text.before(end);
        let is_town = end - start >= 2 && "町台丘島原野川田谷山沢橋浜崎戸塚寺宮村".contains(last);
        let is_known = message
            .hits
            .ending_at(end)
            .any(|hit| matches!(hit.tag, Tag::Area | Tag::NotAName | Tag::Surname) && hit.tag == Tag::Area);
        (is_town && !is_known).then(|| Element::new(start, end, Category::Area, 4, true))
    });
    towns.collect()
}

/// A named block of flats: 桜台団地, 県営○○住宅.
fn estates(message: &Message<'_>) -> Vec<Element> {
    let text = &message.text;
    let words = ["団地", "マンション", "アパート", "住宅", "ハイツ", "コーポ"];
    let named = text.places(&words).into_iter().filter_map(|(word, end)| {
        let start = text.skip_back(word, |c| is_kanji(c) || is_katakana(c)).max(word.saturating_sub(8));
        let generic = [
            "高層",
            "新築",
            "分譲",
            "賃貸",
            "公営",
            "市営",
            "県営",
            "都営",
            "公団",
            "木造",
            "近隣",
            "同",
            "高齢者",
            "市内",
            "大型",
            "低層",
            "介護保険",
            "サービス付き高齢者向け",
        ];
        let is_generic = generic.iter().any(|known| text.has_before(word, known));
        (word - start >= 2 && !is_generic).then(|| Element::new(start, end, Category::Area, 4, true))
    });
    named.collect()
}

/// What shows that a house is the one of the person.
const BELONGS: [&str; 22] = [
    "に通",
    "へ通",
    "通所",
    "入居",
    "入所",
    "に入院",
    "へ入院",
    "入院中",
    "利用中",
    "を利用",
    "勤務",
    "で働",
    "に勤",
    "の元",
    "を退職",
    "を卒業",
    "の卒業",
    "で教え",
    "の職員だった",
    "の先生をし",
    "で校長",
    "の校長",
];

/// A named school, firm or facility to which somebody belongs; one without a name says little.
fn facility(message: &Message<'_>, hit: &Hit) -> Option<Element> {
    let text = &message.text;
    let after = text.string(hit.end, hit.end + 8);
    let belongs = BELONGS.iter().any(|word| after.contains(word));
    if !belongs {
        return None;
    }
    let start = name_start(text, hit.start);
    let is_named = hit.start - start >= 2 && !is_generic(text, start, hit.start);
    let (start, points) = if is_named { (start, 4) } else { (hit.start, 1) };
    Some(Element::new(start, hit.end, Category::Affiliation, points, is_named))
}

fn name_start(text: &Folded<'_>, end: usize) -> usize {
    let kanji = text.skip_back(end, |c| is_kanji(c) || is_katakana(c));
    let hiragana = text.skip_back(kanji, is_hiragana);
    // さくら台デイ, ひかり保育園: hiragana that is no grammar stands at the beginning.
    let is_word = kanji - hiragana >= 2
        && kanji - hiragana <= 5
        && !matches!(text.before(kanji), 'の' | 'は' | 'が' | 'を' | 'に' | 'で' | 'と' | 'も' | 'る' | 'た');
    if is_word { hiragana } else { kanji.max(end.saturating_sub(10)) }
}

fn is_generic(text: &Folded<'_>, start: usize, end: usize) -> bool {
    let word = text.string(start, end);
    let generic = [
        "総合",
        "市内",
        "近隣",
        "急性期",
        "回復期",
        "療養型",
        "療養",
        "地域",
        "訪問",
        "リハビリ",
        "精神科",
        "専門",
        "大学",
        "公立",
        "市立",
        "民間",
        "当該",
        "都内",
        "県内",
        "他院",
        "某",
        "別",
        "認知症対応型",
        "住宅型",
        "介護付",
        "有料老人",
        "週",
        "現在",
        "近医",
        "入居",
        "特別養護老人",
        "サービス付き",
        "小規模",
    ];
    generic.iter().any(|known| word.ends_with(known) || word.starts_with("某"))
        || word.contains('○')
        || word.contains('〇')
}
