//! `GET /api/mail/drafts`: what is begun and not sent.

use super::Draft;
use serde::Serialize;
use utoipa::ToSchema;
use web::{AnyUser, Db, Json, Problem, Session};

/// The caller's drafts.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailDrafts {
    /// At most 50, the latest first.
    items: Vec<Draft>,
}

/// Lists what the caller has begun and not sent.
#[utoipa::path(get, path = "/api/mail/drafts", tag = "exchange-mail", operation_id = "mail_drafts",
    responses((status = 200, body = MailDrafts), (status = 401, body = Problem)))]
pub(crate) async fn list(session: Session<AnyUser>, db: Db) -> Result<Json<MailDrafts>, Problem> {
    Ok(Json(MailDrafts { items: Draft::load(&db, session.user_id(), None).await? }))
}
