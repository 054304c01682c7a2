//! `GET /api/rooms/{room}/messages/{message}/readers`: who has read and confirmed it, and who has not (R20).

use crate::page::is_of_room;
use domain::ids::{MessageId, RoomId, UserId};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, Json, Millis, Path, Problem, RoomAccess, ShowsMessages, params};

const READERS_MAX: usize = 500;

/// The people of a room, and what each did with one of its messages.
#[derive(Serialize, ToSchema)]
pub(crate) struct Readers {
    /// Without the author; at most 500.
    items: Vec<Reader>,
    /// Whether there are more.
    cut: bool,
}

/// A person, and what he or she did with a message.
#[derive(Serialize, Deserialize, ToSchema)]
struct Reader {
    user_id: UserId,
    name: String,
    profession: Profession,
    organization_name: String,
    /// When the message was read; null: not, as far as is known.
    #[schema(required = true)]
    read_at: Option<Millis>,
    /// Whether 了解 is asked of this person.
    asked: bool,
    /// When the person gave it.
    #[schema(required = true)]
    confirmed_at: Option<Millis>,
    /// Read it, and is no longer in the room.
    has_left: bool,
    /// Came into the room after it was written.
    came_later: bool,
}

/// Tells who has read a message, and when.
#[utoipa::path(get, path = "/api/rooms/{room}/messages/{message}/readers", tag = "post-message",
    operation_id = "message_readers", params(("room" = i64, Path), ("message" = i64, Path)),
    responses((status = 200, body = Readers), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    access: RoomAccess<ShowsMessages>,
    db: Db,
    clock: Clock,
    Path((room, message)): Path<(RoomId, MessageId)>,
) -> Result<Json<Readers>, Problem> {
    is_of_room(&db, access.room(), message).await?;
    let asked = params![room, message, clock.now()];
    let mut items: Vec<Reader> = db.all(include_str!("../sql/readers.sql"), asked).await?;
    let cut = items.len() > READERS_MAX;
    items.truncate(READERS_MAX);
    Ok(Json(Readers { items, cut }))
}
