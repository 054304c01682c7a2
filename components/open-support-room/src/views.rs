//! Who looked at a registrant, and how often: for those who are in the room, and for the association (R21).
//!
//! Looking at the record is a look at the registrant, too, and is recorded like any other.

pub(crate) mod counts;
pub(crate) mod list;
pub(crate) mod register;

use chrono::{NaiveDate, TimeDelta};
use domain::ids::{RegistrantId, UserId};
use domain::open_days::japan_day_begins_ms;
use domain::words::{Viewed, ViewedVia};
use web::{Db, Millis, Problem, View, ViewLog, params};

/// How long a period may be, and how long it is when nobody says.
const DAYS_MAX: i64 = 366;
const DAYS_DEFAULT: i64 = 30;

/// The days that are counted, in Japan.
struct Period {
    from: Millis,
    /// The first moment after it.
    to: Millis,
}

impl Period {
    /// From the first day to the last: the last 30 days unless said otherwise, at most 366.
    fn between(from: Option<NaiveDate>, to: Option<NaiveDate>, today: NaiveDate) -> Result<Self, Problem> {
        let malformed = || Problem::bad_request("malformed_query", "from");
        let to = to.unwrap_or(today);
        let from = match from {
            Some(from) => from,
            None => to.checked_sub_signed(TimeDelta::days(DAYS_DEFAULT - 1)).ok_or_else(malformed)?,
        };
        let days = (to - from).num_days() + 1;
        if !(1..=DAYS_MAX).contains(&days) {
            return Err(malformed());
        }
        let end = to.succ_opt().ok_or_else(malformed)?;
        Ok(Self { from: Millis(japan_day_begins_ms(from)), to: Millis(japan_day_begins_ms(end)) })
    }
}

/// Notes that a clerk of the association looks at the record of this registrant, whose own data may be deleted by now.
async fn desk_looks(db: &Db, log: &ViewLog, user: UserId, registrant: RegistrantId) -> Result<(), Problem> {
    let known: Option<serde::de::IgnoredAny> =
        db.first(include_str!("../sql/registrant-known.sql"), params![registrant]).await?;
    known.ok_or_else(Problem::not_found)?;
    log.shows(View { user, what: Viewed::Register, via: ViewedVia::Desk, registrants: vec![registrant] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_a_month_by_default_and_a_leap_year_at_most() {
        let today = day("2026-06-30");
        let days = |from: Option<&str>, to: Option<&str>| {
            Period::between(from.map(day), to.map(day), today)
                .ok()
                .map(|period| (period.to.0 - period.from.0) / 86_400_000)
        };
        assert_eq!((days(None, None), days(None, Some("2026-01-15"))), (Some(30), Some(30)));
        assert_eq!(days(Some("2026-06-30"), None), Some(1));
        assert_eq!(days(Some("2028-01-01"), Some("2028-12-31")), Some(366));
        assert_eq!((days(Some("2028-01-01"), Some("2029-01-01")), days(Some("2026-07-01"), None)), (None, None));
    }

    #[test]
    fn a_day_begins_at_midnight_in_japan() {
        let period = Period::between(Some(day("2026-06-30")), None, day("2026-06-30")).unwrap();
        assert_eq!(period.from.to_rfc3339(), "2026-06-29T15:00:00Z");
    }
}
