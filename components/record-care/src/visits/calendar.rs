//! `GET /api/rooms/{room}/records/visits` and `GET /api/records/visits`: who comes when.

use super::row::{VisitRow, VisitShown, lay_out};
use crate::chart::Chart;
use chrono::{Days, NaiveDate};
use domain::ids::RegistrantId;
use domain::words::{Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Clock, Db, Json, Problem, Query, Session, ShowsRecords, View, ViewLog, params};

/// The widest window, in days: a month with the weeks around it, twice.
const DAYS_MAX: i64 = 92;
/// More registrants than one answer may show are noted in several views.
const REGISTRANTS: usize = 200;

/// Which days.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WindowQuery {
    /// Up to 92 days.
    #[param(value_type = String, format = Date)]
    from: NaiveDate,
    #[param(value_type = String, format = Date)]
    to: NaiveDate,
    /// Only those that the caller makes; in the calendar over all rooms.
    #[serde(default)]
    mine: bool,
}

/// The visits of some days, in the order of time.
#[derive(Serialize, ToSchema)]
pub(crate) struct VisitCalendar {
    items: Vec<VisitShown>,
    /// The days of the window on which the city's desks are closed: weekends, national holidays, and the city's own.
    #[schema(value_type = Vec<String>)]
    closed_days: Vec<NaiveDate>,
}

/// Shows the visits to one registrant.
#[utoipa::path(get, path = "/api/rooms/{room}/records/visits", tag = "record-care", operation_id = "visits_of_room",
    params(("room" = i64, Path), WindowQuery),
    responses((status = 200, body = VisitCalendar), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn of_room(
    chart: Chart<ShowsRecords>,
    db: Db,
    Query(asked): Query<WindowQuery>,
) -> Result<Json<VisitCalendar>, Problem> {
    let (from, to) = asked.window()?;
    let rows: Vec<VisitRow> =
        db.all(include_str!("../../sql/visits-of-room.sql"), params![chart.room(), from, to]).await?;
    Ok(Json(calendar(&db, &rows, from, to).await?))
}

/// Shows the visits to everybody in whose support room the caller is at this moment (R18).
#[utoipa::path(get, path = "/api/records/visits", tag = "record-care", operation_id = "visits_of_user",
    params(WindowQuery),
    responses((status = 200, body = VisitCalendar), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(crate) async fn of_user(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    views: ViewLog,
    Query(asked): Query<WindowQuery>,
) -> Result<Json<VisitCalendar>, Problem> {
    let (from, to) = asked.window()?;
    let user = session.user_id();
    let visitor = asked.mine.then_some(user);
    let statement = include_str!("../../sql/visits-of-user.sql");
    let rows: Vec<VisitRow> = db.all(statement, params![user, clock.now(), from, to, visitor]).await?;
    let registrants: BTreeSet<RegistrantId> = rows.iter().map(|row| row.registrant_id).collect();
    let registrants: Vec<RegistrantId> = registrants.into_iter().collect();
    for part in registrants.chunks(REGISTRANTS) {
        let view = View { user, what: Viewed::Records, via: ViewedVia::Member, registrants: part.to_vec() };
        views.shows(view)?;
    }
    Ok(Json(calendar(&db, &rows, from, to).await?))
}

async fn calendar(db: &Db, rows: &[VisitRow], from: NaiveDate, to: NaiveDate) -> Result<VisitCalendar, Problem> {
    let open = applications::calendar::load(db).await?;
    let days = std::iter::successors(Some(from), |day| day.checked_add_days(Days::new(1)));
    let closed_days = days.take_while(|day| *day <= to).filter(|day| !open.is_open_day(*day)).collect();
    Ok(VisitCalendar { items: lay_out(rows, from, to)?, closed_days })
}

impl WindowQuery {
    fn window(&self) -> Result<(NaiveDate, NaiveDate), Problem> {
        let days = self.to.signed_duration_since(self.from).num_days();
        if !(0..DAYS_MAX).contains(&days) {
            return Err(Problem::bad_request("malformed_query", "from and to: 1 to 92 days"));
        }
        Ok((self.from, self.to))
    }
}
