//! `/api/care-team-notices/{receipt}` for the association: everything needed to decide, and the decision.

use super::{CareTeamNotices, TeamChange};
use crate::support_room_applications::desk::note_view;
use crate::team::{self, TeamMember};
use applications::{Application, ApplicationDetail, Clerk, DecisionInput, receipt};
use domain::care_team_notice::{CareTeamNoticeInput, ChangeInput};
use domain::ids::{RegistrantId, RoomId};
use domain::support_room::MemberInput;
use domain::words::Viewed;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AssociationDesk, Body, Clock, Db, FreshSession, Json, Path, Problem, Session, ViewLog, params};

/// Everything the desk needs to decide.
#[derive(Serialize, ToSchema)]
pub(crate) struct CareTeamNoticeDetail {
    #[serde(flatten)]
    application: ApplicationDetail<CareTeamNoticeInput, TeamChange>,
    /// Whose team changes.
    room: NoticeRoom,
    /// The people, each with what is known of the account.
    members: Vec<TeamMember>,
}

/// Whose team changes.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct NoticeRoom {
    room_id: RoomId,
    registrant_id: RegistrantId,
    registrant_name: String,
}

/// Shows one notice to the association.
#[utoipa::path(get, path = "/api/care-team-notices/{receipt}", tag = "open-support-room",
    operation_id = "care_team_notice_detail", params(("receipt" = String, Path)),
    responses((status = 200, body = CareTeamNoticeDetail), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(number): Path<String>,
) -> Result<Json<CareTeamNoticeDetail>, Problem> {
    let number = receipt(&number)?;
    let application = Application::at_desk::<CareTeamNotices>(&db, &number, Clerk::of(&session)?).await?;
    let shown = show(&db, clock, &application).await?;
    note_view(&db, (clock, &log), &session, &number, Viewed::Application).await?;
    Ok(Json(shown))
}

/// Decides. Every rule is looked at again as the team stands then; of two clerks who decide at once one wins and the other
/// is told.
#[utoipa::path(post, path = "/api/care-team-notices/{receipt}/decision", tag = "open-support-room",
    operation_id = "decide_care_team_notice", params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = CareTeamNoticeDetail), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<CareTeamNoticeDetail>, Problem> {
    let number = receipt(&number)?;
    applications::decide::<CareTeamNotices>(Clerk::of(&session)?, &db, clock, &number, &value).await?;
    let application = Application::of_form::<CareTeamNotices>(&db, &number).await?;
    let shown = show(&db, clock, &application).await?;
    note_view(&db, (clock, &log), &session, &number, Viewed::Application).await?;
    Ok(Json(shown))
}

async fn show(db: &Db, clock: Clock, application: &Application) -> Result<CareTeamNoticeDetail, Problem> {
    let detail = applications::detail::<CareTeamNotices>(db, clock, application).await?;
    let members: Vec<MemberInput> = detail.content.changes.iter().map(ChangeInput::member).collect();
    Ok(CareTeamNoticeDetail {
        room: db.one(include_str!("../../sql/room-of-application.sql"), params![application.id]).await?,
        members: team::members(db, members.iter()).await?,
        application: detail,
    })
}
