//! What the acceptance brings about: people are in the room, or no longer (R25). Whoever decides last has the last word, so
//! a change that finds what it asks for is none.

use applications::{Application, Clerk};
use domain::ids::UserId;
use domain::membership_application::MembershipApplication;
use domain::words::MembershipChange;
use serde_json::json;
use web::{Actor, AuditEvent, Clock, OutboxMessage, ParticipantChange, Problem, Transaction};

/// Brings everybody on the form in, or takes them out.
pub(super) async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    form: &MembershipApplication,
) -> Result<(), Problem> {
    let (room, change) = (form.room, form.change);
    let mut changed: Vec<UserId> = Vec::new();
    for person in &form.people {
        let user = person.person.user_id;
        let one = ParticipantChange { room, user, change, application: application.id, by: by.user };
        if one.make(transaction, clock).await? {
            changed.push(user);
        }
    }
    let action = match change {
        MembershipChange::Join => "collaboration_room.joined",
        MembershipChange::Leave => "collaboration_room.left",
    };
    let event = AuditEvent {
        actor: Actor::User(by.user),
        action,
        subject: format!("room:{room}"),
        detail: json!({ "application": application.receipt_number, "users": changed }),
    };
    transaction.audit(clock, event).await?;
    let payload = json!({ "room": room, "users": changed });
    Ok(transaction.enqueue(clock, OutboxMessage { topic: action, payload }).await?)
}
