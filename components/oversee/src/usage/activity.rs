//! `GET /api/usage/activity`: who was active and how much was written, month by month, and what an active user costs.
//!
//! Active is who signed in in a month; the clerks of both desks are not counted. Every month is counted for itself: two
//! periods that overlap would give away, by their difference, whoever was active in one month alone.

use super::{MonthGroup, PeriodQuery, count_in};
use domain::small_cells::{Cell, Total, breakdown, cell, whole};
use domain::usage::{Period, cost_per_user};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, Json, Problem, Query, Session, Settings, params};

/// Use, month by month.
#[derive(Serialize, ToSchema)]
pub(crate) struct UsageActivity {
    /// What the city says it pays, in yen a month; 0: it says nothing.
    pub(super) cost_yen_per_month: u64,
    /// Oldest first.
    pub(super) months: Vec<MonthOfUse>,
    pub(super) by_profession: Vec<ActiveOfProfession>,
    /// Those of which any month can be shown, by name.
    pub(super) by_organization: Vec<ActiveOfOrganization>,
    /// How many organizations there are, shown or not.
    organization_count: usize,
}

/// One month.
#[derive(Serialize, ToSchema)]
pub(crate) struct MonthOfUse {
    /// `2026-11`, in Japan.
    pub(super) month: String,
    /// Accounts at its end, or now. Hidden also where it would tell how few of them were not active.
    pub(super) accounts: Cell,
    /// Who signed in.
    pub(super) active: Cell,
    /// The price of now, divided by those who were active.
    #[schema(required = true)]
    pub(super) yen_per_active: Option<u64>,
    pub(super) support_messages: Cell,
    pub(super) collaboration_messages: Cell,
}

/// Who of one profession was active.
#[derive(Serialize, ToSchema)]
pub(crate) struct ActiveOfProfession {
    pub(super) profession: Profession,
    /// One a month.
    pub(super) people: Vec<Cell>,
}

/// Who of one organization was active.
#[derive(Serialize, ToSchema)]
pub(crate) struct ActiveOfOrganization {
    pub(super) organization_name: String,
    /// One a month.
    pub(super) people: Vec<Cell>,
}

/// How many accounts came and went in the same months.
#[derive(Deserialize)]
struct Accounts {
    came: String,
    went: Option<String>,
    count: u64,
}

/// An organization, and in which month how many of it were active.
struct Organization {
    name: String,
    active: BTreeMap<String, u64>,
}

/// Counts who was active and what was written in each month of a period.
#[utoipa::path(get, path = "/api/usage/activity", tag = "oversee", operation_id = "usage_activity",
    params(PeriodQuery),
    responses((status = 200, body = UsageActivity), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn activity(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Query(asked): Query<PeriodQuery>,
) -> Result<Json<UsageActivity>, Problem> {
    load(&db, &asked.period(clock)?).await.map(Json)
}

/// What the page shows and the table gives out.
pub(super) async fn load(db: &Db, period: &Period) -> Result<UsageActivity, Problem> {
    let (months, (first, last)) = (period.names(), period.ends());
    let people: Vec<MonthGroup> = db.all(include_str!("../../sql/usage-active.sql"), params![&first, &last]).await?;
    let written: Vec<MonthGroup> = db.all(include_str!("../../sql/usage-counts.sql"), params![&first, &last]).await?;
    let given = params![period.bounds_ms().1, &first];
    let accounts: Vec<Accounts> = db.all(include_str!("../../sql/usage-accounts.sql"), given).await?;
    let organizations = organizations(db, &first, &last).await?;
    let yen = u64::try_from(Settings(db).number("cost_yen_per_month").await?).unwrap_or_default();
    let active: Vec<u64> = months
        .iter()
        .map(|month| people.iter().filter(|group| group.month == *month).map(|group| group.count).sum())
        .collect();
    let totals: Vec<(&String, Total)> = months.iter().zip(active.iter().map(|count| total(*count))).collect();
    let of_profession = |(month, total): &(&String, Total)| {
        let counts: Vec<u64> =
            Profession::ALL.iter().map(|profession| count_in(&people, month, profession.as_str())).collect();
        breakdown(&counts, *total)
    };
    let of_organization = |(month, total): &(&String, Total)| {
        let counts: Vec<u64> =
            organizations.iter().map(|one| one.active.get(*month).copied().unwrap_or_default()).collect();
        breakdown(&counts, *total)
    };
    let by_profession = across(totals.iter().map(of_profession).collect(), Profession::ALL.len());
    let by_organization = across(totals.iter().map(of_organization).collect(), organizations.len());
    Ok(UsageActivity {
        cost_yen_per_month: yen,
        months: months
            .iter()
            .zip(&active)
            .map(|(month, active)| of_month(month, *active, &accounts, &written, yen))
            .collect(),
        by_profession: Profession::ALL
            .iter()
            .zip(by_profession)
            .map(|(profession, people)| ActiveOfProfession { profession: *profession, people })
            .collect(),
        organization_count: organizations.len(),
        by_organization: organizations
            .into_iter()
            .zip(by_organization)
            .filter(|(_, people)| people.iter().any(|cell| !cell.hidden))
            .map(|(organization, people)| ActiveOfOrganization { organization_name: organization.name, people })
            .collect(),
    })
}

async fn organizations(db: &Db, first: &String, last: &String) -> Result<Vec<Organization>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        name: String,
        months: Option<String>,
    }
    let rows: Vec<Row> = db.all(include_str!("../../sql/usage-active-organizations.sql"), params![first, last]).await?;
    let read = |row: Row| {
        let active = row.months.as_deref().map_or(Ok(BTreeMap::new()), serde_json::from_str);
        Ok(Organization { name: row.name, active: active.map_err(Problem::internal)? })
    };
    rows.into_iter().map(read).collect()
}

fn total(count: u64) -> Total {
    if cell(count).hidden { Total::Hidden } else { Total::Shown }
}

fn of_month(month: &str, active: u64, accounts: &[Accounts], written: &[MonthGroup], yen: u64) -> MonthOfUse {
    let is_there =
        |group: &&Accounts| group.came.as_str() <= month && group.went.as_deref().is_none_or(|went| went > month);
    let accounts: u64 = accounts.iter().filter(is_there).map(|group| group.count).sum();
    let shown = cell(active);
    MonthOfUse {
        month: month.to_owned(),
        // Somebody who was stopped later in the month was active and has no account at its end.
        accounts: whole(accounts, active),
        active: shown,
        yen_per_active: if shown.hidden { None } else { cost_per_user(yen, active) },
        support_messages: cell(count_in(written, month, "support")),
        collaboration_messages: cell(count_in(written, month, "collaboration")),
    }
}

/// Columns of cells, one a month, as rows.
fn across(columns: Vec<Vec<Cell>>, rows: usize) -> Vec<Vec<Cell>> {
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    (0..rows).map(|_| columns.iter_mut().map(|column| column.next().unwrap_or(Cell::HIDDEN)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn came_and_went(came: &str, went: Option<&str>, count: u64) -> Accounts {
        Accounts { came: came.to_owned(), went: went.map(str::to_owned), count }
    }

    #[test]
    fn accounts_are_those_that_came_and_did_not_go_until_the_month_was_over() {
        let accounts = [
            came_and_went("2026-04", None, 10),
            came_and_went("2026-04", Some("2026-06"), 20),
            came_and_went("2026-06", None, 5),
        ];
        let value = |month: &str, active| of_month(month, active, &accounts, &[], 0).accounts;
        assert_eq!((value("2026-04", 0), value("2026-05", 6)), (Cell::shown(30), Cell::shown(30)));
        assert_eq!(value("2026-06", 10), Cell::shown(15));
        // That three of them were not active would follow.
        assert_eq!(value("2026-06", 12), Cell::HIDDEN);
        assert_eq!(value("2026-03", 0), Cell::HIDDEN);
    }

    #[test]
    fn what_a_user_costs_tells_no_small_number_of_users() {
        assert_eq!(of_month("2026-04", 4, &[], &[], 100_000).yen_per_active, None);
        assert_eq!(of_month("2026-04", 5, &[], &[], 100_000).yen_per_active, Some(20_000));
    }

    #[test]
    fn months_become_columns() {
        let (a, b, c, d) = (Cell::shown(5), Cell::shown(6), Cell::shown(7), Cell::shown(8));
        assert_eq!(across(vec![vec![a, b], vec![c, d]], 2), [[a, c], [b, d]]);
        assert_eq!(across(Vec::new(), 1), [[]; 1]);
    }
}
