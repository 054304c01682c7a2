//! Digits as people group them.

use crate::folded::Folded;
use std::ops::RangeInclusive;

/// Digits without anything between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Groups that may be one number.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) digits: Vec<u32>,
    /// The length of each group.
    pub(crate) lengths: Vec<usize>,
    /// Whether no further digits hang on to it.
    pub(crate) stands_alone: bool,
}

/// More digits in a row are a code of a machine.
const GROUP_LIMIT: usize = 24;
/// Nothing longer stands between the groups of one number.
const SEPARATOR_LIMIT: usize = 4;
/// Nobody writes a number in more groups.
const GROUPS_LIMIT: usize = 4;

/// Every group of digits.
pub(crate) fn groups(text: &Folded<'_>) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut index = 0;
    while index < text.len() {
        let first = text.at(index);
        let is_kanji = kanji_digit(first).is_some();
        if is_kanji || first.is_ascii_digit() {
            let same = |c: char| if is_kanji { kanji_digit(c).is_some() } else { c.is_ascii_digit() };
            let end = spaced(text, index).unwrap_or_else(|| text.skip(index, same));
            // 一 alone is a word more often than a digit, and 〇〇 leaves something unsaid.
            if !is_kanji || end - index >= 2 && text.chars(index, end).any(|c| c != '〇') {
                groups.push(Group { start: index, end });
            }
            index = end;
        } else {
            index += 1;
        }
    }
    groups
}

/// The end of digits that stand apart, as in the boxes of a form: 0 9 0.
fn spaced(text: &Folded<'_>, start: usize) -> Option<usize> {
    let is_digit = |index: usize| text.at(index).is_ascii_digit();
    let is_single = |index: usize| is_digit(index) && !is_digit(index + 1);
    let mut end = start;
    while is_single(end) && text.at(end + 1) == ' ' && is_single(end + 2) {
        end += 2;
    }
    (end >= start + 4).then_some(end + 1)
}

/// A kanji that is read as one digit, as in 〇九〇.
fn kanji_digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().zip(0..).find(|(kanji, _)| *kanji == c).map(|(_, digit)| digit)
}

/// Neighbouring groups that have together so many digits; those that begin earlier, then the longer first.
pub(crate) fn windows(text: &Folded<'_>, groups: &[Group], lengths: RangeInclusive<usize>) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    for first in 0..groups.len() {
        let joined = groups.get(first..).unwrap_or_default();
        let mut longest = None;
        for count in 1..=GROUPS_LIMIT.min(joined.len()) {
            let Some(number) = joined.get(..count).and_then(|joined| number(text, joined)) else { break };
            if number.digits.len() > *lengths.end() {
                break;
            }
            if lengths.contains(&number.digits.len()) {
                longest = Some(number);
            }
        }
        numbers.extend(longest);
    }
    numbers
}

fn number(text: &Folded<'_>, groups: &[Group]) -> Option<Number> {
    let (first, last) = (groups.first()?, groups.last()?);
    let joins = groups.windows(2).all(|pair| {
        let [one, next] = pair else { return false };
        is_separator(text, one.end, next.start)
    });
    if !joins || groups.iter().any(|group| group.end - group.start > GROUP_LIMIT) {
        return None;
    }
    let digits = groups
        .iter()
        .flat_map(|group| text.chars(group.start, group.end))
        .filter_map(|c| c.to_digit(10).or_else(|| kanji_digit(c)));
    let hangs_before = is_hyphen(text.before(first.start)) && text.before(first.start - 1).is_ascii_digit();
    let hangs_after = is_hyphen(text.at(last.end)) && text.at(last.end + 1).is_ascii_digit();
    Some(Number {
        start: first.start,
        end: last.end,
        digits: digits.collect(),
        lengths: groups.iter().map(|group| text.chars(group.start, group.end).filter(|c| *c != ' ').count()).collect(),
        stands_alone: !hangs_before && !hangs_after,
    })
}

/// What people put between the groups of one number: a hyphen, a space, brackets around the second.
fn is_separator(text: &Folded<'_>, start: usize, end: usize) -> bool {
    if end > start + SEPARATOR_LIMIT {
        return false;
    }
    let separator = text.string(start, end);
    let separator = separator.trim();
    let is_blank = separator.is_empty() && end - start <= 2;
    is_blank
        || matches!(separator, "(" | ")" | ") -" | ")-" | "-(" | "." | "・" | "の")
        || separator.chars().eq([separator_char(separator)])
}

fn separator_char(separator: &str) -> char {
    separator.chars().next().filter(|c| is_hyphen(*c)).unwrap_or('\0')
}

/// A hyphen as it is typed between digits: the long vowel mark as well.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | 'ー')
}
