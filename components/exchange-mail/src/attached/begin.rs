//! `POST /api/mail/files`: a file is going to come.

use super::SHELF;
use domain::ids::FileId;
use files::{FileBegun, FileInput};
use http::StatusCode;
use serde::Deserialize;
use web::{AnyUser, Body, Clock, Db, Idempotency, Json, Problem, Session, params};

/// Takes a file's name and size; its content follows in pieces. Sent again with the same `Idempotency-Key`, it is the
/// same file.
#[utoipa::path(post, path = "/api/mail/files", tag = "exchange-mail", operation_id = "begin_mail_file",
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = FileInput,
    responses((status = 201, body = FileBegun), (status = 401, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
pub(crate) async fn begin(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<FileInput>,
) -> Result<(StatusCode, Json<FileBegun>), Problem> {
    #[derive(Deserialize)]
    struct Added {
        file_id: FileId,
    }
    let user = session.user_id();
    let submission = idempotency.submission(None, format!("mail_file:{user}"), fingerprint)?;
    let file = input.check()?;
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        let earlier = earlier.parse().map_err(Problem::internal)?;
        return Ok((StatusCode::CREATED, Json(FileBegun::of(earlier))));
    }
    files::make_way(&transaction, clock, &SHELF, user).await?;
    let row = params![user, file.name, file.bytes, clock.now()];
    let added: Added = transaction.one(include_str!("../../sql/add-file.sql"), row).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &added.file_id.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(FileBegun::of(added.file_id))))
}
