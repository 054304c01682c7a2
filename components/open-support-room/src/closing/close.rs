//! `POST /api/rooms/{room}/closure`.

use crate::desk_room::{DeskRoom, optional_note};
use chrono::NaiveDate;
use domain::ids::RoomId;
use domain::retention::retain_until;
use domain::text::NoteText;
use domain::words::{ClosingReason, RoomEventKind};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AssociationDesk, AuditEvent, Body, Clock, Db, FreshSession, Json, Millis, OutboxMessage, Path, Problem,
    RoomEvent, Settings, params,
};

/// Why the room ends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClosureInput {
    reason: ClosingReason,
    /// For the association; may be empty.
    #[serde(default)]
    note: String,
}

/// The room as it is closed.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomClosed {
    closed_at: Millis,
    /// The last day on which its content is kept for certain (R38).
    #[schema(value_type = String, format = Date)]
    retain_until: NaiveDate,
}

/// Closes a room: from now on it exists for nobody in the team, in no list and under no address (R18).
#[utoipa::path(post, path = "/api/rooms/{room}/closure", tag = "open-support-room", operation_id = "close_room",
    params(("room" = i64, Path)), request_body = ClosureInput,
    responses((status = 200, body = RoomClosed), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn close(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
    Body { value: input, .. }: Body<ClosureInput>,
) -> Result<Json<RoomClosed>, Problem> {
    let transaction = db.transaction().await?;
    let room = DeskRoom::find(&transaction, room).await?;
    if room.closed_at.is_some() {
        return Err(Problem::conflict("already_closed", "この部屋は、すでに閉じています。"));
    }
    let note = optional_note("note", &input.note)?;
    let note = note.as_ref().map(NoteText::as_str);
    let (user, now) = (session.user_id(), clock.now());
    let years = Settings(&transaction).number("content_retention_years").await?;
    let retain_until = retain_until(clock.today(), years);
    let row = params![room.room_id, now, input.reason.as_str(), note, user, retain_until];
    transaction.run(include_str!("../../sql/close-room.sql"), row).await?;
    if input.reason == ClosingReason::ConsentWithdrawn {
        let row = params![room.registrant_id, now];
        transaction.run(include_str!("../../sql/withdraw-consents.sql"), row).await?;
    }
    // The note stays out of what the team and the city read.
    let kind = RoomEventKind::Closed;
    let label = Some(input.reason.label_ja().to_owned());
    let told = RoomEvent { room: room.room_id, kind, about: None, actor: Some(user), note: label };
    told.add(&transaction, clock).await?;
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "support_room.closed",
        subject: room.subject(),
        detail: json!({ "reason": input.reason, "retain_until": retain_until }),
    };
    transaction.audit(clock, event).await?;
    let payload = json!({ "room": room.room_id, "users": room.members(&transaction, clock).await? });
    transaction.enqueue(clock, OutboxMessage { topic: "support_room.closed", payload }).await?;
    transaction.commit().await?;
    Ok(Json(RoomClosed { closed_at: now, retain_until }))
}
