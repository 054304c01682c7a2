//! Single facts about a person, which become telling only together.

use super::{ages, former, places};
use crate::dates::date_at;
use crate::lexicon::{Hit, Tag, Weight};
use crate::message::Message;

/// What a fact is about; two of one category say little more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Age,
    Area,
    /// Work, former post, school, club, facility.
    Affiliation,
    Illness,
    Course,
    Family,
    Feature,
    Date,
    Sex,
}

impl Category {
    pub(super) const ALL: [Self; 9] = [
        Self::Age,
        Self::Sex,
        Self::Area,
        Self::Affiliation,
        Self::Illness,
        Self::Course,
        Self::Family,
        Self::Feature,
        Self::Date,
    ];

    /// What the author calls it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Age => "年齢",
            Self::Area => "住んでいる地域",
            Self::Affiliation => "仕事や所属",
            Self::Illness => "病気や障害",
            Self::Course => "経過や出来事",
            Self::Family => "家族",
            Self::Feature => "目立つ特徴",
            Self::Date => "日付",
            Self::Sex => "性別",
        }
    }
}

/// One fact, in glyphs.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) category: Category,
    pub(super) weight: Weight,
    /// What could stand there instead.
    pub(super) general: Option<String>,
}

impl Element {
    pub(super) fn new(start: usize, end: usize, category: Category, points: u8, is_anchor: bool) -> Self {
        Self { start, end, category, weight: Weight { points, is_anchor }, general: None }
    }
}

/// Every fact of a message, by its place.
pub(super) fn find(message: &Message<'_>) -> Vec<Element> {
    let mut elements = ages::find(message);
    elements.extend(places::find(message));
    elements.extend(former::find(message));
    elements.extend(message.hits.within(0, message.text.len()).filter_map(|hit| of_word(message, hit)));
    elements.extend(sexes(message));
    elements.extend(dates(message, &elements));
    elements.sort_by_key(|element| (element.start, element.end));
    elements
}

fn of_word(message: &Message<'_>, hit: &Hit) -> Option<Element> {
    let category = match hit.tag {
        Tag::Illness => Category::Illness,
        Tag::Course => Category::Course,
        Tag::Family if !is_of_colleague(message, hit) => Category::Family,
        Tag::Post if !is_place_of_business(message, hit) => Category::Affiliation,
        Tag::Feature => Category::Feature,
        _ => return None,
    };
    Some(Element::new(hit.start, hit.end, category, hit.weight.points, hit.weight.is_anchor))
}

/// 奥様、ご家族様各位 and 妻は看護師の私 are rare: here only what is no relative at all.
fn is_of_colleague(message: &Message<'_>, hit: &Hit) -> bool {
    let text = &message.text;
    let is_single = hit.end - hit.start == 1;
    // One kanji within another word: 夫々, 父島.
    is_single && (crate::folded::is_kanji(text.before(hit.start)) || is_compound(text.at(hit.end)))
}

fn is_compound(after: char) -> bool {
    crate::folded::is_kanji(after) && !"様達方宅共".contains(after)
}

/// 教会で, 美容室の2階で: where something is held; 校長先生がご講演: who speaks there.
fn is_place_of_business(message: &Message<'_>, hit: &Hit) -> bool {
    let text = &message.text;
    text.any_at(
        hit.end,
        &[
            "で開催",
            "で行い",
            "で実施",
            "の2階",
            "の1階",
            "の隣で",
            "前で",
            "の前に集合",
            "会場",
            "から寄付",
            "より寄付",
            "様より",
            "の皆",
            "の方々",
        ],
    )
    .is_some()
}

/// 男性, 女性 of somebody.
fn sexes(message: &Message<'_>) -> Vec<Element> {
    let places = message.text.places(&["男性", "女性"]).into_iter();
    places.map(|(start, end)| Element::new(start, end, Category::Sex, 1, false)).collect()
}

/// Days and months beside a course: 6/2退院, 先月手術.
fn dates(message: &Message<'_>, others: &[Element]) -> Vec<Element> {
    let text = &message.text;
    let rough =
        ["先月", "先週", "昨日", "今朝", "昨夜", "昨年", "去年", "一昨年", "今年", "今月", "この前", "この間", "先日"];
    let mut told: Vec<(usize, usize, Option<String>)> = exact_dates(message);
    told.extend(text.places(&rough).into_iter().map(|(start, end)| (start, end, None)));
    told.retain(|(start, end, _)| {
        let beside = |other: &&Element| matches!(other.category, Category::Course | Category::Illness);
        others.iter().filter(beside).any(|other| other.start <= end + 24 && other.end + 12 >= *start)
    });
    let element = |(start, end, general): (usize, usize, Option<String>)| {
        let points = if general.is_some() { 2 } else { 1 };
        Element { general, ..Element::new(start, end, Category::Date, points, false) }
    };
    told.into_iter().map(element).collect()
}

/// Days, and months without a day.
fn exact_dates(message: &Message<'_>) -> Vec<(usize, usize, Option<String>)> {
    let text = &message.text;
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.len() {
        let exact = date_at(text, index).map(|date| (index, date.end, month_of(message, index, date.end)));
        match exact.or_else(|| Some((index, month(message, index)?, None))) {
            Some(date) => {
                index = date.1.max(index + 1);
                found.push(date);
            }
            None => index += 1,
        }
    }
    found
}

/// 3月末, 12月.
fn month(message: &Message<'_>, start: usize) -> Option<usize> {
    let text = &message.text;
    let end = text.skip(start, |c| c.is_ascii_digit());
    let is_month = end > start && end - start <= 2 && text.at(end) == '月' && !text.before(start).is_ascii_digit();
    is_month.then_some(end + 1)
}

/// A day made the month it lies in: 6/2 becomes 6月頃.
fn month_of(message: &Message<'_>, start: usize, end: usize) -> Option<String> {
    let text = message.text.string(start, end);
    if text.contains('月') {
        let (month, _) = text.split_once('月')?;
        return text.ends_with('日').then(|| format!("{month}月頃"));
    }
    let parts: Vec<&str> = text.split('/').collect();
    match parts.as_slice() {
        [month, _] => Some(format!("{month}月頃")),
        [year, month, _] if year.len() == 4 => Some(format!("{year}年{month}月頃")),
        _ => None,
    }
}
