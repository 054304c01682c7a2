//! `GET /api/audit/events`: what was done, by whom and when, newest first (R21, R38).

use crate::audit_filter::{EventFilter, EventRow};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use web::{CityDesk, Db, Json, Millis, Paging, Problem, Query, Session};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EventPage {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of the audit trail.
#[derive(Serialize, ToSchema)]
pub(crate) struct EventList {
    items: Vec<Event>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One event.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditEventItem)]
struct Event {
    /// Its place in the trail, from 1 without gaps.
    sequence: i64,
    at: Millis,
    /// `user:12`, `applicant:4-26-000123-46` or `system`.
    actor: String,
    /// The person's name, when it was a user.
    #[schema(required = true)]
    actor_name: Option<String>,
    /// Such as `account_application.accepted`.
    action: String,
    /// Such as `application:4-26-000123-46`.
    subject: String,
    /// What else is worth knowing.
    #[schema(value_type = Object)]
    detail: Map<String, Value>,
}

impl From<EventRow> for Event {
    fn from(row: EventRow) -> Self {
        // Somebody who reached the database may have left no JSON there: it is shown all the same.
        let detail = serde_json::from_str(&row.detail)
            .unwrap_or_else(|_| Map::from_iter([("unreadable".to_owned(), Value::String(row.detail))]));
        Self {
            sequence: row.sequence,
            at: row.at,
            actor: row.actor,
            actor_name: row.actor_name,
            action: row.action,
            subject: row.subject,
            detail,
        }
    }
}

/// Lists events.
#[utoipa::path(get, path = "/api/audit/events", tag = "oversee", params(EventFilter, EventPage),
    responses((status = 200, body = EventList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list_audit_events(
    _: Session<CityDesk>,
    db: Db,
    Query(filter): Query<EventFilter>,
    Query(page): Query<EventPage>,
) -> Result<Json<EventList>, Problem> {
    let paging = Paging::new(page.after.as_deref(), page.limit)?;
    let after = Some(paging.id).filter(|_| page.after.is_some());
    let search = filter.prepare(&db).await?;
    let mut rows = search.page(&db, after, paging.rows_to_read()).await?;
    let next = paging.cut(&mut rows, |row| (String::new(), row.sequence));
    Ok(Json(EventList { items: rows.into_iter().map(Event::from).collect(), next }))
}
