//! `GET /api/emergency-codes`: the latest requests, for the clerk who is to confirm.

use super::{EmergencyCode, Row};
use serde::Serialize;
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, Json, Problem, Session};

/// The latest hundred requests, the newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct EmergencyCodes {
    items: Vec<EmergencyCode>,
    #[schema(required = true)]
    next: Option<String>,
}

/// Lists the latest requests.
#[utoipa::path(get, path = "/api/emergency-codes", tag = "apply-for-account", operation_id = "list_emergency_codes",
    responses((status = 200, body = EmergencyCodes)))]
pub(crate) async fn list(session: Session<CityDesk>, db: Db, clock: Clock) -> Result<Json<EmergencyCodes>, Problem> {
    let rows: Vec<Row> = db.all(include_str!("../../sql/emergency-codes.sql"), []).await?;
    let items = rows.into_iter().map(|row| row.shown_to(session.user_id(), clock.now())).collect();
    Ok(Json(EmergencyCodes { items, next: None }))
}
