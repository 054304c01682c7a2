//! `GET /api/mail/threads/{thread}`: a mail and its answers, as far as they lie in a box.

use crate::mail::Mail;
use crate::mailed_forms::standing::SubmittedForm;
use crate::open_box::{BoxQuery, OpenBox};
use domain::ids::{MailBoxId, MailId, MailThreadId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Json, Path, Problem, params};

const MAILS_MAX: usize = 200;

/// A mail and its answers.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailThread {
    thread_id: MailThreadId,
    /// Of its first mail in this box.
    subject: String,
    is_archived: bool,
    is_starred: bool,
    /// Oldest first; of more than 200 the latest.
    items: Vec<Mail>,
    /// Whether there are older ones.
    cut: bool,
    /// What became of it, when it was submitted as a form.
    #[schema(required = true)]
    form: Option<SubmittedForm>,
}

/// How a thread lies in a box.
#[derive(Deserialize)]
pub(crate) struct Place {
    subject: String,
    is_archived: bool,
    is_starred: bool,
}

impl Place {
    /// A thread that lies in the box; any other does not exist.
    pub(crate) async fn load(db: &Db, mail_box: MailBoxId, thread: MailThreadId) -> Result<Self, Problem> {
        let found: Option<Self> = db.first(include_str!("../sql/place.sql"), params![mail_box, thread]).await?;
        found.ok_or_else(Problem::not_found)
    }
}

/// Shows a thread. Nothing counts as opened by that.
#[utoipa::path(get, path = "/api/mail/threads/{thread}", tag = "exchange-mail", operation_id = "mail_thread",
    params(("thread" = i64, Path), BoxQuery),
    responses((status = 200, body = MailThread), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn show(
    mail_box: OpenBox,
    db: Db,
    Path(thread): Path<MailThreadId>,
) -> Result<Json<MailThread>, Problem> {
    let Place { subject, is_archived, is_starred } = Place::load(&db, mail_box.id(), thread).await?;
    let (items, cut) = mails_in_box(&db, mail_box.user(), mail_box.id(), thread).await?;
    let form = SubmittedForm::of_thread(&db, mail_box.user(), thread).await?;
    Ok(Json(MailThread { thread_id: thread, subject, is_archived, is_starred, items, cut, form }))
}

/// The mails of a thread that lie in a box, oldest first, and whether there are older ones still. The caller has made sure
/// that `reader` may look into the box.
pub(crate) async fn mails_in_box(
    db: &Db,
    reader: UserId,
    mail_box: MailBoxId,
    thread: MailThreadId,
) -> Result<(Vec<Mail>, bool), Problem> {
    #[derive(Deserialize)]
    struct Found {
        mail_id: MailId,
    }
    let found: Vec<Found> = db.all(include_str!("../sql/mails-of-thread.sql"), params![mail_box, thread]).await?;
    let cut = found.len() > MAILS_MAX;
    let ids: Vec<MailId> = found.into_iter().take(MAILS_MAX).map(|row| row.mail_id).collect();
    Ok((Mail::load(db, reader, &ids).await?, cut))
}
