//! `POST /api/room-register/{room}/reopening`: a room was closed by mistake.

use super::close::{RoomReasonInput, tell_members};
use super::show::{RegisteredRoom, exists, record};
use crate::details::name_in_use;
use domain::ids::RoomId;
use domain::words::RoomEventKind;
use serde_json::json;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, FreshSession, Json, Path, Problem, RoomEvent, params};

/// Undoes a closing: everybody who took part does again, apart from accounts that were stopped meanwhile.
#[utoipa::path(post, path = "/api/room-register/{room}/reopening", tag = "open-room", operation_id = "reopen_registered_room",
    params(("room" = i64, Path)), request_body = RoomReasonInput,
    responses((status = 200, body = RegisteredRoom), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn reopen(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
    Body { value: input, .. }: Body<RoomReasonInput>,
) -> Result<Json<RegisteredRoom>, Problem> {
    exists(&db, room).await?;
    let reason = input.required()?.as_str().to_owned();
    let transaction = db.transaction().await?;
    let reopened: Result<Option<serde::de::IgnoredAny>, _> =
        transaction.first(include_str!("../../sql/reopen-room.sql"), params![room, clock.now()]).await;
    if reopened.map_err(name_in_use)?.is_none() {
        return Err(Problem::conflict("not_closed", "この部屋は閉じていません。"));
    }
    let by = session.user_id();
    let event = AuditEvent {
        actor: Actor::User(by),
        action: "collaboration_room.reopened",
        subject: format!("room:{room}"),
        detail: json!({ "reason": reason }),
    };
    transaction.audit(clock, event).await?;
    let kind = RoomEventKind::Reopened;
    RoomEvent { room, kind, about: None, actor: Some(by), note: Some(reason) }.add(&transaction, clock).await?;
    tell_members(&transaction, clock, room, "collaboration_room.reopened").await?;
    transaction.commit().await?;
    Ok(Json(record(&db, room, clock.now()).await?))
}
