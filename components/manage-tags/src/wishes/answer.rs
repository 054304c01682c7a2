//! `POST /api/tag-wishes/answer`: the city answers everybody who wished for a wording, with a new tag or without.

use super::Wish;
use crate::change::{add, name};
use domain::ids::TagId;
use domain::text::NoteText;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, FreshSession, Json, OutboxMessage, Problem, params};

/// An answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerInput {
    /// The group.
    wording_key: String,
    /// What everybody who wished for it reads.
    answer: String,
    /// Whether a tag of this wording is created.
    #[serde(default)]
    create_tag: bool,
}

/// Answers a wish. An answer can be given anew; the tag is created once.
#[utoipa::path(post, path = "/api/tag-wishes/answer", tag = "manage-tags", operation_id = "answer_tag_wish",
    request_body = AnswerInput,
    responses((status = 200, body = Wish), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn answer(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<AnswerInput>,
) -> Result<Json<Wish>, Problem> {
    let answer =
        NoteText::parse(&value.answer).map_err(|error| Problem::invalid_field("answer", error.code, error.message))?;
    let transaction = db.transaction().await?;
    let group = params![value.wording_key.as_str()];
    let found: Option<Wish> = transaction.first(include_str!("../../sql/wish-group.sql"), group).await?;
    let wish = found.ok_or_else(Problem::not_found)?;
    let tag: Option<TagId> = if value.create_tag && wish.tag_id.is_none() {
        Some(add(&transaction, clock, session.user_id(), &name(&wish.wording)?).await?)
    } else {
        wish.tag_id
    };
    let row = params![wish.wording_key.as_str(), answer.as_str(), clock.now(), session.user_id(), tag];
    transaction.run(include_str!("../../sql/answer-wish.sql"), row).await?;
    let event = AuditEvent {
        actor: Actor::User(session.user_id()),
        action: "tag_wish.answered",
        subject: "tags".to_owned(),
        detail: json!({ "wording": wish.wording, "answer": answer.as_str(), "tag": tag }),
    };
    transaction.audit(clock, event).await?;
    let payload = json!({ "wording_key": wish.wording_key });
    transaction.enqueue(clock, OutboxMessage { topic: "tag_wish.answered", payload }).await?;
    transaction.commit().await?;
    Ok(Json(db.one(include_str!("../../sql/wish-group.sql"), params![value.wording_key]).await?))
}
