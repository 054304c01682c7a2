//! `PUT /api/mail/files/{file}/chunks/{number}`: one piece of a file.

use super::SHELF;
use bytes::Bytes;
use domain::ids::FileId;
use files::{FileProgress, FileToFill};
use web::{AnyUser, Db, Json, Path, Problem, Session, params};

/// Takes one piece, in any order and as often as it is sent. The first says whether the file may be attached at all.
#[utoipa::path(put, path = "/api/mail/files/{file}/chunks/{number}", tag = "exchange-mail",
    operation_id = "send_mail_file_chunk", params(("file" = i64, Path), ("number" = i64, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = FileProgress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn fill(
    session: Session<AnyUser>,
    db: Db,
    Path((file, number)): Path<(FileId, i64)>,
    content: Bytes,
) -> Result<Json<FileProgress>, Problem> {
    let asked = params![file, session.user_id()];
    let known: Option<FileToFill> = db.first(include_str!("../../sql/file-to-fill.sql"), asked).await?;
    let known = known.ok_or_else(Problem::not_found)?;
    Ok(Json(files::fill(&db, &SHELF, known, number, &content).await?))
}
