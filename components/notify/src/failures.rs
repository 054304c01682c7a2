//! `GET /api/notifications/failures`: what the city has to know of messages that do not arrive.

use domain::words::NotificationChannel;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, Json, Millis, Problem, Session, params};

/// What was given up within 30 days, newest first, at most 100; and what waits.
#[derive(Serialize, ToSchema)]
pub(crate) struct Failures {
    items: Vec<Failure>,
    /// Messages that are due and were not taken by the service yet; at most 1,000.
    overdue_count: i64,
}

/// A message that was given up.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = NotificationFailure)]
struct Failure {
    channel: NotificationChannel,
    at: Millis,
    /// As in a trial.
    reason: String,
    user_name: String,
    organization_name: String,
}

/// Lists what was given up. Whom it concerns, not what it was about.
#[utoipa::path(get, path = "/api/notifications/failures", tag = "notify", operation_id = "notification_failures",
    responses((status = 200, body = Failures), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list(_: Session<CityDesk>, db: Db, clock: Clock) -> Result<Json<Failures>, Problem> {
    #[derive(Deserialize)]
    struct Overdue {
        overdue: i64,
    }
    const MINUTES: i64 = 30 * 24 * 60;
    let since = clock.now().plus_minutes(-MINUTES);
    let items = db.all(include_str!("../sql/failures.sql"), params![since]).await?;
    let overdue: Overdue = db.one(include_str!("../sql/overdue.sql"), params![clock.now()]).await?;
    Ok(Json(Failures { items, overdue_count: overdue.overdue }))
}
