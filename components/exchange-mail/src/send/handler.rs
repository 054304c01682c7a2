//! The request: what is sent, in which order it is looked at, and what comes back.

use super::check::Checked;
use crate::mail::Mail;
use domain::ids::{FileId, MailDraftId, MailId, UserId};
use domain::words::Desk;
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{AnyUser, Body, Clock, Db, Idempotency, Json, Problem, Session};

/// A mail to be sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailInput {
    /// At most 50 people with an active account.
    #[serde(default)]
    pub(super) to: Vec<UserId>,
    #[serde(default)]
    pub(super) desks: Vec<Desk>,
    /// One line of at most 100 characters.
    #[serde(default)]
    pub(super) subject: String,
    /// At most 20,000 characters; empty only with files, or when another mail is passed on.
    #[serde(default)]
    pub(super) body: String,
    /// At most 10 files, sent before.
    #[serde(default)]
    pub(super) files: Vec<FileId>,
    /// The mail that it answers: it joins that thread.
    #[serde(default)]
    pub(super) reply_to: Option<MailId>,
    /// The mail that it passes on: it begins a thread of its own.
    #[serde(default)]
    pub(super) forward_of: Option<MailId>,
    /// Whether the files of that mail go with it.
    #[serde(default)]
    pub(super) forward_files: bool,
    /// A clerk writes it for the desk.
    #[serde(default)]
    pub(super) from_desk: bool,
    /// What it was written as: that is gone once it is sent.
    #[serde(default)]
    pub(super) draft: Option<MailDraftId>,
}

/// Sends a mail to users and desks of the system. Sent again with the same `Idempotency-Key`, it is the same mail.
#[utoipa::path(post, path = "/api/mail", tag = "exchange-mail", operation_id = "send_mail",
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = MailInput,
    responses((status = 201, body = Mail), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn send(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<MailInput>,
) -> Result<(StatusCode, Json<Mail>), Problem> {
    let user = session.user_id();
    let submission = idempotency.submission(None, format!("mail:{user}"), fingerprint)?;
    // Looked at under the write lock: nobody whose account stops meanwhile is addressed, and no file is sent twice.
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        let earlier = earlier.parse().map(MailId).map_err(Problem::internal)?;
        return Ok((StatusCode::CREATED, Json(Mail::one(&db, user, earlier).await?)));
    }
    let checked = Checked::read(&transaction, session.caller(), &input).await?;
    let sent = checked.write(&transaction, clock, session.caller()).await?;
    if let Some(draft) = input.draft {
        crate::drafts::take_away(&transaction, clock, user, draft).await?;
    }
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &sent.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(Mail::one(&db, user, sent).await?)))
}
