//! `PUT` and `DELETE /api/rooms/{room}/messages/{message}/pin`: what the room wants to have at hand.

use crate::change::{Extras, MessageState, record, touch};
use crate::message::{self, Message};
use domain::ids::{MessageId, RoomId};
use domain::message::PINS_MAX;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use web::{ChangesRoom, Clock, Db, Path, Problem, Response, RoomAccess, params};

/// Pins a message, for everybody in the room. Twice is once.
#[utoipa::path(put, path = "/api/rooms/{room}/messages/{message}/pin", tag = "post-message",
    operation_id = "pin_message", params(("room" = i64, Path), ("message" = i64, Path)),
    responses((status = 200, body = Message), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn pin(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, message)): Path<(RoomId, MessageId)>,
) -> Result<Response, Problem> {
    set(&access, &db, clock, (room, message), true).await
}

/// Takes a pin away. Whoever is in the room may, as he may pin.
#[utoipa::path(delete, path = "/api/rooms/{room}/messages/{message}/pin", tag = "post-message",
    operation_id = "unpin_message", params(("room" = i64, Path), ("message" = i64, Path)),
    responses((status = 200, body = Message), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn unpin(
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
    is_pinned: bool,
) -> Result<Response, Problem> {
    #[derive(Deserialize)]
    struct Count {
        pins: i64,
    }
    let user = access.user();
    let transaction = db.transaction().await?;
    let state = MessageState::load_standing(&transaction, room, message).await?;
    if state.pinned_at.is_some() != is_pinned {
        let count: Count = transaction.one(include_str!("../sql/count-pins.sql"), params![room]).await?;
        if is_pinned && count.pins >= PINS_MAX {
            let title =
                format!("ピン留めは{PINS_MAX}件までです。使わなくなったものを外してから、もう一度お試しください。");
            return Err(Problem::conflict("too_many_pins", title));
        }
        let row = params![message, is_pinned.then(|| clock.now()), is_pinned.then_some(user)];
        transaction.run(include_str!("../sql/pin-message.sql"), row).await?;
        touch(&transaction, room, message, Extras::AsBefore).await?;
        let action = if is_pinned { "message.pinned" } else { "message.unpinned" };
        record(&transaction, clock, user, action, (message, json!({ "room": room }))).await?;
    }
    transaction.commit().await?;
    message::one(db, clock, user, message, StatusCode::OK).await
}
