//! What the acceptance of a Form 6 brings about: everything ends at once, what was written stays (R8).

use crate::post_notices::complete_when_all_posted;
use applications::{Accepted, Application, Clerk};
use domain::account_stop::{AccountStop, StoppingPerson};
use domain::ids::{ApplicationId, RoomId, UserId};
use domain::words::{RevocationReason, RoomEventKind};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use web::{Actor, AuditEvent, CareTeam, Clock, OutboxMessage, Problem, RoomEvent, Transaction, params};

/// Stops everybody on the form.
pub(crate) async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    form: &AccountStop,
) -> Result<Accepted, Problem> {
    let mut rooms = BTreeSet::new();
    for person in &form.people {
        rooms.extend(stop(transaction, clock, by, application, person).await?);
    }
    // R17: only now is it known who is left.
    for room in rooms {
        let team = CareTeam::load(transaction, room).await?;
        team.flag(transaction, clock).await?;
        let members: Vec<UserId> = team.members_at(clock.now()).collect();
        let payload = json!({ "room": room, "users": members });
        transaction.enqueue(clock, OutboxMessage { topic: "support_room.team_changed", payload }).await?;
    }
    // R10: the check made sure that others are left.
    for manager in &form.stopping_managers {
        transaction.run(include_str!("../../sql/end-manager.sql"), params![*manager, clock.now()]).await?;
    }
    Ok(Accepted { organization: None, notices_due_on: None })
}

/// Stops one person; the open support rooms that lose him or her.
async fn stop(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    person: &StoppingPerson,
) -> Result<Vec<RoomId>, Problem> {
    #[derive(Deserialize)]
    struct Unposted {
        application_id: ApplicationId,
    }
    let (user, now) = (person.account.user_id, clock.now());
    // Read before the stop: a notice for nobody holds up no application.
    let waiting: Vec<Unposted> =
        transaction.all(include_str!("../../sql/unposted-applications-of-user.sql"), params![user]).await?;
    transaction.run(include_str!("../../sql/stop-user.sql"), params![user, now, application.id]).await?;
    transaction.run(include_str!("../../sql/end-sessions-of-user.sql"), params![user, now]).await?;
    transaction.run(include_str!("../../sql/void-codes-of-user.sql"), params![user, now]).await?;
    let revoked = params![user, now, RevocationReason::Retired.as_str(), by.user];
    transaction.run(include_str!("../../sql/revoke-devices-of-user.sql"), revoked).await?;
    let rooms = end_memberships(transaction, clock, by, application, user).await?;
    let event = AuditEvent {
        actor: Actor::User(by.user),
        action: "account.stopped",
        subject: format!("user:{user}"),
        detail: json!({ "application": application.receipt_number, "reason": person.reason }),
    };
    transaction.audit(clock, event).await?;
    for unposted in waiting {
        complete_when_all_posted(transaction, clock, by, unposted.application_id).await?;
    }
    Ok(rooms)
}

/// Ends every stay that holds or lies ahead, and lets the support rooms read it.
async fn end_memberships(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    user: UserId,
) -> Result<Vec<RoomId>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        room_id: RoomId,
    }
    let now = clock.now();
    let rows: Vec<Row> =
        transaction.all(include_str!("../../sql/support-rooms-of-user.sql"), params![user, now]).await?;
    let ended = params![user, now, application.id];
    transaction.run(include_str!("../../sql/end-memberships-of-user.sql"), ended).await?;
    let rooms: Vec<RoomId> = rows.into_iter().map(|row| row.room_id).collect();
    for room in &rooms {
        let kind = RoomEventKind::AccountStopped;
        let event = RoomEvent { room: *room, kind, about: Some(user), actor: Some(by.user), note: None };
        event.add(transaction, clock).await?;
    }
    Ok(rooms)
}
