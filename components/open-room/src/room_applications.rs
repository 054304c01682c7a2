//! The application to open a room (R23): what it adds to the life of every form.

pub(crate) mod checks;
pub(crate) mod desk;
pub(crate) mod mine;
pub(crate) mod operations;

mod accept;
mod public;

use crate::details;
use applications::{Accepted, Application, Clerk, Form, StepNames, Summary, Warning, known_people, step_names};
use domain::ids::{ApplicationId, RoomId};
use domain::room_application::{FORM, Facts, RoomApplication, RoomApplicationInput};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, Millis, Problem, Transaction, Visitor, params};

/// The application to open a room.
pub(crate) struct RoomApplications;

/// The room that came of an application.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct OpenedRoom {
    room_id: RoomId,
    name: String,
    #[schema(required = true)]
    closed_at: Option<Millis>,
}

impl Form for RoomApplications {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("room_application");

    type Input = RoomApplicationInput;
    type Checked = RoomApplication;
    type Account = OpenedRoom;

    /// R23: anybody with an account, which the check asks for.
    fn may_file(_: &Visitor, _: &Self::Input) -> Result<(), Problem> {
        Ok(())
    }

    async fn check(db: &Db, _: Clock, input: &Self::Input, by_desk: bool) -> Result<Self::Checked, Problem> {
        let details = details::facts(db, &input.name, input.theme_id, None).await?;
        let people = known_people(db, &input.named()).await?;
        input.check(&Facts { details, people, by_desk }).map_err(Problem::invalid)
    }

    fn summary(form: &Self::Checked) -> Summary {
        let applicant = &form.applicant.person;
        Summary {
            organization_id: Some(applicant.organization),
            organization_name: applicant.organization_name.as_str().to_owned(),
            applicant_name: applicant.name.as_str().to_owned(),
            people_count: form.participants.len() + 1,
            channel: form.channel,
            words: vec![form.details.name.as_str().to_owned()],
        }
    }

    fn kept(form: &Self::Checked) -> Self::Input {
        Self::Input::from(form)
    }

    fn channel(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.channel
    }

    /// What the city made sure of, it made sure of on the form as it was.
    async fn arrive(
        transaction: &Transaction<'_>,
        application: ApplicationId,
        _: &Self::Checked,
    ) -> Result<(), Problem> {
        Ok(transaction.run(include_str!("../sql/untick-all.sql"), params![application]).await?)
    }

    async fn accept(
        transaction: &Transaction<'_>,
        clock: Clock,
        by: Clerk,
        application: &Application,
        form: &Self::Checked,
    ) -> Result<Accepted, Problem> {
        checks::all_done(transaction, application).await?;
        accept::accept(transaction, clock, by, application, form).await?;
        Ok(Accepted { organization: None, notices_due_on: None })
    }

    /// Whatever would refuse the acceptance as the world stands now: a name that was taken meanwhile, a stopped account.
    async fn warnings(db: &Db, clock: Clock, input: &Self::Input) -> Result<Vec<Warning>, Problem> {
        let by_desk = input.channel.is_some();
        let Err(refused) = Self::check(db, clock, input, by_desk).await else { return Ok(Vec::new()) };
        Ok(applications::warnings_of(&refused))
    }

    async fn accounts(db: &Db, application: &Application) -> Result<Vec<Self::Account>, Problem> {
        Ok(db.all(include_str!("../sql/rooms-of-application.sql"), params![application.id]).await?)
    }
}
