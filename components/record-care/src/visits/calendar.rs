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
/// The most visits and series that one answer is laid out of. A person sees some three hundred rooms at most, each with a
/// handful of series.
pub(super) const SERIES_MAX: usize = 3_000;
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
    /// There are more visits and series in these days than one answer holds: some are missing from `items`.
    is_cut: bool,
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
    let asked = params![chart.room(), from, to, asked_series()];
    let rows: Vec<VisitRow> = db.all(include_str!("../../sql/visits-of-room.sql"), asked).await?;
    Ok(Json(calendar(&db, rows, from, to).await?))
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
    let asked = params![user, clock.now(), from, to, visitor, asked_series()];
    let rows: Vec<VisitRow> = db.all(statement, asked).await?;
    let registrants: BTreeSet<RegistrantId> = rows.iter().map(|row| row.registrant_id).collect();
    let registrants: Vec<RegistrantId> = registrants.into_iter().collect();
    for part in registrants.chunks(REGISTRANTS) {
        let view = View { user, what: Viewed::Records, via: ViewedVia::Member, registrants: part.to_vec() };
        views.shows(view)?;
    }
    Ok(Json(calendar(&db, rows, from, to).await?))
}

/// One more than are laid out, to know whether there are more.
pub(super) fn asked_series() -> i64 {
    i64::try_from(SERIES_MAX).unwrap_or(i64::MAX).saturating_add(1)
}

async fn calendar(db: &Db, mut rows: Vec<VisitRow>, from: NaiveDate, to: NaiveDate) -> Result<VisitCalendar, Problem> {
    let is_cut = rows.len() > SERIES_MAX;
    rows.truncate(SERIES_MAX);
    let open = applications::calendar::load(db).await?;
    let days = std::iter::successors(Some(from), |day| day.checked_add_days(Days::new(1)));
    let closed_days = days.take_while(|day| *day <= to).filter(|day| !open.is_open_day(*day)).collect();
    Ok(VisitCalendar { items: lay_out(&rows, from, to)?, is_cut, closed_days })
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
