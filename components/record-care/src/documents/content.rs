//! `GET …/documents/{document}/versions/{number}/content`: the paper itself, for those who are in its room (R18, R20, R21).

use super::SHELF;
use super::state::withdrawn;
use crate::chart::Chart;
use domain::ids::{DocumentId, RoomId};
use files::FileToRead;
use serde::Deserialize;
use web::{Clock, Db, Millis, Path, Problem, Response, ShowsFile, params};

#[derive(Deserialize)]
struct Row {
    #[serde(flatten)]
    file: FileToRead,
    withdrawn_at: Option<Millis>,
    has_read: i64,
}

/// Gives a version out, piece by piece; never as a page. Its reader has read it from now on, and the team sees when (R20).
#[utoipa::path(get, path = "/api/rooms/{room}/records/documents/{document}/versions/{number}/content",
    tag = "record-care", operation_id = "read_document_version",
    params(("room" = i64, Path), ("document" = i64, Path), ("number" = i64, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn read(
    chart: Chart<ShowsFile>,
    db: Db,
    clock: Clock,
    Path((room, document, number)): Path<(RoomId, DocumentId, i64)>,
) -> Result<Response, Problem> {
    let asked = params![room, document, number, chart.user()];
    let known: Option<Row> = db.first(include_str!("../../sql/document-version-file.sql"), asked).await?;
    let known = known.ok_or_else(Problem::not_found)?;
    if known.withdrawn_at.is_some() {
        return Err(withdrawn());
    }
    // Whoever broke the glass is in the log of views, and no reader of the team.
    if known.has_read == 0 && chart.member_since().is_some() {
        let read = params![document, number, chart.user(), clock.now()];
        db.run(include_str!("../../sql/document-read.sql"), read).await?;
    }
    files::attachment(db, &SHELF, known.file)
}
