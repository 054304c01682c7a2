//! How much the system is used, for the city, which sees nobody: every count below five is hidden, and so is what would
//! give one away. There is no way from here to a person, a room or what is written there.

pub(crate) mod activity;
pub(crate) mod export;
pub(crate) mod first_logins;
pub(crate) mod notifications;
pub(crate) mod rooms;
pub(crate) mod support_rooms;
mod tables;

use domain::usage::Period;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use web::{Clock, Problem};

/// Which months; the last twelve when neither is given.
#[derive(Debug, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PeriodQuery {
    /// The first month, in Japan: `2026-04`.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// The last month, in Japan.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

impl PeriodQuery {
    fn period(&self, clock: Clock) -> Result<Period, Problem> {
        Period::parse(self.from.as_deref(), self.to.as_deref(), clock.today()).map_err(Problem::invalid)
    }
}

/// How many are in each group that a statement names.
#[derive(Deserialize)]
struct Group {
    name: String,
    count: u64,
}

/// How many are in each group of a month.
#[derive(Deserialize)]
struct MonthGroup {
    month: String,
    name: String,
    count: u64,
}

fn count_of(groups: &[Group], name: &str) -> u64 {
    groups.iter().find(|group| group.name == name).map_or(0, |group| group.count)
}

fn count_in(groups: &[MonthGroup], month: &str, name: &str) -> u64 {
    groups.iter().find(|group| group.month == month && group.name == name).map_or(0, |group| group.count)
}
