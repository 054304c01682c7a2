//! `GET …/documents/unread`: how much waits to be read; a number for the room's own page.

use super::document::since;
use crate::chart::Chart;
use domain::ids::RoomId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, DbError, Json, Millis, Problem, ShowsRoom, params};

/// How much waits.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct UnreadDocuments {
    /// How many documents the caller has not read that came while he or she was in the team; 100 stands for more.
    pub(super) unread_count: i64,
}

/// What waits for this person, who is in the team since then.
pub(super) async fn count(
    db: &Db,
    room: RoomId,
    (user, since): (domain::ids::UserId, Millis),
) -> Result<UnreadDocuments, DbError> {
    db.one(include_str!("../../sql/documents-unread.sql"), params![room, user, since]).await
}

/// Counts what waits to be read.
#[utoipa::path(get, path = "/api/rooms/{room}/records/documents/unread", tag = "record-care",
    operation_id = "unread_documents", params(("room" = i64, Path)),
    responses((status = 200, body = UnreadDocuments), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn unread(chart: Chart<ShowsRoom>, db: Db) -> Result<Json<UnreadDocuments>, Problem> {
    Ok(Json(count(&db, chart.room(), (chart.user(), since(&chart))).await?))
}
