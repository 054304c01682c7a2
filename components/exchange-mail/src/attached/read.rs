//! `GET /api/mail/files/{file}`: a file for those who are in a mail that carries it.

use super::SHELF;
use domain::ids::FileId;
use domain::words::Desk;
use files::FileToRead;
use web::{AnyUser, Db, Path, Problem, Response, Session, params};

/// Gives a file out, piece by piece; never as a page. Before it is sent, only whoever uploads it gets it.
#[utoipa::path(get, path = "/api/mail/files/{file}", tag = "exchange-mail", operation_id = "read_mail_file",
    params(("file" = i64, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn read(session: Session<AnyUser>, db: Db, Path(file): Path<FileId>) -> Result<Response, Problem> {
    let asked = params![file, session.user_id(), session.caller().desk.map(Desk::as_str)];
    let known: Option<FileToRead> = db.first(include_str!("../../sql/file-to-read.sql"), asked).await?;
    files::attachment(db, &SHELF, known.ok_or_else(Problem::not_found)?)
}
