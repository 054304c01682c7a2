//! `GET /api/rooms/{room}/records/vitals/latest`: the last value of each kind, to enter the next one beside it.

use super::columns;
use super::limits::{LimitLine, now};
use crate::chart::Chart;
use domain::ids::{MeasurementId, RoomId};
use domain::vitals::{GlucoseTiming, Mark, VitalKind, may_set_limits};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Json, Millis, Problem, ShowsRecords, params};

/// The last values, and what is to be known before the next.
#[derive(Serialize, ToSchema)]
pub(crate) struct LatestVitals {
    values: Vec<LatestValue>,
    limits: Vec<LimitLine>,
    /// The caller is a doctor of the team.
    may_set_limits: bool,
}

/// The last value of a kind.
#[derive(Serialize, ToSchema)]
pub(crate) struct LatestValue {
    pub(crate) kind: VitalKind,
    /// In the unit people read.
    value: f64,
    measured_at: Millis,
    #[schema(required = true)]
    mark: Option<Mark>,
    measurement_id: MeasurementId,
    #[schema(required = true)]
    glucose_timing: Option<GlucoseTiming>,
}

/// Shows the last value of each kind.
#[utoipa::path(get, path = "/api/rooms/{room}/records/vitals/latest", tag = "record-care",
    operation_id = "latest_vitals", params(("room" = i64, Path)),
    responses((status = 200, body = LatestVitals), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn latest(chart: Chart<ShowsRecords>, db: Db) -> Result<Json<LatestVitals>, Problem> {
    Ok(Json(LatestVitals {
        values: latest_values(&db, chart.room()).await?,
        limits: now(&db, chart.room()).await?,
        may_set_limits: may_set_limits(chart.caller().profession),
    }))
}

/// The last value of each kind, in the order of the kinds.
pub(crate) async fn latest_values(db: &Db, room: RoomId) -> Result<Vec<LatestValue>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        kind: VitalKind,
        value: i32,
        measured_at: Millis,
        mark: Option<Mark>,
        measurement_id: MeasurementId,
        glucose_timing: Option<GlucoseTiming>,
    }
    let asked = params![room, columns::text(&VitalKind::ALL)?];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/vitals-latest.sql"), asked).await?;
    rows.sort_by_key(|row| row.kind);
    let value = |row: Row| LatestValue {
        kind: row.kind,
        value: row.kind.number(row.value),
        measured_at: row.measured_at,
        mark: row.mark,
        measurement_id: row.measurement_id,
        glucose_timing: row.glucose_timing.filter(|_| row.kind == VitalKind::BloodGlucose),
    };
    Ok(rows.into_iter().map(value).collect())
}
