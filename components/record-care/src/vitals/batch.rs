//! `POST /api/rooms/{room}/records/vitals/batches`: what was pasted from a meter, stored together.

use super::columns;
use super::input::{Checked, EntryInput};
use super::store::{self, Limits};
use crate::chart::Chart;
use domain::ids::{MeasurementId, RoomId};
use domain::validation::Violations;
use domain::vitals::{MeasurementSource, VitalKind};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{
    Body, ChangesRoom, Clock, Db, DbError, Idempotency, IntoResponse, Json, Problem, Response, Transaction, params,
};

/// More come in a further batch.
const ENTRIES_MAX: usize = 200;

/// Entries to be stored together.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasurementBatch {
    /// At most 200.
    items: Vec<EntryInput>,
}

/// What became of a batch.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct StoredBatch {
    /// What was stored, in the order of the entries.
    stored: Vec<MeasurementId>,
    /// The places, from 0, of entries of which a value of the same kind and minute was there already: nothing of them was
    /// stored.
    already_there: Vec<usize>,
}

/// Values that are there, by kind and minute.
pub(super) type There = BTreeSet<(VitalKind, i64)>;

/// Which values of these kinds and minutes are there already.
pub(super) async fn there(db: &Db, room: RoomId, minutes: &BTreeSet<i64>) -> Result<There, DbError> {
    #[derive(Deserialize)]
    struct Row {
        kind: VitalKind,
        measured_at: i64,
    }
    let asked = params![room, columns::text(minutes)?, columns::text(&VitalKind::ALL)?];
    let rows: Vec<Row> = db.all(include_str!("../../sql/vitals-there.sql"), asked).await?;
    Ok(rows.into_iter().map(|row| (row.kind, row.measured_at)).collect())
}

/// Stores what was pasted, all or nothing; what is there already for the same minute is pointed out instead of doubled.
/// Sent again with the same `Idempotency-Key`, it is the same batch.
#[utoipa::path(post, path = "/api/rooms/{room}/records/vitals/batches", tag = "record-care",
    operation_id = "store_vitals_batch",
    params(("room" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = MeasurementBatch,
    responses((status = 201, body = StoredBatch), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn store(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<MeasurementBatch>,
) -> Result<Response, Problem> {
    let (room, author) = (chart.room(), chart.caller());
    let scope = format!("measurements:{room}:{}", author.user);
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let entries = read(&input.items, clock).map_err(Problem::invalid)?;
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        return Ok((StatusCode::CREATED, Json(columns::json::<StoredBatch>(&earlier)?)).into_response());
    }
    let (batch, is_outside) = add_all(&transaction, clock, &chart, &entries).await?;
    let told = (format!("room:{room}"), json!({ "measurements": batch.stored }));
    store::audit(&transaction, clock, author, "vitals.pasted", told).await?;
    if is_outside {
        store::tell_of_marks(&transaction, clock, room, author).await?;
    }
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &columns::text(&batch)?).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(batch)).into_response())
}

fn read(items: &[EntryInput], clock: Clock) -> Result<Vec<Checked>, Violations> {
    let mut violations = Violations::new();
    if items.is_empty() || items.len() > ENTRIES_MAX {
        violations.push("items", "count", format!("1件から{ENTRIES_MAX}件までにしてください。"));
        return Err(violations);
    }
    let now = clock.now().0;
    let entries: Vec<Option<Checked>> = items
        .iter()
        .enumerate()
        .map(|(index, item)| item.check(now, &format!("items[{index}]."), &mut violations))
        .collect();
    violations.finish(|| entries.into_iter().collect())
}

/// Stores what is not there; whether a value lies outside the limits.
async fn add_all(
    transaction: &Transaction<'_>,
    clock: Clock,
    chart: &Chart<ChangesRoom>,
    entries: &[Checked],
) -> Result<(StoredBatch, bool), DbError> {
    let minutes = entries.iter().map(|entry| entry.measured_at).collect();
    let mut known = there(transaction, chart.room(), &minutes).await?;
    let limits = Limits::of(transaction, chart.room()).await?;
    let place = (chart.room(), chart.caller(), &limits);
    let (mut batch, mut is_outside) = (StoredBatch { stored: Vec::new(), already_there: Vec::new() }, false);
    for (index, entry) in entries.iter().enumerate() {
        let values: There = entry.entry.readings.iter().map(|(kind, _)| (kind, entry.measured_at)).collect();
        if !known.is_disjoint(&values) {
            batch.already_there.push(index);
            continue;
        }
        known.extend(values);
        let (id, outside) = store::add(transaction, clock, place, entry, MeasurementSource::Pasted).await?;
        batch.stored.push(id);
        is_outside |= outside;
    }
    Ok((batch, is_outside))
}
