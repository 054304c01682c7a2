//! The pages of this use case: pure functions from data to HTML, complete without JavaScript.
//!
//! `/assets/apply.js` only enhances them: it keeps drafts, looks up organizations and prints.

mod account_form;
mod blank_forms;
mod change_form;
mod content;
mod dates;
mod entry;
mod field;
mod follow_up;
mod form4;
mod known_person;
mod layout;
mod people;
mod places;
mod pledge;
mod problem;
mod receipt;
mod rows;
mod sheet;
mod signature;
mod status;
mod stop_form;
#[cfg(test)]
mod tests;

use applications::Receipt;
use domain::words::Desk;
use web::Problem;

pub(crate) use account_form::account_form;
pub(crate) use blank_forms::blank_forms;
pub(crate) use change_form::{change_form, copy as change_copy};
pub(crate) use content::copy as account_copy;
pub(crate) use entry::{entry, not_open};
pub(crate) use follow_up::{follow_up, withdraw_confirm};
pub(crate) use problem::problem;
pub(crate) use receipt::receipt;
pub(crate) use rows::removed;
pub(crate) use status::status_form;
pub(crate) use stop_form::{copy as stop_copy, stop_form};

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
    /// What the people are to the form.
    pub(crate) people_are: &'static str,
    /// Their names.
    pub(crate) people: Vec<String>,
    /// What happens once the desk has looked at it.
    pub(crate) next: &'static [&'static str],
}

/// The questions before a follow-up page.
#[derive(Debug, Default)]
pub(crate) struct StatusForm<'a> {
    /// What was typed as receipt number.
    pub(crate) receipt_number: String,
    /// Why the follow-up page was refused.
    pub(crate) error: Option<&'a Problem>,
}
