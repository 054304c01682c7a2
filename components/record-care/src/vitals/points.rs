//! `GET /api/rooms/{room}/records/vitals/points`: what graphs draw, as columns.

use super::columns;
use super::limits::{LimitLine, now};
use crate::chart::Chart;
use chrono::NaiveDate;
use domain::ids::RoomId;
use domain::open_days::japan_day_begins_ms;
use domain::vitals::{Mark, VitalKind};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Db, Json, Problem, Query, ShowsRecords, params};

/// Up to so many days every value is drawn.
const EACH_DAYS_MAX: i64 = 400;
/// Ten a day over a year, and some.
const EACH_VALUES_MAX: i64 = 4_000;
/// Ten years.
const DAYS_MAX: i64 = 3_660;

/// What to draw.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PointsAsked {
    /// Kinds, with commas between them.
    kinds: String,
    /// From this day on, in Japan.
    #[param(value_type = String, format = Date)]
    from: NaiveDate,
    /// Up to and with this day, in Japan: at most ten years.
    #[param(value_type = String, format = Date)]
    to: NaiveDate,
}

/// What graphs draw.
#[derive(Serialize, ToSchema)]
pub(crate) struct VitalPoints {
    #[schema(value_type = String, format = Date)]
    from: NaiveDate,
    #[schema(value_type = String, format = Date)]
    to: NaiveDate,
    series: Vec<VitalSeries>,
    /// Of the kinds asked for, those that hold now.
    limits: Vec<LimitLine>,
}

/// One kind over time, as columns of equal length.
#[derive(Serialize, ToSchema)]
pub(crate) struct VitalSeries {
    kind: VitalKind,
    /// Whether there is one point a value, or one a day with the least, the median and the greatest.
    thinned: bool,
    /// Milliseconds UTC, rising; of a day its beginning in Japan.
    at: Vec<i64>,
    /// In the unit people read; of a day the median.
    value: Vec<f64>,
    /// The least of the day; empty unless thinned.
    least: Vec<f64>,
    /// The greatest of the day; empty unless thinned.
    greatest: Vec<f64>,
    /// On which side of the limits; of a day whether one value lay outside.
    #[schema(value_type = Vec<Option<Mark>>)]
    mark: Vec<Option<Mark>>,
}

#[derive(Deserialize)]
struct Each {
    count: i64,
    at: String,
    value: String,
    mark: String,
}

#[derive(Deserialize)]
struct Days {
    at: String,
    value: String,
    least: String,
    greatest: String,
    mark: String,
}

/// Gives what graphs draw of some kinds in a period. A year of ten values a day comes value by value; what is longer or
/// more comes as days.
#[utoipa::path(get, path = "/api/rooms/{room}/records/vitals/points", tag = "record-care",
    operation_id = "vital_points", params(("room" = i64, Path), PointsAsked),
    responses((status = 200, body = VitalPoints), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn points(
    chart: Chart<ShowsRecords>,
    db: Db,
    Query(asked): Query<PointsAsked>,
) -> Result<Json<VitalPoints>, Problem> {
    let kinds = kinds(&asked.kinds)?;
    let days = (asked.to - asked.from).num_days() + 1;
    if !(1..=DAYS_MAX).contains(&days) {
        return Err(Problem::invalid_field("to", "period_invalid", "期間は、1日から10年までにしてください。"));
    }
    let until = asked.to.succ_opt().map_or(i64::MAX, japan_day_begins_ms);
    let period = (japan_day_begins_ms(asked.from), until);
    let mut series = Vec::with_capacity(kinds.len());
    for kind in &kinds {
        series.push(of_kind(&db, chart.room(), *kind, period, days).await?);
    }
    let mut limits = now(&db, chart.room()).await?;
    limits.retain(|limit| kinds.contains(&limit.kind()));
    Ok(Json(VitalPoints { from: asked.from, to: asked.to, series, limits }))
}

fn kinds(text: &str) -> Result<Vec<VitalKind>, Problem> {
    let unknown = || Problem::bad_request("malformed_query", "kinds");
    let mut kinds = Vec::new();
    for word in text.split(',') {
        let kind = VitalKind::parse(word).ok_or_else(unknown)?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    Ok(kinds)
}

async fn of_kind(
    db: &Db,
    room: RoomId,
    kind: VitalKind,
    (from, until): (i64, i64),
    days: i64,
) -> Result<VitalSeries, Problem> {
    let numbers = |text: &str| -> Result<Vec<f64>, Problem> {
        let values: Vec<i32> = columns::json(text)?;
        Ok(values.into_iter().map(|value| kind.number(value)).collect())
    };
    if days <= EACH_DAYS_MAX {
        let asked = params![room, kind.as_str(), from, until, EACH_VALUES_MAX + 1];
        let each: Each = db.one(include_str!("../../sql/vitals-points.sql"), asked).await?;
        if each.count <= EACH_VALUES_MAX {
            return Ok(VitalSeries {
                kind,
                thinned: false,
                at: columns::json(&each.at)?,
                value: numbers(&each.value)?,
                least: Vec::new(),
                greatest: Vec::new(),
                mark: columns::json(&each.mark)?,
            });
        }
    }
    let asked = params![room, kind.as_str(), from, until, DAYS_MAX];
    let days: Days = db.one(include_str!("../../sql/vitals-points-by-day.sql"), asked).await?;
    Ok(VitalSeries {
        kind,
        thinned: true,
        at: columns::json(&days.at)?,
        value: numbers(&days.value)?,
        least: numbers(&days.least)?,
        greatest: numbers(&days.greatest)?,
        mark: columns::json(&days.mark)?,
    })
}
