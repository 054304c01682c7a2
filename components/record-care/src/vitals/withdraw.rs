//! `POST /api/rooms/{room}/records/vitals/{measurement}/withdrawal`: it was the wrong person, or never measured; the trace
//! stays (R38).

use super::correct::State;
use super::measurement::{self, Measurement};
use super::store;
use crate::chart::Chart;
use domain::ids::{MeasurementId, RoomId};
use domain::validation::Violations;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Json, Path, Problem, ViewLog, params};

/// Why a measurement is taken back; its author needs no reason on the first day.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasurementWithdrawal {
    #[serde(default)]
    reason: String,
}

/// Takes a measurement back: it stays to be read, crossed out, and leaves the graphs.
#[utoipa::path(post, path = "/api/rooms/{room}/records/vitals/{measurement}/withdrawal", tag = "record-care",
    operation_id = "withdraw_vitals", params(("room" = i64, Path), ("measurement" = i64, Path)),
    request_body = MeasurementWithdrawal,
    responses((status = 200, body = Measurement), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn withdraw(
    chart: Chart<ChangesRoom>,
    log: ViewLog,
    db: Db,
    clock: Clock,
    Path((room, id)): Path<(RoomId, MeasurementId)>,
    Body { value: input, .. }: Body<MeasurementWithdrawal>,
) -> Result<Json<Measurement>, Problem> {
    chart.shows_record(&log)?;
    let (by, now) = (chart.caller(), clock.now());
    let transaction = db.transaction().await?;
    let state = State::standing(&transaction, room, id).await?;
    let mut violations = Violations::new();
    let reason = state.reason(&input.reason, by.user, now, &mut violations);
    let Some(reason) = reason else { return Err(Problem::invalid(violations)) };
    transaction.run(include_str!("../../sql/vitals-remove-points.sql"), params![id]).await?;
    let row = params![id, now, by.user, by.name, reason];
    transaction.run(include_str!("../../sql/vitals-withdraw.sql"), row).await?;
    let told = (format!("measurement:{id}"), json!({ "room": room }));
    store::audit(&transaction, clock, by, "vitals.withdrawn", told).await?;
    transaction.commit().await?;
    Ok(Json(measurement::one(&db, room, id).await?))
}
