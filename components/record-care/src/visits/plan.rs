//! `POST /api/rooms/{room}/records/visits`: a visit, or a series of visits, is planned.

use super::calendar::asked_series;
use super::planned::Step;
use super::row::{VisitRow, lay_out};
use crate::chart::Chart;
use chrono::{Days, NaiveDate};
use domain::ids::{UserId, VisitId};
use domain::visits::{Plan, PlanInput, VisitStep, Visitor};
use domain::words::Profession;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Idempotency, Json, Problem, Transaction, params};

/// The most visits and series of a room that lie ahead.
const VISITS_MAX: i64 = 500;
/// How far ahead of the first day double bookings are looked for, in days.
const CONFLICT_DAYS: u64 = 60;

/// It is planned.
#[derive(Serialize, ToSchema)]
pub(crate) struct VisitPlanned {
    visit_id: VisitId,
    /// Days of the next two months on which the same visitor is booked twice, as far as the caller may see (R18).
    #[schema(value_type = Vec<String>)]
    double_booked_on: Vec<NaiveDate>,
}

/// Who comes, as it is kept.
#[derive(Deserialize)]
struct Person {
    name: String,
    profession: Profession,
    organization_name: String,
}

/// Plans a visit. Sent again with the same `Idempotency-Key`, it is planned once.
#[utoipa::path(post, path = "/api/rooms/{room}/records/visits", tag = "record-care", operation_id = "plan_visit",
    params(("room" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = PlanInput,
    responses((status = 201, body = VisitPlanned), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn plan(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<PlanInput>,
) -> Result<(StatusCode, Json<VisitPlanned>), Problem> {
    let (room, user) = (chart.room(), chart.user());
    let plan = input.check(clock.today()).map_err(Problem::invalid)?;
    let submission = idempotency.submission(None, format!("visit:{room}:{user}"), fingerprint)?;
    let transaction = db.transaction().await?;
    let earlier = match &submission {
        Some(submission) => submission.earlier(&transaction).await?,
        None => None,
    };
    let visit_id = if let Some(earlier) = earlier {
        transaction.roll_back().await?;
        earlier.parse().map_err(Problem::internal)?
    } else {
        let visit = add(&transaction, clock, &chart, &plan, None).await?;
        if let Some(submission) = &submission {
            submission.remember(&transaction, clock, &visit.to_string()).await?;
        }
        transaction.commit().await?;
        visit
    };
    let double_booked_on = double_booked(&db, clock, user, &plan).await?;
    Ok((StatusCode::CREATED, Json(VisitPlanned { visit_id, double_booked_on })))
}

/// Adds a visit within somebody's transaction; `continues`: the series in whose place it comes.
pub(crate) async fn add(
    transaction: &Transaction<'_>,
    clock: Clock,
    chart: &Chart<ChangesRoom>,
    plan: &Plan,
    continues: Option<VisitId>,
) -> Result<VisitId, Problem> {
    #[derive(Deserialize)]
    struct Count {
        visits: i64,
    }
    #[derive(Deserialize)]
    struct Added {
        visit_id: VisitId,
    }
    let (room, by) = (chart.room(), chart.caller());
    let ahead = params![room, clock.today()];
    let count: Count = transaction.one(include_str!("../../sql/visits-count.sql"), ahead).await?;
    if count.visits >= VISITS_MAX {
        let title = format!("予定は{VISITS_MAX}件までです。毎週の訪問は、繰り返しで入れてください。");
        return Err(Problem::conflict("too_many_visits", title));
    }
    let (visitor, person) = person(transaction, clock, chart, &plan.visitor).await?;
    let repeat = plan.repeat.as_ref().map(serde_json::to_string).transpose().map_err(Problem::internal)?;
    let row = params![
        room,
        visitor,
        person.name,
        person.profession.as_str(),
        person.organization_name,
        plan.kind.as_str(),
        plan.first,
        plan.last,
        plan.start_minute,
        plan.minutes,
        repeat,
        plan.note.as_str(),
        continues,
        by.user,
        by.name,
        by.profession.as_str(),
        by.organization_name,
        clock.now()
    ];
    let Added { visit_id } = transaction.one(include_str!("../../sql/visit-add.sql"), row).await?;
    let step = Step { visit: visit_id, day: None, what: VisitStep::Planned, before: None };
    step.record(transaction, clock, chart).await?;
    Ok(visit_id)
}

/// A member is named as he or she is now; whoever is not in the team cannot be chosen by number.
async fn person(
    db: &Db,
    clock: Clock,
    chart: &Chart<ChangesRoom>,
    visitor: &Visitor,
) -> Result<(Option<UserId>, Person), Problem> {
    match visitor {
        Visitor::Member(user) => {
            let asked = params![chart.room(), *user, clock.now()];
            let found: Option<Person> = db.first(include_str!("../../sql/visit-visitor.sql"), asked).await?;
            let message = "この人は、いま部屋の担当者ではありません。担当者から選ぶか、名前で入れてください。";
            let found =
                found.ok_or_else(|| Problem::invalid_field("visitor.user_id", "not_a_member", message).rule("R18"))?;
            Ok((Some(*user), found))
        }
        Visitor::Outside { name, profession, organization_name } => {
            let (name, organization_name) = (name.clone(), organization_name.clone());
            Ok((None, Person { name, profession: *profession, organization_name }))
        }
    }
}

/// On which days the visitor of a plan is booked twice, in the rooms that the caller sees.
async fn double_booked(db: &Db, clock: Clock, caller: UserId, plan: &Plan) -> Result<Vec<NaiveDate>, Problem> {
    let Visitor::Member(visitor) = plan.visitor else { return Ok(Vec::new()) };
    let from = plan.first.max(clock.today());
    let to = from.checked_add_days(Days::new(CONFLICT_DAYS)).unwrap_or(from);
    let statement = include_str!("../../sql/visits-of-user.sql");
    let asked = params![caller, clock.now(), from, to, Some(visitor), asked_series()];
    let rows: Vec<VisitRow> = db.all(statement, asked).await?;
    let mut days: Vec<NaiveDate> =
        lay_out(&rows, from, to)?.into_iter().filter(|shown| shown.is_double_booked).map(|shown| shown.on).collect();
    days.dedup();
    Ok(days)
}
