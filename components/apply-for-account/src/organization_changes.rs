//! Form 5 (様式第5号), changes of an organization: what it adds to the life of every form.

pub(crate) mod operations;

mod accept;
mod public;
mod warnings;

use crate::issued_accounts::{self, IssuedAccount};
use crate::{known_organization, may_file};
use applications::{Accepted, Application, Clerk, Form, StepNames, Summary, Warning, step_names};
use domain::organization_change::{FORM, Facts, OrganizationChange, OrganizationChangeInput};
use web::{Clock, Db, Problem, Transaction, Visitor};

/// Form 5.
pub(crate) struct OrganizationChanges;

impl Form for OrganizationChanges {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("organization_change");

    type Input = OrganizationChangeInput;
    type Checked = OrganizationChange;
    type Account = IssuedAccount;

    fn may_file(visitor: &Visitor, input: &Self::Input) -> Result<(), Problem> {
        may_file::for_organization(visitor, input.organization_id)
    }

    async fn check(db: &Db, _: Clock, input: &Self::Input, by_desk: bool) -> Result<Self::Checked, Problem> {
        let organization = known_organization::load(db, input.organization_id, &input.login_ids()).await?;
        input.check(&Facts { organization, by_desk }).map_err(Problem::invalid)
    }

    fn summary(form: &Self::Checked) -> Summary {
        let new_name = form.changes.name.iter().map(|name| name.as_str().to_owned());
        let new_manager = form.handover.iter().map(|handover| handover.manager.name.as_str().to_owned());
        let people = form.devices.iter().map(|device| device.account.name.as_str().to_owned());
        Summary {
            organization_id: Some(form.organization),
            organization_name: form.organization_name.as_str().to_owned(),
            applicant_name: form.applicant.name.as_str().to_owned(),
            people_count: form.devices.len(),
            channel: form.channel,
            words: new_name.chain(new_manager).chain(people).collect(),
        }
    }

    fn kept(form: &Self::Checked) -> Self::Input {
        Self::Input::from(form)
    }

    fn channel(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.channel
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
