//! `PUT /api/room-register/{room}`: the city corrects what a room is called, is for, and who takes part (R24).

use super::show::{RegisteredRoom, record};
use crate::details::{self, name_in_use};
use domain::collaboration_room::{DetailsInput, details};
use domain::ids::RoomId;
use domain::validation::Violations;
use domain::words::{RoomEventKind, RoomVisibility};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, FreshSession, Json, Path, Problem, RoomEvent, params};

/// What the room is from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoomDetailsInput {
    #[serde(default)]
    name: String,
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    #[schema(required = true)]
    theme_id: Option<i64>,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    #[schema(value_type = RoomVisibility)]
    visibility: String,
}

/// Changes the details of an open room; those who take part read that it changed, and what it was called before.
#[utoipa::path(put, path = "/api/room-register/{room}", tag = "open-room", operation_id = "change_registered_room",
    params(("room" = i64, Path)), request_body = RoomDetailsInput,
    responses((status = 200, body = RegisteredRoom), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn change(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
    Body { value: input, .. }: Body<RoomDetailsInput>,
) -> Result<Json<RegisteredRoom>, Problem> {
    #[derive(Deserialize)]
    struct Before {
        name: String,
        purpose: String,
        scope: String,
        visibility: RoomVisibility,
        closed_at: Option<i64>,
    }
    let transaction = db.transaction().await?;
    let before: Option<Before> = transaction.first(include_str!("../../sql/register-room.sql"), params![room]).await?;
    let before = before.ok_or_else(Problem::not_found)?;
    if before.closed_at.is_some() {
        return Err(Problem::conflict("room_closed", "閉じた部屋の名前や目的は変えられません。"));
    }
    let facts = details::facts(&transaction, &input.name, input.theme_id, Some(room)).await?;
    let sent = DetailsInput {
        name: &input.name,
        purpose: &input.purpose,
        theme_id: input.theme_id,
        scope: &input.scope,
        visibility: &input.visibility,
    };
    let mut v = Violations::new();
    let Some(after) = details(&mut v, sent, &facts).filter(|_| v.is_empty()) else { return Err(Problem::invalid(v)) };
    let listed = after.visibility == RoomVisibility::Listed;
    let row = params![
        room,
        after.name.as_str(),
        after.name.key(),
        after.purpose.as_str(),
        after.scope.as_str(),
        after.theme,
        listed
    ];
    transaction.run(include_str!("../../sql/change-room.sql"), row).await.map_err(name_in_use)?;
    details::index(&transaction, room, &after).await?;
    let by = session.user_id();
    let renamed = (before.name != after.name.as_str()).then(|| format!("前の名前：{}", before.name));
    let kind = RoomEventKind::DetailsChanged;
    RoomEvent { room, kind, about: None, actor: Some(by), note: renamed }.add(&transaction, clock).await?;
    let was = json!({
        "name": before.name, "purpose": before.purpose, "scope": before.scope, "visibility": before.visibility,
    });
    let event = AuditEvent {
        actor: Actor::User(by),
        action: "collaboration_room.changed",
        subject: format!("room:{room}"),
        detail: json!({ "before": was, "name": after.name, "theme": after.theme }),
    };
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(Json(record(&db, room, clock.now()).await?))
}
