//! The one life of every form: filed, returned, corrected, redirected, decided, withdrawn, completed.
//!
//! A use case names its form by implementing [`Form`], and its handlers call [`submit()`], [`correct()`],
//! [`withdraw()`], [`decide()`], [`follow_up()`] and [`detail()`] for it. What a form asks, which rules it must keep and
//! what its acceptance brings about stays with the use case.

pub mod calendar;

mod answer_by_mail;
mod application;
mod correct;
mod decide;
mod detail;
mod follow_up;
mod form;
mod mailed_form;
mod people;
mod record;
mod room_requests;
mod submit;
mod summary;
mod withdraw;

pub use application::{Application, Clerk, receipt};
pub use correct::{correct, correct_within};
pub use decide::{Decision, DecisionInput, complete, decide};
pub use detail::{ApplicationDetail, HistoryEntry, Warning, detail, warnings_of};
pub use follow_up::{FollowUp, FollowUpEntry, NoticeCount, Standing, action_label, follow_up};
pub use form::{Accepted, Excluded, Form, StepNames, Summary};
pub use mailed_form::{EnteredForm, MailedForms};
pub use people::{AskedPerson, applies_as, asked_people, known_people, signed_in_user};
pub use room_requests::{RoomRequest, meant_room, standing, tie_to_room};
pub use submit::{Filed, Filing, Receipt, by_desk, file, not_open, refuse_before_opening, submit};
pub use summary::{ApplicationSummary, Assignee, SummaryRow};
pub use withdraw::{WithdrawalInput, withdraw};
