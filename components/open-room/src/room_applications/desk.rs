//! `/api/room-applications/{receipt}` for the city: everything it needs to decide, and the decision.

use super::checks::{self, RoomCheckLine};
use super::{OpenedRoom, RoomApplications};
use applications::{Application, ApplicationDetail, AskedPerson, Clerk, DecisionInput, asked_people, receipt};
use domain::ids::RoomId;
use domain::room_application::RoomApplicationInput;
use domain::text::pairs;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyDesk, Body, Clock, Db, DbError, FreshSession, Json, Path, Problem, Session, params};

/// An application to open a room, as the desk sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomApplicationDetail {
    #[serde(flatten)]
    application: ApplicationDetail<RoomApplicationInput, OpenedRoom>,
    /// What the theme is called.
    #[schema(required = true)]
    theme_name: Option<String>,
    /// What the city makes sure of before it opens the room (R23).
    checks: Vec<RoomCheckLine>,
    /// Who applies.
    #[schema(required = true)]
    applicant: Option<AskedPerson>,
    /// Who takes part besides.
    people: Vec<AskedPerson>,
    /// Open rooms with a name or purpose like this one's.
    similar_rooms: Vec<SimilarRoom>,
}

/// A room whose purpose may be the same.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct SimilarRoom {
    room_id: RoomId,
    name: String,
    purpose: String,
}

/// Shows one application to the desk where it lies.
#[utoipa::path(get, path = "/api/room-applications/{receipt}", tag = "open-room", operation_id = "room_application_detail",
    params(("receipt" = String, Path)),
    responses((status = 200, body = RoomApplicationDetail), (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
) -> Result<Json<RoomApplicationDetail>, Problem> {
    let clerk = Clerk::of(&session)?;
    let application = Application::at_desk::<RoomApplications>(&db, &receipt(&number)?, clerk).await?;
    Ok(Json(show(&db, clock, &application).await?))
}

/// Decides. Of two clerks who decide at once one wins and the other is told.
#[utoipa::path(post, path = "/api/room-applications/{receipt}/decision", tag = "open-room", operation_id = "decide_room_application",
    params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = RoomApplicationDetail), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<RoomApplicationDetail>, Problem> {
    let number = receipt(&number)?;
    applications::decide::<RoomApplications>(Clerk::of(&session)?, &db, clock, &number, &value).await?;
    let application = Application::of_form::<RoomApplications>(&db, &number).await?;
    Ok(Json(show(&db, clock, &application).await?))
}

/// The application as it stands now.
pub(super) async fn show(db: &Db, clock: Clock, application: &Application) -> Result<RoomApplicationDetail, Problem> {
    #[derive(Deserialize)]
    struct Theme {
        name: String,
    }
    let shown = applications::detail::<RoomApplications>(db, clock, application).await?;
    let theme: Option<Theme> =
        db.first(include_str!("../../sql/theme-name.sql"), params![shown.content.theme_id]).await?;
    let (applicant, people) = asked_people(db, &shown.content.applicant, &shown.content.participants).await?;
    Ok(RoomApplicationDetail {
        theme_name: theme.map(|theme| theme.name),
        checks: checks::lines(db, application.id).await?,
        similar_rooms: similar(db, application, &shown.content).await?,
        applicant,
        people,
        application: shown,
    })
}

/// Rooms that share pairs of characters with the name that is asked for; the one that came of this application is none.
async fn similar(
    db: &Db,
    application: &Application,
    content: &RoomApplicationInput,
) -> Result<Vec<SimilarRoom>, DbError> {
    let tokens = pairs([content.name.as_str()]);
    let words: Vec<String> =
        tokens.split(' ').filter(|pair| pair.chars().count() == 2).map(|pair| format!("\"{pair}\"")).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let asked = params![words.join(" OR "), application.id];
    db.all(include_str!("../../sql/similar-rooms.sql"), asked).await
}
