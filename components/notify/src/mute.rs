//! `GET /api/notifications/muted-rooms`, `PUT` and `DELETE /api/notifications/muted-rooms/{room}`: of such a room one is
//! told only when one is addressed (R30).

use domain::ids::RoomId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, ChangesRoom, Db, Json, Problem, RoomAccess, Session, params};

/// The caller's quiet rooms, by number; their names may be patients'.
#[derive(Serialize, ToSchema)]
pub(crate) struct MutedRooms {
    rooms: Vec<RoomId>,
}

#[derive(Deserialize)]
struct Row {
    room_id: RoomId,
}

/// Lists the rooms of which the caller is told only when addressed.
#[utoipa::path(get, path = "/api/notifications/muted-rooms", tag = "notify", operation_id = "muted_rooms",
    responses((status = 200, body = MutedRooms), (status = 401, body = Problem)))]
pub(crate) async fn muted(session: Session<AnyUser>, db: Db) -> Result<Json<MutedRooms>, Problem> {
    let rows: Vec<Row> = db.all(include_str!("../sql/muted-rooms.sql"), params![session.user_id()]).await?;
    Ok(Json(MutedRooms { rooms: rows.into_iter().map(|row| row.room_id).collect() }))
}

/// It is so now.
#[derive(Serialize, ToSchema)]
pub(crate) struct Muted {
    is_muted: bool,
}

/// From now on only when addressed.
#[utoipa::path(put, path = "/api/notifications/muted-rooms/{room}", tag = "notify", operation_id = "mute_room",
    params(("room" = i64, Path)),
    responses((status = 200, body = Muted), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn mute(access: RoomAccess<ChangesRoom>, db: Db) -> Result<Json<Muted>, Problem> {
    db.run(include_str!("../sql/mute-room.sql"), params![access.user(), access.room()]).await?;
    Ok(Json(Muted { is_muted: true }))
}

/// From now on everything.
#[utoipa::path(delete, path = "/api/notifications/muted-rooms/{room}", tag = "notify", operation_id = "unmute_room",
    params(("room" = i64, Path)),
    responses((status = 200, body = Muted), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn unmute(access: RoomAccess<ChangesRoom>, db: Db) -> Result<Json<Muted>, Problem> {
    db.run(include_str!("../sql/unmute-room.sql"), params![access.user(), access.room()]).await?;
    Ok(Json(Muted { is_muted: false }))
}
