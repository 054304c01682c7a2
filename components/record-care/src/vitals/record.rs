//! `POST /api/rooms/{room}/records/vitals`: one entry of whatever was measured together.

use super::input::EntryInput;
use super::measurement::{self, Measurement};
use super::store::{self, Limits};
use crate::chart::Chart;
use domain::ids::{MeasurementId, RoomId};
use domain::validation::Violations;
use domain::vitals::MeasurementSource;
use http::StatusCode;
use serde_json::json;
use web::{Body, ChangesRoom, Clock, Db, Idempotency, IntoResponse, Json, Problem, Response};

/// Stores an entry. What cannot have been measured is refused with a question; what is unusual, too, until it is
/// confirmed. Sent again with the same `Idempotency-Key`, it is the same entry.
#[utoipa::path(post, path = "/api/rooms/{room}/records/vitals", tag = "record-care", operation_id = "record_vitals",
    params(("room" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = EntryInput,
    responses((status = 201, body = Measurement), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn record(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<EntryInput>,
) -> Result<Response, Problem> {
    let (room, author) = (chart.room(), chart.caller());
    let scope = format!("measurement:{room}:{}", author.user);
    let submission = idempotency.submission(None, scope, fingerprint)?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&db).await?
    {
        return answer(&db, room, &earlier).await;
    }
    let mut violations = Violations::new();
    let checked = input.check(clock.now().0, "", &mut violations);
    let Some(checked) = checked.filter(|_| violations.is_empty()) else { return Err(Problem::invalid(violations)) };
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        return answer(&db, room, &earlier).await;
    }
    let limits = Limits::of(&transaction, room).await?;
    let place = (room, author, &limits);
    let (id, is_outside) = store::add(&transaction, clock, place, &checked, MeasurementSource::Typed).await?;
    let told = (format!("measurement:{id}"), json!({ "room": room }));
    store::audit(&transaction, clock, author, "vitals.recorded", told).await?;
    if is_outside {
        store::tell_of_marks(&transaction, clock, room, author).await?;
    }
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &id.to_string()).await?;
    }
    transaction.commit().await?;
    answer(&db, room, &id.to_string()).await
}

async fn answer(db: &Db, room: RoomId, id: &str) -> Result<Response, Problem> {
    let id: MeasurementId = id.parse().map_err(Problem::internal)?;
    Ok((StatusCode::CREATED, Json(measurement::one(db, room, id).await?)).into_response())
}
