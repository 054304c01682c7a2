//! `GET /api/rooms/{room}/records/vitals/{measurement}/versions`: what it said before it was corrected.

use super::columns::numbers;
use super::measurement::{self, Measurement};
use crate::chart::Chart;
use domain::ids::{MeasurementId, RoomId};
use domain::vitals::{GlucoseTiming, VitalKind};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{Db, DbError, Json, Millis, Path, Problem, ShowsRecords, params};

/// A measurement as it is, and everything it said before.
#[derive(Serialize, ToSchema)]
pub(crate) struct MeasurementVersions {
    now: Measurement,
    /// Newest first.
    before: Vec<MeasurementVersion>,
}

/// What a measurement said until somebody corrected it.
#[derive(Serialize, ToSchema)]
pub(crate) struct MeasurementVersion {
    version: i64,
    measured_at: Millis,
    #[schema(value_type = BTreeMap<String, f64>)]
    readings: BTreeMap<VitalKind, f64>,
    #[schema(required = true)]
    glucose_timing: Option<GlucoseTiming>,
    note: String,
    corrected_at: Millis,
    corrected_by_name: String,
    corrected_by_profession: Profession,
    corrected_by_organization_name: String,
    /// Empty where its author put a slip right on the first day.
    reason: String,
}

#[derive(Deserialize)]
struct Row {
    version: i64,
    measured_at: Millis,
    readings: String,
    glucose_timing: Option<GlucoseTiming>,
    note: String,
    corrected_at: Millis,
    corrected_by_name: String,
    corrected_by_profession: Profession,
    corrected_by_organization_name: String,
    reason: String,
}

impl Row {
    fn into_version(self) -> Result<MeasurementVersion, DbError> {
        Ok(MeasurementVersion {
            version: self.version,
            measured_at: self.measured_at,
            readings: numbers(&self.readings)?,
            glucose_timing: self.glucose_timing,
            note: self.note,
            corrected_at: self.corrected_at,
            corrected_by_name: self.corrected_by_name,
            corrected_by_profession: self.corrected_by_profession,
            corrected_by_organization_name: self.corrected_by_organization_name,
            reason: self.reason,
        })
    }
}

/// Shows what a measurement says and said.
#[utoipa::path(get, path = "/api/rooms/{room}/records/vitals/{measurement}/versions", tag = "record-care",
    operation_id = "list_vital_versions", params(("room" = i64, Path), ("measurement" = i64, Path)),
    responses((status = 200, body = MeasurementVersions), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn list(
    _: Chart<ShowsRecords>,
    db: Db,
    Path((room, id)): Path<(RoomId, MeasurementId)>,
) -> Result<Json<MeasurementVersions>, Problem> {
    let now = measurement::one(&db, room, id).await?;
    let rows: Vec<Row> = db.all(include_str!("../../sql/vitals-versions.sql"), params![id]).await?;
    let before = rows.into_iter().map(Row::into_version).collect::<Result<_, DbError>>()?;
    Ok(Json(MeasurementVersions { now, before }))
}
