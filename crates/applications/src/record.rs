//! What every step leaves behind: history, audit, outbox, and the words by which the desk finds an application.

use crate::{Form, Summary};
use domain::application::{Action, is_about_a_patient};
use domain::ids::{ApplicationId, UserId};
use domain::text::{fold_key, pairs};
use serde_json::json;
use web::{Actor, AuditEvent, Clock, DbError, OutboxMessage, Problem, Transaction, params};

/// The word under which the history keeps the submission.
pub(crate) const SUBMITTED: &str = "submit";

/// What happened to an application just now.
pub(crate) struct Happened<'a, F: Form> {
    pub(crate) application: ApplicationId,
    pub(crate) receipt_number: &'a str,
    /// None for the submission itself.
    pub(crate) action: Option<Action>,
    pub(crate) by: Doer,
    pub(crate) note: Option<&'a str>,
    /// The form as it stands now, when this changed it.
    pub(crate) content: Option<&'a F::Input>,
    /// Whatever else the audit trail must know.
    pub(crate) detail: serde_json::Value,
}

/// Who did it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Doer {
    /// A clerk or a signed-in manager.
    User(UserId),
    /// Whoever holds the receipt.
    Applicant,
    /// The system, when nothing is left to do.
    System,
}

impl From<Option<UserId>> for Doer {
    fn from(user: Option<UserId>) -> Self {
        user.map_or(Self::Applicant, Self::User)
    }
}

/// Writes history, audit and outbox of one step; part of the step's transaction.
pub(crate) async fn record<F: Form>(
    transaction: &Transaction<'_>,
    clock: Clock,
    happened: Happened<'_, F>,
) -> Result<(), Problem> {
    let action = happened.action.map_or(SUBMITTED, Action::as_str);
    let content = happened.content.map(serde_json::to_string).transpose().map_err(Problem::internal)?;
    let (user, actor) = match happened.by {
        Doer::User(user) => (Some(user), Actor::User(user)),
        Doer::Applicant => (None, Actor::Applicant(happened.receipt_number.to_owned())),
        Doer::System => (None, Actor::System),
    };
    let row = params![happened.application, clock.now(), action, user, happened.note, content];
    transaction.run(include_str!("../sql/add-history.sql"), row).await?;
    let mut detail = happened.detail;
    if let Some(detail) = detail.as_object_mut().filter(|_| !is_about_a_patient(F::NUMBER)) {
        detail.insert("note".to_owned(), json!(happened.note));
    }
    let event = AuditEvent {
        actor,
        action: F::STEPS.of(happened.action),
        subject: format!("application:{}", happened.receipt_number),
        detail,
    };
    transaction.audit(clock, event).await?;
    let message =
        OutboxMessage { topic: F::STEPS.of(happened.action), payload: json!({ "application": happened.application }) };
    Ok(transaction.enqueue(clock, message).await?)
}

/// What an application is found by.
fn words<'a>(receipt: &'a str, summary: &'a Summary) -> impl Iterator<Item = &'a str> {
    [receipt, &summary.organization_name, &summary.applicant_name]
        .into_iter()
        .chain(summary.words.iter().map(String::as_str))
}

/// The folded names, kept with the application.
pub(crate) fn search_key(receipt: &str, summary: &Summary) -> String {
    words(receipt, summary).map(fold_key).collect::<Vec<_>>().join("|")
}

/// Puts the words of an application into the index, in place of those it had.
pub(crate) async fn index_words(
    transaction: &Transaction<'_>,
    application: ApplicationId,
    receipt: &str,
    summary: &Summary,
) -> Result<(), DbError> {
    let row = params![application, pairs(words(receipt, summary))];
    transaction.run(include_str!("../sql/put-words.sql"), row).await
}
