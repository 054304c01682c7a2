//! What the acceptance of a Form 6 brings about: everything ends at once, what was written stays (R8).

use crate::post_notices::complete_when_all_posted;
use applications::{Accepted, Application, Clerk};
use domain::account_stop::{AccountStop, StoppingPerson};
use domain::ids::ApplicationId;
use domain::words::RevocationReason;
use serde::Deserialize;
use web::{Actor, AuditEvent, Clock, Problem, Transaction, params};

/// Stops everybody on the form.
pub(crate) async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    form: &AccountStop,
) -> Result<Accepted, Problem> {
    for person in &form.people {
        stop(transaction, clock, by, application, person).await?;
    }
    // R10: the check made sure that others are left.
    for manager in &form.stopping_managers {
        transaction.run(include_str!("../../sql/end-manager.sql"), params![*manager, clock.now()]).await?;
    }
    Ok(Accepted { organization: None, notices_due_on: None })
}

async fn stop(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    person: &StoppingPerson,
) -> Result<(), Problem> {
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
    transaction.run(include_str!("../../sql/end-memberships-of-user.sql"), params![user, now]).await?;
    let event = AuditEvent {
        actor: Actor::User(by.user),
        action: "account.stopped",
        subject: format!("user:{user}"),
        detail: serde_json::json!({ "application": application.receipt_number, "reason": person.reason }),
    };
    transaction.audit(clock, event).await?;
    for unposted in waiting {
        complete_when_all_posted(transaction, clock, unposted.application_id).await?;
    }
    Ok(())
}
