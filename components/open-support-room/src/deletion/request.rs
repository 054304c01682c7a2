//! `POST` and `DELETE /api/rooms/{room}/deletion`: the first clerk asks for the deletion, or it is called off.

use super::{check_due, not_requested};
use crate::desk_room::DeskRoom;
use domain::ids::RoomId;
use http::StatusCode;
use serde_json::json;
use web::{Actor, AssociationDesk, AuditEvent, Clock, Db, FreshSession, Path, Problem, Transaction, params};

/// Asks for the deletion; another clerk has to confirm it.
#[utoipa::path(post, path = "/api/rooms/{room}/deletion", tag = "open-support-room", operation_id = "request_deletion",
    params(("room" = i64, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn request(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
) -> Result<StatusCode, Problem> {
    let transaction = db.transaction().await?;
    let room = DeskRoom::find(&transaction, room).await?;
    check_due(&room, clock)?;
    if let Some(name) = &room.deletion_requested_by {
        let problem =
            Problem::conflict("already_requested", "削除は、すでに依頼されています。ほかの職員が確認します。");
        return Err(problem.detail(format!("依頼した人: {name}")));
    }
    let row = params![room.room_id, clock.now(), session.user_id()];
    transaction.run(include_str!("../../sql/request-deletion.sql"), row).await?;
    record(transaction, clock, &session, &room, "support_room.deletion_requested").await
}

/// Calls a request off; whoever asked for it or another clerk may.
#[utoipa::path(delete, path = "/api/rooms/{room}/deletion", tag = "open-support-room",
    operation_id = "take_deletion_back", params(("room" = i64, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn take_back(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
) -> Result<StatusCode, Problem> {
    let transaction = db.transaction().await?;
    let room = DeskRoom::find(&transaction, room).await?;
    check_due(&room, clock)?;
    if room.deletion_requested_by_user_id.is_none() {
        return Err(not_requested());
    }
    transaction.run(include_str!("../../sql/take-deletion-back.sql"), params![room.room_id]).await?;
    record(transaction, clock, &session, &room, "support_room.deletion_withdrawn").await
}

async fn record(
    transaction: Transaction<'_>,
    clock: Clock,
    session: &FreshSession<AssociationDesk>,
    room: &DeskRoom,
    action: &'static str,
) -> Result<StatusCode, Problem> {
    let detail = json!({ "retain_until": room.retain_until });
    let event = AuditEvent { actor: Actor::User(session.user_id()), action, subject: room.subject(), detail };
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
