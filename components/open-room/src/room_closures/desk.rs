//! `/api/room-closures/{receipt}` for the city.

use super::{ClosedByRequest, RoomClosures};
use crate::register::show::{RegisterRoom, register_room};
use applications::{Application, ApplicationDetail, AskedPerson, Clerk, DecisionInput, asked_people, receipt};
use domain::ids::RoomId;
use domain::room_closure::RoomClosureInput;
use serde::Serialize;
use utoipa::ToSchema;
use web::{AnyDesk, Body, Clock, Db, FreshSession, Json, Path, Problem, Session};

/// A request to close a room, as the desk sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomClosureDetail {
    #[serde(flatten)]
    application: ApplicationDetail<RoomClosureInput, ClosedByRequest>,
    /// Who asks.
    #[schema(required = true)]
    applicant: Option<AskedPerson>,
    /// The room as it stands.
    #[schema(required = true)]
    room: Option<RegisterRoom>,
}

/// Shows one request to the desk where it lies.
#[utoipa::path(get, path = "/api/room-closures/{receipt}", tag = "open-room", operation_id = "room_closure_detail",
    params(("receipt" = String, Path)),
    responses((status = 200, body = RoomClosureDetail), (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
) -> Result<Json<RoomClosureDetail>, Problem> {
    let application = Application::at_desk::<RoomClosures>(&db, &receipt(&number)?, Clerk::of(&session)?).await?;
    show(&db, clock, &application).await
}

/// Decides. Of two clerks who decide at once one wins and the other is told.
#[utoipa::path(post, path = "/api/room-closures/{receipt}/decision", tag = "open-room", operation_id = "decide_room_closure",
    params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = RoomClosureDetail), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<RoomClosureDetail>, Problem> {
    let number = receipt(&number)?;
    applications::decide::<RoomClosures>(Clerk::of(&session)?, &db, clock, &number, &value).await?;
    show(&db, clock, &Application::of_form::<RoomClosures>(&db, &number).await?).await
}

async fn show(db: &Db, clock: Clock, application: &Application) -> Result<Json<RoomClosureDetail>, Problem> {
    let shown = applications::detail::<RoomClosures>(db, clock, application).await?;
    let (applicant, _) = asked_people(db, &shown.content.applicant, &[]).await?;
    let room = match shown.content.room_id {
        Some(id) => register_room(db, RoomId(id), clock.now()).await?,
        None => None,
    };
    Ok(Json(RoomClosureDetail { application: shown, applicant, room }))
}
