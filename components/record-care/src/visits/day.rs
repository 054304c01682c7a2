//! `PUT …/visits/{visit}/days/{day}` and `…/done`: one visit of a series is moved, cancelled, planned again, done.

use super::planned::{Planned, Step, day_state};
use crate::chart::Chart;
use crate::if_match::IfMatch;
use chrono::NaiveDate;
use domain::ids::{RoomId, VisitId};
use domain::visits::{Moved, OccurrenceInput, VisitStep};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Json, Path, Problem, params};

/// It is changed.
#[derive(Serialize, ToSchema)]
pub(crate) struct VisitDayChanged {}

/// Whether the visit was made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DoneInput {
    done: bool,
}

/// Moves or cancels one visit, or lets it be as planned again; the others stay. `{day}` is the day that the series gives it.
#[utoipa::path(put, path = "/api/rooms/{room}/records/visits/{visit}/days/{day}", tag = "record-care",
    operation_id = "change_visit_day", params(("room" = i64, Path), ("visit" = i64, Path), ("day" = String, Path),
        ("If-Match" = String, Header, description = "The revision of the visit that was read, in quotes")),
    request_body = OccurrenceInput,
    responses((status = 200, body = VisitDayChanged), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)))]
pub(crate) async fn change(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, visit, day)): Path<(RoomId, VisitId, NaiveDate)>,
    known: IfMatch,
    Body { value: input, .. }: Body<OccurrenceInput>,
) -> Result<Json<VisitDayChanged>, Problem> {
    let (moved, note) = input.check(clock.today()).map_err(Problem::invalid)?;
    let transaction = db.transaction().await?;
    let planned = Planned::load(&transaction, room, visit).await?;
    planned.matches(known)?;
    planned.has(day)?;
    let before = day_state(&transaction, visit, day).await?;
    if before.done_at.is_some() {
        let title = "済みになっている訪問は、動かせません。先に「済み」を取り消してください。";
        return Err(Problem::conflict("visit_done", title));
    }
    let (to_day, to_minute, minutes) = match moved {
        Some(Moved { day, start_minute, minutes }) => (Some(day), Some(start_minute), Some(minutes)),
        None => (None, None, None),
    };
    let cancelled_at = input.is_cancelled.then(|| clock.now());
    let note = Some(note).filter(|note| !note.is_empty());
    let row = params![visit, day, room, cancelled_at, to_day, to_minute, minutes, note];
    transaction.run(include_str!("../../sql/visit-change-day.sql"), row).await?;
    transaction.run(include_str!("../../sql/visit-raise-revision.sql"), params![visit]).await?;
    let before = serde_json::to_value(&before).map_err(Problem::internal)?;
    let step = Step { visit, day: Some(day), what: VisitStep::Changed, before: Some(before) };
    step.record(&transaction, clock, &chart).await?;
    transaction.commit().await?;
    Ok(Json(VisitDayChanged {}))
}

/// The visitor says that the visit was made, or takes that back. Of a visitor without an account anybody in the team says
/// it.
#[utoipa::path(put, path = "/api/rooms/{room}/records/visits/{visit}/days/{day}/done", tag = "record-care",
    operation_id = "mark_visit_done", params(("room" = i64, Path), ("visit" = i64, Path), ("day" = String, Path)),
    request_body = DoneInput,
    responses((status = 200, body = VisitDayChanged), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn done(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, visit, day)): Path<(RoomId, VisitId, NaiveDate)>,
    Body { value: input, .. }: Body<DoneInput>,
) -> Result<Json<VisitDayChanged>, Problem> {
    let transaction = db.transaction().await?;
    let planned = Planned::load(&transaction, room, visit).await?;
    planned.has(day)?;
    if planned.visitor_user_id.is_some_and(|visitor| visitor != chart.user()) {
        let title = "「済み」は、訪問した本人が付けます。";
        return Err(Problem::new(http::StatusCode::FORBIDDEN, "not_the_visitor", title));
    }
    let state = day_state(&transaction, visit, day).await?;
    if state.cancelled_at.is_some() {
        return Err(Problem::conflict("visit_cancelled", "この日の訪問は、取りやめになっています。"));
    }
    if input.done && state.moved_to_day.unwrap_or(day) > clock.today() {
        return Err(Problem::conflict("not_yet", "まだ来ていない日の訪問は、済みにできません。"));
    }
    if state.done_at.is_some() != input.done {
        let by = chart.caller();
        let row = params![
            visit,
            day,
            room,
            input.done.then(|| clock.now()),
            input.done.then_some(by.user),
            input.done.then(|| by.name.to_owned())
        ];
        transaction.run(include_str!("../../sql/visit-mark-done.sql"), row).await?;
        let what = if input.done { VisitStep::Done } else { VisitStep::NotDone };
        let before = serde_json::to_value(&state).map_err(Problem::internal)?;
        Step { visit, day: Some(day), what, before: Some(before) }.record(&transaction, clock, &chart).await?;
    }
    transaction.commit().await?;
    Ok(Json(VisitDayChanged {}))
}
