//! `POST /api/room-register/{room}/closing`: the city closes a room, on request or because nobody needs it any more (R26).

use super::show::{RegisteredRoom, exists, record};
use domain::collaboration_room::MAX_REASON;
use domain::ids::{RoomId, UserId};
use domain::retention::retain_until;
use domain::text::NoteText;
use domain::words::RoomEventKind;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, Body, CityDesk, Clock, Db, DbError, FreshSession, Json, OutboxMessage, Path, Problem, RoomEvent,
    Settings, Transaction, params,
};

/// Why, for those who take part to read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoomReasonInput {
    /// At most 500 characters.
    #[serde(default)]
    reason: String,
}

impl RoomReasonInput {
    /// The reason, which has to be given.
    pub(super) fn required(&self) -> Result<NoteText, Problem> {
        NoteText::within(MAX_REASON, &self.reason)
            .map_err(|error| Problem::invalid_field("reason", error.code, error.message))
    }
}

/// A room is to be closed.
pub(crate) struct Closing<'a> {
    pub(crate) room: RoomId,
    /// Whose decision.
    pub(crate) by: UserId,
    /// May be empty.
    pub(crate) reason: &'a str,
    /// The request, when there was one.
    pub(crate) receipt: Option<&'a str>,
}

/// Closes a room: it takes no more posts and is in no list any more. Its content is kept (R38).
#[utoipa::path(post, path = "/api/room-register/{room}/closing", tag = "open-room", operation_id = "close_registered_room",
    params(("room" = i64, Path)), request_body = RoomReasonInput,
    responses((status = 200, body = RegisteredRoom), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn close(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
    Body { value: input, .. }: Body<RoomReasonInput>,
) -> Result<Json<RegisteredRoom>, Problem> {
    exists(&db, room).await?;
    let reason = input.required()?;
    let transaction = db.transaction().await?;
    let closing = Closing { room, by: session.user_id(), reason: reason.as_str(), receipt: None };
    close_room(&transaction, clock, closing).await?;
    transaction.commit().await?;
    Ok(Json(record(&db, room, clock.now()).await?))
}

/// Closes within somebody's transaction. One that is closed already is a conflict.
pub(crate) async fn close_room(
    transaction: &Transaction<'_>,
    clock: Clock,
    closing: Closing<'_>,
) -> Result<(), Problem> {
    let Closing { room, by, reason, receipt } = closing;
    let years = Settings(transaction).number("content_retention_years").await?;
    let retain_until = retain_until(clock.today(), years);
    let note = (!reason.is_empty()).then(|| reason.to_owned());
    let row = params![room, clock.now(), note.clone(), by, retain_until];
    let closed: Option<serde::de::IgnoredAny> =
        transaction.first(include_str!("../../sql/close-room.sql"), row).await?;
    if closed.is_none() {
        return Err(Problem::conflict("already_closed", "この部屋は、すでに閉じています。"));
    }
    let kind = RoomEventKind::Closed;
    RoomEvent { room, kind, about: None, actor: Some(by), note }.add(transaction, clock).await?;
    let event = AuditEvent {
        actor: Actor::User(by),
        action: "collaboration_room.closed",
        subject: format!("room:{room}"),
        detail: json!({ "application": receipt, "reason": reason, "retain_until": retain_until }),
    };
    transaction.audit(clock, event).await?;
    Ok(tell_members(transaction, clock, room, "collaboration_room.closed").await?)
}

/// Those who take part are told.
pub(super) async fn tell_members(
    transaction: &Transaction<'_>,
    clock: Clock,
    room: RoomId,
    topic: &'static str,
) -> Result<(), DbError> {
    #[derive(Deserialize)]
    struct Member {
        user_id: UserId,
    }
    let members: Vec<Member> = transaction.all(include_str!("../../sql/members-to-tell.sql"), params![room]).await?;
    let users: Vec<UserId> = members.into_iter().map(|member| member.user_id).collect();
    transaction.enqueue(clock, OutboxMessage { topic, payload: json!({ "room": room, "users": users }) }).await
}
