//! `GET /api/desk/summary`: what waits at the caller's desk, as the first thing a clerk sees in the morning.

use applications::Clerk;
use domain::words::Desk;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyDesk, Clock, Db, Json, Problem, Session, params};

/// No number counts further than this.
const COUNT_MAX: i64 = 1_000;

/// What waits at a desk. Each number is counted to at most 1,000.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeskSummary {
    #[serde(flatten)]
    applications: WaitingApplications,
    #[serde(flatten)]
    notices: WaitingNotices,
}

/// The applications at one desk.
#[derive(Serialize, Deserialize, ToSchema)]
struct WaitingApplications {
    /// The desk has to decide.
    open: i64,
    /// Of these, past their day.
    late: i64,
    /// Of these, due today.
    due_today: i64,
    /// Of these, nobody's.
    unassigned: i64,
    /// Of these, the caller's.
    mine: i64,
    /// With the applicant for correction.
    returned: i64,
}

/// What the city alone has to do; 0 at the association's desk.
#[derive(Default, Serialize, Deserialize, ToSchema)]
struct WaitingNotices {
    notices_to_print: i64,
    notices_to_post: i64,
    /// Objections of managers that nobody has answered (R37).
    objections: i64,
}

/// Counts what waits.
#[utoipa::path(get, path = "/api/desk/summary", tag = "oversee",
    responses((status = 200, body = DeskSummary), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn desk_summary(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
) -> Result<Json<DeskSummary>, Problem> {
    let desk = Clerk::of(&session)?.desk;
    let today = clock.today();
    let tomorrow = today.succ_opt().unwrap_or(today);
    let counted = params![desk.as_str(), session.user_id(), today, COUNT_MAX, tomorrow];
    let applications = db.one(include_str!("../sql/desk-summary.sql"), counted).await?;
    let notices = match desk {
        Desk::City => db.one(include_str!("../sql/notice-summary.sql"), params![COUNT_MAX]).await?,
        Desk::Association => WaitingNotices::default(),
    };
    Ok(Json(DeskSummary { applications, notices }))
}
