//! `PUT /api/rooms/{room}/files/{file}/chunks/{number}`: one piece of a file.

use super::SHELF;
use bytes::Bytes;
use domain::ids::{FileId, RoomId};
use files::{FileProgress, FileToFill};
use web::{ChangesRoom, Db, Json, Path, Problem, RoomAccess, params};

/// Takes one piece, in any order and as often as it is sent. The first says whether the file may be attached at all.
#[utoipa::path(put, path = "/api/rooms/{room}/files/{file}/chunks/{number}", tag = "post-message",
    operation_id = "send_file_chunk", params(("room" = i64, Path), ("file" = i64, Path), ("number" = i64, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = FileProgress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn fill(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    Path((room, file, number)): Path<(RoomId, FileId, i64)>,
    content: Bytes,
) -> Result<Json<FileProgress>, Problem> {
    let asked = params![room, file, access.user()];
    let known: Option<FileToFill> = db.first(include_str!("../../sql/file-to-fill.sql"), asked).await?;
    let known = known.ok_or_else(Problem::not_found)?;
    Ok(Json(files::fill(&db, &SHELF, known, number, &content).await?))
}
