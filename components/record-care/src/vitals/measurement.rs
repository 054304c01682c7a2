//! A measurement as it is shown.

use super::columns::{by_kind, numbers};
use domain::ids::{MeasurementId, RoomId, UserId};
use domain::vitals::{GlucoseTiming, Mark, MeasurementSource, VitalKind};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{Db, DbError, Millis, Problem, params};

/// What was measured together.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Measurement {
    measurement_id: MeasurementId,
    measured_at: Millis,
    recorded_at: Millis,
    author: MeasurementAuthor,
    source: MeasurementSource,
    /// Values by kind, in the unit people read.
    #[schema(value_type = BTreeMap<String, f64>)]
    readings: BTreeMap<VitalKind, f64>,
    /// Which of them lay outside the limits.
    #[schema(value_type = BTreeMap<String, Mark>)]
    marks: BTreeMap<VitalKind, Mark>,
    #[schema(required = true)]
    glucose_timing: Option<GlucoseTiming>,
    note: String,
    /// 1 until it was corrected.
    version: i64,
    #[schema(required = true)]
    corrected_at: Option<Millis>,
    /// It was taken back: it stays to be read and counts no more.
    #[schema(required = true)]
    withdrawal: Option<Withdrawal>,
}

/// Who entered something, as the person was then (R9).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MeasurementAuthor {
    user_id: UserId,
    name: String,
    profession: Profession,
    organization_name: String,
}

/// By whom, when and why a measurement was taken back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WithdrawnMeasurement)]
pub(crate) struct Withdrawal {
    at: Millis,
    by_name: String,
    reason: String,
}

/// A row of `vitals-one.sql` and its like.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    pub(super) id: MeasurementId,
    pub(super) measured_at: Millis,
    recorded_at: Millis,
    author_user_id: UserId,
    author_name: String,
    author_profession: Profession,
    author_organization_name: String,
    readings: String,
    marks: String,
    glucose_timing: Option<GlucoseTiming>,
    note: String,
    source: MeasurementSource,
    version: i64,
    corrected_at: Option<Millis>,
    withdrawn_at: Option<Millis>,
    withdrawn_by_name: Option<String>,
    withdrawal_reason: Option<String>,
}

impl Row {
    pub(super) fn into_measurement(self) -> Result<Measurement, DbError> {
        let withdrawal = self.withdrawn_at.map(|at| Withdrawal {
            at,
            by_name: self.withdrawn_by_name.unwrap_or_default(),
            reason: self.withdrawal_reason.unwrap_or_default(),
        });
        Ok(Measurement {
            measurement_id: self.id,
            measured_at: self.measured_at,
            recorded_at: self.recorded_at,
            author: MeasurementAuthor {
                user_id: self.author_user_id,
                name: self.author_name,
                profession: self.author_profession,
                organization_name: self.author_organization_name,
            },
            source: self.source,
            readings: numbers(&self.readings)?,
            marks: by_kind(&self.marks)?,
            glucose_timing: self.glucose_timing,
            note: self.note,
            version: self.version,
            corrected_at: self.corrected_at,
            withdrawal,
        })
    }
}

/// A line of a table for spreadsheets.
pub(super) struct Line<'a> {
    pub(super) measured_at: i64,
    pub(super) recorded_at: i64,
    pub(super) readings: &'a BTreeMap<VitalKind, f64>,
    pub(super) marks: &'a BTreeMap<VitalKind, Mark>,
    pub(super) glucose_timing: Option<GlucoseTiming>,
    pub(super) note: &'a str,
    pub(super) author: [&'a str; 3],
    pub(super) source: MeasurementSource,
    pub(super) is_corrected: bool,
}

impl Measurement {
    pub(super) fn line(&self) -> Line<'_> {
        let author = &self.author;
        Line {
            measured_at: self.measured_at.0,
            recorded_at: self.recorded_at.0,
            readings: &self.readings,
            marks: &self.marks,
            glucose_timing: self.glucose_timing,
            note: &self.note,
            author: [&author.name, author.profession.label_ja(), &author.organization_name],
            source: self.source,
            is_corrected: self.corrected_at.is_some(),
        }
    }
}

/// A measurement of a room; one of another room does not exist.
pub(super) async fn one(db: &Db, room: RoomId, measurement: MeasurementId) -> Result<Measurement, Problem> {
    let row: Option<Row> = db.first(include_str!("../../sql/vitals-one.sql"), params![room, measurement]).await?;
    Ok(row.ok_or_else(Problem::not_found)?.into_measurement()?)
}
