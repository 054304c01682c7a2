//! `GET /api/rooms/{room}/view-counts` and `GET /api/registrants/{registrant}/view-counts`: how often a registrant was
//! looked at, by whom and on which days (R21).

use super::{Period, desk_looks};
use chrono::NaiveDate;
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{
    AssociationDesk, Clock, Db, Json, Millis, Path, Problem, Query, RoomAccess, Session, ShowsLog, ViewLog, params,
};

/// Which days: the last 30 unless said otherwise, at most 366.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PeriodQuery {
    /// The first day, in Japan.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<NaiveDate>,
    /// The last day, in Japan.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<NaiveDate>,
}

/// How often somebody looked.
#[derive(Default, Serialize, ToSchema)]
pub(crate) struct ViewCounts {
    total: i64,
    /// Most views first, at most 200 people.
    by_person: Vec<PersonViews>,
    /// Days without any are left out.
    by_day: Vec<DayViews>,
}

/// How often one person looked.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct PersonViews {
    user_id: UserId,
    user_name: String,
    profession: Profession,
    organization_name: String,
    views: i64,
    last_at: Millis,
}

/// How often anybody looked on a day.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct DayViews {
    #[schema(value_type = String, format = Date)]
    day: NaiveDate,
    views: i64,
}

/// Counts the views of a room's registrant, for those who are in it.
#[utoipa::path(get, path = "/api/rooms/{room}/view-counts", tag = "open-support-room",
    operation_id = "room_view_counts", params(("room" = i64, Path), PeriodQuery),
    responses((status = 200, body = ViewCounts), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn of_room(
    access: RoomAccess<ShowsLog>,
    db: Db,
    clock: Clock,
    Path(_): Path<RoomId>,
    Query(asked): Query<PeriodQuery>,
) -> Result<Json<ViewCounts>, Problem> {
    match access.registrant() {
        Some(registrant) => count(&db, registrant, &asked, clock).await,
        // A collaboration room is about nobody.
        None => Ok(Json(ViewCounts::default())),
    }
}

/// Counts the views of a registrant, for the association.
#[utoipa::path(get, path = "/api/registrants/{registrant}/view-counts", tag = "open-support-room",
    operation_id = "registrant_view_counts", params(("registrant" = i64, Path), PeriodQuery),
    responses((status = 200, body = ViewCounts), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn of_registrant(
    session: Session<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(registrant): Path<RegistrantId>,
    Query(asked): Query<PeriodQuery>,
) -> Result<Json<ViewCounts>, Problem> {
    desk_looks(&db, &log, session.user_id(), registrant).await?;
    count(&db, registrant, &asked, clock).await
}

async fn count(
    db: &Db,
    registrant: RegistrantId,
    asked: &PeriodQuery,
    clock: Clock,
) -> Result<Json<ViewCounts>, Problem> {
    let period = Period::between(asked.from, asked.to, clock.today())?;
    let given = params![registrant, period.from, period.to];
    let by_person = db.all(include_str!("../../sql/views-by-person.sql"), given.clone()).await?;
    let by_day: Vec<DayViews> = db.all(include_str!("../../sql/views-by-day.sql"), given).await?;
    Ok(Json(ViewCounts { total: by_day.iter().map(|day| day.views).sum(), by_person, by_day }))
}
