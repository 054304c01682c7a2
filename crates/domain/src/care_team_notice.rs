//! Form 8 alone (様式第8号): a notice that changes the care team of a support room (R16–R18).
//!
//! It names days. A person belongs to the team, or no longer does, from the first moment of the day in Japan; a day that
//! has come or passed counts from the moment of the acceptance, since nobody enters or leaves before it.

mod check;
mod input;

use chrono::NaiveDate;

use crate::care_team::{Assignment, Change};
use crate::open_days::{japan_date, japan_day_begins_ms};
use crate::support_room::{Coordinator, KnownMember, Member};
use crate::words::TeamChangeKind;
use crate::{Channel, OrganizationId, OrganizationName, RoomId, UserId};

pub use input::{CareTeamNoticeInput, ChangeInput};

/// The number of this form in receipt numbers.
pub const FORM: u8 = 8;

/// The most changes that one notice may name.
pub const MAX_CHANGES: usize = 50;

/// How long ago a change may have been, in days, when the notice is typed.
pub const MAX_DAYS_BACK: u64 = 30;

/// How far ahead a change may lie, in days.
pub const MAX_DAYS_AHEAD: u64 = 366;

/// The longest reason, in characters.
pub const MAX_REASON: usize = 500;

/// What the check has to know of the world; the caller reads it from the database.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The organization with the number that the notice names. None: there is no such organization.
    pub organization: Option<(OrganizationId, OrganizationName)>,
    /// The open support room with the number that the notice names. None: there is no such room.
    pub room: Option<KnownRoom>,
    /// Those of the people with an account whom the notice names who have an active one.
    pub people: Vec<KnownMember>,
    /// Whether a clerk of a desk enters the notice (R12).
    pub by_desk: bool,
    /// When it is checked, in milliseconds UTC.
    pub now: i64,
}

/// An open support room, as the notice finds it.
#[derive(Clone, Debug, Default)]
pub struct KnownRoom {
    /// Its stays, past ones too.
    pub stays: Vec<Assignment>,
    /// Those of the people whom the notice names who ever were in the room, whether or not their accounts are in use.
    pub members: Vec<KnownMember>,
}

/// A notice that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CareTeamNotice {
    /// The organization from which it comes.
    pub organization: OrganizationId,
    /// What it is called.
    pub organization_name: OrganizationName,
    /// Who coordinates the team (R15).
    pub applicant: Coordinator,
    /// Whose team changes.
    pub room: RoomId,
    /// What changes, 1 to [`MAX_CHANGES`].
    pub changes: Vec<TeamChange>,
    /// Why; may be empty.
    pub reason: String,
    /// How it arrived.
    pub channel: Channel,
    /// The team as it is going to be, when the notice is accepted at the moment of the check.
    pub team_after: Vec<Assignment>,
}

/// One change of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamChange {
    /// What.
    pub kind: TeamChangeKind,
    /// From which day on.
    pub on: NaiveDate,
    /// Whom. Only a person who is added may be without account.
    pub member: Member,
}

impl TeamChange {
    /// From when on it holds, accepted at `now`.
    pub fn at(&self, now: i64) -> i64 {
        holds_from(self.on, now)
    }

    /// The change of the team, when the person has an account.
    pub fn of_team(&self, now: i64) -> Option<Change> {
        let (user, at): (UserId, i64) = (self.member.user?, self.at(now));
        Some(match self.kind {
            TeamChangeKind::Add => Change::Add { user, profession: self.member.profession, at },
            TeamChangeKind::Remove => Change::Remove { user, at },
        })
    }
}

/// From when on something holds that is to hold from this day on, in milliseconds UTC: the beginning of the day in Japan,
/// and `now` for today and for days that have passed.
pub fn holds_from(day: NaiveDate, now: i64) -> i64 {
    if day <= japan_date(now) { now } else { japan_day_begins_ms(day) }
}

#[cfg(test)]
mod tests;
