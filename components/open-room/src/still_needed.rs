//! `POST …/still-needed`: somebody says that a silent room is still needed; for ninety days it is no candidate to close
//! then (R26).

use crate::register::show::{RegisteredRoom, record};
use domain::ids::{RoomId, UserId};
use domain::words::RoomEventKind;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, Body, ChangesRoom, CityDesk, Clock, Db, Json, Millis, Path, Problem, RoomAccess, RoomEvent,
    Session, params,
};

/// Nothing has to be said with it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StillNeededInput {}

/// When it was said.
#[derive(Serialize, ToSchema)]
pub(crate) struct StillNeeded {
    needed_at: Millis,
}

/// A participant says that the room is still needed.
#[utoipa::path(post, path = "/api/collaboration-rooms/{room}/still-needed", tag = "open-room", operation_id = "say_room_is_needed",
    params(("room" = i64, Path)), request_body = StillNeededInput,
    responses((status = 200, body = StillNeeded), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn say(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path(_): Path<RoomId>,
    _: Body<StillNeededInput>,
) -> Result<Json<StillNeeded>, Problem> {
    keep(&db, clock, access.room(), access.user()).await?;
    Ok(Json(StillNeeded { needed_at: clock.now() }))
}

/// The city found out that the room is still needed.
#[utoipa::path(post, path = "/api/room-register/{room}/still-needed", tag = "open-room", operation_id = "note_room_is_needed",
    params(("room" = i64, Path)), request_body = StillNeededInput,
    responses((status = 200, body = RegisteredRoom), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn note(
    session: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
    _: Body<StillNeededInput>,
) -> Result<Json<RegisteredRoom>, Problem> {
    keep(&db, clock, room, session.user_id()).await?;
    Ok(Json(record(&db, room, clock.now()).await?))
}

async fn keep(db: &Db, clock: Clock, room: RoomId, by: UserId) -> Result<(), Problem> {
    let transaction = db.transaction().await?;
    let row = params![room, clock.now(), by];
    let kept: Option<serde::de::IgnoredAny> = transaction.first(include_str!("../sql/still-needed.sql"), row).await?;
    // No such room, a support room, or closed.
    kept.ok_or_else(Problem::not_found)?;
    let kind = RoomEventKind::StillNeeded;
    RoomEvent { room, kind, about: None, actor: Some(by), note: None }.add(&transaction, clock).await?;
    let event = AuditEvent {
        actor: Actor::User(by),
        action: "collaboration_room.still_needed",
        subject: format!("room:{room}"),
        detail: json!({}),
    };
    transaction.audit(clock, event).await?;
    Ok(transaction.commit().await?)
}
