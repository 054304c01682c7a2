//! Form 4 (様式第4号), an application for accounts: what it adds to the life of every form.

mod accept;
mod facts;
pub(crate) mod operations;
mod public;
mod warnings;

pub(crate) use facts::organization_name;

use crate::issued_accounts::{self, IssuedAccount};
use applications::{Accepted, Application, Clerk, Form, StepNames, Summary, Warning, step_names};
use domain::account::{AccountApplication, AccountApplicationInput, FORM};
use std::collections::BTreeSet;
use web::{Clock, Db, Problem, Transaction, Visitor};

/// Form 4.
pub(crate) struct AccountApplications;

impl Form for AccountApplications {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("account_application");
    const PERSON_BY_PERSON: bool = true;

    type Input = AccountApplicationInput;
    type Checked = AccountApplication;
    type Account = IssuedAccount;

    fn may_file(visitor: &Visitor, input: &Self::Input) -> Result<(), Problem> {
        crate::may_file::for_organization(visitor, input.organization.id)
    }

    async fn check(db: &Db, _: Clock, input: &Self::Input, by_desk: bool) -> Result<Self::Checked, Problem> {
        facts::check(db, input, by_desk).await
    }

    fn summary(form: &Self::Checked) -> Summary {
        let names = form.people.iter().flat_map(|person| [person.name.as_str(), person.kana.as_str()]);
        Summary {
            organization_id: form.organization.id(),
            organization_name: form.organization.name().as_str().to_owned(),
            applicant_name: form.applicant.name.as_str().to_owned(),
            people_count: form.people.len(),
            channel: form.channel,
            words: names.map(str::to_owned).collect(),
        }
    }

    fn kept(form: &Self::Checked) -> Self::Input {
        Self::Input::from(form)
    }

    fn channel(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.channel
    }

    fn leave_out(input: &mut Self::Input, people: &BTreeSet<usize>) {
        let mut at = 0..;
        input.people.retain(|_| !at.next().is_some_and(|at| people.contains(&at)));
    }

    async fn accept(
        transaction: &Transaction<'_>,
        clock: Clock,
        by: Clerk,
        application: &Application,
        form: &Self::Checked,
    ) -> Result<Accepted, Problem> {
        accept::accept(transaction, clock, by, application, form).await
    }

    async fn warnings(db: &Db, _: Clock, input: &Self::Input) -> Result<Vec<Warning>, Problem> {
        warnings::warnings(db, input).await
    }

    async fn accounts(db: &Db, application: &Application) -> Result<Vec<Self::Account>, Problem> {
        Ok(issued_accounts::issued(db, application).await?)
    }
}
