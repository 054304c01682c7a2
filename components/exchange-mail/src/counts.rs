//! `GET /api/mail/counts`: what waits to be opened.

use domain::words::Desk;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Db, Json, Problem, Session, params};

/// How many mails wait outside the archive; at most 100 each.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct MailCounts {
    /// In the caller's own box.
    mine_unread: i64,
    /// In the box of the caller's desk: those that no clerk has opened. Null for whoever works at none.
    #[schema(required = true)]
    desk_unread: Option<i64>,
}

/// Counts the mails that wait to be opened.
#[utoipa::path(get, path = "/api/mail/counts", tag = "exchange-mail", operation_id = "mail_counts",
    responses((status = 200, body = MailCounts), (status = 401, body = Problem)))]
pub(crate) async fn count(session: Session<AnyUser>, db: Db) -> Result<Json<MailCounts>, Problem> {
    let whose = params![session.user_id(), session.caller().desk.map(Desk::as_str)];
    Ok(Json(db.one(include_str!("../sql/counts.sql"), whose).await?))
}
