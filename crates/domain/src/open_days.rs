//! Open days (開庁日): the days the desks work, and the days that deadlines count (R3).

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use jpholiday::jpholiday::JPHoliday;

/// How far a count of open days looks.
pub const MAX_SPAN_DAYS: u32 = 400;

/// The years whose national holidays are known.
const HOLIDAY_YEARS: std::ops::RangeInclusive<i32> = 1950..=2149;

/// The calendar of the desks: Japan's, with the exceptions the city edits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    exceptions: BTreeMap<NaiveDate, bool>,
}

impl Calendar {
    /// A calendar in which each of these days is open (`true`) or closed (`false`) whatever else holds.
    pub fn new(exceptions: impl IntoIterator<Item = (NaiveDate, bool)>) -> Self {
        Self { exceptions: exceptions.into_iter().collect() }
    }

    /// Whether the desks work on this day: not Saturday, Sunday, a national holiday (with its substitutes) nor
    /// 12/29–1/3, unless the city says otherwise.
    pub fn is_open_day(&self, date: NaiveDate) -> bool {
        self.opens(date, &JPHoliday::new())
    }

    /// The `n`-th open day after `from`, which itself does not count; `from` when `n` is zero.
    ///
    /// None when it is more than [`MAX_SPAN_DAYS`] away: then the city's exceptions or `n` are mistaken.
    pub fn add_open_days(&self, from: NaiveDate, n: u32) -> Option<NaiveDate> {
        let holidays = JPHoliday::new();
        let Some(before) = usize::try_from(n).ok()?.checked_sub(1) else { return Some(from) };
        days_after(from).filter(|day| self.opens(*day, &holidays)).nth(before)
    }

    /// The open days after `from` up to and including `to`; negative when `to` is the earlier, as for a deadline
    /// that has passed. It looks at most [`MAX_SPAN_DAYS`] far.
    pub fn open_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let holidays = JPHoliday::new();
        let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let open = days_after(first).take_while(|day| *day <= last).filter(|day| self.opens(*day, &holidays));
        // At most `MAX_SPAN_DAYS`, and so fits.
        sign * i64::try_from(open.count()).unwrap_or(i64::MAX)
    }

    fn opens(&self, date: NaiveDate, holidays: &JPHoliday<'_>) -> bool {
        self.exceptions.get(&date).copied().unwrap_or_else(|| {
            let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            let holiday = HOLIDAY_YEARS.contains(&date.year()) && holidays.is_holiday(&date);
            !weekend && !is_turn_of_year(date) && !holiday
        })
    }
}

fn is_turn_of_year(date: NaiveDate) -> bool {
    matches!((date.month(), date.day()), (12, 29..=31) | (1, 1..=3))
}

fn days_after(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (1..=u64::from(MAX_SPAN_DAYS)).map_while(move |days| date.checked_add_days(Days::new(days)))
}

const DAY_MS: i64 = 86_400_000;
const JAPAN_AHEAD_MS: i64 = 9 * 3_600_000;

/// The moment at which a day begins in Japan, in milliseconds UTC.
///
/// ```
/// # use domain::open_days::{japan_date, japan_day_begins_ms};
/// let day = "2026-04-01".parse().unwrap();
/// assert_eq!(japan_date(japan_day_begins_ms(day)), day);
/// assert_eq!(japan_date(japan_day_begins_ms(day) - 1), day.pred_opt().unwrap());
/// ```
pub fn japan_day_begins_ms(day: NaiveDate) -> i64 {
    day.signed_duration_since(NaiveDate::default()).num_days().saturating_mul(DAY_MS).saturating_sub(JAPAN_AHEAD_MS)
}

/// The date in Japan at a moment given in milliseconds UTC. Moments beyond the calendar give its first or last day.
pub fn japan_date(ms: i64) -> NaiveDate {
    let days = ms.saturating_add(JAPAN_AHEAD_MS).div_euclid(DAY_MS);
    let beyond = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    let date = TimeDelta::try_days(days).and_then(|days| NaiveDate::default().checked_add_signed(days));
    date.unwrap_or(beyond)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn open(text: &str) -> bool {
        Calendar::new([]).is_open_day(day(text))
    }

    #[test]
    fn golden_week_2026() {
        // 5/3 is a Sunday, so 5/6 is its substitute.
        let closed = ["2026-04-29", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06"];
        assert_eq!(closed.map(open), [false; 6]);
        assert_eq!(["2026-04-28", "2026-04-30", "2026-05-01", "2026-05-07"].map(open), [true; 4]);
    }

    #[test]
    fn silver_week_2026_has_a_day_between_two_holidays() {
        assert_eq!(["2026-09-21", "2026-09-22", "2026-09-23"].map(open), [false; 3]);
        assert_eq!(["2026-09-18", "2026-09-24"].map(open), [true; 2]);
    }

    #[test]
    fn the_first_day_of_spring_2027_is_a_sunday() {
        assert_eq!(["2027-03-19", "2027-03-22", "2027-03-23"].map(open), [true, false, true]);
    }

    #[test]
    fn the_turn_of_the_year_is_closed() {
        assert_eq!(["2026-12-28", "2026-12-29", "2026-12-31", "2027-01-01"].map(open), [true, false, false, false]);
        // 1/2 and 1/3 are a weekend in 2027; 1/4 is a Monday.
        assert_eq!(Calendar::new([]).add_open_days(day("2026-12-28"), 3), Some(day("2027-01-06")));
        assert_eq!(Calendar::new([]).add_open_days(day("2026-12-28"), 1), Some(day("2027-01-04")));
    }

    #[test]
    fn the_city_opens_and_closes_days() {
        let calendar = Calendar::new([(day("2026-05-06"), true), (day("2026-05-07"), false)]);
        assert!(calendar.is_open_day(day("2026-05-06")));
        assert!(!calendar.is_open_day(day("2026-05-07")));
        assert_eq!(calendar.add_open_days(day("2026-05-01"), 2), Some(day("2026-05-08")));
    }

    #[test]
    fn a_count_is_signed() {
        let calendar = Calendar::new([]);
        let between = |from, to| calendar.open_days_between(day(from), day(to));
        assert_eq!(between("2026-06-01", "2026-06-01"), 0);
        assert_eq!(between("2026-06-01", "2026-06-04"), 3);
        assert_eq!(between("2026-06-05", "2026-06-04"), -1);
        assert_eq!(between("2026-06-08", "2026-06-04"), -2);
        assert_eq!(between("2026-05-01", "2026-05-07"), 1);
    }

    #[test]
    fn a_calendar_without_open_days_has_no_deadline() {
        let closed = (1..=500).map(|n| (day("2026-04-01") + TimeDelta::days(n), false));
        assert_eq!(Calendar::new(closed).add_open_days(day("2026-04-01"), 1), None);
        assert_eq!(Calendar::new([]).add_open_days(day("2026-04-01"), 1000), None);
        assert_eq!(Calendar::new([]).add_open_days(NaiveDate::MAX, 1), None);
    }

    #[test]
    fn the_date_changes_at_midnight_in_japan() {
        // 2026-03-31T15:00:00Z
        assert_eq!(japan_date(1_774_969_200_000), day("2026-04-01"));
        assert_eq!(japan_date(1_774_969_199_999), day("2026-03-31"));
        assert_eq!(japan_date(-1), day("1970-01-01"));
        assert_eq!(japan_date(-32_400_001), day("1969-12-31"));
        assert_eq!((japan_date(i64::MAX), japan_date(i64::MIN)), (NaiveDate::MAX, NaiveDate::MIN));
    }

    prop_compose! {
        fn some_day()(n in 0..20_000_i64) -> NaiveDate { day("2000-01-01") + TimeDelta::days(n) }
    }

    prop_compose! {
        fn some_calendar()(exceptions in proptest::collection::vec((0..60_i64, any::<bool>()), 0..20), from in some_day())
            -> (Calendar, NaiveDate) {
            (Calendar::new(exceptions.into_iter().map(|(n, open)| (from + TimeDelta::days(n), open))), from)
        }
    }

    proptest! {
        #[test]
        fn the_nth_open_day_is_open_and_n_away((calendar, from) in some_calendar(), n in 1..60_u32) {
            let due = calendar.add_open_days(from, n).unwrap();
            prop_assert!(calendar.is_open_day(due) && due > from);
            prop_assert_eq!(calendar.open_days_between(from, due), i64::from(n));
        }

        #[test]
        fn turning_a_count_around_turns_its_sign((calendar, from) in some_calendar(), days in -90..90_i64) {
            let to = from + TimeDelta::days(days);
            prop_assert_eq!(calendar.open_days_between(from, to), -calendar.open_days_between(to, from));
        }

        #[test]
        fn counts_add_up((calendar, a) in some_calendar(), x in 0..90_i64, y in 0..90_i64) {
            let b = a + TimeDelta::days(x);
            let c = b + TimeDelta::days(y);
            let whole = calendar.open_days_between(a, c);
            prop_assert_eq!(calendar.open_days_between(a, b) + calendar.open_days_between(b, c), whole);
        }

        #[test]
        fn the_date_is_japans(ms in -4_000_000_000_000..4_000_000_000_000_i64) {
            let expected = chrono::DateTime::from_timestamp_millis(ms + 9 * 3_600_000).unwrap().date_naive();
            prop_assert_eq!(japan_date(ms), expected);
        }

        #[test]
        fn no_year_breaks_the_calendar(ms: i64) {
            let _ = Calendar::new([]).is_open_day(japan_date(ms));
        }
    }
}
