//! `GET /api/rooms/{room}/messages/{message}/versions`: what a message said before it was edited.

use crate::change::MessageState;
use domain::ids::{MessageId, RoomId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Json, Millis, Path, Problem, RoomAccess, ShowsMessages, params};

/// Every wording of a message, oldest first; the last one is what it says now.
#[derive(Serialize, ToSchema)]
pub(crate) struct MessageVersions {
    items: Vec<MessageVersion>,
}

/// One wording of a message.
#[derive(Serialize, Deserialize, ToSchema)]
struct MessageVersion {
    body: String,
    /// Since when it said so.
    at: Millis,
}

/// Tells what a message said before. A withdrawn one says nothing any more.
#[utoipa::path(get, path = "/api/rooms/{room}/messages/{message}/versions", tag = "post-message",
    operation_id = "message_versions", params(("room" = i64, Path), ("message" = i64, Path)),
    responses((status = 200, body = MessageVersions), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    _: RoomAccess<ShowsMessages>,
    db: Db,
    Path((room, message)): Path<(RoomId, MessageId)>,
) -> Result<Json<MessageVersions>, Problem> {
    let state = MessageState::load(&db, room, message).await?;
    if state.withdrawn_at.is_some() {
        return Err(Problem::not_found());
    }
    let mut items: Vec<MessageVersion> = db.all(include_str!("../sql/versions.sql"), params![message]).await?;
    items.push(MessageVersion { body: state.body, at: state.edited_at.unwrap_or(state.at) });
    Ok(Json(MessageVersions { items }))
}
