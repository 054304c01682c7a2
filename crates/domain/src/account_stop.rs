//! Form 6 (様式第6号): an organization's manager reports that people stop using the system (R8).

mod check;
mod input;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::account::Applicant;
use crate::organization::{KnownAccount, KnownOrganization};
use crate::{Channel, OrganizationId, OrganizationName, StopReason, UserId};

pub use input::{AccountStopInput, StoppingPersonInput};

/// The number of this form in receipt numbers.
pub const FORM: u8 = 6;

/// The most people one form may name.
pub const MAX_PEOPLE: usize = 100;

/// What the check has to know of the world; the caller reads it from the database.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The organization with the number that the form names. None: there is no such organization.
    pub organization: Option<KnownOrganization>,
    /// Whether a clerk of a desk enters the form (R12).
    pub by_desk: bool,
}

/// A Form 6 that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountStop {
    /// The organization whose people they are.
    pub organization: OrganizationId,
    /// What it is called.
    pub organization_name: OrganizationName,
    /// The manager who files it.
    pub applicant: Applicant,
    /// Who stops, 1 to [`MAX_PEOPLE`].
    pub people: Vec<StoppingPerson>,
    /// How it arrived.
    pub channel: Channel,
    /// The rows of those managers who stop, too; others are left (R10).
    pub stopping_managers: Vec<i64>,
}

/// A person who stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoppingPerson {
    /// The account.
    pub account: KnownAccount,
    /// Why.
    pub reason: StopReason,
    /// The last day of use, for the desk to know; the account stops when the desk accepts.
    pub last_day: Option<NaiveDate>,
}

impl AccountStop {
    /// The accounts that stop.
    pub fn users(&self) -> BTreeSet<UserId> {
        self.people.iter().map(|person| person.account.user_id).collect()
    }
}

#[cfg(test)]
mod tests;
