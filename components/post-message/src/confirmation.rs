//! `PUT` and `DELETE /api/rooms/{room}/messages/{message}/confirmation`: 了解 (R20).

use crate::change::{Extras, MessageState, record, touch};
use crate::message::{self, Message};
use domain::ids::{MessageId, RoomId, UserId};
use domain::words::Confirm;
use http::StatusCode;
use serde_json::json;
use web::{ChangesRoom, Clock, Db, Path, Problem, Response, RoomAccess, Transaction, params};

/// Confirms a message that asks for it; when it was first confirmed stays.
#[utoipa::path(put, path = "/api/rooms/{room}/messages/{message}/confirmation", tag = "post-message",
    operation_id = "confirm_message", params(("room" = i64, Path), ("message" = i64, Path)),
    responses((status = 200, body = Message), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn confirm(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, message)): Path<(RoomId, MessageId)>,
) -> Result<Response, Problem> {
    set(&access, &db, clock, (room, message), true).await
}

/// Takes the caller's confirmation back: it was a slip. The audit trail keeps both.
#[utoipa::path(delete, path = "/api/rooms/{room}/messages/{message}/confirmation", tag = "post-message",
    operation_id = "take_confirmation_back", params(("room" = i64, Path), ("message" = i64, Path)),
    responses((status = 200, body = Message), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn take_back(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, message)): Path<(RoomId, MessageId)>,
) -> Result<Response, Problem> {
    set(&access, &db, clock, (room, message), false).await
}

async fn set(
    access: &RoomAccess<ChangesRoom>,
    db: &Db,
    clock: Clock,
    (room, message): (RoomId, MessageId),
    is_given: bool,
) -> Result<Response, Problem> {
    let user = access.user();
    let transaction = db.transaction().await?;
    asks(&transaction, room, message, user).await?;
    let (action, extras) = if is_given {
        let row = params![message, user, clock.now()];
        transaction.run(include_str!("../sql/confirm-message.sql"), row).await?;
        ("message.confirmed", Extras::Some)
    } else {
        transaction.run(include_str!("../sql/take-confirmation-back.sql"), params![message, user]).await?;
        ("message.confirmation_taken_back", Extras::AsBefore)
    };
    touch(&transaction, room, message, extras).await?;
    record(&transaction, clock, user, action, (message, json!({ "room": room }))).await?;
    transaction.commit().await?;
    message::one(db, clock, user, message, StatusCode::OK).await
}

/// A message that asks for 了解 and is another's.
async fn asks(transaction: &Transaction<'_>, room: RoomId, message: MessageId, user: UserId) -> Result<(), Problem> {
    let state = MessageState::load_standing(transaction, room, message).await?;
    if state.confirm == Confirm::None || state.author_user_id == user {
        return Err(Problem::conflict("not_asked", "この書き込みは、了解を求めていません。").rule("R20"));
    }
    Ok(())
}
