//! `GET /api/messages/unread`: what waits for the caller in all rooms (R18, R20).

use domain::ids::RoomId;
use domain::words::RoomKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Clock, Db, Json, Millis, Problem, Session, params};

const ROOMS_MAX: usize = 100;
/// For how long 了解 is waited for, in days; what is older is history.
const WAITS_DAYS: i64 = 90;

/// What waits for the caller.
#[derive(Serialize, ToSchema)]
pub(crate) struct Unread {
    /// Messages of all these rooms together.
    total: i64,
    /// Where something waits, the latest first; at most 100 rooms.
    rooms: Vec<UnreadRoom>,
}

/// A room in which something waits. Its name may be a patient's: the list of rooms shows it, and logs who saw it (R21).
#[derive(Serialize, Deserialize, ToSchema)]
struct UnreadRoom {
    room_id: RoomId,
    kind: RoomKind,
    /// At most 100.
    unread_count: i64,
    /// Messages that ask the caller for 了解.
    asked_count: i64,
    /// When the last message of the room was written.
    #[schema(required = true)]
    last_at: Option<Millis>,
}

/// Counts what waits for the caller.
#[utoipa::path(get, path = "/api/messages/unread", tag = "post-message", operation_id = "unread_messages",
    responses((status = 200, body = Unread), (status = 401, body = Problem)))]
pub(crate) async fn count(session: Session<AnyUser>, db: Db, clock: Clock) -> Result<Json<Unread>, Problem> {
    let since = clock.now().plus_minutes(-WAITS_DAYS * 24 * 60);
    let asked = params![session.user_id(), clock.now(), since];
    let mut rooms: Vec<UnreadRoom> = db.all(include_str!("../sql/unread.sql"), asked).await?;
    rooms.truncate(ROOMS_MAX);
    Ok(Json(Unread { total: rooms.iter().map(|room| room.unread_count).sum(), rooms }))
}
