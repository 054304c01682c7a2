//! What a form adds to the life that all of them share.

use crate::{Application, Clerk, Warning};
use chrono::NaiveDate;
use domain::application::{Action, deciding_desk, kind};
use domain::ids::{ApplicationId, OrganizationId};
use domain::words::{Channel, Desk, MissingPart};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeSet;
use std::future::Future;
use utoipa::ToSchema;
use web::{Clock, Db, Problem, Transaction, Visitor};

/// One form of the city, such as 様式第4号.
pub trait Form: 'static {
    /// Its number in receipt numbers.
    const NUMBER: u8;
    /// Its segment of the path: `account-applications`.
    const KIND: &'static str = kind(Self::NUMBER);
    /// The desk that decides it (R11); none: whichever it lies at.
    const DESK: Option<Desk> = deciding_desk(Self::NUMBER);
    /// What its steps are called in the audit trail and the outbox; see [`step_names!`](crate::step_names).
    const STEPS: StepNames;
    /// Whether an acceptance may leave out some of its people.
    const PERSON_BY_PERSON: bool = false;

    /// The form as sent and as kept.
    type Input: Serialize + DeserializeOwned + Clone + Send + Sync;
    /// A form that keeps every rule.
    type Checked: Send + Sync;
    /// What came of it, for the desk: an account, a stopped person.
    type Account: Serialize + Send;

    /// Whether this caller may file it at all.
    fn may_file(visitor: &Visitor, input: &Self::Input) -> Result<(), Problem>;

    /// The form when it keeps every rule as the world stands now, else all that is wrong with it. `by_desk`: a clerk
    /// enters it for somebody else (R12).
    fn check(
        db: &Db,
        clock: Clock,
        input: &Self::Input,
        by_desk: bool,
    ) -> impl Future<Output = Result<Self::Checked, Problem>> + Send;

    /// Its line in lists, and what it is found by.
    fn summary(form: &Self::Checked) -> Summary;

    /// The form as it is kept: what was checked, without the odd spellings in which it was typed.
    fn kept(form: &Self::Checked) -> Self::Input;

    /// How it came.
    fn channel(input: &mut Self::Input) -> &mut Option<String>;

    /// What still has to come before a desk may decide (R14); empty for a form that is one piece.
    fn missing(_input: &Self::Input) -> Vec<MissingPart> {
        Vec::new()
    }

    /// What its arrival brings about, within the transaction that keeps it: of a new form and of a corrected one, which may
    /// ask for something else now. Nothing for most forms.
    fn arrive(
        _transaction: &Transaction<'_>,
        _application: ApplicationId,
        _form: &Self::Checked,
    ) -> impl Future<Output = Result<(), Problem>> + Send {
        std::future::ready(Ok(()))
    }

    /// Whether it may go to the other desk at all (R11).
    fn may_go_to(_input: &Self::Input, _desk: Desk) -> Result<(), Problem> {
        Ok(())
    }

    /// Takes these people out of the form; only for one that is decided [person by person](Self::PERSON_BY_PERSON).
    fn leave_out(_input: &mut Self::Input, _people: &BTreeSet<usize>) {}

    /// What its acceptance brings about, within the transaction of the decision.
    fn accept(
        transaction: &Transaction<'_>,
        clock: Clock,
        by: Clerk,
        application: &Application,
        form: &Self::Checked,
    ) -> impl Future<Output = Result<Accepted, Problem>> + Send;

    /// What the desk should look at before it accepts.
    fn warnings(
        db: &Db,
        clock: Clock,
        input: &Self::Input,
    ) -> impl Future<Output = Result<Vec<Warning>, Problem>> + Send;

    /// What came of it.
    fn accounts(db: &Db, application: &Application)
    -> impl Future<Output = Result<Vec<Self::Account>, Problem>> + Send;
}

/// A form's line in lists.
#[derive(Debug, Clone)]
pub struct Summary {
    /// None for an organization that comes with the form.
    pub organization_id: Option<OrganizationId>,
    /// What the organization is called.
    pub organization_name: String,
    /// Who files it.
    pub applicant_name: String,
    /// How many people it names.
    pub people_count: usize,
    /// How it came.
    pub channel: Channel,
    /// Names by which the desk finds it, besides those above.
    pub words: Vec<String>,
}

/// What an acceptance brought about.
#[derive(Debug, Clone, Copy)]
pub struct Accepted {
    /// The organization, when it came with the form.
    pub organization: Option<OrganizationId>,
    /// By when its notices are due to be posted (R3). None: there is nothing to post, the application is complete.
    pub notices_due_on: Option<NaiveDate>,
}

/// A person who is left out of an acceptance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Excluded {
    /// The place in the form's list of people, from 0.
    pub person: usize,
    /// The reason, which the applicant reads.
    pub note: String,
}

/// What the steps of a form are called, such as `account_stop.accepted`.
#[derive(Debug, Clone, Copy)]
pub struct StepNames {
    /// It came.
    pub submitted: &'static str,
    /// The desk accepted it.
    pub accepted: &'static str,
    /// The desk returned it.
    pub returned: &'static str,
    /// The desk rejected it.
    pub rejected: &'static str,
    /// The applicant answered a return.
    pub resubmitted: &'static str,
    /// The applicant handed in what was missing.
    pub supplemented: &'static str,
    /// The applicant took it back.
    pub withdrawn: &'static str,
    /// Everything that follows from it is done.
    pub completed: &'static str,
    /// It went to the other desk.
    pub redirected: &'static str,
}

impl StepNames {
    /// The name of a step; none is the submission.
    pub fn of(&self, action: Option<Action>) -> &'static str {
        match action {
            None => self.submitted,
            Some(Action::Accept) => self.accepted,
            Some(Action::Return) => self.returned,
            Some(Action::Reject) => self.rejected,
            Some(Action::Resubmit) => self.resubmitted,
            Some(Action::Supplement) => self.supplemented,
            Some(Action::Withdraw) => self.withdrawn,
            Some(Action::Complete) => self.completed,
            Some(Action::Redirect) => self.redirected,
        }
    }
}

/// The [`StepNames`] of a form from what it is called: `step_names!("account_stop")`.
#[macro_export]
macro_rules! step_names {
    ($form:literal) => {
        $crate::StepNames {
            submitted: concat!($form, ".submitted"),
            accepted: concat!($form, ".accepted"),
            returned: concat!($form, ".returned"),
            rejected: concat!($form, ".rejected"),
            resubmitted: concat!($form, ".resubmitted"),
            supplemented: concat!($form, ".supplemented"),
            withdrawn: concat!($form, ".withdrawn"),
            completed: concat!($form, ".completed"),
            redirected: concat!($form, ".redirected"),
        }
    };
}
