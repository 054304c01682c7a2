//! The request: what is sent, in which order it is looked at, and what comes back.

use super::check::Checked;
use super::commit::{NewMessage, Outcome, commit};
use crate::message::{self, Message};
use crate::screening::{Acknowledged, guard};
use domain::ids::{FileId, MessageId, TagId, UserId};
use domain::words::Confirm;
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Idempotency, Problem, Response, RoomAccess, Submission};

/// A message to be posted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageInput {
    /// At most 10,000 characters; empty only with files.
    #[serde(default)]
    pub(super) body: String,
    /// The message it answers.
    #[serde(default)]
    pub(super) reply_to: Option<MessageId>,
    /// At most 10.
    #[serde(default)]
    pub(super) tags: Vec<TagId>,
    /// Who is addressed: at most 50 people of the room.
    #[serde(default)]
    pub(super) mentions: Vec<UserId>,
    /// At most 10 files, sent before.
    #[serde(default)]
    pub(super) files: Vec<FileId>,
    /// Of whom 了解 is asked (R20).
    #[serde(default = "of_nobody")]
    pub(super) confirm: Confirm,
    /// Those people, when they are named: at most 50.
    #[serde(default)]
    pub(super) confirm_by: Vec<UserId>,
    /// Why personal information has to be written all the same (R27).
    #[serde(default)]
    pub(super) acknowledged: Option<Acknowledged>,
}

const fn of_nobody() -> Confirm {
    Confirm::None
}

/// Posts a message. Sent again with the same `Idempotency-Key`, it is the same message. In a collaboration room a text
/// that may tell who a person is, is refused with what was found until its author states a need (R27).
#[utoipa::path(post, path = "/api/rooms/{room}/messages", tag = "post-message", operation_id = "post_message",
    params(("room" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = MessageInput,
    responses((status = 201, body = Message), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn post(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<MessageInput>,
) -> Result<Response, Problem> {
    let (room, author) = (access.room(), access.user());
    let submission = idempotency.submission(None, format!("message:{room}:{author}"), fingerprint)?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&db).await?
    {
        let earlier = MessageId(earlier.parse().map_err(Problem::internal)?);
        return message::one(&db, clock, author, earlier, StatusCode::CREATED).await;
    }
    let checked = Checked::read(&db, clock, (room, author), &input).await?;
    let need = guard(&access, &db, &input.body, checked.need.clone(), checked.name_revision).await?;
    let new = NewMessage::of(checked, clock, (room, author), need, submission);
    match commit(new).await? {
        Outcome::Posted(id) | Outcome::Earlier(id) => message::one(&db, clock, author, id, StatusCode::CREATED).await,
        Outcome::Reused => Err(Submission::reused()),
        Outcome::Left => Err(Problem::not_found()),
    }
}
