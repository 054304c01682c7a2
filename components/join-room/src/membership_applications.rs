//! The application to join or to leave: what it adds to the life of every form.

pub(crate) mod desk;
pub(crate) mod operations;

mod accept;
mod arrive;
mod public;

use applications::{
    Accepted, Application, Clerk, Form, StepNames, Summary, Warning, known_people, meant_room, step_names,
};
use domain::application::Status;
use domain::ids::{ApplicationId, RoomId, UserId};
use domain::membership_application::{FORM, Facts, MembershipApplication, MembershipApplicationInput};
use domain::words::MembershipChange;
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Clock, Db, Problem, Transaction, Visitor};

/// The application to join or to leave.
pub(crate) struct MembershipApplications;

/// A change that an accepted application made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangedMembership {
    user_id: UserId,
    name: String,
    change: MembershipChange,
}

impl Form for MembershipApplications {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("membership_application");
    const PERSON_BY_PERSON: bool = true;

    type Input = MembershipApplicationInput;
    type Checked = MembershipApplication;
    type Account = ChangedMembership;

    /// Anybody with an account, which the check asks for.
    fn may_file(_: &Visitor, _: &Self::Input) -> Result<(), Problem> {
        Ok(())
    }

    async fn check(db: &Db, _: Clock, input: &Self::Input, by_desk: bool) -> Result<Self::Checked, Problem> {
        let room = meant_room(db, input.room_id, &input.room_name).await?;
        let people = known_people(db, &input.named()).await?;
        input.check(&Facts { room, people, by_desk }).map_err(Problem::invalid)
    }

    fn summary(form: &Self::Checked) -> Summary {
        let applicant = &form.applicant.person;
        let people = form.people.iter().map(|person| person.person.name.as_str().to_owned());
        Summary {
            organization_id: Some(applicant.organization),
            organization_name: applicant.organization_name.as_str().to_owned(),
            applicant_name: applicant.name.as_str().to_owned(),
            people_count: form.people.len(),
            channel: form.channel,
            words: people.chain([form.room_name.as_str().to_owned()]).collect(),
        }
    }

    fn kept(form: &Self::Checked) -> Self::Input {
        Self::Input::from(form)
    }

    fn channel(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.channel
    }

    async fn arrive(
        transaction: &Transaction<'_>,
        application: ApplicationId,
        form: &Self::Checked,
    ) -> Result<(), Problem> {
        arrive::arrive(transaction, application, form).await
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
        accept::accept(transaction, clock, by, application, form).await?;
        Ok(Accepted { organization: None, notices_due_on: None })
    }

    /// Whatever would refuse the acceptance as the world stands now: a closed room, a stopped account.
    async fn warnings(db: &Db, clock: Clock, input: &Self::Input) -> Result<Vec<Warning>, Problem> {
        let Err(refused) = Self::check(db, clock, input, input.channel.is_some()).await else { return Ok(Vec::new()) };
        Ok(applications::warnings_of(&refused))
    }

    async fn accounts(_: &Db, application: &Application) -> Result<Vec<Self::Account>, Problem> {
        if application.status != Status::Completed {
            return Ok(Vec::new());
        }
        let content = application.content::<Self>()?;
        let Some(change) = MembershipChange::parse(&content.change) else { return Ok(Vec::new()) };
        let left_out: BTreeSet<usize> = application.excluded()?.iter().map(|person| person.person).collect();
        let people = content.people.into_iter().enumerate().filter(|(at, _)| !left_out.contains(at));
        let changed = people.filter_map(|(_, person)| {
            Some(ChangedMembership { user_id: UserId(person.user_id?), name: person.name, change })
        });
        Ok(changed.collect())
    }
}

/// The number of the room that a kept form names.
fn room_of(content: &MembershipApplicationInput) -> Option<RoomId> {
    content.room_id.map(RoomId)
}
