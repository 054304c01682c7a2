//! When wrong passwords lock an account (R35).

/// When an account is locked, and for how long: settings of the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockSettings {
    /// So many different wrong passwords lock the account.
    pub wrong_passwords: u32,
    /// Only those tried within so many milliseconds before the last one count.
    pub window_ms: i64,
    /// The account opens again so many milliseconds after the last of them.
    pub lock_ms: i64,
}

impl Default for LockSettings {
    fn default() -> Self {
        Self { wrong_passwords: 5, window_ms: 15 * 60_000, lock_ms: 15 * 60_000 }
    }
}

/// Until when an account is locked, given how many *different* wrong passwords were tried in the window and when
/// the last was. The same wrong password again, as a phone that retries sends it, does not count. None: it is open.
pub fn locked_until(distinct_wrong: u32, last_wrong_ms: i64, settings: LockSettings) -> Option<i64> {
    // A setting of 0 would lock everybody out for good.
    let limit = settings.wrong_passwords.max(1);
    (distinct_wrong >= limit).then(|| last_wrong_ms.saturating_add(settings.lock_ms))
}

/// As [`locked_until`], and only when that moment is still ahead.
pub fn locked_now(distinct_wrong: u32, last_wrong_ms: i64, now_ms: i64, settings: LockSettings) -> Option<i64> {
    locked_until(distinct_wrong, last_wrong_ms, settings).filter(|until| now_ms < *until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: i64 = 60_000;

    #[test]
    fn r35_the_fifth_different_wrong_password_locks_for_fifteen_minutes() {
        let settings = LockSettings::default();
        assert_eq!(locked_until(4, 1000, settings), None);
        assert_eq!(locked_until(5, 1000, settings), Some(1000 + 15 * MINUTE));
        assert_eq!(locked_now(5, 1000, 1000 + 15 * MINUTE - 1, settings), Some(1000 + 15 * MINUTE));
        assert_eq!(locked_now(5, 1000, 1000 + 15 * MINUTE, settings), None);
    }

    proptest! {
        #[test]
        fn more_wrong_passwords_never_unlock(wrong: u32, at: i64, limit: u32, lock_ms in 0..i64::MAX) {
            let settings = LockSettings { wrong_passwords: limit, lock_ms, ..LockSettings::default() };
            let fewer = locked_until(wrong, at, settings);
            let more = locked_until(wrong.saturating_add(1), at, settings);
            prop_assert!(fewer.is_none() || more == fewer);
            prop_assert_eq!(locked_until(0, at, settings), None);
        }
    }
}
