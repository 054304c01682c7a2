//! The city's calendar: Japan's open days with the exceptions the desk edits.

use chrono::NaiveDate;
use domain::open_days::Calendar;
use serde::Deserialize;
use web::{Db, DbError, Problem};

/// The calendar as it stands now.
pub(crate) async fn load(db: &Db) -> Result<Calendar, DbError> {
    #[derive(Deserialize)]
    struct Exception {
        day: NaiveDate,
        is_open: bool,
    }
    let exceptions: Vec<Exception> = db.all(include_str!("../sql/open-day-exceptions.sql"), []).await?;
    Ok(Calendar::new(exceptions.into_iter().map(|exception| (exception.day, exception.is_open))))
}

/// How a deadline stands today.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline {
    /// Open days left after today; negative when late.
    pub(crate) open_days_left: i64,
    /// Whether the day has passed.
    pub(crate) late: bool,
}

/// How the deadline `due_on` stands on `today` (R3).
pub(crate) fn deadline(calendar: &Calendar, today: NaiveDate, due_on: NaiveDate) -> Deadline {
    Deadline { open_days_left: calendar.open_days_between(today, due_on), late: today > due_on }
}

/// The city has closed every day for more than a year: nothing can be due.
pub(crate) fn no_open_day() -> Problem {
    Problem::conflict("no_open_day", "この先に開庁日がないため、期限を決められません。開庁日の登録を確かめてください。")
}
