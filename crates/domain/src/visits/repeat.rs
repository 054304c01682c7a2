//! How a series repeats. Whether it falls on a day is asked of that day alone, so a window of days is all that anybody
//! ever looks at, however long the series has been running.

use super::WeekDay;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The longest time between two visits of a weekly series, in weeks.
pub const WEEKS_MAX: i64 = 12;

/// A rule by which a visit comes again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "every", rename_all = "snake_case", deny_unknown_fields)]
pub enum Repeat {
    /// On days of the week, every so many weeks.
    Week {
        /// 1 to 12; weeks begin on Monday, and that of the first day counts.
        weeks: i64,
        /// At least one.
        weekdays: Vec<WeekDay>,
    },
    /// On a day of the month; a month without that day has none.
    MonthDay {
        /// 1 to 31.
        day: u32,
    },
    /// On the n-th of a day of the week in each month.
    MonthWeekday {
        /// 1 to 5, and −1 for the last.
        nth: i64,
        weekday: WeekDay,
    },
}

impl Repeat {
    /// Whether it makes sense at all.
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Week { weeks, weekdays } => (1..=WEEKS_MAX).contains(weeks) && (1..=7).contains(&weekdays.len()),
            Self::MonthDay { day } => (1..=31).contains(day),
            Self::MonthWeekday { nth, .. } => (1..=5).contains(nth) || *nth == -1,
        }
    }

    /// Whether a series that begins in the week of `first` falls on `day`.
    pub fn falls_on(&self, first: NaiveDate, day: NaiveDate) -> bool {
        let weekday = WeekDay::of(day.weekday());
        match self {
            Self::Week { weeks, weekdays } => {
                let apart = (monday_of(day) - monday_of(first)).num_days() / 7;
                weekdays.contains(&weekday) && apart.rem_euclid((*weeks).max(1)) == 0
            }
            Self::MonthDay { day: of_month } => day.day() == *of_month,
            Self::MonthWeekday { nth: -1, weekday: wanted } => {
                let week_later = day.checked_add_days(Days::new(7));
                *wanted == weekday && week_later.is_none_or(|later| later.month() != day.month())
            }
            Self::MonthWeekday { nth, weekday: wanted } => {
                *wanted == weekday && i64::from((day.day() - 1) / 7) + 1 == *nth
            }
        }
    }
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}
