//! `GET /api/mail/threads/{thread}`: a mail and its answers, as far as they lie in a box.

use crate::mail::Mail;
use crate::open_box::{BoxQuery, OpenBox};
use domain::ids::{MailBoxId, MailId, MailThreadId};
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
    #[derive(Deserialize)]
    struct Found {
        mail_id: MailId,
    }
    let place = Place::load(&db, mail_box.id(), thread).await?;
    let asked = params![mail_box.id(), thread];
    let found: Vec<Found> = db.all(include_str!("../sql/mails-of-thread.sql"), asked).await?;
    let cut = found.len() > MAILS_MAX;
    let ids: Vec<MailId> = found.into_iter().take(MAILS_MAX).map(|row| row.mail_id).collect();
    let items = Mail::load(&db, mail_box.user(), &ids).await?;
    let Place { subject, is_archived, is_starred } = place;
    Ok(Json(MailThread { thread_id: thread, subject, is_archived, is_starred, items, cut }))
}
