//! Forms 7 and 8 together, which open a support room: what they add to the life of every form (R14, R15, R19).

pub(crate) mod checks;
pub(crate) mod desk;
pub(crate) mod draft;
pub(crate) mod mine;
pub(crate) mod operations;
pub(crate) mod original;

pub(crate) mod facts;

pub(crate) mod accept;
mod similar;

use crate::team;
use applications::{Accepted, Application, Clerk, Form, StepNames, Summary, Warning, step_names};
use domain::ids::{RegistrantId, RoomId};
use domain::support_room::{FORM, SupportRoom, SupportRoomInput};
use domain::words::MissingPart;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Clock, Db, Problem, Transaction, Visitor, params};

/// Forms 7 and 8 together.
pub(crate) struct SupportRoomApplications;

/// The room that an accepted set opened, or was added to.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct OpenedRoom {
    room_id: RoomId,
    registrant_id: RegistrantId,
    name: String,
}

impl Form for SupportRoomApplications {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("support_room_application");

    type Input = SupportRoomInput;
    type Checked = SupportRoom;
    type Account = OpenedRoom;

    fn may_file(visitor: &Visitor, input: &Self::Input) -> Result<(), Problem> {
        for_own_organization(visitor, input.organization_id)
    }

    async fn check(db: &Db, clock: Clock, input: &Self::Input, by_desk: bool) -> Result<Self::Checked, Problem> {
        let facts = facts::load(db, clock, input.organization_id, &input.user_ids(), by_desk).await?;
        input.check(&facts).map_err(Problem::invalid)
    }

    fn summary(form: &Self::Checked) -> Summary {
        let registrant = &form.registrant;
        Summary {
            organization_id: Some(form.organization),
            organization_name: form.organization_name.as_str().to_owned(),
            applicant_name: form.applicant.name.as_str().to_owned(),
            people_count: form.members.len(),
            channel: form.channel,
            words: vec![registrant.name.as_str().to_owned(), registrant.kana.as_str().to_owned()],
        }
    }

    fn kept(form: &Self::Checked) -> Self::Input {
        Self::Input::from(form)
    }

    fn channel(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.channel
    }

    fn missing(input: &Self::Input) -> Vec<MissingPart> {
        input.missing()
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

    async fn warnings(db: &Db, _: Clock, input: &Self::Input) -> Result<Vec<Warning>, Problem> {
        let members = input.team.iter().flat_map(|team| &team.members).enumerate();
        team::warnings(db, members.map(|(at, member)| (format!("team.members[{at}]"), member))).await
    }

    async fn accounts(db: &Db, application: &Application) -> Result<Vec<Self::Account>, Problem> {
        Ok(db.all(include_str!("../sql/opened-room.sql"), params![application.id]).await?)
    }
}

/// Those of these accounts that are in use.
pub(crate) async fn known(db: &Db, users: impl Iterator<Item = i64>) -> Result<BTreeSet<i64>, Problem> {
    let people = facts::known_members(db, &users.collect()).await?;
    Ok(people.into_iter().map(|person| person.user_id.0).collect())
}

/// R15: whoever coordinates a team files for the own organization. What names a patient is never filed without an
/// account (R33).
pub(crate) fn for_own_organization(visitor: &Visitor, organization: Option<i64>) -> Result<(), Problem> {
    let Some(session) = &visitor.0 else { return Err(Problem::not_signed_in()) };
    if organization == Some(session.caller().organization_id.0) {
        return Ok(());
    }
    let message = "届出は、自分の団体からのものだけ出せます。";
    Err(Problem::new(StatusCode::FORBIDDEN, "other_organization", message).rule("R15"))
}
