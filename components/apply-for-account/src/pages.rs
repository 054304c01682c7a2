//! The pages of this use case: pure functions from data to HTML, complete without JavaScript.
//!
//! `/assets/apply.js` only enhances them: it keeps drafts, looks up organizations and prints.

mod account_form;
mod blank_forms;
mod content;
mod dates;
mod entry;
mod field;
mod follow_up;
mod form4;
mod layout;
mod people;
mod problem;
mod receipt;
mod signature;
mod status;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use domain::account::AccountApplicationInput;
use domain::application::Status;
use web::{FieldProblem, Millis, Problem};

pub(crate) use account_form::account_form;
pub(crate) use blank_forms::blank_forms;
pub(crate) use entry::{entry, not_open};
pub(crate) use follow_up::{follow_up, withdraw_confirm};
pub(crate) use problem::problem;
pub(crate) use receipt::receipt;
pub(crate) use status::status_form;

/// Form 4 with what was typed and what is wrong with it.
#[derive(Debug)]
pub(crate) struct AccountForm<'a> {
    /// What was typed; the default for an empty form.
    pub(crate) input: &'a AccountApplicationInput,
    /// What is wrong, each at its path.
    pub(crate) errors: &'a [FieldProblem],
    /// Sent along so that a retry does not file a second application.
    pub(crate) idempotency_key: String,
    /// Where the form posts to: `/api/account-applications`, or `…/{receipt}/correction`.
    pub(crate) action: String,
    /// Set when a returned application is corrected (R13b).
    pub(crate) correcting: Option<CorrectionNote<'a>>,
    /// Whether a clerk of the city enters what came on paper: then the form asks how it came (R12).
    pub(crate) by_city_desk: bool,
    /// The name that belongs to `input.organization.id`.
    pub(crate) registered_organization: Option<&'a str>,
}

/// Which returned application is corrected, and why it came back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CorrectionNote<'a> {
    /// The number of the returned application.
    pub(crate) receipt_number: &'a str,
    /// What the desk wrote.
    pub(crate) note: Option<&'a str>,
}

/// What the applicant must keep of an application just filed.
#[derive(Debug)]
pub(crate) struct ReceiptPage {
    /// The number of the application.
    pub(crate) receipt_number: String,
    /// Shown this once.
    pub(crate) passcode: String,
    /// When it was filed.
    pub(crate) received_at: Millis,
    /// The last open day on which the desk is in time (R3).
    pub(crate) due_on: Option<NaiveDate>,
    /// For whom the people work.
    pub(crate) organization_name: String,
    /// The names of those who get an account.
    pub(crate) people: Vec<String>,
}

/// The questions before a follow-up page.
#[derive(Debug, Default)]
pub(crate) struct StatusForm<'a> {
    /// What was typed as receipt number.
    pub(crate) receipt_number: String,
    /// Why the follow-up page was refused.
    pub(crate) error: Option<&'a Problem>,
}

/// Where an application stands, for the applicant.
#[derive(Debug)]
pub(crate) struct FollowUpPage {
    /// The number of the application.
    pub(crate) receipt_number: String,
    /// Where it stands.
    pub(crate) status: Status,
    /// The same in plain words.
    pub(crate) status_text: String,
    /// Whether a corrected application may be sent.
    pub(crate) can_correct: bool,
    /// Whether it may be withdrawn.
    pub(crate) can_withdraw: bool,
    /// The desk's latest note.
    pub(crate) note: Option<String>,
    /// When it was filed.
    pub(crate) received_at: Millis,
    /// When it last changed.
    pub(crate) updated_at: Millis,
    /// The last day to post the notices (R3).
    pub(crate) notice_due_on: Option<NaiveDate>,
    /// How many notices there are.
    pub(crate) notices_total: i64,
    /// How many of them are in the post.
    pub(crate) notices_posted: i64,
    /// What happened so far, the oldest first.
    pub(crate) history: Vec<HistoryLine>,
    /// Everything that was sent.
    pub(crate) content: AccountApplicationInput,
}

/// One thing that happened to an application.
#[derive(Debug)]
pub(crate) struct HistoryLine {
    /// When.
    pub(crate) at: Millis,
    /// What, in Japanese.
    pub(crate) action_label: String,
    /// What the desk wrote with it.
    pub(crate) note: Option<String>,
}
