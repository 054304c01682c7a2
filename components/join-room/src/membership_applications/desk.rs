//! `/api/membership-applications/{receipt}` for the city: everything it needs to decide, and the decision.

use super::{ChangedMembership, MembershipApplications, room_of};
use applications::{
    Application, ApplicationDetail, AskedPerson, Clerk, DecisionInput, asked_people, receipt, standing,
};
use domain::ids::RoomId;
use domain::membership_application::MembershipApplicationInput;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyDesk, Body, Clock, Db, FreshSession, Json, Millis, Path, Problem, Session, params};

/// An application to join or to leave, as the desk sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct MembershipDetail {
    #[serde(flatten)]
    application: ApplicationDetail<MembershipApplicationInput, ChangedMembership>,
    /// Who applies.
    #[schema(required = true)]
    applicant: Option<AskedPerson>,
    /// Who is to join or to leave, in the order of the form.
    people: Vec<AskedMember>,
    /// The room as it stands.
    #[schema(required = true)]
    room: Option<AskedRoom>,
}

/// Somebody who is to join or to leave.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskedMember {
    #[serde(flatten)]
    person: AskedPerson,
    /// Whether the person takes part now.
    is_member: bool,
}

/// The room that an application is about.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct AskedRoom {
    room_id: RoomId,
    name: String,
    purpose: String,
    /// Who takes part, in words.
    scope: String,
    member_count: i64,
    #[schema(required = true)]
    closed_at: Option<Millis>,
}

/// Shows one application to the desk where it lies.
#[utoipa::path(get, path = "/api/membership-applications/{receipt}", tag = "join-room", operation_id = "membership_application_detail",
    params(("receipt" = String, Path)),
    responses((status = 200, body = MembershipDetail), (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
) -> Result<Json<MembershipDetail>, Problem> {
    let clerk = Clerk::of(&session)?;
    let application = Application::at_desk::<MembershipApplications>(&db, &receipt(&number)?, clerk).await?;
    show(&db, clock, &application).await
}

/// Decides. Of two clerks who decide at once one wins and the other is told.
#[utoipa::path(post, path = "/api/membership-applications/{receipt}/decision", tag = "join-room", operation_id = "decide_membership_application",
    params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = MembershipDetail), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<MembershipDetail>, Problem> {
    let number = receipt(&number)?;
    applications::decide::<MembershipApplications>(Clerk::of(&session)?, &db, clock, &number, &value).await?;
    show(&db, clock, &Application::of_form::<MembershipApplications>(&db, &number).await?).await
}

async fn show(db: &Db, clock: Clock, application: &Application) -> Result<Json<MembershipDetail>, Problem> {
    let shown = applications::detail::<MembershipApplications>(db, clock, application).await?;
    let (applicant, asked) = asked_people(db, &shown.content.applicant, &shown.content.people).await?;
    let room = match room_of(&shown.content) {
        Some(id) => db.first(include_str!("../../sql/asked-room.sql"), params![id]).await?,
        None => None,
    };
    let mut people = Vec::with_capacity(asked.len());
    for person in asked {
        let is_member = match room_of(&shown.content) {
            Some(room) => standing(db, room, person.user_id, application.id).await?.is_member,
            None => false,
        };
        people.push(AskedMember { person, is_member });
    }
    Ok(Json(MembershipDetail { application: shown, applicant, people, room }))
}
