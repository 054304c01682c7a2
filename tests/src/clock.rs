//! The time as the components see it, moved by the test.

use chrono::{DateTime, TimeDelta, Utc};
use std::path::PathBuf;

/// Moves the clock of one app.
#[derive(Clone)]
pub struct ClockHand {
    file: PathBuf,
}

impl ClockHand {
    pub(crate) fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// Sets the time, such as `2026-12-28T10:00:00+09:00`; it runs on from there.
    pub fn set(&self, to: &str) {
        let to = DateTime::parse_from_rfc3339(to).unwrap_or_else(|error| panic!("{to}: {error}"));
        self.write((to.to_utc() - real_now()).num_milliseconds());
    }

    /// Lets whole days pass.
    pub fn advance_days(&self, days: i64) {
        self.advance(TimeDelta::days(days));
    }

    /// Lets minutes pass.
    pub fn advance_minutes(&self, minutes: i64) {
        self.advance(TimeDelta::minutes(minutes));
    }

    /// What time it is in the app.
    pub fn now(&self) -> DateTime<Utc> {
        real_now() + TimeDelta::milliseconds(self.offset_millis())
    }

    fn advance(&self, by: TimeDelta) {
        self.write(self.offset_millis() + by.num_milliseconds());
    }

    fn offset_millis(&self) -> i64 {
        std::fs::read_to_string(&self.file).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0)
    }

    /// Renamed into place: the host reads the file at any moment and must not find half of it.
    fn write(&self, offset_millis: i64) {
        let fresh = self.file.with_extension("new");
        std::fs::write(&fresh, offset_millis.to_string()).unwrap();
        std::fs::rename(fresh, &self.file).unwrap();
    }
}

fn real_now() -> DateTime<Utc> {
    #[expect(clippy::disallowed_methods, reason = "the app's clock is an offset to the real one")]
    let now = std::time::SystemTime::now();
    let since_1970 = now.duration_since(std::time::UNIX_EPOCH).unwrap();
    DateTime::from_timestamp_millis(since_1970.as_millis().try_into().unwrap()).unwrap()
}
