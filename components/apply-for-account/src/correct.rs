//! `POST /api/account-applications/{receipt}/correction`: the applicant answers a return (R13b).

use crate::applications::{Application, Happened, record};
use crate::follow_up::{self, FollowUp};
use crate::pages::{self, AccountForm, CorrectionNote};
use crate::submit::{change_rows, fresh_key, search_key};
use crate::withdraw::answer;
use crate::{calendar, facts};
use domain::account::AccountApplicationInput;
use domain::application::{Action, Actor, DueClock, next};
use domain::words::Channel;
use web::{Applicant, Body, Clock, Db, FieldProblem, IntoResponse, Problem, Representation, Response, params};

/// Corrects a returned application and hands it in again; the clock runs on (R3).
#[utoipa::path(post, path = "/api/account-applications/{receipt}/correction", tag = "apply-for-account",
    params(("receipt" = String, Path)), request_body = AccountApplicationInput,
    responses((status = 200, body = FollowUp), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn correct(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    Body { mut value, controls, .. }: Body<AccountApplicationInput>,
) -> Result<Response, Problem> {
    if change_rows(&mut value, &controls) {
        return show_again(&db, &applicant, &value, &[]).await;
    }
    match resubmit(&applicant, &db, clock, &value).await {
        Ok(()) => answer(&db, &applicant, representation).await,
        Err(problem) if representation == Representation::Html && !problem.errors().is_empty() => {
            let page = show_again(&db, &applicant, &value, problem.errors()).await?;
            Ok((problem.status(), page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn resubmit(
    applicant: &Applicant,
    db: &Db,
    clock: Clock,
    input: &AccountApplicationInput,
) -> Result<(), Problem> {
    let transaction = db.transaction().await?;
    let application = Application::load(&transaction, applicant.receipt()).await?;
    let status = next(application.status, Action::Resubmit, Actor::Applicant)
        .map_err(|refused| Problem::conflict(refused.code(), refused.message_ja()))?;
    // How it first came stays: what the clerk recorded is not the applicant's to change (R12).
    let mut input = input.clone();
    input.channel = application.content()?.channel;
    let by_city_desk = input.channel.as_deref().is_some_and(|channel| channel != Channel::Electronic.as_str());
    let form = facts::check(&transaction, &input, by_city_desk).await?;
    let content = AccountApplicationInput::from(&form);
    let running = DueClock::resume(clock.today(), application.open_days_left);
    let row = params![
        application.id,
        form.organization.id(),
        form.organization.name().as_str(),
        form.applicant.name.as_str(),
        i64::try_from(form.people.len()).unwrap_or(i64::MAX),
        search_key(&application.receipt_number, &form),
        serde_json::to_string(&content).map_err(Problem::internal)?,
        running.due_on(&calendar::load(&transaction).await?),
        clock.today()
    ];
    transaction.run(include_str!("../sql/correct-application.sql"), row).await?;
    let row = params![application.id, status.as_str(), clock.now()];
    transaction.run(include_str!("../sql/set-status.sql"), row).await?;
    let happened = Happened {
        application: application.id,
        receipt_number: &application.receipt_number,
        action: Some(Action::Resubmit),
        user: None,
        note: None,
        content: Some(&content),
    };
    record(&transaction, clock, happened).await?;
    Ok(transaction.commit().await?)
}

/// The form with everything typed, the desk's note above it.
pub(crate) async fn show_again(
    db: &Db,
    applicant: &Applicant,
    input: &AccountApplicationInput,
    errors: &[FieldProblem],
) -> Result<Response, Problem> {
    let application = follow_up::load(db, applicant.receipt()).await?;
    let organization = facts::organization_name(db, input.organization.id).await?;
    let form = AccountForm {
        input,
        errors,
        idempotency_key: fresh_key(),
        action: format!("/api/account-applications/{}/correction", applicant.receipt()),
        correcting: Some(CorrectionNote {
            receipt_number: &application.receipt_number,
            note: application.note.as_deref(),
        }),
        by_city_desk: false,
        registered_organization: organization.as_deref(),
    };
    Ok(pages::account_form(&form).into_response())
}
