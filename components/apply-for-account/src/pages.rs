//! The pages of this use case: pure functions from data to HTML, complete without JavaScript.
//!
//! `/assets/apply.js` only enhances them: it keeps drafts, looks up organizations and prints.

mod account_form;
mod blank_forms;
mod change_form;
mod content;
mod entry;
mod form4;
mod known_person;
mod people;
mod pledge;
mod sections;
mod status;
mod stop_form;
#[cfg(test)]
mod tests;

use web::Problem;

pub(crate) use account_form::account_form;
pub(crate) use blank_forms::blank_forms;
pub(crate) use change_form::{change_form, copy as change_copy};
pub(crate) use content::copy as account_copy;
pub(crate) use entry::entry;
pub(crate) use status::status_form;
pub(crate) use stop_form::{copy as stop_copy, stop_form};

/// The questions before a follow-up page.
#[derive(Debug, Default)]
pub(crate) struct StatusForm<'a> {
    /// What was typed as receipt number.
    pub(crate) receipt_number: String,
    /// Why the follow-up page was refused.
    pub(crate) error: Option<&'a Problem>,
}
