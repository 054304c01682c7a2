//! Form 6 (様式第6号), the stop of accounts: what it adds to the life of every form.

pub(crate) mod operations;

mod accept;
mod public;
mod warnings;

use crate::{known_organization, may_file};
use applications::{Accepted, Application, Clerk, Form, StepNames, Summary, Warning, step_names};
use domain::LoginId;
use domain::account_stop::{AccountStop, AccountStopInput, FORM, Facts};
use domain::ids::UserId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Clock, Db, Millis, Problem, Transaction, Visitor, params};

/// Form 6.
pub(crate) struct AccountStops;

/// A person whom an accepted Form 6 stopped.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct StoppedPerson {
    user_id: UserId,
    name: String,
    login_id: String,
    stopped_at: Millis,
}

impl Form for AccountStops {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("account_stop");
    const PERSON_BY_PERSON: bool = true;

    type Input = AccountStopInput;
    type Checked = AccountStop;
    type Account = StoppedPerson;

    fn may_file(visitor: &Visitor, input: &Self::Input) -> Result<(), Problem> {
        may_file::for_organization(visitor, input.organization_id)
    }

    async fn check(db: &Db, _: Clock, input: &Self::Input, by_desk: bool) -> Result<Self::Checked, Problem> {
        let organization = known_organization::load(db, input.organization_id, &input.login_ids()).await?;
        input.check(&Facts { organization, by_desk }).map_err(Problem::invalid)
    }

    fn summary(form: &Self::Checked) -> Summary {
        Summary {
            organization_id: Some(form.organization),
            organization_name: form.organization_name.as_str().to_owned(),
            applicant_name: form.applicant.name.as_str().to_owned(),
            people_count: form.people.len(),
            channel: form.channel,
            words: form.people.iter().map(|person| person.account.name.as_str().to_owned()).collect(),
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

    async fn warnings(db: &Db, clock: Clock, input: &Self::Input) -> Result<Vec<Warning>, Problem> {
        warnings::warnings(db, clock, input).await
    }

    async fn accounts(db: &Db, application: &Application) -> Result<Vec<Self::Account>, Problem> {
        let login_ids = application.content::<Self>()?.login_ids();
        let asked = serde_json::to_string(&login_ids).map_err(Problem::internal)?;
        let mut stopped: Vec<StoppedPerson> =
            db.all(include_str!("../sql/stopped-people.sql"), params![asked, application.id]).await?;
        for person in &mut stopped {
            if let Ok(login_id) = person.login_id.parse::<LoginId>() {
                person.login_id = login_id.to_string();
            }
        }
        Ok(stopped)
    }
}
