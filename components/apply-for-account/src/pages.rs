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
mod pledge;
mod problem;
mod receipt;
mod signature;
mod status;
#[cfg(test)]
mod tests;

use applications::Receipt;
use domain::words::Desk;
use web::Problem;

pub(crate) use account_form::account_form;
pub(crate) use blank_forms::blank_forms;
pub(crate) use entry::{entry, not_open};
pub(crate) use follow_up::{follow_up, withdraw_confirm};
pub(crate) use problem::problem;
pub(crate) use receipt::receipt;
pub(crate) use status::status_form;

/// Which returned application is corrected, and why it came back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CorrectionNote<'a> {
    /// The number of the returned application.
    pub(crate) receipt_number: &'a str,
    /// What the desk wrote.
    pub(crate) note: Option<&'a str>,
    /// Which desk it was.
    pub(crate) desk: Desk,
}

/// What the applicant must keep of an application just filed.
#[derive(Debug)]
pub(crate) struct ReceiptPage {
    /// Number, passcode and day.
    pub(crate) receipt: Receipt,
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
