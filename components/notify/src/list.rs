//! `GET /api/notifications`, `PUT /api/notifications/seen`: what a person is told in the application.

use domain::words::NotificationKind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Body, Clock, Db, Json, Millis, Problem, Query, Session, params};

const PAGE: i64 = 50;

/// Where the list goes on.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// The `next` of an earlier answer.
    after: Option<String>,
}

/// One page, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Notifications {
    items: Vec<Notification>,
    #[schema(required = true)]
    next: Option<String>,
    /// At most 100.
    unseen_count: i64,
}

/// Something that a person is told.
#[derive(Serialize, Deserialize, ToSchema)]
struct Notification {
    notification_id: i64,
    kind: NotificationKind,
    text: String,
    /// The page to open.
    path: String,
    /// How often it happened before it was seen.
    count: i64,
    at: Millis,
    #[schema(required = true)]
    seen_at: Option<Millis>,
}

/// Lists what the caller was told.
#[utoipa::path(get, path = "/api/notifications", tag = "notify", operation_id = "notifications", params(ListQuery),
    responses((status = 200, body = Notifications), (status = 401, body = Problem)))]
pub(crate) async fn list(
    session: Session<AnyUser>,
    db: Db,
    Query(asked): Query<ListQuery>,
) -> Result<Json<Notifications>, Problem> {
    #[derive(Deserialize)]
    struct Count {
        unseen: i64,
    }
    // The time and the number of the last one of the page before.
    let place = asked.after.as_deref().and_then(|after| after.split_once('.'));
    let place = place.and_then(|(at, id)| Some((at.parse::<i64>().ok()?, id.parse::<i64>().ok()?)));
    let (at, id) = place.unwrap_or((i64::MAX, i64::MAX));
    let user = session.user_id();
    let given = params![user, at, id, PAGE + 1];
    let mut items: Vec<Notification> = db.all(include_str!("../sql/notifications.sql"), given).await?;
    let has_more = items.len() > usize::try_from(PAGE).unwrap_or_default();
    items.truncate(usize::try_from(PAGE).unwrap_or_default());
    let next = items.last().filter(|_| has_more).map(|last| format!("{}.{}", last.at.0, last.notification_id));
    let count: Count = db.one(include_str!("../sql/unseen-count.sql"), params![user]).await?;
    Ok(Json(Notifications { items, next, unseen_count: count.unseen }))
}

/// Up to which one everything was seen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeenInput {
    /// The newest notification that was shown; this one only, if `only` says so.
    up_to: i64,
    #[serde(default)]
    only: bool,
}

/// It is noted.
#[derive(Serialize, ToSchema)]
pub(crate) struct Seen {}

/// Notes that the caller has seen them.
#[utoipa::path(put, path = "/api/notifications/seen", tag = "notify", operation_id = "see_notifications",
    request_body = SeenInput, responses((status = 200, body = Seen), (status = 401, body = Problem)))]
pub(crate) async fn see(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<SeenInput>,
) -> Result<Json<Seen>, Problem> {
    let row = params![session.user_id(), value.up_to, value.only, clock.now()];
    db.run(include_str!("../sql/see-notifications.sql"), row).await?;
    Ok(Json(Seen {}))
}
