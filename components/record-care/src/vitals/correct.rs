//! `PUT /api/rooms/{room}/records/vitals/{measurement}`: what was entered wrong is put right; what it said before stays.

use super::columns;
use super::input::EntryInput;
use super::measurement::{self, Measurement};
use super::store::{self, Limits};
use crate::chart::Chart;
use domain::ShortText;
use domain::ids::{MeasurementId, RoomId, UserId};
use domain::validation::Violations;
use domain::vitals::{GlucoseTiming, Readings, needs_reason};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Json, Millis, Path, Problem, ViewLog, params};

/// What a measurement shall say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasurementCorrection {
    entry: EntryInput,
    /// The version that was on the screen.
    version: i64,
    /// Why; the author needs none on the first day.
    #[serde(default)]
    reason: String,
}

/// What of a measurement decides whether and how it may be changed.
#[derive(Debug, Deserialize)]
pub(super) struct State {
    author_user_id: UserId,
    recorded_at: Millis,
    measured_at: Millis,
    readings: String,
    glucose_timing: Option<GlucoseTiming>,
    note: String,
    version: i64,
    withdrawn_at: Option<Millis>,
}

impl State {
    /// A measurement of the room that was not taken back.
    pub(super) async fn standing(db: &Db, room: RoomId, measurement: MeasurementId) -> Result<Self, Problem> {
        let asked = params![room, measurement];
        let state: Option<Self> = db.first(include_str!("../../sql/vitals-state.sql"), asked).await?;
        let state = state.ok_or_else(Problem::not_found)?;
        if state.withdrawn_at.is_some() {
            return Err(Problem::conflict("measurement_withdrawn", "この測定値は取り消されています。"));
        }
        Ok(state)
    }

    /// Nobody else changed it since it was on the screen.
    pub(super) fn is_version(&self, seen: i64) -> Result<(), Problem> {
        if self.version == seen {
            return Ok(());
        }
        let title = "ほかの人が先に直しています。今の値を確かめてから、もう一度直してください。";
        Err(Problem::conflict("measurement_changed", title))
    }

    /// Reads why it is changed; whoever must say so and does not is told.
    pub(super) fn reason(&self, raw: &str, by: UserId, now: Millis, violations: &mut Violations) -> Option<String> {
        let raw = raw.trim();
        if raw.is_empty() {
            if needs_reason(self.author_user_id == by, self.recorded_at.0, now.0) {
                let message = "理由を入力してください。入力した本人が24時間以内に直すときだけ、理由はいりません。";
                violations.push("reason", "required", message);
                return None;
            }
            return Some(String::new());
        }
        violations.field("reason", ShortText::parse(raw)).map(|reason| reason.as_str().to_owned())
    }
}

/// Corrects a measurement: its author for a day, and anybody of the team who says why. What it said before is kept, and
/// points and marks follow.
#[utoipa::path(put, path = "/api/rooms/{room}/records/vitals/{measurement}", tag = "record-care",
    operation_id = "correct_vitals", params(("room" = i64, Path), ("measurement" = i64, Path)),
    request_body = MeasurementCorrection,
    responses((status = 200, body = Measurement), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    chart: Chart<ChangesRoom>,
    log: ViewLog,
    db: Db,
    clock: Clock,
    Path((room, id)): Path<(RoomId, MeasurementId)>,
    Body { value: input, .. }: Body<MeasurementCorrection>,
) -> Result<Json<Measurement>, Problem> {
    chart.shows_record(&log)?;
    let (by, now) = (chart.caller(), clock.now());
    let transaction = db.transaction().await?;
    let state = State::standing(&transaction, room, id).await?;
    let mut violations = Violations::new();
    let checked = input.entry.check(now.0, "entry.", &mut violations);
    let reason = state.reason(&input.reason, by.user, now, &mut violations);
    let (Some(new), Some(reason), true) = (checked, reason, violations.is_empty()) else {
        return Err(Problem::invalid(violations));
    };
    let readings: Readings = columns::json(&state.readings)?;
    let is_same = (state.measured_at.0, &readings, state.glucose_timing, &state.note)
        == (new.measured_at, &new.entry.readings, new.entry.glucose_timing, &new.note);
    if is_same {
        // Sent twice, or nothing changed.
        transaction.roll_back().await?;
        return Ok(Json(measurement::one(&db, room, id).await?));
    }
    state.is_version(input.version)?;
    transaction.run(include_str!("../../sql/vitals-remove-points.sql"), params![id]).await?;
    let kept = params![id, now, by.user, by.name, by.profession.as_str(), by.organization_name, reason];
    transaction.run(include_str!("../../sql/vitals-keep-version.sql"), kept).await?;
    let timing = new.entry.glucose_timing.map(GlucoseTiming::as_str);
    let row = params![id, new.measured_at, columns::text(&new.entry.readings)?, timing, new.note, now];
    transaction.run(include_str!("../../sql/vitals-correct.sql"), row).await?;
    let limits = Limits::of(&transaction, room).await?;
    let place = (room, id, new.measured_at);
    let is_outside = store::add_points(&transaction, &limits, place, &new.entry.readings).await?;
    let told = (format!("measurement:{id}"), json!({ "room": room }));
    store::audit(&transaction, clock, by, "vitals.corrected", told).await?;
    if is_outside {
        store::tell_of_marks(&transaction, clock, room, by).await?;
    }
    transaction.commit().await?;
    Ok(Json(measurement::one(&db, room, id).await?))
}
