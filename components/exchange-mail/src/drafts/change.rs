//! `PUT /api/mail/drafts/{draft}`: a mail is written on.

use super::{Draft, DraftInput, hold_files};
use domain::ids::MailDraftId;
use web::{AnyUser, Body, Clock, Db, Json, Path, Problem, Session, params};

/// Keeps a draft as it stands now, in place of what it was.
#[utoipa::path(put, path = "/api/mail/drafts/{draft}", tag = "exchange-mail", operation_id = "change_mail_draft",
    params(("draft" = i64, Path)), request_body = DraftInput,
    responses((status = 200, body = Draft), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn change(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Path(draft): Path<MailDraftId>,
    Body { value: input, .. }: Body<DraftInput>,
) -> Result<Json<Draft>, Problem> {
    let user = session.user_id();
    let transaction = db.transaction().await?;
    let own: Option<serde::de::IgnoredAny> =
        transaction.first(include_str!("../../sql/own-draft.sql"), params![draft, user]).await?;
    own.ok_or_else(Problem::not_found)?;
    input.check()?;
    let row = params![draft, input.content()?, clock.now()];
    transaction.run(include_str!("../../sql/change-draft.sql"), row).await?;
    hold_files(&transaction, clock, user, draft, &input.files()?).await?;
    transaction.commit().await?;
    Ok(Json(Draft::one(&db, user, draft).await?))
}
