//! What the acceptance brings about: the room is there, and those who take part are told (R23, R24).

use crate::details;
use applications::{Application, Clerk, tie_to_room};
use domain::ids::{RoomId, UserId};
use domain::room_application::RoomApplication;
use domain::words::{MembershipChange, RoomEventKind, RoomVisibility};
use serde::Deserialize;
use serde_json::json;
use web::{Actor, AuditEvent, Clock, OutboxMessage, ParticipantChange, Problem, RoomEvent, Transaction, params};

/// Opens the room.
pub(crate) async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    form: &RoomApplication,
) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Inserted {
        room_id: RoomId,
    }
    let details = &form.details;
    let row = params![
        details.name.as_str(),
        details.name.key(),
        details.purpose.as_str(),
        details.scope.as_str(),
        details.theme,
        details.visibility == RoomVisibility::Listed,
        clock.now()
    ];
    let inserted = transaction.one(include_str!("../../sql/insert-room.sql"), row).await;
    let Inserted { room_id: room } = inserted.map_err(details::name_in_use)?;
    details::index(transaction, room, details).await?;
    tie_to_room(transaction, application.id, room).await?;
    let kind = RoomEventKind::Opened;
    RoomEvent { room, kind, about: None, actor: Some(by.user), note: None }.add(transaction, clock).await?;
    let everybody: Vec<UserId> = [&form.applicant.person]
        .into_iter()
        .chain(form.participants.iter().map(|person| &person.person))
        .map(|person| person.user_id)
        .collect();
    for user in &everybody {
        let change = MembershipChange::Join;
        let join = ParticipantChange { room, user: *user, change, application: application.id, by: by.user };
        join.make(transaction, clock).await?;
    }
    let event = AuditEvent {
        actor: Actor::User(by.user),
        action: "collaboration_room.opened",
        subject: format!("room:{room}"),
        detail: json!({ "application": application.receipt_number, "name": details.name, "participants": everybody }),
    };
    transaction.audit(clock, event).await?;
    let payload = json!({ "room": room, "users": everybody });
    Ok(transaction.enqueue(clock, OutboxMessage { topic: "collaboration_room.opened", payload }).await?)
}
