//! `GET /api/rooms/{room}/fhir/takeovers`: what was taken over into a room, by whom and why.

use super::TAKEOVERS_MAX;
use domain::ids::{RoomId, TakeoverId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{Db, Json, Millis, Path, Problem, RoomAccess, ShowsRecords, params};

/// Takeovers of a room, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Takeovers {
    items: Vec<TakeoverLine>,
}

/// One record that was taken over, or is on its way.
#[derive(Serialize, ToSchema)]
struct TakeoverLine {
    takeover_id: TakeoverId,
    reason: String,
    by_name: String,
    by_organization_name: String,
    begun_at: Millis,
    /// None: it is on its way, and nobody sees anything of it.
    #[schema(required = true)]
    finished_at: Option<Millis>,
    /// Of the file: whoever goes on needs the same one.
    fingerprint: String,
    entries: i64,
    received: i64,
    /// How many resources of each type; empty until it is finished.
    kinds: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
struct Row {
    takeover_id: TakeoverId,
    reason: String,
    by_name: String,
    by_organization_name: String,
    begun_at: Millis,
    finished_at: Option<Millis>,
    fingerprint: String,
    entries: i64,
    received: i64,
    kinds: String,
}

/// Lists them.
#[utoipa::path(get, path = "/api/rooms/{room}/fhir/takeovers", tag = "transfer-record", operation_id = "list_takeovers",
    params(("room" = i64, Path)),
    responses((status = 200, body = Takeovers), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    access: RoomAccess<ShowsRecords>,
    db: Db,
    Path(room): Path<RoomId>,
) -> Result<Json<Takeovers>, Problem> {
    access.registrant().ok_or_else(Problem::not_found)?;
    let rows: Vec<Row> = db.all(include_str!("../../sql/takeovers.sql"), params![room, TAKEOVERS_MAX]).await?;
    Ok(Json(Takeovers { items: rows.into_iter().map(Row::line).collect::<Result<_, _>>()? }))
}

impl Row {
    fn line(self) -> Result<TakeoverLine, Problem> {
        Ok(TakeoverLine {
            takeover_id: self.takeover_id,
            reason: self.reason,
            by_name: self.by_name,
            by_organization_name: self.by_organization_name,
            begun_at: self.begun_at,
            finished_at: self.finished_at,
            fingerprint: self.fingerprint,
            entries: self.entries,
            received: self.received,
            kinds: serde_json::from_str(&self.kinds).map_err(Problem::internal)?,
        })
    }
}
