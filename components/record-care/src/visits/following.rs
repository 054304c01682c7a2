//! `POST …/visits/{visit}/following`: from a day on a series is planned otherwise, or not at all; what was before stays.

use super::plan::add;
use super::planned::{Planned, Step};
use crate::chart::Chart;
use crate::if_match::IfMatch;
use chrono::NaiveDate;
use domain::ids::{RoomId, VisitId};
use domain::visits::{PlanInput, VisitStep};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Idempotency, Json, Path, Problem, params};

/// From when on, and how.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FollowingInput {
    /// A day of the series.
    #[schema(value_type = String, format = Date)]
    day: NaiveDate,
    /// Null: no more visits from that day on.
    #[serde(default)]
    plan: Option<PlanInput>,
}

/// It is changed.
#[derive(Serialize, ToSchema)]
pub(crate) struct FollowingChanged {
    /// The series that goes on.
    #[schema(required = true)]
    visit_id: Option<VisitId>,
}

/// Ends a series before a day, and begins the one that takes its place. Sent again with the same `Idempotency-Key`, it is
/// done once.
#[utoipa::path(post, path = "/api/rooms/{room}/records/visits/{visit}/following", tag = "record-care",
    operation_id = "change_following_visits", params(("room" = i64, Path), ("visit" = i64, Path),
        ("If-Match" = String, Header, description = "The revision of the visit that was read, in quotes"),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = FollowingInput,
    responses((status = 201, body = FollowingChanged), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)))]
pub(crate) async fn change(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, visit)): Path<(RoomId, VisitId)>,
    known: IfMatch,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<FollowingInput>,
) -> Result<(StatusCode, Json<FollowingChanged>), Problem> {
    let plan = input.plan.map(|plan| plan.check(clock.today())).transpose().map_err(Problem::invalid)?;
    if plan.as_ref().is_some_and(|plan| plan.first < input.day) {
        // Before that day the series goes on as it was: both would come.
        let message = "変える回の日か、それより後の日にしてください。";
        return Err(Problem::invalid_field("first_day", "before_the_change", message));
    }
    let scope = format!("visit-following:{visit}:{}", chart.user());
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        return Ok((StatusCode::CREATED, Json(FollowingChanged { visit_id: earlier.parse().ok() })));
    }
    let planned = Planned::load(&transaction, room, visit).await?;
    planned.matches(known)?;
    planned.has(input.day)?;
    is_still_to_come(&transaction, visit, input.day).await?;
    let last = input.day.pred_opt().ok_or_else(Problem::not_found)?;
    transaction.run(include_str!("../../sql/visit-end.sql"), params![visit, last, clock.now()]).await?;
    let what = if plan.is_some() { VisitStep::Following } else { VisitStep::Ended };
    let step = Step { visit, day: Some(input.day), what, before: Some(planned.before()) };
    step.record(&transaction, clock, &chart).await?;
    let visit_id = match &plan {
        Some(plan) => Some(add(&transaction, clock, &chart, plan, Some(visit)).await?),
        None => None,
    };
    if let Some(submission) = &submission {
        let subject = visit_id.map_or_else(String::new, |visit| visit.to_string());
        submission.remember(&transaction, clock, &subject).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(FollowingChanged { visit_id })))
}

/// What was done is not taken out of the calendar.
async fn is_still_to_come(db: &Db, visit: VisitId, day: NaiveDate) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Row {
        is_done: bool,
    }
    let row: Row = db.one(include_str!("../../sql/visit-done-from.sql"), params![visit, day]).await?;
    if row.is_done {
        let title = "この日から後に、済みの訪問があります。済みの訪問より後の日を選んでください。";
        return Err(Problem::conflict("visit_done", title));
    }
    Ok(())
}
