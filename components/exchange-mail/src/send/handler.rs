//! The request: what is sent, in which order it is looked at, and what comes back.

use super::check::Checked;
use super::purpose::Purpose;
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
    /// The number of the form as which it is submitted (R12): it goes to the desk that decides that form (R11) and to nobody
    /// else, so that no addressee has to be named.
    #[serde(default)]
    pub(super) form: Option<u8>,
    /// It answers the return of what was submitted by this thread, and hands that in again: it goes to the desk where that
    /// lies.
    #[serde(default)]
    pub(super) answers_return: bool,
    /// What it was written as: that is gone once it is sent.
    #[serde(default)]
    pub(super) draft: Option<MailDraftId>,
}

/// Sends a mail to users and desks of the system, or submits it as a form to the right desk. Sent again with the same
/// `Idempotency-Key`, it is the same mail and the same submission.
#[utoipa::path(post, path = "/api/mail", tag = "exchange-mail", operation_id = "send_mail",
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = MailInput,
    responses((status = 201, body = Mail), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
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
    let purpose = Purpose::of(&transaction, clock, session.caller(), &input).await?;
    let checked = Checked::read(&transaction, session.caller(), &input, &purpose).await?;
    let sent = checked.letter(user, &purpose).send(&transaction, clock).await?.mail;
    purpose.follow(&transaction, clock, user, sent).await?;
    if let Some(draft) = input.draft {
        crate::drafts::take_away(&transaction, clock, user, draft).await?;
    }
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &sent.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(Mail::one(&db, user, sent).await?)))
}
