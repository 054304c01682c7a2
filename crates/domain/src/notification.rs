//! Notifications: when one may be sent, how often it is tried, whose mailbox is known to refuse (R30).

use crate::open_days::{japan_date, japan_day_begins_ms};
use crate::words::Timing;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// When a person wants to be left alone, and when the daily summary comes; in minutes after midnight in Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// From when until when nothing is sent; the end may lie on the next day.
    pub quiet: Option<(i64, i64)>,
    /// When the summary of the day is sent.
    pub daily_at: i64,
}

impl Hours {
    /// When something that happens `now` may be sent, in milliseconds; `None`: never.
    pub fn due(self, now: i64, timing: Timing) -> Option<i64> {
        match timing {
            Timing::Off => None,
            Timing::AtOnce => Some(self.after_quiet(now)),
            Timing::Daily => Some(self.after_quiet(next(now, self.daily_at))),
        }
    }

    fn after_quiet(self, at: i64) -> i64 {
        let Some((from, until)) = self.quiet else { return at };
        let minute = (at - japan_day_begins_ms(japan_date(at))) / MINUTE;
        let is_quiet = if from <= until { (from..until).contains(&minute) } else { minute >= from || minute < until };
        if is_quiet { next(at, until) } else { at }
    }
}

/// The next time at which the clock in Japan shows so many minutes after midnight.
fn next(now: i64, minute: i64) -> i64 {
    let today = japan_day_begins_ms(japan_date(now)) + minute * MINUTE;
    if today >= now { today } else { today + DAY }
}

/// After so many failed tries, the minutes until the next one; `None`: it is given up, half a day after the first.
pub fn retry_after_minutes(attempts: i64) -> Option<i64> {
    const PAUSES: [i64; 7] = [1, 2, 5, 15, 60, 180, 460];
    usize::try_from(attempts - 1).ok().and_then(|tried| PAUSES.get(tried)).copied()
}

/// The domains of Japanese carriers, whose phones refuse mail of computers unless its sender is allowed.
const CARRIERS: &[&str] = &[
    "docomo.ne.jp",
    "au.com",
    "ezweb.ne.jp",
    "softbank.ne.jp",
    "i.softbank.jp",
    "vodafone.ne.jp",
    "ymobile.ne.jp",
    "ymobile1.ne.jp",
    "y-mobile.ne.jp",
    "uqmobile.jp",
    "rakuten.jp",
    "rakumail.jp",
    "wcm.ne.jp",
    "disney.ne.jp",
];

/// Whether the mailbox is a phone's at a carrier known to refuse.
pub fn is_at_carrier(email: &str) -> bool {
    let domain = email.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    CARRIERS.iter().any(|carrier| domain == *carrier || domain.ends_with(&format!(".{carrier}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 2026-11-26 00:00 in Japan.
    const MIDNIGHT: i64 = 1_795_618_800_000;
    const fn at(hour: i64, minute: i64) -> i64 {
        MIDNIGHT + (hour * 60 + minute) * MINUTE
    }
    const NIGHT: Hours = Hours { quiet: Some((22 * 60, 7 * 60)), daily_at: 8 * 60 };

    #[test]
    fn the_constant_is_midnight() {
        assert_eq!(japan_date(MIDNIGHT).to_string(), "2026-11-26");
        assert_eq!(japan_day_begins_ms(japan_date(MIDNIGHT)), MIDNIGHT);
    }

    #[test]
    fn r30_nothing_is_sent_in_quiet_hours() {
        assert_eq!(NIGHT.due(at(12, 0), Timing::AtOnce), Some(at(12, 0)));
        assert_eq!(NIGHT.due(at(23, 0), Timing::AtOnce), Some(at(24 + 7, 0)), "over midnight");
        assert_eq!(NIGHT.due(at(3, 0), Timing::AtOnce), Some(at(7, 0)));
        assert_eq!(NIGHT.due(at(7, 0), Timing::AtOnce), Some(at(7, 0)), "the end is loud");
        let noon = Hours { quiet: Some((12 * 60, 13 * 60)), daily_at: 12 * 60 + 30 };
        assert_eq!(noon.due(at(12, 59), Timing::AtOnce), Some(at(13, 0)));
        assert_eq!(noon.due(at(9, 0), Timing::Daily), Some(at(13, 0)), "a summary within them waits as well");
    }

    #[test]
    fn r30_the_summary_comes_once_a_day() {
        assert_eq!(NIGHT.due(at(7, 30), Timing::Daily), Some(at(8, 0)));
        assert_eq!(NIGHT.due(at(8, 1), Timing::Daily), Some(at(24 + 8, 0)));
        assert_eq!(NIGHT.due(at(8, 1), Timing::Off), None);
    }

    #[test]
    fn it_is_tried_again_for_half_a_day() {
        let pauses: Vec<i64> = (1..).map_while(retry_after_minutes).collect();
        assert!(pauses.is_sorted() && pauses.len() == 7, "{pauses:?}");
        assert!((12 * 60..13 * 60).contains(&pauses.iter().sum::<i64>()), "{pauses:?}");
        assert_eq!(retry_after_minutes(0), None);
    }

    #[test]
    fn phones_of_carriers_are_known() {
        assert!(is_at_carrier("hanako@docomo.ne.jp") && is_at_carrier("a@Example.Vodafone.ne.jp"));
        assert!(
            !is_at_carrier("hanako@clinic.example.jp") && !is_at_carrier("a@notdocomo.ne.jp") && !is_at_carrier("")
        );
    }

    proptest! {
        #[test]
        fn what_is_due_is_never_in_the_past_never_quiet_and_within_two_days(
            now in MIDNIGHT..MIDNIGHT + 30 * DAY,
            (from, until, daily_at) in (0..1440_i64, 0..1440_i64, 0..1440_i64),
        ) {
            let hours = Hours { quiet: Some((from, until)), daily_at };
            for timing in [Timing::AtOnce, Timing::Daily] {
                let due = hours.due(now, timing).expect("it is on");
                prop_assert!(now <= due && due < now + 2 * DAY + MINUTE);
                prop_assert_eq!(hours.after_quiet(due), due, "it is not moved again");
            }
        }
    }
}
