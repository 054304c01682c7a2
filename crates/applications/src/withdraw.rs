//! The applicant takes an application back (R13b).

use crate::record::{Doer, Happened, record};
use crate::{Application, Form};
use domain::application::{Action, Actor, next};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Applicant, Clock, Db, Problem, params};

/// Nothing has to be said to withdraw.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalInput {}

/// Withdraws while the desk has not yet accepted.
pub async fn withdraw<F: Form>(applicant: &Applicant, db: &Db, clock: Clock) -> Result<(), Problem> {
    let transaction = db.transaction().await?;
    let application = Application::of_form::<F>(&transaction, applicant.receipt()).await?;
    let status = next(application.status, Action::Withdraw, Actor::Applicant)
        .map_err(|refused| Problem::conflict(refused.code(), refused.message_ja()))?;
    transaction.run(include_str!("../sql/clear-deadline.sql"), params![application.id]).await?;
    let row = params![application.id, status.as_str(), clock.now()];
    transaction.run(include_str!("../sql/set-status.sql"), row).await?;
    let happened = Happened::<F> {
        application: application.id,
        receipt_number: &application.receipt_number,
        action: Some(Action::Withdraw),
        by: Doer::from(applicant.user()),
        note: None,
        content: None,
        detail: serde_json::json!({}),
    };
    record(&transaction, clock, happened).await?;
    Ok(transaction.commit().await?)
}
