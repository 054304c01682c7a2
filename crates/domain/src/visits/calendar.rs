//! The visits of a window of days: series laid out, with what is different on single days.

use super::Repeat;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// The widest window that anybody looks at, in days.
pub const WINDOW_DAYS_MAX: usize = 400;

/// When a visit, or a series of visits, takes place.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// The day of a single visit; from when a series counts.
    pub first: NaiveDate,
    /// Up to and with this day.
    pub last: NaiveDate,
    /// None: a single visit.
    pub repeat: Option<&'a Repeat>,
    /// Minutes since midnight.
    pub start_minute: i64,
    /// How long it takes.
    pub minutes: i64,
}

/// What is different about one visit of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The day that the series gives it.
    pub day: NaiveDate,
    /// It does not take place.
    pub is_cancelled: bool,
    /// It takes place at another time.
    pub moved: Option<Moved>,
}

/// Another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The day.
    pub day: NaiveDate,
    /// Minutes since midnight.
    pub start_minute: i64,
    /// How long it takes.
    pub minutes: i64,
}

/// One visit in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day that the series gives it; by this it is named.
    pub day: NaiveDate,
    /// The day on which it takes place.
    pub on: NaiveDate,
    /// Minutes since midnight.
    pub start_minute: i64,
    /// How long it takes.
    pub minutes: i64,
    /// Whether it takes place at all.
    pub is_cancelled: bool,
    /// Whether it was moved there.
    pub is_moved: bool,
}

impl Series<'_> {
    /// Whether the series has a visit on this day, before anything is moved.
    pub fn has(&self, day: NaiveDate) -> bool {
        let falls = self.repeat.map_or(day == self.first, |repeat| repeat.falls_on(self.first, day));
        falls && self.first <= day && day <= self.last
    }

    /// The days of the series in a window, at most [`WINDOW_DAYS_MAX`] of them looked at.
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let (from, to) = (from.max(self.first), to.min(self.last));
        let all = std::iter::successors(Some(from), |day| day.checked_add_days(Days::new(1)));
        all.take(WINDOW_DAYS_MAX).take_while(move |day| *day <= to).filter(|day| self.has(*day))
    }

    /// What takes place, or was to take place and is cancelled, from `from` to `to`. An exception of a day that the
    /// series does not have (any more) says nothing.
    pub fn occurrences(&self, exceptions: &[Exception], from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let special = |day: NaiveDate| exceptions.iter().find(|exception| exception.day == day);
        let mut all: Vec<Occurrence> =
            self.days(from, to).filter(|day| special(*day).is_none()).map(|day| self.ordinary(day)).collect();
        let exceptions = exceptions.iter().filter(|exception| self.has(exception.day));
        all.extend(exceptions.map(|exception| self.special(exception)).filter(|one| (from..=to).contains(&one.on)));
        all.sort_by_key(|one| (one.on, one.start_minute, one.day));
        all
    }

    fn ordinary(&self, day: NaiveDate) -> Occurrence {
        let Self { start_minute, minutes, .. } = *self;
        Occurrence { day, on: day, start_minute, minutes, is_cancelled: false, is_moved: false }
    }

    fn special(&self, exception: &Exception) -> Occurrence {
        let ordinary = Occurrence { is_cancelled: exception.is_cancelled, ..self.ordinary(exception.day) };
        match exception.moved {
            Some(Moved { day, start_minute, minutes }) => {
                Occurrence { on: day, start_minute, minutes, is_moved: true, ..ordinary }
            }
            None => ordinary,
        }
    }
}

impl Occurrence {
    /// Whether two visits take place at one time, also over midnight.
    pub fn meets(&self, other: &Self) -> bool {
        let begins = |one: &Self| one.on.signed_duration_since(NaiveDate::MIN).num_minutes() + one.start_minute;
        let (mine, theirs) = (begins(self), begins(other));
        let takes_place = !self.is_cancelled && !other.is_cancelled;
        takes_place && mine < theirs + other.minutes && theirs < mine + self.minutes
    }
}

#[cfg(test)]
mod tests {
    use super::super::{WITHOUT_END, WeekDay};
    use super::*;
    use chrono::{Datelike, TimeDelta};
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn series<'a>(first: &str, repeat: Option<&'a Repeat>) -> Series<'a> {
        Series { first: day(first), last: WITHOUT_END, repeat, start_minute: 9 * 60, minutes: 30 }
    }

    fn days(series: Series<'_>, from: &str, to: &str) -> Vec<String> {
        series.days(day(from), day(to)).map(|day| day.to_string()).collect()
    }

    #[test]
    fn every_other_week_counts_from_the_week_of_the_first_day() {
        let repeat = Repeat::Week { weeks: 2, weekdays: vec![WeekDay::Monday, WeekDay::Thursday] };
        let found = days(series("2026-11-26", Some(&repeat)), "2026-11-01", "2026-12-31");
        assert_eq!(found, ["2026-11-26", "2026-12-07", "2026-12-10", "2026-12-21", "2026-12-24"]);
    }

    #[test]
    fn a_month_without_the_day_is_left_out_and_the_last_of_a_weekday_is_found() {
        let end = Repeat::MonthDay { day: 31 };
        assert_eq!(
            days(series("2026-01-01", Some(&end)), "2026-01-01", "2026-06-30"),
            ["2026-01-31", "2026-03-31", "2026-05-31"]
        );
        let last_friday = Repeat::MonthWeekday { nth: -1, weekday: WeekDay::Friday };
        assert_eq!(
            days(series("2026-02-01", Some(&last_friday)), "2026-02-01", "2026-04-30"),
            ["2026-02-27", "2026-03-27", "2026-04-24"]
        );
        let second_tuesday = Repeat::MonthWeekday { nth: 2, weekday: WeekDay::Tuesday };
        assert_eq!(days(series("2026-12-01", Some(&second_tuesday)), "2026-12-01", "2026-12-31"), ["2026-12-08"]);
    }

    #[test]
    fn one_visit_is_moved_or_cancelled_and_the_others_stay() {
        let weekly = Repeat::Week { weeks: 1, weekdays: vec![WeekDay::Monday] };
        let series = series("2026-11-02", Some(&weekly));
        let moved = Moved { day: day("2026-12-01"), start_minute: 600, minutes: 60 };
        let exceptions = [
            Exception { day: day("2026-11-09"), is_cancelled: true, moved: None },
            Exception { day: day("2026-11-16"), is_cancelled: false, moved: Some(moved) },
            // A Tuesday, on which the series has no visit.
            Exception { day: day("2026-11-17"), is_cancelled: false, moved: Some(moved) },
        ];
        let november: Vec<(String, bool)> = series
            .occurrences(&exceptions, day("2026-11-01"), day("2026-11-30"))
            .iter()
            .map(|one| (one.on.to_string(), one.is_cancelled))
            .collect();
        let expected = [("2026-11-02", false), ("2026-11-09", true), ("2026-11-23", false), ("2026-11-30", false)];
        assert_eq!(november, expected.map(|(on, cancelled)| (on.to_owned(), cancelled)));
        let december = series.occurrences(&exceptions, day("2026-12-01"), day("2026-12-06"));
        assert_eq!(december.len(), 1);
        assert_eq!((december[0].day, december[0].start_minute), (day("2026-11-16"), 600));
    }

    #[test]
    fn visits_meet_also_over_midnight() {
        let at = |on: &str, start_minute, minutes| Occurrence {
            day: day(on),
            on: day(on),
            start_minute,
            minutes,
            is_cancelled: false,
            is_moved: false,
        };
        assert!(at("2026-11-01", 540, 30).meets(&at("2026-11-01", 569, 5)));
        assert!(!at("2026-11-01", 540, 30).meets(&at("2026-11-01", 570, 5)));
        assert!(at("2026-11-01", 1430, 30).meets(&at("2026-11-02", 0, 30)));
        let cancelled = Occurrence { is_cancelled: true, ..at("2026-11-01", 540, 30) };
        assert!(!cancelled.meets(&at("2026-11-01", 540, 30)));
    }

    fn some_repeat() -> impl Strategy<Value = Option<Repeat>> {
        let weekdays = proptest::sample::subsequence(WeekDay::ALL.to_vec(), 1..=7);
        prop_oneof![
            Just(None),
            (1..=12_i64, weekdays).prop_map(|(weeks, weekdays)| Some(Repeat::Week { weeks, weekdays })),
            (1..=31_u32).prop_map(|day| Some(Repeat::MonthDay { day })),
            (prop_oneof![1..=5_i64, Just(-1)], proptest::sample::select(WeekDay::ALL))
                .prop_map(|(nth, weekday)| Some(Repeat::MonthWeekday { nth, weekday })),
        ]
    }

    proptest! {
        #[test]
        fn two_windows_side_by_side_show_what_one_shows(repeat in some_repeat(), a in 0..300_i64, b in 0..99_i64, c in 0..99_i64) {
            let series = series("2026-11-04", repeat.as_ref());
            let from = day("2026-10-01") + TimeDelta::days(a);
            let (middle, to) = (from + TimeDelta::days(b), from + TimeDelta::days(b + c + 1));
            let mut parts: Vec<_> = series.days(from, middle).collect();
            parts.extend(series.days(middle + TimeDelta::days(1), to));
            prop_assert_eq!(parts, series.days(from, to).collect::<Vec<_>>());
        }

        #[test]
        fn a_cut_series_and_its_continuation_are_the_series(repeat in some_repeat(), at in 1..200_i64) {
            // As "this and the following" cuts it, when nothing else is changed and the rhythm goes on from a Monday.
            let Some(repeat @ (Repeat::MonthDay { .. } | Repeat::MonthWeekday { .. })) = repeat else { return Ok(()) };
            let whole = series("2026-11-04", Some(&repeat));
            let cut = whole.first + TimeDelta::days(at);
            let before = Series { last: cut - TimeDelta::days(1), ..whole };
            let after = Series { first: cut, ..whole };
            let window = (whole.first, whole.first + TimeDelta::days(300));
            let mut parts: Vec<_> = before.days(window.0, window.1).collect();
            parts.extend(after.days(window.0, window.1));
            prop_assert_eq!(parts, whole.days(window.0, window.1).collect::<Vec<_>>());
        }

        #[test]
        fn days_lie_in_window_and_series_and_follow_the_rule(repeat in some_repeat(), a in -50..300_i64, wide in 0..100_i64) {
            let series = Series { last: day("2027-06-30"), ..series("2026-11-04", repeat.as_ref()) };
            let from = series.first + TimeDelta::days(a);
            let to = from + TimeDelta::days(wide);
            for found in series.days(from, to) {
                prop_assert!((from..=to).contains(&found) && (series.first..=series.last).contains(&found));
                if let Some(Repeat::MonthDay { day }) = &repeat {
                    prop_assert_eq!(found.day(), *day);
                }
            }
        }

        #[test]
        fn no_window_is_endless(repeat in some_repeat()) {
            let series = series("2026-11-04", repeat.as_ref());
            prop_assert!(series.days(NaiveDate::MIN, NaiveDate::MAX).count() <= WINDOW_DAYS_MAX);
        }

        #[test]
        fn meeting_is_mutual(a in 0..3_i64, b in 0..3_i64, x in 0..1440_i64, y in 0..1440_i64, m in 1..600_i64, n in 1..600_i64) {
            let at = |add: i64, start_minute, minutes| {
                let on = day("2026-11-04") + TimeDelta::days(add);
                Occurrence { day: on, on, start_minute, minutes, is_cancelled: false, is_moved: false }
            };
            prop_assert_eq!(at(a, x, m).meets(&at(b, y, n)), at(b, y, n).meets(&at(a, x, m)));
        }
    }
}
