//! Notifications and deliveries end: after so many days, which the city sets, nobody looks for them any more. What has to be
//! proved for years stands in the audit trail (R38), which this does not touch.

use serde::Deserialize;
use web::{Clock, Db, Problem, Settings, params};

/// Deletes some of what is past, at most 500 rows each, so that the write lock is held for a moment: the next call goes on.
pub(crate) async fn run(db: &Db, clock: Clock) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Found {
        is_past: bool,
    }
    let days = Settings(db).number("notification_days").await?;
    let oldest = clock.now().plus_minutes(days.saturating_mul(-24 * 60));
    // Most calls find nothing, and take no lock for it.
    let found: Found = db.one(include_str!("../sql/is-past.sql"), params![oldest]).await?;
    if found.is_past {
        db.run(include_str!("../sql/forget-deliveries.sql"), params![oldest]).await?;
        db.run(include_str!("../sql/forget-notifications.sql"), params![oldest]).await?;
    }
    Ok(())
}
