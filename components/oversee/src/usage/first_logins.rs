//! `GET /api/usage/first-logins`: how long it takes from an application to the first login, step by step.

use super::{Group, PeriodQuery, count_of};
use domain::small_cells::{Cell, Total, breakdown};
use domain::usage::{Period, spread};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, Json, Problem, Query, Session, params};

const MINUTE_MS: i64 = 60_000;

/// How far accounts are, and how long their steps took.
#[derive(Serialize, ToSchema)]
pub(crate) struct FirstLoginUsage {
    /// All accounts there are now, whatever the period.
    pub(super) standing: Vec<AccountsStanding>,
    /// Of the accounts that came in the period.
    pub(super) steps: Vec<StepTaken>,
    /// From the application to the first login, of the accounts that came in each month; oldest first.
    pub(super) by_month: Vec<FirstLoginsOfMonth>,
}

/// How many accounts are so far.
#[derive(Serialize, ToSchema)]
pub(crate) struct AccountsStanding {
    /// `was_here`, `posted` (and not yet here) or `not_posted`.
    pub(super) standing: &'static str,
    pub(super) people: Cell,
}

/// How long one step took.
#[derive(Serialize, ToSchema)]
pub(crate) struct StepTaken {
    /// `accepted` (since the application came), `posted` (since it was accepted), `first_login` (since the notice was
    /// posted) or `all` (from the application to the first login).
    pub(super) step: &'static str,
    /// Half of them took no longer; none of fewer than five.
    #[schema(required = true)]
    pub(super) median_minutes: Option<i64>,
    /// Nine in ten took no longer.
    #[schema(required = true)]
    pub(super) ninth_decile_minutes: Option<i64>,
}

/// How long it took those who came in one month.
#[derive(Serialize, ToSchema)]
pub(crate) struct FirstLoginsOfMonth {
    /// `2026-11`, in Japan.
    pub(super) month: String,
    #[schema(required = true)]
    pub(super) median_minutes: Option<i64>,
    #[schema(required = true)]
    pub(super) ninth_decile_minutes: Option<i64>,
}

/// One account's way, in milliseconds UTC.
#[derive(Deserialize)]
struct Way {
    month: String,
    received_at: i64,
    accepted_at: Option<i64>,
    posted_at: Option<i64>,
    first_login_at: Option<i64>,
}

/// Measures how long accounts take to be used.
#[utoipa::path(get, path = "/api/usage/first-logins", tag = "oversee", operation_id = "first_login_usage",
    params(PeriodQuery),
    responses((status = 200, body = FirstLoginUsage), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn first_logins(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Query(asked): Query<PeriodQuery>,
) -> Result<Json<FirstLoginUsage>, Problem> {
    load(&db, &asked.period(clock)?).await.map(Json)
}

/// What the page shows and the table gives out.
pub(super) async fn load(db: &Db, period: &Period) -> Result<FirstLoginUsage, Problem> {
    const STANDINGS: [&str; 3] = ["was_here", "posted", "not_posted"];
    let groups: Vec<Group> = db.all(include_str!("../../sql/usage-standing.sql"), []).await?;
    // How many accounts there are stands on the page as well.
    let people = breakdown(&STANDINGS.map(|standing| count_of(&groups, standing)), Total::Shown);
    let (begin, end) = period.bounds_ms();
    let ways: Vec<Way> = db.all(include_str!("../../sql/usage-first-logins.sql"), params![begin, end]).await?;
    let by_month = period.names().into_iter().map(|month| {
        let (median_minutes, ninth_decile_minutes) =
            minutes(ways.iter().filter(|way| way.month == month).filter_map(Way::all));
        FirstLoginsOfMonth { month, median_minutes, ninth_decile_minutes }
    });
    Ok(FirstLoginUsage {
        standing: STANDINGS
            .into_iter()
            .zip(people)
            .map(|(standing, people)| AccountsStanding { standing, people })
            .collect(),
        by_month: by_month.collect(),
        steps: steps(&ways),
    })
}

impl Way {
    fn accepted(&self) -> Option<i64> {
        Some(self.accepted_at? - self.received_at)
    }

    fn posted(&self) -> Option<i64> {
        Some(self.posted_at? - self.accepted_at?)
    }

    fn first_login(&self) -> Option<i64> {
        Some(self.first_login_at? - self.posted_at?)
    }

    fn all(&self) -> Option<i64> {
        Some(self.first_login_at? - self.received_at)
    }
}

/// How long a step took, in milliseconds, of an account that took it.
type Measure = fn(&Way) -> Option<i64>;

fn steps(ways: &[Way]) -> Vec<StepTaken> {
    let steps: [(&str, Measure); 4] =
        [("accepted", Way::accepted), ("posted", Way::posted), ("first_login", Way::first_login), ("all", Way::all)];
    let taken = steps.into_iter().map(|(step, of)| {
        let (median_minutes, ninth_decile_minutes) = minutes(ways.iter().filter_map(of));
        StepTaken { step, median_minutes, ninth_decile_minutes }
    });
    taken.collect()
}

/// A notice that is printed and posted once more leaves a first login before its posting: such a step was not measured.
fn minutes(taken: impl Iterator<Item = i64>) -> (Option<i64>, Option<i64>) {
    let taken = spread(taken.filter(|taken| *taken >= 0).map(|taken| taken / MINUTE_MS).collect());
    (taken.map(|taken| taken.median), taken.map(|taken| taken.ninth_decile))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(accepted: i64, posted: Option<i64>, first_login: Option<i64>) -> Way {
        let at = |minutes: i64| minutes * MINUTE_MS;
        Way {
            month: "2026-11".to_owned(),
            received_at: 0,
            accepted_at: Some(at(accepted)),
            posted_at: posted.map(at),
            first_login_at: first_login.map(at),
        }
    }

    #[test]
    fn each_step_is_measured_of_those_who_took_it() {
        let mut ways: Vec<Way> = (1..=5).map(|n| way(n * 10, Some(n * 10 + 60), Some(n * 10 + 100))).collect();
        ways.push(way(1_000, None, None));
        let taken: Vec<_> = steps(&ways).iter().map(|step| (step.step, step.median_minutes)).collect();
        assert_eq!(
            taken,
            [("accepted", Some(30)), ("posted", Some(60)), ("first_login", Some(40)), ("all", Some(130))]
        );
        assert_eq!(steps(&ways[1..])[3].median_minutes, None, "four are too few");
    }

    #[test]
    fn a_notice_posted_again_after_the_first_login_measures_nothing() {
        let ways: Vec<Way> = (0..9).map(|_| way(10, Some(500), Some(100))).collect();
        assert_eq!(steps(&ways)[2].median_minutes, None);
    }
}
