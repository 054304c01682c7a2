//! Dates in the Japanese and in the common calendar, as people write them.

use crate::folded::Folded;

/// A date in a message, in glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The place of the era among the five since Meiji; of a year of the common calendar, one past the last.
    pub(crate) era: Option<usize>,
    pub(crate) year: Option<u32>,
    pub(crate) has_year: bool,
    pub(crate) has_day: bool,
    /// Whether the year lies so far back that an event of it is seldom told with its day.
    pub(crate) is_old: bool,
}

/// Each era, and how it begins in a date.
const ERAS: [&[&str]; 5] =
    [&["明治", "明", "m"], &["大正", "大", "t"], &["昭和", "昭", "s"], &["平成", "平", "h"], &["令和", "令", "r"]];
const COMMON: usize = ERAS.len();
const SHOWA: usize = 2;
/// The last year of Shōwa in which old people were born.
const OLD_SHOWA: u32 = 45;

/// The date that begins at a place.
pub(crate) fn date_at(text: &Folded<'_>, start: usize) -> Option<Date> {
    let begins = |c: char| c.is_ascii_digit() || "明大昭平令mtshr".contains(c) || KANJI_DIGITS.contains(c);
    if !begins(text.at(start)) {
        return None;
    }
    japanese(text, start)
        .or_else(|| common(text, start))
        .or_else(|| compact(text, start))
        .or_else(|| day_of_year(text, start))
}

fn japanese(text: &Folded<'_>, start: usize) -> Option<Date> {
    let (era, word) = ERAS.iter().enumerate().find_map(|(era, names)| Some((era, text.any_at(start, names)?)))?;
    let is_letter = word == 1 && text.at(start).is_ascii_alphabetic();
    if is_letter && (text.before(start).is_ascii_alphanumeric() || text.before(start) == '.') {
        return None;
    }
    let from = text.skip(start + word, |c| matches!(c, ' ' | '.'));
    let (year, year_end) = if text.at(from) == '元' { (1, from + 1) } else { number(text, from, 2)? };
    let date = rest(text, start, year_end);
    // A letter and a number alone are anything: H5 is a screen, S20 a bed.
    let is_date = word == 2 || date.has_day || text.at(year_end) == '年' || text.at(year_end) == '生';
    let is_old = era < SHOWA || era == SHOWA && year <= OLD_SHOWA;
    is_date.then_some(Date { era: Some(era), year: Some(year), has_year: true, is_old, ..date })
}

fn common(text: &Folded<'_>, start: usize) -> Option<Date> {
    if text.before(start).is_ascii_digit() || matches!(text.before(start), '-' | '/' | '.') {
        return None;
    }
    let (year, year_end) = number(text, start, 4).or_else(|| kanji_year(text, start))?;
    let is_year = (1890..=2100).contains(&year) && !text.at(year_end).is_ascii_digit();
    let date = rest(text, start, year_end);
    let is_date = date.has_day || text.at(year_end) == '年';
    let era = Some(COMMON);
    (is_year && is_date).then_some(Date { era, year: Some(year), has_year: true, is_old: year <= 1970, ..date })
}

/// 19410228, which a label has to explain.
fn compact(text: &Folded<'_>, start: usize) -> Option<Date> {
    let end = text.skip(start, |c| c.is_ascii_digit());
    if end - start != 8 || text.before(start).is_ascii_digit() {
        return None;
    }
    let (year, month, day) = (number(text, start, 4)?.0, number(text, start + 4, 2)?.0, number(text, start + 6, 2)?.0);
    let is_date = (1890..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let date = Date { start, end, era: Some(COMMON), year: Some(year), has_year: true, has_day: true, is_old: false };
    is_date.then_some(date)
}

/// 3月2日 or 3/2.
fn day_of_year(text: &Folded<'_>, start: usize) -> Option<Date> {
    if text.before(start).is_ascii_digit() || matches!(text.before(start), '/' | '-' | '.') {
        return None;
    }
    let (month, month_end) = number(text, start, 2)?;
    let from = match text.at(month_end) {
        '月' | '/' => text.skip(month_end + 1, |c| c == ' '),
        _ => return None,
    };
    let (day, day_end) = number(text, from, 2)?;
    let is_spelled = text.at(month_end) == '月' && text.at(day_end) == '日';
    let is_slashed = text.at(month_end) == '/'
        && !matches!(text.at(day_end), '/' | '%' | '人' | '名')
        && !text.at(day_end).is_ascii_digit();
    let end = day_end + usize::from(text.at(day_end) == '日');
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day) && (is_spelled || is_slashed);
    is_date.then_some(Date { start, end, era: None, year: None, has_year: false, has_day: true, is_old: false })
}

/// Month and day after a year, as far as they are there.
fn rest(text: &Folded<'_>, start: usize, year_end: usize) -> Date {
    let nothing_more = |end| Date { start, end, era: None, year: None, has_year: true, has_day: false, is_old: false };
    let alone = nothing_more(year_end + usize::from(text.at(year_end) == '年'));
    let Some((month, month_end)) = part(text, year_end, &['年', '.', '/', '-', '・']) else { return alone };
    if !(1..=12).contains(&month) {
        return alone;
    }
    let month_only = nothing_more(month_end + usize::from(text.at(month_end) == '月'));
    match part(text, month_end, &['月', '.', '/', '-', '・']) {
        Some((day, day_end)) if (1..=31).contains(&day) => {
            Date { end: day_end + usize::from(text.at(day_end) == '日'), has_day: true, ..alone }
        }
        _ if text.at(month_end) == '月' => month_only,
        _ => alone,
    }
}

/// A number of one or two digits after one of the separators.
fn part(text: &Folded<'_>, at: usize, separators: &[char]) -> Option<(u32, usize)> {
    let separator = text.skip(at, |c| c == ' ');
    if !separators.contains(&text.at(separator)) {
        return None;
    }
    number(text, text.skip(separator + 1, |c| c == ' '), 2)
}

/// The number of at most so many digits at a place, and where it ends.
fn number(text: &Folded<'_>, start: usize, digits_max: usize) -> Option<(u32, usize)> {
    let end = text.skip(start, |c| c.is_ascii_digit()).min(start + digits_max);
    if end > start {
        return Some((text.string(start, end).parse().ok()?, end));
    }
    let end = text.skip(start, |c| KANJI_DIGITS.contains(c)).min(start + 3);
    (digits_max == 2 && end > start).then(|| Some((kanji_number(&text.string(start, end))?, end)))?
}

/// 一九四一: four digits of a year, each by itself.
fn kanji_year(text: &Folded<'_>, start: usize) -> Option<(u32, usize)> {
    let digit =
        |c: char| if c == '〇' { Some(0) } else { kanji_number(c.encode_utf8(&mut [0; 4])).filter(|one| *one < 10) };
    let digits: Vec<u32> = text.chars(start, start + 4).map_while(digit).collect();
    (digits.len() == 4).then(|| (digits.iter().fold(0, |year, digit| year * 10 + digit), start + 4))
}

const KANJI_DIGITS: &str = "一二三四五六七八九十";

/// 二十三 and the like, below a hundred.
pub(crate) fn kanji_number(text: &str) -> Option<u32> {
    let digit =
        |c: char| KANJI_DIGITS.chars().position(|known| known == c).and_then(|place| u32::try_from(place + 1).ok());
    let value = |text: &str| match text.chars().collect::<Vec<_>>().as_slice() {
        [] => Some(None),
        [one] if *one != '十' => digit(*one).map(Some),
        _ => None,
    };
    match text.split_once('十') {
        Some((tens, ones)) => Some(value(tens)?.unwrap_or(1) * 10 + value(ones)?.unwrap_or(0)),
        None => value(text)?,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_both_calendars() {
        for (text, length, year, has_day) in [
            ("昭和20年3月2日生", 9, Some(20), true),
            ("S20.3.2", 7, Some(20), true),
            ("s 20 . 3 . 2", 12, Some(20), true),
            ("昭20", 0, None, false),
            ("昭20生", 3, Some(20), false),
            ("大正元年5月", 6, Some(1), false),
            ("1941/02/28", 10, Some(1941), true),
            ("1941年2月28日", 10, Some(1941), true),
            ("19410228", 8, Some(1941), true),
            ("3月2日", 4, None, true),
            ("昭和二十年三月二日", 9, Some(20), true),
            ("一九四一年二月二十八日", 11, Some(1941), true),
            ("H5", 0, None, false),
            ("2/3名", 0, None, false),
        ] {
            let date = date_at(&Folded::new(text), 0);
            assert_eq!(date.map_or(0, |date| date.end), length, "{text}");
            assert_eq!(date.and_then(|date| date.year), year, "{text}");
            assert_eq!(date.is_some_and(|date| date.has_day), has_day, "{text}");
        }
    }
}
