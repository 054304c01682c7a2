//! `GET /api/usage/notifications`: whom notifications can reach, and how many did (R30).

use super::{Group, MonthGroup, PeriodQuery, count_in, count_of};
use domain::small_cells::{Cell, Total, breakdown, cell};
use domain::usage::Period;
use serde::Serialize;
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, Json, Problem, Query, Session, params};

/// Reach of notifications.
#[derive(Serialize, ToSchema)]
pub(crate) struct NotificationUsage {
    /// All accounts there are now, whatever the period.
    pub(super) choices: Vec<PeopleOfChoice>,
    /// Oldest first.
    pub(super) months: Vec<DeliveriesOfMonth>,
}

/// How many people chose so.
#[derive(Serialize, ToSchema)]
pub(crate) struct PeopleOfChoice {
    /// `both`, `email`, `push`, `nothing` or `not_asked`.
    pub(super) choice: &'static str,
    pub(super) people: Cell,
}

/// What left in one month; tests that people send to themselves are not counted.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeliveriesOfMonth {
    /// `2026-11`, in Japan.
    pub(super) month: String,
    /// Taken by the service.
    pub(super) email_arrived: Cell,
    /// Given up.
    pub(super) email_failed: Cell,
    pub(super) push_arrived: Cell,
    pub(super) push_failed: Cell,
}

/// Counts who turned what on, and what left.
#[utoipa::path(get, path = "/api/usage/notifications", tag = "oversee", operation_id = "notification_usage",
    params(PeriodQuery),
    responses((status = 200, body = NotificationUsage), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn notifications(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Query(asked): Query<PeriodQuery>,
) -> Result<Json<NotificationUsage>, Problem> {
    load(&db, &asked.period(clock)?).await.map(Json)
}

/// What the page shows and the table gives out.
pub(super) async fn load(db: &Db, period: &Period) -> Result<NotificationUsage, Problem> {
    const CHOICES: [&str; 5] = ["both", "email", "push", "nothing", "not_asked"];
    let groups: Vec<Group> = db.all(include_str!("../../sql/usage-reach.sql"), []).await?;
    // How many accounts there are stands on the page as well.
    let people = breakdown(&CHOICES.map(|choice| count_of(&groups, choice)), Total::Shown);
    let (first, last) = period.ends();
    let counts: Vec<MonthGroup> = db.all(include_str!("../../sql/usage-counts.sql"), params![first, last]).await?;
    let of_month = |month: String| {
        let count = |what: &str| cell(count_in(&counts, &month, what));
        DeliveriesOfMonth {
            email_arrived: count("email_sent"),
            email_failed: count("email_gave_up"),
            push_arrived: count("push_sent"),
            push_failed: count("push_gave_up"),
            month,
        }
    };
    Ok(NotificationUsage {
        choices: CHOICES.into_iter().zip(people).map(|(choice, people)| PeopleOfChoice { choice, people }).collect(),
        months: period.names().into_iter().map(of_month).collect(),
    })
}
