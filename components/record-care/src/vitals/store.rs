//! What all changes of measurements have in common: points with their marks, the audit trail, and telling the team.

use super::columns;
use super::input::Checked;
use domain::ids::{MeasurementId, RoomId};
use domain::vitals::{GlucoseTiming, Limit, Mark, MeasurementSource, Readings, VitalKind};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use web::{Actor, AuditEvent, Clock, DbError, OutboxMessage, RoomCaller, Transaction, params};

/// The limits of a registrant, while a change is written.
#[derive(Debug)]
pub(super) struct Limits(BTreeMap<VitalKind, Limit>);

/// One value of a graph.
#[derive(Debug, Serialize)]
struct Point {
    kind: VitalKind,
    measured_at: i64,
    measurement_id: MeasurementId,
    value: i32,
    mark: Option<Mark>,
}

impl Limits {
    pub(super) async fn of(transaction: &Transaction<'_>, room: RoomId) -> Result<Self, DbError> {
        #[derive(Deserialize)]
        struct Row {
            kind: VitalKind,
            low: Option<i32>,
            high: Option<i32>,
        }
        let rows: Vec<Row> = transaction.all(include_str!("../../sql/vitals-limits-now.sql"), params![room]).await?;
        Ok(Self(rows.into_iter().map(|row| (row.kind, Limit { low: row.low, high: row.high })).collect()))
    }

    fn mark(&self, kind: VitalKind, value: i32) -> Option<Mark> {
        self.0.get(&kind).and_then(|limit| limit.mark(value))
    }
}

/// Writes one entry and its points; whether a value lies outside the limits.
pub(super) async fn add(
    transaction: &Transaction<'_>,
    clock: Clock,
    (room, author, limits): (RoomId, RoomCaller<'_>, &Limits),
    checked: &Checked,
    source: MeasurementSource,
) -> Result<(MeasurementId, bool), DbError> {
    #[derive(Deserialize)]
    struct Added {
        id: MeasurementId,
    }
    let row = params![
        room,
        checked.measured_at,
        clock.now(),
        author.user,
        author.name,
        author.profession.as_str(),
        author.organization_name,
        columns::text(&checked.entry.readings)?,
        checked.entry.glucose_timing.map(GlucoseTiming::as_str),
        checked.note.as_str(),
        source.as_str(),
    ];
    let added: Added = transaction.one(include_str!("../../sql/vitals-add.sql"), row).await?;
    let place = (room, added.id, checked.measured_at);
    let is_outside = add_points(transaction, limits, place, &checked.entry.readings).await?;
    Ok((added.id, is_outside))
}

/// Writes the points of a measurement; whether one of them is marked.
pub(super) async fn add_points(
    transaction: &Transaction<'_>,
    limits: &Limits,
    (room, measurement_id, measured_at): (RoomId, MeasurementId, i64),
    readings: &Readings,
) -> Result<bool, DbError> {
    let point = |(kind, value)| Point { kind, measured_at, measurement_id, value, mark: limits.mark(kind, value) };
    let points: Vec<Point> = readings.iter().map(point).collect();
    let rows = params![room, columns::text(&points)?];
    transaction.run(include_str!("../../sql/vitals-add-points.sql"), rows).await?;
    Ok(points.iter().any(|point| point.mark.is_some()))
}

/// Puts a change on record. No value is ever in it.
pub(super) async fn audit(
    transaction: &Transaction<'_>,
    clock: Clock,
    author: RoomCaller<'_>,
    action: &'static str,
    (subject, detail): (String, Value),
) -> Result<(), DbError> {
    let event = AuditEvent { actor: Actor::User(author.user), action, subject, detail };
    transaction.audit(clock, event).await
}

/// Has the other members told that a value lies outside the limits.
pub(super) async fn tell_of_marks(
    transaction: &Transaction<'_>,
    clock: Clock,
    room: RoomId,
    author: RoomCaller<'_>,
) -> Result<(), DbError> {
    let payload = json!({ "room": room, "author": author.user });
    transaction.enqueue(clock, OutboxMessage { topic: "vitals.outside_limits", payload }).await
}
