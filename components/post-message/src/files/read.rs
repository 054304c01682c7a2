//! `GET /api/rooms/{room}/files/{file}`: a file for those who are in its room (R18).

use super::SHELF;
use domain::ids::{FileId, RoomId};
use files::FileToRead;
use web::{Db, Path, Problem, Response, RoomAccess, ShowsFile, params};

/// Gives a file out, piece by piece; never as a page.
#[utoipa::path(get, path = "/api/rooms/{room}/files/{file}", tag = "post-message", operation_id = "read_file",
    params(("room" = i64, Path), ("file" = i64, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn read(
    access: RoomAccess<ShowsFile>,
    db: Db,
    Path((room, file)): Path<(RoomId, FileId)>,
) -> Result<Response, Problem> {
    let asked = params![room, file, access.user()];
    let known: Option<FileToRead> = db.first(include_str!("../../sql/file-to-read.sql"), asked).await?;
    files::attachment(db, &SHELF, known.ok_or_else(Problem::not_found)?)
}
