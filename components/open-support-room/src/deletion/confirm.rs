//! `POST /api/rooms/{room}/deletion/confirmation`: the second clerk, and with him the content goes.

use super::{check_due, contents, not_requested};
use crate::desk_room::DeskRoom;
use domain::ids::RoomId;
use http::StatusCode;
use serde_json::{Value, json};
use web::{Actor, AssociationDesk, AuditEvent, Clock, Db, FreshSession, Path, Problem, params};

/// Deletes the content of a room for good, on the request of another clerk.
#[utoipa::path(post, path = "/api/rooms/{room}/deletion/confirmation", tag = "open-support-room",
    operation_id = "confirm_deletion", params(("room" = i64, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn confirm(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
) -> Result<StatusCode, Problem> {
    // What is deleted is overwritten in the file, where the database lets us say so (a remote one may not).
    let _ = db.run(include_str!("../../sql/overwrite-deleted.sql"), []).await;
    let transaction = db.transaction().await?;
    let room = DeskRoom::find(&transaction, room).await?;
    check_due(&room, clock)?;
    let requested_by = room.deletion_requested_by_user_id.ok_or_else(not_requested)?;
    let user = session.user_id();
    if requested_by == user {
        return Err(Problem::conflict("same_clerk", "依頼した本人は確認できません。ほかの職員が確認してください。"));
    }
    let now = clock.now();
    let counts = Value::Object(contents::delete(&transaction, room.room_id, room.registrant_id).await?);
    transaction.run(include_str!("../../sql/mark-content-deleted.sql"), params![room.room_id, now]).await?;
    let marked = params![room.registrant_id, now];
    transaction.run(include_str!("../../sql/mark-registrant-deleted.sql"), marked).await?;
    let record = params![room.room_id, room.registrant_id, requested_by, user, now, counts.to_string()];
    transaction.run(include_str!("../../sql/add-deletion-record.sql"), record).await?;
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "support_room.content_deleted",
        subject: room.subject(),
        detail: json!({ "registrant": room.registrant_id, "requested_by": requested_by, "counts": counts }),
    };
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
