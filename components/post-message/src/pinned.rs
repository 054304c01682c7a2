//! `GET /api/rooms/{room}/pinned`: what the room wants to have at hand.

use crate::message::{Message, Messages, json};
use domain::ids::MessageId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, Problem, Response, RoomAccess, ShowsMessages, params};

/// The pinned messages of a room, at most 20.
#[derive(Serialize, ToSchema)]
pub(crate) struct PinnedMessages {
    items: Vec<Message>,
}

/// Lists the pinned messages of a room.
#[utoipa::path(get, path = "/api/rooms/{room}/pinned", tag = "post-message", operation_id = "pinned_messages",
    params(("room" = i64, Path)),
    responses((status = 200, body = PinnedMessages), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(access: RoomAccess<ShowsMessages>, db: Db, clock: Clock) -> Result<Response, Problem> {
    #[derive(Deserialize)]
    struct Row {
        id: MessageId,
    }
    let rows: Vec<Row> = db.all(include_str!("../sql/pinned-messages.sql"), params![access.room()]).await?;
    let ids: Vec<MessageId> = rows.into_iter().map(|row| row.id).collect();
    let items = Messages::of(&db, clock, access.user(), &ids).await?.items;
    Ok(json(format!("{{\"items\":{items}}}")))
}
