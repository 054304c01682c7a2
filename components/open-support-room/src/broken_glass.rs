//! `POST /api/rooms/{room}/broken-glass`: the association looks into a room it is not in – with a reason, for a while, and
//! the room is told (R21). What it then sees is on record like every view.

use crate::desk_room::{DeskRoom, required_note};
use domain::ids::RoomId;
use domain::registrant::is_named_in;
use domain::validation::Violations;
use domain::words::RoomEventKind;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AssociationDesk, AuditEvent, Body, Clock, Db, FreshSession, Json, Millis, OutboxMessage, Path, Problem,
    RoomEvent, Settings, params,
};

/// Why it is necessary.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BrokenGlassInput {
    /// The room reads it, and the city in the audit trail, which holds no patient's name.
    #[serde(default)]
    reason: String,
}

/// For how long the room is open to the clerk.
#[derive(Serialize, ToSchema)]
pub(crate) struct GlassBroken {
    until: Millis,
}

/// Opens a room to the calling clerk alone for the minutes that the city has set.
#[utoipa::path(post, path = "/api/rooms/{room}/broken-glass", tag = "open-support-room", operation_id = "break_glass",
    params(("room" = i64, Path)), request_body = BrokenGlassInput,
    responses((status = 201, body = GlassBroken), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn break_glass(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
    Body { value: input, .. }: Body<BrokenGlassInput>,
) -> Result<(StatusCode, Json<GlassBroken>), Problem> {
    let transaction = db.transaction().await?;
    let room = DeskRoom::find(&transaction, room).await?;
    // A closed room is open to nobody, broken glass or not.
    if room.closed_at.is_some() {
        return Err(Problem::not_found());
    }
    let reason = required_note("reason", &input.reason)?;
    refuse_name(&room, reason.as_str())?;
    let (user, now) = (session.user_id(), clock.now());
    let until = now.plus_minutes(Settings(&transaction).number("broken_glass_minutes").await?);
    let row = params![room.room_id, user, reason.as_str(), now, until];
    transaction.run(include_str!("../sql/break-glass.sql"), row).await?;
    let kind = RoomEventKind::GlassBroken;
    let told =
        RoomEvent { room: room.room_id, kind, about: None, actor: Some(user), note: Some(reason.as_str().to_owned()) };
    told.add(&transaction, clock).await?;
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "support_room.glass_broken",
        subject: room.subject(),
        detail: json!({ "reason": reason.as_str(), "until": until }),
    };
    transaction.audit(clock, event).await?;
    let payload = json!({ "room": room.room_id, "users": room.members(&transaction, clock).await? });
    transaction.enqueue(clock, OutboxMessage { topic: "support_room.glass_broken", payload }).await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(GlassBroken { until })))
}

/// The city reads the audit trail and is not to learn whose room it was; nor does the trail ever forget.
fn refuse_name(room: &DeskRoom, reason: &str) -> Result<(), Problem> {
    if !is_named_in(reason, &room.registrant_name, &room.registrant_kana) {
        return Ok(());
    }
    let message = "理由は市の職員も読む操作の記録に残ります。登録者の名前を書かずに入力してください。";
    let mut violations = Violations::new();
    violations.push_rule("R21", "reason", "names_the_registrant", message);
    Err(Problem::invalid(violations))
}
