//! `PUT` and `DELETE /api/rooms/{room}/messages/{message}/reactions/{reaction}`: a short answer.

use crate::change::{Extras, MessageState, touch};
use crate::message::{self, Message};
use domain::ids::{MessageId, RoomId};
use domain::words::Reaction;
use http::StatusCode;
use web::{ChangesRoom, Clock, Db, Path, Problem, Response, RoomAccess, params};

/// Answers a message in one of the ways there are. Twice is once.
#[utoipa::path(put, path = "/api/rooms/{room}/messages/{message}/reactions/{reaction}", tag = "post-message",
    operation_id = "react_to_message",
    params(("room" = i64, Path), ("message" = i64, Path), ("reaction" = Reaction, Path)),
    responses((status = 200, body = Message), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn react(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, message, reaction)): Path<(RoomId, MessageId, Reaction)>,
) -> Result<Response, Problem> {
    set(&access, &db, clock, (room, message, reaction), true).await
}

/// Takes the caller's answer back.
#[utoipa::path(delete, path = "/api/rooms/{room}/messages/{message}/reactions/{reaction}", tag = "post-message",
    operation_id = "take_reaction_back",
    params(("room" = i64, Path), ("message" = i64, Path), ("reaction" = Reaction, Path)),
    responses((status = 200, body = Message), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn take_back(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, message, reaction)): Path<(RoomId, MessageId, Reaction)>,
) -> Result<Response, Problem> {
    set(&access, &db, clock, (room, message, reaction), false).await
}

async fn set(
    access: &RoomAccess<ChangesRoom>,
    db: &Db,
    clock: Clock,
    (room, message, reaction): (RoomId, MessageId, Reaction),
    is_given: bool,
) -> Result<Response, Problem> {
    let user = access.user();
    let transaction = db.transaction().await?;
    MessageState::load_standing(&transaction, room, message).await?;
    if is_given {
        let row = params![message, reaction.as_str(), user, clock.now()];
        transaction.run(include_str!("../sql/add-reaction.sql"), row).await?;
    } else {
        let row = params![message, reaction.as_str(), user];
        transaction.run(include_str!("../sql/remove-reaction.sql"), row).await?;
    }
    let extras = if is_given { Extras::Some } else { Extras::AsBefore };
    touch(&transaction, room, message, extras).await?;
    transaction.commit().await?;
    message::one(db, clock, user, message, StatusCode::OK).await
}
