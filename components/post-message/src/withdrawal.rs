//! `POST /api/rooms/{room}/messages/{message}/withdrawal`: its author takes a message back; that it was there stays.

use crate::change::{Extras, MessageState, record, touch};
use crate::message::{self, Message};
use domain::ids::{MessageId, RoomId};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Path, Problem, Response, RoomAccess, params};

/// Withdrawing needs no words.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageWithdrawal {}

/// Withdraws a message: nobody reads or finds it any more, its place says when. What it said is retained (R38).
#[utoipa::path(post, path = "/api/rooms/{room}/messages/{message}/withdrawal", tag = "post-message",
    operation_id = "withdraw_message", params(("room" = i64, Path), ("message" = i64, Path)),
    request_body = MessageWithdrawal,
    responses((status = 200, body = Message), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, message)): Path<(RoomId, MessageId)>,
    _: Body<MessageWithdrawal>,
) -> Result<Response, Problem> {
    let user = access.user();
    let transaction = db.transaction().await?;
    MessageState::load_own(&transaction, room, message, user).await?;
    transaction.run(include_str!("../sql/withdraw-message.sql"), params![message, clock.now()]).await?;
    transaction.run(include_str!("../sql/delete-message-words.sql"), params![message]).await?;
    touch(&transaction, room, message, Extras::AsBefore).await?;
    record(&transaction, clock, user, "message.withdrawn", (message, json!({ "room": room }))).await?;
    transaction.commit().await?;
    message::one(&db, clock, user, message, StatusCode::OK).await
}
