//! `POST /api/desk-accounts`: the city desk registers a further clerk of its own or of the association.

use crate::accounts::{self, NewAccount};
use applications::calendar;
use domain::LoginId;
use domain::account::{Person, PersonInput};
use domain::ids::{NoticeId, OrganizationId, UserId};
use domain::text::{AddressText, OrganizationName, PhoneNumber, PostalCode};
use domain::validation::Violations;
use domain::words::{Desk, OrganizationKind};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Actor, Body, CityDesk, Clock, Db, FreshSession, Idempotency, Json, Problem, Transaction, params};

/// A clerk and the desk.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskAccountInput {
    desk: Desk,
    person: PersonInput,
    /// The desk's organization, needed for the first clerk of the association.
    #[serde(default)]
    organization: Option<DeskOrganization>,
}

/// The organization of a desk: where its letters come from.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DeskOrganization {
    #[schema(required = true)]
    name: String,
    #[schema(required = true)]
    postal_code: String,
    #[schema(required = true)]
    address: String,
    #[schema(required = true)]
    phone: String,
}

/// The account; its notice waits to be printed.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct DeskAccount {
    user_id: UserId,
    #[schema(value_type = String)]
    login_id: LoginId,
    notice_id: NoticeId,
}

/// Registers a clerk. The notice is printed like any other.
#[utoipa::path(post, path = "/api/desk-accounts", tag = "apply-for-account", request_body = DeskAccountInput,
    responses((status = 201, body = DeskAccount), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn register(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value, fingerprint, .. }: Body<DeskAccountInput>,
) -> Result<(StatusCode, Json<DeskAccount>), Problem> {
    let scope = format!("desk-account:{}", session.user_id());
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let person = value.person.check(&emails_in_use(&db, &value.person).await?).map_err(Problem::invalid)?;
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(user) = submission.earlier(&transaction).await?
    {
        let account: DeskAccount = transaction.one(include_str!("../sql/desk-account.sql"), params![user]).await?;
        transaction.roll_back().await?;
        return Ok((StatusCode::CREATED, Json(account)));
    }
    let organization = desk_organization(&transaction, clock, value.desk, value.organization.as_ref()).await?;
    let by = Actor::User(session.user_id());
    let account = create(&transaction, clock, by, value.desk, organization, &person).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &account.user_id.to_string()).await?;
    }
    transaction.commit().await?;
    let accounts::CreatedAccount { user_id, login_id, notice_id, .. } = account;
    Ok((StatusCode::CREATED, Json(DeskAccount { user_id, login_id, notice_id })))
}

/// A clerk's account, within somebody's transaction.
pub(crate) async fn create(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Actor,
    desk: Desk,
    organization: OrganizationId,
    person: &Person,
) -> Result<accounts::CreatedAccount, Problem> {
    let notice_due_on = calendar::notices_due_on(transaction, clock).await?;
    let new = NewAccount { organization, person, desk: Some(desk), application: None, notice_due_on };
    accounts::create(transaction, clock, by, &new).await
}

/// The keys of mailboxes already used by active accounts, among the person's.
pub(crate) async fn emails_in_use(db: &Db, person: &PersonInput) -> Result<BTreeSet<String>, Problem> {
    #[derive(Deserialize)]
    struct Used {
        email_key: String,
    }
    let Ok(email) = domain::text::Email::parse(&person.email) else { return Ok(BTreeSet::new()) };
    let asked = serde_json::to_string(&[email.key()]).map_err(Problem::internal)?;
    let used: Vec<Used> = db.all(include_str!("../sql/emails-in-use.sql"), params![asked]).await?;
    Ok(used.into_iter().map(|used| used.email_key).collect())
}

/// The organization whose desk it is; the association's comes with its first clerk.
async fn desk_organization(
    transaction: &Transaction<'_>,
    clock: Clock,
    desk: Desk,
    input: Option<&DeskOrganization>,
) -> Result<OrganizationId, Problem> {
    #[derive(Deserialize)]
    struct Found {
        id: OrganizationId,
    }
    let kind = match desk {
        Desk::City => OrganizationKind::City,
        Desk::Association => OrganizationKind::MedicalAssociation,
    };
    let found: Option<Found> =
        transaction.first(include_str!("../sql/desk-organization.sql"), params![kind.as_str()]).await?;
    if let Some(found) = found {
        return Ok(found.id);
    }
    let empty = DeskOrganization::default();
    insert_organization(transaction, clock, kind, input.unwrap_or(&empty)).await
}

/// The organization of a desk. All errors at once, as everywhere.
pub(crate) async fn insert_organization(
    transaction: &Transaction<'_>,
    clock: Clock,
    kind: OrganizationKind,
    input: &DeskOrganization,
) -> Result<OrganizationId, Problem> {
    #[derive(Deserialize)]
    struct Inserted {
        id: OrganizationId,
    }
    let mut v = Violations::new();
    let name = v.field("organization.name", OrganizationName::parse(&input.name));
    let postal_code = v.field("organization.postal_code", PostalCode::parse(&input.postal_code));
    let address = v.field("organization.address", AddressText::parse(&input.address));
    let phone = v.field("organization.phone", PhoneNumber::parse(&input.phone));
    let (name, postal_code, address, phone) =
        v.finish(|| Some((name?, postal_code?, address?, phone?))).map_err(Problem::invalid)?;
    let row = params![
        name.as_str(),
        name.key(),
        kind.as_str(),
        postal_code.as_str(),
        address.as_str(),
        phone.as_str(),
        clock.now()
    ];
    let inserted: Inserted = transaction.one(include_str!("../sql/insert-organization.sql"), row).await?;
    Ok(inserted.id)
}
