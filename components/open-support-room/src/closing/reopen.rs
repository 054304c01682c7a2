//! `POST /api/rooms/{room}/reopening`: a room was closed by mistake.

use crate::desk_room::{DeskRoom, required_note};
use domain::ids::RoomId;
use domain::words::{ClosingReason, RoomEventKind};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AssociationDesk, AuditEvent, Body, CareTeam, Clock, Db, FreshSession, Millis, OutboxMessage, Path, Problem,
    RoomEvent, Transaction, params,
};

/// What the mistake was.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReopeningInput {
    /// The team reads it.
    #[serde(default)]
    note: String,
}

/// Undoes a closing: the team is as it was, since its stays were never ended, and a consent that only this closing
/// took back holds again.
#[utoipa::path(post, path = "/api/rooms/{room}/reopening", tag = "open-support-room", operation_id = "reopen_room",
    params(("room" = i64, Path)), request_body = ReopeningInput,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn reopen(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
    Body { value: input, .. }: Body<ReopeningInput>,
) -> Result<StatusCode, Problem> {
    let transaction = db.transaction().await?;
    let room = DeskRoom::find(&transaction, room).await?;
    let closed_at = may_reopen(&transaction, &room).await?;
    let note = required_note("note", &input.note)?;
    transaction.run(include_str!("../../sql/reopen-room.sql"), params![room.room_id]).await?;
    if room.closed_reason == Some(ClosingReason::ConsentWithdrawn) {
        let row = params![room.registrant_id, closed_at];
        transaction.run(include_str!("../../sql/restore-consents.sql"), row).await?;
    }
    let user = session.user_id();
    let kind = RoomEventKind::Reopened;
    let note = Some(note.as_str().to_owned());
    RoomEvent { room: room.room_id, kind, about: None, actor: Some(user), note }.add(&transaction, clock).await?;
    // Meanwhile accounts may have been stopped and days that a Form 8 named may have come (R17).
    let team = CareTeam::load(&transaction, room.room_id).await?;
    team.flag(&transaction, clock).await?;
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "support_room.reopened",
        subject: room.subject(),
        detail: json!({ "closed_at": closed_at, "closed_reason": room.closed_reason }),
    };
    transaction.audit(clock, event).await?;
    let members: Vec<_> = team.members_at(clock.now()).collect();
    let payload = json!({ "room": room.room_id, "users": members });
    transaction.enqueue(clock, OutboxMessage { topic: "support_room.reopened", payload }).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// When it was closed, if it may be opened again.
async fn may_reopen(transaction: &Transaction<'_>, room: &DeskRoom) -> Result<Millis, Problem> {
    let Some(closed_at) = room.closed_at else {
        return Err(Problem::conflict("not_closed", "この部屋は閉じていません。"));
    };
    if room.content_deleted_at.is_some() {
        let message = "この部屋の内容は削除されたため、閉鎖を取り消せません。";
        return Err(Problem::conflict("content_deleted", message).rule("R38"));
    }
    let other: Option<serde::de::IgnoredAny> =
        transaction.first(include_str!("../../sql/open-room-of-registrant.sql"), params![room.registrant_id]).await?;
    if other.is_some() {
        let message = "この登録者には、すでに開いている別の部屋があります。一人の登録者に開ける部屋は一つです。";
        return Err(Problem::conflict("other_room_open", message));
    }
    Ok(closed_at)
}
