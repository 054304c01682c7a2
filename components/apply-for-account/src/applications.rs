//! An application as the database holds it, and its history.

use chrono::NaiveDate;
use domain::account::AccountApplicationInput;
use domain::application::{Action, Status};
use domain::ids::{ApplicationId, UserId};
use domain::receipt::ReceiptNumber;
use serde::Deserialize;
use web::{Actor, AuditEvent, Clock, Db, DbError, Millis, OutboxMessage, Problem, Transaction, params};

/// One application.
#[derive(Debug, Deserialize)]
pub(crate) struct Application {
    pub(crate) id: ApplicationId,
    pub(crate) receipt_number: String,
    pub(crate) status: Status,
    content: String,
    pub(crate) received_at: Millis,
    pub(crate) updated_at: Millis,
    pub(crate) due_on: Option<NaiveDate>,
    pub(crate) clock_day: NaiveDate,
    pub(crate) open_days_left: u32,
    pub(crate) version: i64,
}

/// One line of its history.
#[derive(Debug, Deserialize)]
pub(crate) struct HistoryRow {
    pub(crate) at: Millis,
    pub(crate) action: String,
    pub(crate) actor_name: Option<String>,
    pub(crate) note: Option<String>,
}

/// What happened to an application just now.
#[derive(Debug)]
pub(crate) struct Happened<'a> {
    pub(crate) application: ApplicationId,
    pub(crate) receipt_number: &'a str,
    /// None for the submission itself.
    pub(crate) action: Option<Action>,
    /// The clerk or signed-in manager; none for an applicant without login.
    pub(crate) user: Option<UserId>,
    pub(crate) note: Option<&'a str>,
    /// The form as it stands now, when this changed it.
    pub(crate) content: Option<&'a AccountApplicationInput>,
}

/// The word under which the history keeps the submission.
pub(crate) const SUBMITTED: &str = "submit";

impl Application {
    /// The application with this receipt number; a number that is none or unknown is a 404.
    pub(crate) async fn load(db: &Db, receipt: &ReceiptNumber) -> Result<Self, Problem> {
        db.first(include_str!("../sql/application.sql"), params![receipt.to_string()])
            .await?
            .ok_or_else(Problem::not_found)
    }

    /// The form as it was typed.
    pub(crate) fn content(&self) -> Result<AccountApplicationInput, DbError> {
        serde_json::from_str(&self.content).map_err(|error| DbError::Row(format!("content: {error}")))
    }

    /// Everything that happened, oldest first.
    pub(crate) async fn history(&self, db: &Db) -> Result<Vec<HistoryRow>, DbError> {
        db.all(include_str!("../sql/application-history.sql"), params![self.id]).await
    }
}

/// A receipt number from the path: one that cannot be is a 404.
pub(crate) fn receipt(text: &str) -> Result<ReceiptNumber, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// Writes history, audit and outbox of one step; part of the step's transaction.
pub(crate) async fn record(transaction: &Transaction<'_>, clock: Clock, happened: Happened<'_>) -> Result<(), Problem> {
    let action = happened.action.map_or(SUBMITTED, Action::as_str);
    let content = happened.content.map(serde_json::to_string).transpose().map_err(Problem::internal)?;
    let row = params![happened.application, clock.now(), action, happened.user, happened.note, content];
    transaction.run(include_str!("../sql/add-history.sql"), row).await?;
    let actor = happened.user.map_or_else(|| Actor::Applicant(happened.receipt_number.to_owned()), Actor::User);
    let event = AuditEvent {
        actor,
        action: audit_action(happened.action),
        subject: format!("application:{}", happened.receipt_number),
        detail: serde_json::json!({ "note": happened.note }),
    };
    transaction.audit(clock, event).await?;
    let message = OutboxMessage {
        topic: audit_action(happened.action),
        payload: serde_json::json!({ "application": happened.application }),
    };
    Ok(transaction.enqueue(clock, message).await?)
}

fn audit_action(action: Option<Action>) -> &'static str {
    match action {
        None => "account_application.submitted",
        Some(Action::Accept) => "account_application.accepted",
        Some(Action::Return) => "account_application.returned",
        Some(Action::Reject) => "account_application.rejected",
        Some(Action::Resubmit) => "account_application.resubmitted",
        Some(Action::Withdraw) => "account_application.withdrawn",
        Some(Action::Complete) => "account_application.completed",
        Some(Action::Redirect) => "account_application.redirected",
    }
}
