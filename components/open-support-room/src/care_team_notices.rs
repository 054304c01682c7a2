//! Form 8 alone, the change of a care team: what it adds to the life of every form (R16–R18).

pub(crate) mod desk;
pub(crate) mod operations;

mod accept;
mod facts;

use crate::support_room_applications::for_own_organization;
use crate::team;
use applications::{Accepted, Application, Clerk, Form, StepNames, Summary, Warning, step_names, tie_to_room};
use domain::application::Status;
use domain::care_team_notice::{CareTeamNotice, CareTeamNoticeInput, FORM};
use domain::ids::ApplicationId;
use domain::words::{Channel, TeamChangeKind};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Clock, Db, Problem, Transaction, Visitor};

/// Form 8 alone.
pub(crate) struct CareTeamNotices;

/// A change that an accepted notice made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TeamChange {
    /// None for a person who had no account then.
    #[schema(required = true)]
    user_id: Option<i64>,
    name: String,
    #[schema(value_type = TeamChangeKind)]
    change: String,
    /// From which day on.
    #[schema(format = Date)]
    on: String,
}

impl Form for CareTeamNotices {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("care_team_notice");

    type Input = CareTeamNoticeInput;
    type Checked = CareTeamNotice;
    type Account = TeamChange;

    fn may_file(visitor: &Visitor, input: &Self::Input) -> Result<(), Problem> {
        for_own_organization(visitor, input.organization_id)
    }

    async fn check(db: &Db, clock: Clock, input: &Self::Input, by_desk: bool) -> Result<Self::Checked, Problem> {
        let facts = facts::load(db, clock, input, by_desk).await?;
        input.check(&facts).map_err(Problem::invalid)
    }

    fn summary(form: &Self::Checked) -> Summary {
        Summary {
            organization_id: Some(form.organization),
            organization_name: form.organization_name.as_str().to_owned(),
            applicant_name: form.applicant.name.as_str().to_owned(),
            people_count: form.changes.len(),
            channel: form.channel,
            // The registrant is not among them: whose room it is stands with the room, and nowhere else.
            words: form.changes.iter().map(|change| change.member.name.as_str().to_owned()).collect(),
        }
    }

    fn kept(form: &Self::Checked) -> Self::Input {
        Self::Input::from(form)
    }

    fn channel(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.channel
    }

    /// From its arrival on the notice belongs to its room: reading it is a view of the registrant (R21), and it goes when
    /// the room's content does.
    async fn arrive(
        transaction: &Transaction<'_>,
        application: ApplicationId,
        form: &Self::Checked,
    ) -> Result<(), Problem> {
        Ok(tie_to_room(transaction, application, form.room).await?)
    }

    async fn accept(
        transaction: &Transaction<'_>,
        clock: Clock,
        by: Clerk,
        application: &Application,
        form: &Self::Checked,
    ) -> Result<Accepted, Problem> {
        accept::accept(transaction, clock, by, application, form).await?;
        Ok(Accepted { organization: None, notices_due_on: None })
    }

    /// People without account, and everything that would refuse the acceptance as the team stands now.
    async fn warnings(db: &Db, clock: Clock, input: &Self::Input) -> Result<Vec<Warning>, Problem> {
        let facts = facts::load(db, clock, input, input.channel.as_deref().is_some_and(is_paper)).await?;
        let refusals = input.check(&facts).err().into_iter().flatten();
        let refusals =
            refusals.map(|found| Warning { code: found.code, message: found.message, field: Some(found.field) });
        let awaited = input.changes.iter().enumerate().filter(|(_, change)| change.user_id.is_none());
        let awaited = awaited.map(|(at, change)| team::without_account(&change.name, format!("changes[{at}]")));
        Ok(refusals.chain(awaited).collect())
    }

    async fn accounts(_: &Db, application: &Application) -> Result<Vec<Self::Account>, Problem> {
        if !matches!(application.status, Status::Accepted | Status::Completed) {
            return Ok(Vec::new());
        }
        let changes = application.content::<Self>()?.changes.into_iter();
        let made = changes.map(|change| TeamChange {
            user_id: change.user_id,
            name: change.name,
            change: change.change,
            on: change.on,
        });
        Ok(made.collect())
    }
}

fn is_paper(channel: &str) -> bool {
    channel != Channel::Electronic.as_str()
}
