//! `POST /api/mail/drafts`: a mail is begun.

use super::{Draft, DraftInput, hold_files};
use domain::ids::MailDraftId;
use domain::mail::DRAFTS_MAX;
use http::StatusCode;
use serde::Deserialize;
use web::{AnyUser, Body, Clock, Db, Idempotency, Json, Problem, Session, params};

/// Keeps a mail that is begun. Sent again with the same `Idempotency-Key`, it is the same draft.
#[utoipa::path(post, path = "/api/mail/drafts", tag = "exchange-mail", operation_id = "begin_mail_draft",
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = DraftInput,
    responses((status = 201, body = Draft), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn begin(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<DraftInput>,
) -> Result<(StatusCode, Json<Draft>), Problem> {
    #[derive(Deserialize)]
    struct Count {
        drafts: i64,
    }
    #[derive(Deserialize)]
    struct Added {
        draft_id: MailDraftId,
    }
    let user = session.user_id();
    let submission = idempotency.submission(None, format!("mail_draft:{user}"), fingerprint)?;
    input.check()?;
    input.says_something()?;
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        let draft = earlier.parse().map(MailDraftId).map_err(Problem::internal)?;
        let kept = Draft::load(&db, user, Some(draft)).await?.pop();
        // Sent or thrown away meanwhile: whoever asks again learns its number all the same.
        return Ok((StatusCode::CREATED, Json(kept.unwrap_or_else(|| Draft::of_past(draft, clock, input)))));
    }
    let count: Count = transaction.one(include_str!("../../sql/count-drafts.sql"), params![user]).await?;
    if count.drafts >= DRAFTS_MAX {
        let title = format!("下書きは{DRAFTS_MAX}件までです。送信するか、要らない下書きを捨ててください。");
        return Err(Problem::conflict("too_many_drafts", title));
    }
    let row = params![user, input.content()?, clock.now()];
    let added: Added = transaction.one(include_str!("../../sql/add-draft.sql"), row).await?;
    hold_files(&transaction, clock, user, added.draft_id, &input.files()?).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &added.draft_id.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(Draft::one(&db, user, added.draft_id).await?)))
}
