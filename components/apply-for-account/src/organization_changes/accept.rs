//! What the acceptance of a Form 5 brings about: new data, a new manager in place of the old one, further devices.

use crate::accounts::{self, NewDevice};
use applications::{Accepted, Application, Clerk, calendar};
use domain::organization_change::{Changes, Handover, OrganizationChange};
use domain::words::OrganizationKind;
use serde_json::json;
use web::{Actor, AuditEvent, Clock, Problem, Transaction, params};

/// Makes every change on the form.
pub(crate) async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    form: &OrganizationChange,
) -> Result<Accepted, Problem> {
    let subject = || format!("organization:{}", form.organization);
    let audit = |action, detail| AuditEvent { actor: Actor::User(by.user), action, subject: subject(), detail };
    if !form.changes.is_empty() {
        change(transaction, form).await?;
        let detail = json!({ "application": application.receipt_number, "fields": changed_fields(&form.changes) });
        transaction.audit(clock, audit("organization.changed", detail)).await?;
    }
    if let Some(handover) = &form.handover {
        hand_over(transaction, clock, form, handover).await?;
        let detail = json!({ "application": application.receipt_number, "replaces": handover.replaces });
        transaction.audit(clock, audit("organization.manager_changed", detail)).await?;
    }
    if form.devices.is_empty() {
        return Ok(Accepted { organization: None, notices_due_on: None });
    }
    let notice_due_on = calendar::notices_due_on(transaction, clock).await?;
    for further in &form.devices {
        let new = NewDevice {
            user: further.account.user_id,
            device: &further.device,
            application: Some(application.id),
            notice_due_on,
        };
        accounts::add_device(transaction, clock, &new).await?;
        let event = AuditEvent {
            actor: Actor::User(by.user),
            action: "device.granted",
            subject: format!("user:{}", further.account.user_id),
            detail: json!({
                "application": application.receipt_number, "asset_number": further.device.asset_number
            }),
        };
        transaction.audit(clock, event).await?;
    }
    Ok(Accepted { organization: None, notices_due_on: Some(notice_due_on) })
}

async fn change(transaction: &Transaction<'_>, form: &OrganizationChange) -> Result<(), Problem> {
    let changes = &form.changes;
    let row = params![
        form.organization,
        changes.name.as_ref().map(AsRef::<str>::as_ref),
        changes.name.as_ref().map(domain::OrganizationName::key),
        changes.kind.map(OrganizationKind::as_str),
        changes.postal_code.as_ref().map(AsRef::<str>::as_ref),
        changes.address.as_ref().map(AsRef::<str>::as_ref),
        changes.phone.as_ref().map(AsRef::<str>::as_ref)
    ];
    match transaction.run(include_str!("../../sql/change-organization.sql"), row).await {
        Err(error) if error.is_duplicate_of("organizations.name_key") => Err(Problem::conflict(
            "organization_already_registered",
            "この名称と所在地の団体は、すでに登録されています。",
        )),
        other => Ok(other?),
    }
}

fn changed_fields(changes: &Changes) -> Vec<&'static str> {
    let fields = [
        ("name", changes.name.is_some()),
        ("kind", changes.kind.is_some()),
        ("postal_code", changes.postal_code.is_some()),
        ("address", changes.address.is_some()),
        ("phone", changes.phone.is_some()),
    ];
    fields.into_iter().filter(|(_, changed)| *changed).map(|(field, _)| field).collect()
}

/// R10: the old one loses the rights in the same moment in which the new one gets them.
async fn hand_over(
    transaction: &Transaction<'_>,
    clock: Clock,
    form: &OrganizationChange,
    handover: &Handover,
) -> Result<(), Problem> {
    transaction.run(include_str!("../../sql/end-manager.sql"), params![handover.replaces, clock.now()]).await?;
    let manager = &handover.manager;
    let row = params![
        form.organization,
        manager.name.key(),
        manager.kana.key(),
        manager.name.as_str(),
        manager.kana.as_str(),
        manager.email.as_str(),
        manager.phone.as_str(),
        clock.now()
    ];
    Ok(transaction.run(include_str!("../../sql/hand-over.sql"), row).await?)
}
