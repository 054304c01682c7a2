//! The city's calendar: Japan's open days with the exceptions the desk edits.

use chrono::NaiveDate;
use domain::open_days::Calendar;
use serde::Deserialize;
use web::{Clock, Db, DbError, Problem, Settings};

/// The calendar as it stands now.
pub async fn load(db: &Db) -> Result<Calendar, DbError> {
    #[derive(Deserialize)]
    struct Exception {
        day: NaiveDate,
        is_open: bool,
    }
    let exceptions: Vec<Exception> = db.all(include_str!("../sql/calendar.sql"), []).await?;
    Ok(Calendar::new(exceptions.into_iter().map(|exception| (exception.day, exception.is_open))))
}

/// How a deadline stands today.
#[derive(Debug, Clone, Copy)]
pub struct Deadline {
    /// Open days left after today; negative when late.
    pub open_days_left: i64,
    /// Whether the day has passed.
    pub late: bool,
}

/// How the deadline `due_on` stands on `today` (R3).
pub fn deadline(calendar: &Calendar, today: NaiveDate, due_on: NaiveDate) -> Deadline {
    Deadline { open_days_left: calendar.open_days_between(today, due_on), late: today > due_on }
}

/// How many open days the city allows for a decision.
pub async fn decision_open_days(db: &Db) -> Result<u32, DbError> {
    open_days(db, "decision_open_days").await
}

/// By when notices are due to be posted that an acceptance of today brings about (R3).
pub async fn notices_due_on(db: &Db, clock: Clock) -> Result<NaiveDate, Problem> {
    let calendar = load(db).await?;
    calendar.add_open_days(clock.today(), open_days(db, "notice_open_days").await?).ok_or_else(no_open_day)
}

async fn open_days(db: &Db, setting: &str) -> Result<u32, DbError> {
    let days = Settings(db).number(setting).await?;
    u32::try_from(days).map_err(|_| DbError::Row(format!("setting {setting} is no number of days")))
}

/// The city has closed every day for more than a year: nothing can be due.
fn no_open_day() -> Problem {
    Problem::conflict("no_open_day", "この先に開庁日がないため、期限を決められません。開庁日の登録を確かめてください。")
}
