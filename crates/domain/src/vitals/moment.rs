//! Days and times as meters and people write them: Gregorian or Japanese years, either width.

use chrono::NaiveDate;

use crate::tidy;

/// The eras a meter may name, with the Gregorian year before their first.
const ERAS: [(&str, &str, i32); 3] = [("令和", "r", 2018), ("平成", "h", 1988), ("昭和", "s", 1925)];

const MINUTE_MS: i64 = 60_000;

/// A day: `2026/11/26`, `2026-11-26`, `20261126`, `2026年11月26日`, `令和8年11月26日`, `R8.11.26`. One whose year has two
/// digits or is missing is none: it could be several.
pub(super) fn day(cell: &str) -> Option<NaiveDate> {
    let text = tidy(cell).to_lowercase();
    let text = without_weekday(&text);
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(text, "%Y%m%d").ok().filter(|day| is_sensible(*day));
    }
    let (before_first, text) = era(text).unwrap_or((0, text));
    let text = text.strip_suffix('日').unwrap_or(text);
    let parts: Vec<&str> = text.split(['/', '-', '.', '年', '月']).map(str::trim).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let year = if before_first > 0 && *year == "元" { 1 } else { digits(year)? };
    if before_first == 0 && year < 1_000 {
        return None;
    }
    let (month, day) = (u32::try_from(digits(month)?).ok()?, u32::try_from(digits(day)?).ok()?);
    NaiveDate::from_ymd_opt(before_first + year, month, day).filter(|day| is_sensible(*day))
}

/// A time of the day, in milliseconds after midnight: `8:15`, `08:15:30`, `8時15分`, `午後8:15`, `8:15 PM`. Seconds are
/// dropped.
pub(super) fn time(cell: &str) -> Option<i64> {
    let text = tidy(cell).to_lowercase();
    let (half, text) = half_of_day(&text);
    let text = text.trim().replace('時', ":").replace(['分', '秒'], ":");
    let parts: Vec<&str> = text.trim_end_matches(':').split(':').map(str::trim).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] | [hour, minute, _] => (digits(hour)?, digits(minute)?),
        _ => return None,
    };
    if parts.get(2).is_some_and(|second| digits(second).is_none_or(|second| second > 59)) {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(_) if hour > 12 => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| i64::from(hour * 60 + minute) * MINUTE_MS)
}

/// A day and a time in one cell: `2026/11/26 08:15`, `2026-11-26T08:15:00`.
pub(super) fn day_and_time(cell: &str) -> Option<(NaiveDate, i64)> {
    let text = tidy(cell);
    text.char_indices().filter(|(_, character)| matches!(character, ' ' | 'T' | '日')).find_map(|(index, character)| {
        let (before, after) = text.split_at(index);
        Some((day(before)?, time(after.strip_prefix(character)?)?))
    })
}

fn without_weekday(text: &str) -> &str {
    text.split_once('(').map_or(text, |(day, _)| day).trim()
}

fn is_sensible(day: NaiveDate) -> bool {
    use chrono::Datelike as _;
    (1900..2200).contains(&day.year())
}

fn era(text: &str) -> Option<(i32, &str)> {
    ERAS.iter().find_map(|(name, letter, before_first)| {
        let rest = text.strip_prefix(name).or_else(|| text.strip_prefix(letter))?;
        Some((*before_first, rest.trim_start_matches(['.', ' '])))
    })
}

/// Whether the time says morning or afternoon, and what else it says.
fn half_of_day(text: &str) -> (Option<bool>, &str) {
    for (word, is_afternoon) in [("午前", false), ("午後", true), ("am", false), ("pm", true)] {
        if let Some(rest) = text.strip_prefix(word).or_else(|| text.strip_suffix(word)) {
            return (Some(is_afternoon), rest);
        }
    }
    (None, text)
}

fn digits(text: &str) -> Option<i32> {
    let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        let thursday = NaiveDate::from_ymd_opt(2026, 11, 26);
        for written in [
            "2026/11/26",
            "2026-11-26",
            "2026.11.26",
            "２０２６／１１／２６",
            "20261126",
            "2026年11月26日",
            "2026年11月26日(木)",
            "令和8年11月26日",
            "R8.11.26",
            "R08/11/26",
            "r.8.11.26",
        ] {
            assert_eq!(day(written), thursday, "{written}");
        }
        assert_eq!(day("平成元年1月8日"), NaiveDate::from_ymd_opt(1989, 1, 8));
        for wrong in ["26/11/26", "11/26/2026", "11/26", "2026/13/01", "2026/2/30", "R8", "", "128/76", "2026"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn times_are_read_as_they_are_written() {
        for written in ["8:15", "08:15", "08:15:30", "８：１５", "8時15分", "午前8:15", "8:15 AM", "am 8:15"] {
            assert_eq!(time(written), Some((8 * 60 + 15) * MINUTE_MS), "{written}");
        }
        for written in ["20:15", "午後8時15分", "8:15PM"] {
            assert_eq!(time(written), Some((20 * 60 + 15) * MINUTE_MS), "{written}");
        }
        assert_eq!((time("午前12:00"), time("12:00 pm")), (Some(0), Some(12 * 60 * MINUTE_MS)));
        for wrong in ["24:00", "8:60", "8", "815", "", "午後13:00", "8:15:99", "1:2:3:4"] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn both_stand_in_one_cell() {
        let morning = NaiveDate::from_ymd_opt(2026, 11, 26).map(|day| (day, (8 * 60 + 15) * MINUTE_MS));
        for written in ["2026/11/26 08:15", "2026-11-26T08:15:00", "令和8年11月26日 8時15分", "2026年11月26日8:15"]
        {
            assert_eq!(day_and_time(written), morning, "{written}");
        }
        assert_eq!(day_and_time("2026/11/26"), None);
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_readers(text in "\\PC{0,30}") {
            let _ = (day(&text), day_and_time(&text));
            if let Some(time) = time(&text) { prop_assert!((0..24 * 60 * MINUTE_MS).contains(&time)); }
        }
    }
}
