//! `POST /api/account-applications/{receipt}/decision`: the city accepts, returns or rejects a Form 4.

use crate::accounts::{self, NewAccount};
use crate::applications::{self, Application, Happened, record};
use crate::detail::{self, ApplicationDetail};
use crate::{calendar, facts};
use domain::account::{AccountApplication, Applicant, ApplyingOrganization, Person};
use domain::application::{Action, Actor as LifecycleActor, DueClock, next, notice_due_on};
use domain::ids::{OrganizationId, UserId};
use domain::text::NoteText;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Actor, Body, CityDesk, Clock, Db, FreshSession, Json, Path, Problem, Transaction, params};

/// What the desk decides.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionInput {
    decision: Decision,
    /// Required to return or reject: the applicant reads it.
    #[serde(default)]
    note: Option<String>,
    /// The version the clerk has read.
    version: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Decision {
    Accept,
    Return,
    Reject,
}

impl Decision {
    fn action(self) -> Action {
        match self {
            Self::Accept => Action::Accept,
            Self::Return => Action::Return,
            Self::Reject => Action::Reject,
        }
    }
}

/// Decides. Of two clerks who decide at once one wins and the other is told.
#[utoipa::path(post, path = "/api/account-applications/{receipt}/decision", tag = "apply-for-account",
    params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = ApplicationDetail), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(receipt): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<ApplicationDetail>, Problem> {
    let receipt = applications::receipt(&receipt)?;
    let note = note(&value)?;
    let transaction = db.transaction().await?;
    let application = Application::load(&transaction, &receipt).await?;
    let action = value.decision.action();
    let status = match next(application.status, action, LifecycleActor::Desk) {
        Ok(status) => status,
        Err(refused) => return Err(already_decided(&transaction, &application, &refused.message_ja()).await?),
    };
    if application.version != value.version {
        return Err(Problem::conflict(
            "changed_meanwhile",
            "開いている間に内容が変わりました。最新の内容を確かめてから決めてください。",
        ));
    }
    let by = session.user_id();
    match value.decision {
        Decision::Accept => accept(&transaction, clock, by, &application).await?,
        Decision::Return => stop_clock(&transaction, clock, &application).await?,
        Decision::Reject => clear_deadline(&transaction, &application).await?,
    }
    let row = params![application.id, status.as_str(), clock.now()];
    transaction.run(include_str!("../sql/set-status.sql"), row).await?;
    let happened = Happened {
        application: application.id,
        receipt_number: &application.receipt_number,
        action: Some(action),
        user: Some(by),
        note: note.as_ref().map(NoteText::as_str),
        content: None,
    };
    record(&transaction, clock, happened).await?;
    transaction.commit().await?;
    Ok(Json(detail::load(&db, clock, &receipt).await?))
}

fn note(value: &DecisionInput) -> Result<Option<NoteText>, Problem> {
    let typed = value.note.as_deref().unwrap_or_default();
    if typed.trim().is_empty() {
        if value.decision == Decision::Accept {
            return Ok(None);
        }
        return Err(Problem::invalid_field("note", "required", "申請者に伝える理由を入力してください。"));
    }
    let note = NoteText::parse(typed).map_err(|error| Problem::invalid_field("note", error.code, error.message))?;
    Ok(Some(note))
}

/// Who was faster.
async fn already_decided(db: &Db, application: &Application, why: &str) -> Result<Problem, Problem> {
    let history = application.history(db).await?;
    let last = history.iter().rev().find_map(|line| line.actor_name.as_deref());
    let by = last.map_or_else(String::new, |name| format!("最後に処理した人: {name}"));
    Ok(Problem::conflict("already_decided", why).detail(by))
}

async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: UserId,
    application: &Application,
) -> Result<(), Problem> {
    // Checked again under the write lock: since the form came, others may have got accounts.
    let form = facts::check(transaction, &application.content()?, true).await?;
    let calendar = calendar::load(transaction).await?;
    let due = notice_due_on(&calendar, clock.today()).ok_or_else(calendar::no_open_day)?;
    let organization = organization_of(transaction, clock, &form).await?;
    for person in &form.people {
        let new =
            NewAccount { organization, person, desk: None, application: Some(application.id), notice_due_on: due };
        let created = accounts::create(transaction, clock, Actor::User(by), &new).await?;
        if is_applicant(person, &form.applicant) {
            let link = params![organization, created.user_id, person.kana.key()];
            transaction.run(include_str!("../sql/link-manager.sql"), link).await?;
        }
    }
    let row = params![application.id, organization, due, clock.now()];
    Ok(transaction.run(include_str!("../sql/accept-application.sql"), row).await?)
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
    let inserted: Inserted = transaction.one(include_str!("../sql/insert-organization.sql"), row).await?;
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
    transaction.run(include_str!("../sql/insert-manager.sql"), row).await?;
    Ok(inserted.id)
}

fn is_applicant(person: &Person, applicant: &Applicant) -> bool {
    person.kana.key() == applicant.kana.key() && person.name.key() == applicant.name.key()
}

/// R3: the clock stands still while the application is with the applicant.
async fn stop_clock(transaction: &Transaction<'_>, clock: Clock, application: &Application) -> Result<(), Problem> {
    let calendar = calendar::load(transaction).await?;
    let running = DueClock { received_on: application.clock_day, open_days_allowed: application.open_days_left };
    let left = running.stop(&calendar, clock.today());
    let row = params![application.id, i64::from(left)];
    Ok(transaction.run(include_str!("../sql/stop-clock.sql"), row).await?)
}

async fn clear_deadline(transaction: &Transaction<'_>, application: &Application) -> Result<(), Problem> {
    Ok(transaction.run(include_str!("../sql/clear-deadline.sql"), params![application.id]).await?)
}
