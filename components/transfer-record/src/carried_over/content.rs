//! `GET …/carried-over/{uuid}/content`: a file that was taken over.

use crate::takeover::all_pieces;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ids::RoomId;
use http::header;
use serde::Deserialize;
use web::{Db, IntoResponse, Path, Problem, Response, RoomAccess, ShowsFile, params};

#[derive(Deserialize)]
struct Row {
    id: i64,
    content: String,
    pieces: i64,
}

#[derive(Deserialize)]
struct Entry {
    resource: Binary,
}

#[derive(Deserialize)]
struct Binary {
    data: String,
}

/// Gives the file out to be saved. What it says of its type is not believed: nothing opens it as a page of ours.
#[utoipa::path(get, path = "/api/rooms/{room}/fhir/carried-over/{uuid}/content", tag = "transfer-record",
    operation_id = "carried_file", params(("room" = i64, Path), ("uuid" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn read(
    access: RoomAccess<ShowsFile>,
    db: Db,
    Path((room, uuid)): Path<(RoomId, String)>,
) -> Result<Response, Problem> {
    access.registrant().ok_or_else(Problem::not_found)?;
    let row: Option<Row> = db.first(include_str!("../../sql/carried-file.sql"), params![room, uuid.as_str()]).await?;
    let row = row.ok_or_else(Problem::not_found)?;
    let text = if row.pieces == 0 { row.content } else { all_pieces(&db, row.id).await?.concat() };
    let entry: Entry = serde_json::from_str(&text).map_err(|_| Problem::not_found())?;
    let bytes = STANDARD.decode(entry.resource.data).map_err(|_| Problem::not_found())?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (header::CONTENT_DISPOSITION, "attachment"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
    ];
    Ok((headers, bytes).into_response())
}
