//! `POST /api/notices/{id}/answer`: the desk answers a manager's objection to a grant (R37).

use crate::list_notices::{self, Notice};
use domain::ids::NoticeId;
use domain::text::NoteText;
use serde::Deserialize;
use serde::de::IgnoredAny;
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, Json, OutboxMessage, Path, Problem, Session, params};

/// What the desk answers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ObjectionAnswer {
    answer: String,
}

/// Answers. The manager reads it, and may confirm or object again.
#[utoipa::path(post, path = "/api/notices/{id}/answer", tag = "apply-for-account", params(("id" = i64, Path)),
    request_body = ObjectionAnswer,
    responses((status = 200, body = Notice), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn answer_objection(
    session: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Path(id): Path<NoticeId>,
    Body { value, .. }: Body<ObjectionAnswer>,
) -> Result<Json<Notice>, Problem> {
    let invalid = |error: domain::FieldError| Problem::invalid_field("answer", error.code, error.message);
    let answer = NoteText::parse(&value.answer).map_err(invalid)?;
    let transaction = db.transaction().await?;
    if list_notices::by_ids(&transaction, clock, &[id]).await?.is_empty() {
        return Err(Problem::not_found());
    }
    let row = params![id, clock.now(), answer.as_str()];
    let answered: Option<IgnoredAny> = transaction.first(include_str!("../sql/answer-objection.sql"), row).await?;
    if answered.is_none() {
        return Err(Problem::conflict("not_objected", "この通知書には、回答を待っている異議がありません。"));
    }
    let event = AuditEvent {
        actor: Actor::User(session.user_id()),
        action: "notice.answered",
        subject: format!("notice:{id}"),
        detail: serde_json::json!({ "answer": answer }),
    };
    transaction.audit(clock, event).await?;
    let message = OutboxMessage { topic: "notice.answered", payload: serde_json::json!({ "notice": id }) };
    transaction.enqueue(clock, message).await?;
    let notice = list_notices::by_ids(&transaction, clock, &[id]).await?.pop().ok_or_else(Problem::not_found)?;
    transaction.commit().await?;
    Ok(Json(notice))
}
