//! What the acceptance of a Form 4 brings about: the organization if it is new, and each person's account.

use crate::accounts::{self, NewAccount};
use applications::{Accepted, Application, Clerk, calendar};
use domain::account::{AccountApplication, Applicant, ApplyingOrganization, Person};
use domain::ids::OrganizationId;
use serde::Deserialize;
use web::{Actor, Clock, Problem, Transaction, params};

/// Everybody on the form gets an account, a device and a notice.
pub(crate) async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    form: &AccountApplication,
) -> Result<Accepted, Problem> {
    let due = calendar::notices_due_on(transaction, clock).await?;
    let organization = organization_of(transaction, clock, form).await?;
    for person in &form.people {
        let new =
            NewAccount { organization, person, desk: None, application: Some(application.id), notice_due_on: due };
        let created = accounts::create(transaction, clock, Actor::User(by.user), &new).await?;
        if is_applicant(person, &form.applicant) {
            let link = params![organization, created.user_id, person.kana.key()];
            transaction.run(include_str!("../../sql/link-manager.sql"), link).await?;
        }
    }
    Ok(Accepted { organization: Some(organization), notices_due_on: Some(due) })
}

/// The registered organization, or the new one, which comes into being with its manager (R1, R10).
async fn organization_of(
    transaction: &Transaction<'_>,
    clock: Clock,
    form: &AccountApplication,
) -> Result<OrganizationId, Problem> {
    #[derive(Deserialize)]
    struct Inserted {
        id: OrganizationId,
    }
    let (name, kind, postal_code, address, phone) = match &form.organization {
        ApplyingOrganization::Registered { id, .. } => return Ok(*id),
        ApplyingOrganization::New { name, kind, postal_code, address, phone } => {
            (name, kind, postal_code, address, phone)
        }
    };
    let row = params![
        name.as_str(),
        name.key(),
        kind.as_str(),
        postal_code.as_str(),
        address.as_str(),
        phone.as_str(),
        clock.now()
    ];
    let inserted: Inserted = transaction.one(include_str!("../../sql/insert-organization.sql"), row).await?;
    let manager = &form.applicant;
    let row = params![
        inserted.id,
        manager.name.as_str(),
        manager.kana.as_str(),
        manager.kana.key(),
        manager.email.as_str(),
        manager.phone.as_str(),
        clock.now()
    ];
    transaction.run(include_str!("../../sql/insert-manager.sql"), row).await?;
    Ok(inserted.id)
}

fn is_applicant(person: &Person, applicant: &Applicant) -> bool {
    person.kana.key() == applicant.kana.key() && person.name.key() == applicant.name.key()
}
