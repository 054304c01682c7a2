//! `GET …/documents/{document}/versions/{number}/readers`: who has opened a version and when, and who has not (R20).

use crate::chart::Chart;
use domain::ids::{DocumentId, RoomId, UserId};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, Json, Millis, Path, Problem, ShowsRecords, params};

const READERS_MAX: usize = 500;

/// The others than the author: those in the room, and those who left and had opened it.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentReaders {
    items: Vec<DocumentReader>,
    /// There are more than are shown.
    cut: bool,
}

/// One of them.
#[derive(Serialize, ToSchema)]
struct DocumentReader {
    user_id: UserId,
    name: String,
    profession: Profession,
    organization_name: String,
    /// When this person first opened it; none: not yet.
    #[schema(required = true)]
    read_at: Option<Millis>,
    has_left: bool,
    /// Came to the room after the version.
    came_later: bool,
}

#[derive(Deserialize)]
struct Row {
    user_id: UserId,
    name: String,
    profession: Profession,
    organization_name: String,
    read_at: Option<Millis>,
    has_left: i64,
    came_later: i64,
}

/// Shows who has read a version.
#[utoipa::path(get, path = "/api/rooms/{room}/records/documents/{document}/versions/{number}/readers",
    tag = "record-care", operation_id = "list_document_readers",
    params(("room" = i64, Path), ("document" = i64, Path), ("number" = i64, Path)),
    responses((status = 200, body = DocumentReaders), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    chart: Chart<ShowsRecords>,
    db: Db,
    clock: Clock,
    Path((room, document, number)): Path<(RoomId, DocumentId, i64)>,
) -> Result<Json<DocumentReaders>, Problem> {
    let version = params![room, document, number, chart.user()];
    let known: Option<serde::de::IgnoredAny> =
        db.first(include_str!("../../sql/document-version-file.sql"), version).await?;
    known.ok_or_else(Problem::not_found)?;
    let asked = params![room, document, number, clock.now()];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/document-readers.sql"), asked).await?;
    let cut = rows.len() > READERS_MAX;
    rows.truncate(READERS_MAX);
    let reader = |row: Row| DocumentReader {
        user_id: row.user_id,
        name: row.name,
        profession: row.profession,
        organization_name: row.organization_name,
        read_at: row.read_at,
        has_left: row.has_left == 1,
        came_later: row.came_later == 1,
    };
    Ok(Json(DocumentReaders { items: rows.into_iter().map(reader).collect(), cut }))
}
