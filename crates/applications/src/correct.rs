//! The applicant answers a return (R13b), or hands in what was missing (R14).

use crate::record::{Doer, Happened, index_words, record, search_key};
use crate::submit::came_on_paper;
use crate::{Application, Form, calendar};
use domain::application::{Action, Actor, DueClock, Status, correction, next};
use domain::ids::UserId;
use domain::receipt::ReceiptNumber;
use web::{Applicant, Clock, Db, Problem, Transaction, params};

/// Hands an application in again, corrected or completed; the clock runs on (R3) unless a part is still missing.
pub async fn correct<F: Form>(applicant: &Applicant, db: &Db, clock: Clock, input: &F::Input) -> Result<(), Problem> {
    let transaction = db.transaction().await?;
    correct_within::<F>(&transaction, clock, (applicant.receipt(), applicant.user()), input).await?;
    Ok(transaction.commit().await?)
}

/// As [`correct`], within a transaction that brings about more. `user`: whoever is signed in.
pub async fn correct_within<F: Form>(
    transaction: &Transaction<'_>,
    clock: Clock,
    (receipt, user): (&ReceiptNumber, Option<UserId>),
    input: &F::Input,
) -> Result<(), Problem> {
    let application = Application::of_form::<F>(transaction, receipt).await?;
    let action = correction(application.status).unwrap_or(Action::Resubmit);
    let status = next(application.status, action, Actor::Applicant)
        .map_err(|refused| Problem::conflict(refused.code(), refused.message_ja()))?;
    // How it first came stays: what the clerk recorded is not the applicant's to change (R12).
    let mut input = input.clone();
    let came = F::channel(&mut application.content::<F>()?).take();
    let by_desk = came_on_paper(came.as_deref());
    *F::channel(&mut input) = came;
    let form = F::check(transaction, clock, &input, by_desk).await?;
    let content = F::kept(&form);
    let summary = F::summary(&form);
    let missing = F::missing(&content);
    let status = if missing.is_empty() { status } else { Status::Incomplete };
    let running = DueClock::resume(clock.today(), application.open_days_left);
    let due_on = if missing.is_empty() { running.due_on(&calendar::load(transaction).await?) } else { None };
    let row = params![
        application.id,
        summary.organization_id,
        summary.organization_name.as_str(),
        summary.applicant_name.as_str(),
        i64::try_from(summary.people_count).unwrap_or(i64::MAX),
        search_key(&application.receipt_number, &summary),
        serde_json::to_string(&content).map_err(Problem::internal)?,
        due_on,
        clock.today(),
        serde_json::to_string(&missing).map_err(Problem::internal)?
    ];
    transaction.run(include_str!("../sql/correct-application.sql"), row).await?;
    index_words(transaction, application.id, &application.receipt_number, &summary).await?;
    F::arrive(transaction, application.id, &form).await?;
    let row = params![application.id, status.as_str(), clock.now()];
    transaction.run(include_str!("../sql/set-status.sql"), row).await?;
    let happened = Happened::<F> {
        application: application.id,
        receipt_number: &application.receipt_number,
        action: Some(action),
        by: Doer::from(user),
        note: None,
        content: Some(&content),
        detail: serde_json::json!({}),
    };
    record(transaction, clock, happened).await
}
