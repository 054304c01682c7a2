//! `DELETE /api/mail/drafts/{draft}`: a mail is not sent after all.

use super::{Draft, take_away};
use domain::ids::MailDraftId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{AnyUser, Clock, Db, Json, Path, Problem, Session};

/// It is gone.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailDraftGone {}

/// Throws a draft away.
#[utoipa::path(delete, path = "/api/mail/drafts/{draft}", tag = "exchange-mail", operation_id = "throw_mail_draft_away",
    params(("draft" = i64, Path)),
    responses((status = 200, body = MailDraftGone), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn throw_away(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Path(draft): Path<MailDraftId>,
) -> Result<Json<MailDraftGone>, Problem> {
    let user = session.user_id();
    Draft::one(&db, user, draft).await?;
    let transaction = db.transaction().await?;
    take_away(&transaction, clock, user, draft).await?;
    transaction.commit().await?;
    Ok(Json(MailDraftGone {}))
}
