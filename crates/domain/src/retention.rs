//! How long the content of a closed support room is kept (R38).

use chrono::{Months, NaiveDate};

/// The last day on which the content of a room that closes on this day is kept, after so many years. A 29 February ends
/// on 28 February where there is none.
pub fn retain_until(closed_on: NaiveDate, years: i64) -> NaiveDate {
    let months = u32::try_from(years.saturating_mul(12)).unwrap_or(0);
    // What cannot be reckoned is kept for ever.
    closed_on.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Whether content that is kept until this day may be deleted today: from the next day on.
pub fn may_be_deleted(retain_until: NaiveDate, today: NaiveDate) -> bool {
    retain_until < today
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn content_is_kept_for_whole_years() {
        assert_eq!(retain_until(day("2026-11-26"), 5), day("2031-11-26"));
        assert_eq!(retain_until(day("2028-02-29"), 5), day("2033-02-28"));
        assert_eq!(retain_until(day("2026-11-26"), 100), day("2126-11-26"));
    }

    #[test]
    fn it_may_be_deleted_when_its_last_day_is_over() {
        let last = day("2031-11-26");
        assert!(!may_be_deleted(last, day("2031-11-25")));
        assert!(!may_be_deleted(last, last));
        assert!(may_be_deleted(last, day("2031-11-27")));
    }
}
