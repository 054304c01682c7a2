//! How much the system is used, in numbers that say nothing of anybody: months, and how long things took.

use crate::open_days::japan_day_begins_ms;
use crate::small_cells::LEAST_SHOWN;
use crate::validation::Violations;
use chrono::{Datelike, Months, NaiveDate};

/// So many months are shown when nobody asks for others, the present one among them.
pub const MONTHS_DEFAULT: u32 = 12;

/// The longest period, in months.
pub const MONTHS_MAX: u32 = 36;

/// Whole months in Japan, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day of each, oldest first; never empty.
    months: Vec<NaiveDate>,
}

impl Period {
    /// From one month (`2026-04`) to another, both among them; the last twelve when neither is given. No month lies
    /// ahead of `today`, and there are at most [`MONTHS_MAX`].
    pub fn parse(from: Option<&str>, to: Option<&str>, today: NaiveDate) -> Result<Self, Violations> {
        let mut violations = Violations::new();
        let this_month = today.with_day(1).unwrap_or(today);
        let from = from.map(|from| month(&mut violations, "from", from));
        let to = to.map_or(Some(this_month), |to| month(&mut violations, "to", to));
        let before = |month: NaiveDate| month.checked_sub_months(Months::new(MONTHS_DEFAULT - 1));
        let (Some(from), Some(to)) = (from.unwrap_or_else(|| to.and_then(before)), to) else { return Err(violations) };
        if to > this_month {
            violations.push("to", "lies_ahead", "今月までの月を選んでください。");
        }
        if from > to {
            violations.push("to", "ends_before_it_begins", "終わりの月は、始まりの月より後にしてください。");
        }
        let months: Vec<NaiveDate> = (0..=MONTHS_MAX)
            .filter_map(|ahead| from.checked_add_months(Months::new(ahead)))
            .take_while(|month| *month <= to)
            .collect();
        if months.len() > usize::try_from(MONTHS_MAX).unwrap_or_default() {
            violations.push("from", "period_too_long", format!("{MONTHS_MAX}か月以内の期間を選んでください。"));
        }
        if violations.is_empty() { Ok(Self { months }) } else { Err(violations) }
    }

    /// The names of the months, such as `2026-04`, oldest first.
    pub fn names(&self) -> Vec<String> {
        self.months.iter().copied().map(name).collect()
    }

    /// The first and the last month.
    pub fn ends(&self) -> (String, String) {
        let last = self.months.last().copied().map(name).unwrap_or_default();
        (self.months.first().copied().map(name).unwrap_or_default(), last)
    }

    /// When the first month begins and when the last one is over, in milliseconds UTC.
    pub fn bounds_ms(&self) -> (i64, i64) {
        let begin = self.months.first().copied().map_or(0, japan_day_begins_ms);
        let after = self.months.last().and_then(|month| month.checked_add_months(Months::new(1)));
        (begin, after.map_or(i64::MAX, japan_day_begins_ms))
    }
}

fn name(month: NaiveDate) -> String {
    month.format("%Y-%m").to_string()
}

fn month(violations: &mut Violations, field: &str, typed: &str) -> Option<NaiveDate> {
    // "2026-4-1-01" would be read as well, if its length were not looked at.
    let parsed = if typed.len() == 7 { format!("{typed}-01").parse().ok() } else { None };
    if parsed.is_none() {
        violations.push(field, "not_a_month", "月を選んでください。例：2026-04");
    }
    parsed
}

/// How long something took, of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Half of them took no longer.
    pub median: i64,
    /// Nine in ten took no longer.
    pub ninth_decile: i64,
}

/// What half and what nine in ten of these do not exceed (nearest rank); none of fewer than five, of which a number
/// would be that of somebody.
pub fn spread(mut values: Vec<i64>) -> Option<Spread> {
    if values.len() < usize::try_from(LEAST_SHOWN).unwrap_or_default() {
        return None;
    }
    values.sort_unstable();
    let at = |percent: usize| {
        let rank = (values.len() * percent).div_ceil(100);
        values.get(rank.saturating_sub(1)).copied()
    };
    Some(Spread { median: at(50)?, ninth_decile: at(90)? })
}

/// What one active user costs in a month, in yen, rounded; none without a price, or when nobody was active.
pub const fn cost_per_user(yen_per_month: u64, active: u64) -> Option<u64> {
    if yen_per_month == 0 || active == 0 {
        return None;
    }
    Some((yen_per_month + active / 2) / active)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn codes(from: Option<&str>, to: Option<&str>) -> Vec<(String, &'static str)> {
        let refused = Period::parse(from, to, day("2026-11-27")).unwrap_err();
        refused.into_iter().map(|violation| (violation.field, violation.code)).collect()
    }

    #[test]
    fn a_period_is_the_last_twelve_months_until_somebody_asks_for_others() {
        let period = Period::parse(None, None, day("2027-01-31")).unwrap();
        assert_eq!((period.names().len(), period.ends()), (12, ("2026-02".to_owned(), "2027-01".to_owned())));
        let period = Period::parse(Some("2026-04"), Some("2026-06"), day("2026-11-27")).unwrap();
        assert_eq!(period.names(), ["2026-04", "2026-05", "2026-06"]);
        // Months begin at midnight in Japan.
        assert_eq!(period.bounds_ms(), (1_774_969_200_000, 1_782_831_600_000));
        let period = Period::parse(None, Some("2026-06"), day("2026-11-27")).unwrap();
        assert_eq!(period.ends().0, "2025-07");
    }

    #[test]
    fn a_period_that_is_none_is_refused_with_its_reason() {
        assert_eq!(codes(Some("2026-4"), None), [("from".to_owned(), "not_a_month")]);
        assert_eq!(
            codes(Some("2026-13"), Some("x")),
            [("from".to_owned(), "not_a_month"), ("to".to_owned(), "not_a_month")]
        );
        assert_eq!(codes(None, Some("2026-12")), [("to".to_owned(), "lies_ahead")]);
        assert_eq!(codes(Some("2026-06"), Some("2026-05")), [("to".to_owned(), "ends_before_it_begins")]);
        assert_eq!(codes(Some("2020-01"), None), [("from".to_owned(), "period_too_long")]);
        assert_eq!(Period::parse(Some("2023-12"), None, day("2026-11-27")).unwrap().names().len(), 36);
    }

    #[test]
    fn of_fewer_than_five_nobody_is_told_how_long_they_took() {
        assert_eq!(spread(vec![1, 2, 3, 4]), None);
        assert_eq!(spread(vec![5, 1, 2, 4, 3]), Some(Spread { median: 3, ninth_decile: 5 }));
        assert_eq!(spread((1..=100).collect()), Some(Spread { median: 50, ninth_decile: 90 }));
    }

    #[test]
    fn a_user_costs_his_share_of_the_price() {
        assert_eq!(cost_per_user(100_000, 40), Some(2_500));
        assert_eq!(cost_per_user(100, 3), Some(33));
        assert_eq!((cost_per_user(0, 40), cost_per_user(100, 0)), (None, None));
    }

    proptest! {
        #[test]
        fn half_and_nine_in_ten_do_not_exceed_what_is_said(values in prop::collection::vec(0_i64..1000, 5..60)) {
            let found = spread(values.clone()).unwrap();
            let within = |limit: i64| values.iter().filter(|value| **value <= limit).count();
            prop_assert!(within(found.median) * 2 >= values.len());
            prop_assert!(within(found.ninth_decile) * 10 >= values.len() * 9);
            prop_assert!(values.contains(&found.median) && values.contains(&found.ninth_decile));
        }
    }
}
