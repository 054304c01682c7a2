//! The request to close a room (R26): what it adds to the life of every form.

pub(crate) mod desk;
pub(crate) mod operations;

mod public;

use crate::register::close::{Closing, close_room};
use applications::{
    Accepted, Application, Clerk, Form, RoomRequest, StepNames, Summary, Warning, known_people, meant_room, step_names,
};
use domain::ids::{ApplicationId, RoomId};
use domain::room_closure::{FORM, Facts, RoomClosure, RoomClosureInput};
use domain::validation::Violations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, Problem, Transaction, Visitor, params};

/// The request to close a room.
pub(crate) struct RoomClosures;

/// The room that an accepted request closed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClosedByRequest {
    room_id: RoomId,
    name: String,
}

impl Form for RoomClosures {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("room_closure");

    type Input = RoomClosureInput;
    type Checked = RoomClosure;
    type Account = ClosedByRequest;

    /// Whoever is in the room; that is asked when the request arrives.
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
        Summary {
            organization_id: Some(applicant.organization),
            organization_name: applicant.organization_name.as_str().to_owned(),
            applicant_name: applicant.name.as_str().to_owned(),
            people_count: 1,
            channel: form.channel,
            words: vec![form.room_name.as_str().to_owned()],
        }
    }

    fn kept(form: &Self::Checked) -> Self::Input {
        Self::Input::from(form)
    }

    fn channel(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.channel
    }

    /// R26: only who is in the room asks to close it, and once is enough.
    async fn arrive(
        transaction: &Transaction<'_>,
        application: ApplicationId,
        form: &Self::Checked,
    ) -> Result<(), Problem> {
        #[derive(Deserialize)]
        struct Row {
            is_member: bool,
            asked: bool,
        }
        let user = form.applicant.person.user_id;
        let asked = params![form.room, user, application];
        let row: Row = transaction.one(include_str!("../sql/closure-standing.sql"), asked).await?;
        let mut v = Violations::new();
        if !row.is_member {
            let message = "この部屋の閉鎖を申し出られるのは、参加している方だけです。";
            v.push_rule("R26", "room_id", "not_member", message);
        } else if row.asked {
            let message = "この部屋の閉鎖は、すでに申し出られています。市の窓口の判断をお待ちください。";
            v.push_rule("R26", "room_id", "already_asked", message);
        }
        if !v.is_empty() {
            return Err(Problem::invalid(v));
        }
        let request = RoomRequest { application, room: form.room, asks: "close", users: &[user] };
        Ok(request.note(transaction).await?)
    }

    async fn accept(
        transaction: &Transaction<'_>,
        clock: Clock,
        by: Clerk,
        application: &Application,
        form: &Self::Checked,
    ) -> Result<Accepted, Problem> {
        let receipt = Some(application.receipt_number.as_str());
        let closing = Closing { room: form.room, by: by.user, reason: &form.reason, receipt };
        close_room(transaction, clock, closing).await?;
        Ok(Accepted { organization: None, notices_due_on: None })
    }

    /// Whatever would refuse the acceptance now: the room is closed already.
    async fn warnings(db: &Db, clock: Clock, input: &Self::Input) -> Result<Vec<Warning>, Problem> {
        let Err(refused) = Self::check(db, clock, input, input.channel.is_some()).await else { return Ok(Vec::new()) };
        Ok(applications::warnings_of(&refused))
    }

    async fn accounts(_: &Db, application: &Application) -> Result<Vec<Self::Account>, Problem> {
        if application.status != domain::application::Status::Completed {
            return Ok(Vec::new());
        }
        let content = application.content::<Self>()?;
        let closed = content.room_id.map(|id| ClosedByRequest { room_id: RoomId(id), name: content.room_name });
        Ok(closed.into_iter().collect())
    }
}
