//! Forms that are complete without JavaScript: the kit from which their pages are made, and what every form's handlers do
//! for a browser that asks for a page and for a program.
//!
//! A use case says what is its own by implementing [`PublicForm`]; its handlers call [`filing`], its routes [`show`].
//! `/assets/apply.js` only makes the pages kinder: it keeps drafts, adds rows and prints.

pub mod copy;
pub mod dates;
pub mod field;
pub mod filing;
pub mod frame;
pub mod guard;
pub mod layout;
pub mod named;
pub mod places;
pub mod problem;
pub mod receipt;
pub mod rooms;
pub mod rows;
pub mod show;

mod follow_up;
mod form;
mod signature;

use applications::Receipt;
use domain::words::Desk;

pub use follow_up::{follow_up, withdraw_confirm};
pub use form::{PublicForm, Sheet, signed_in_manager};

/// Which returned application is corrected, and why it came back.
#[derive(Debug, Clone, Copy)]
pub struct CorrectionNote<'a> {
    /// The number of the returned application.
    pub receipt_number: &'a str,
    /// What the desk wrote.
    pub note: Option<&'a str>,
    /// Which desk it was.
    pub desk: Desk,
}

/// What the applicant must keep of an application just filed.
#[derive(Debug)]
pub struct ReceiptPage {
    /// Number, passcode and day.
    pub receipt: Receipt,
    /// For whom the people work.
    pub organization_name: String,
    /// What the people are to the form.
    pub people_are: &'static str,
    /// Their names.
    pub people: Vec<String>,
    /// What happens once the desk has looked at it.
    pub next: &'static [&'static str],
}
