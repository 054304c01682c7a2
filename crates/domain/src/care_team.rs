//! Who is in a support room at which moment, and the rule that a doctor or visiting nurse always is (R16–R18).
//!
//! A care team is its assignments. Each begins at a moment and may end at one; both may lie ahead, because a Form 8 names
//! the days of its changes. Moments are milliseconds since 1970, UTC.

use crate::{Profession, UserId};

/// One stay of one person in a room: from `since` up to, and not at, `until`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Who.
    pub user: UserId,
    /// What the person works as.
    pub profession: Profession,
    /// The first moment of access.
    pub since: i64,
    /// The first moment without; none: no end is known. One that ends where it begins never took place.
    pub until: Option<i64>,
}

/// What a Form 8 asks for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The person belongs to the team from this moment on.
    Add {
        /// Who.
        user: UserId,
        /// What the person works as.
        profession: Profession,
        /// From when on.
        at: i64,
    },
    /// The person no longer belongs to the team from this moment on.
    Remove {
        /// Who.
        user: UserId,
        /// From when on.
        at: i64,
    },
}

/// Why a change cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeRefused {
    /// The person belongs to the team then, or is going to.
    #[error("is a member already")]
    AlreadyMember,
    /// The person does not belong to the team then.
    #[error("is no member")]
    NotMember,
}

impl Assignment {
    /// Whether the person belongs to the team at this moment (R18).
    pub fn holds_at(&self, moment: i64) -> bool {
        self.since <= moment && self.until.is_none_or(|until| until > moment)
    }

    /// Whether the person belongs to the team at this moment or at a later one.
    pub fn holds_from(&self, moment: i64) -> bool {
        self.until.is_none_or(|until| until > moment && until > self.since)
    }
}

impl Change {
    /// From when on it holds.
    pub const fn at(&self) -> i64 {
        match self {
            Self::Add { at, .. } | Self::Remove { at, .. } => *at,
        }
    }

    /// Whom it is about.
    pub const fn user(&self) -> UserId {
        match self {
            Self::Add { user, .. } | Self::Remove { user, .. } => *user,
        }
    }
}

/// Whether somebody of this profession may be the one who always stays (R17).
pub const fn is_clinician(profession: Profession) -> bool {
    matches!(profession, Profession::Doctor | Profession::VisitingNurse)
}

/// The team after the changes, in the order of their moments and at one moment removals first, so that who leaves and
/// comes back on the same day does. The refusal names the place of the change in `changes`.
pub fn apply(team: &[Assignment], changes: &[Change]) -> Result<Vec<Assignment>, (usize, ChangeRefused)> {
    let mut order: Vec<(usize, &Change)> = changes.iter().enumerate().collect();
    order.sort_by_key(|(place, change)| (change.at(), matches!(change, Change::Add { .. }), *place));
    let mut team = team.to_vec();
    for (place, change) in order {
        apply_one(&mut team, change).map_err(|refused| (place, refused))?;
    }
    Ok(team)
}

fn apply_one(team: &mut Vec<Assignment>, change: &Change) -> Result<(), ChangeRefused> {
    match *change {
        Change::Add { user, profession, at } => {
            if team.iter().any(|stay| stay.user == user && stay.holds_from(at)) {
                return Err(ChangeRefused::AlreadyMember);
            }
            // A stay that was called off before its first moment makes room for the same one.
            team.retain(|stay| !(stay.user == user && stay.since == at));
            team.push(Assignment { user, profession, since: at, until: None });
        }
        Change::Remove { user, at } => {
            let mut removed = false;
            for stay in team.iter_mut().filter(|stay| stay.user == user && stay.holds_from(at)) {
                stay.until = Some(at.max(stay.since));
                removed = true;
            }
            if !removed {
                return Err(ChangeRefused::NotMember);
            }
        }
    }
    Ok(())
}

/// The first moment of the lack of doctor and visiting nurse that the team has at `now`, or is going to have next. None:
/// from now on there always is one.
pub fn without_clinician_from(team: &[Assignment], now: i64) -> Option<i64> {
    let first = moments(team, now).into_iter().find(|moment| !has_clinician(team, *moment))?;
    if first > now {
        return Some(first);
    }
    // It holds already: since the last of them left, or since the team began.
    let took_place = |stay: &&Assignment| stay.since <= now && stay.until.is_none_or(|until| until > stay.since);
    let left =
        team.iter().filter(|stay| is_clinician(stay.profession)).filter(took_place).filter_map(|stay| stay.until);
    let began = team.iter().filter(took_place).map(|stay| stay.since).min();
    Some(left.max().or(began).unwrap_or(now))
}

/// Whether a lack that begins at `from` is another one than that which was noted for `noted`: it comes sooner, or somebody
/// has been there in between.
pub fn is_another_lack(team: &[Assignment], noted: i64, from: i64) -> bool {
    from < noted || moments(team, noted).into_iter().any(|moment| moment < from && has_clinician(team, moment))
}

/// R17: a change may not leave the team without doctor and visiting nurse at any moment from `now` on. In a team that
/// lacks them already, since accounts were stopped, a change may leave the lack but not make it longer. The refusal is
/// the first moment that would lack them.
pub fn keeps_a_clinician(before: &[Assignment], after: &[Assignment], now: i64) -> Result<(), i64> {
    let mut all = moments(before, now);
    all.extend(moments(after, now));
    all.sort_unstable();
    let worse = all.into_iter().find(|moment| has_clinician(before, *moment) && !has_clinician(after, *moment));
    worse.map_or(Ok(()), Err)
}

/// Whether the team would lack doctor and visiting nurse at a moment at which it has one, if these people left now: then
/// they are the last (R8, R17).
pub fn are_last_clinicians(team: &[Assignment], leaving: &[UserId], now: i64) -> bool {
    let mut after = team.to_vec();
    for stay in after.iter_mut().filter(|stay| leaving.contains(&stay.user) && stay.holds_from(now)) {
        stay.until = Some(now.max(stay.since));
    }
    keeps_a_clinician(team, &after, now).is_err()
}

fn has_clinician(team: &[Assignment], moment: i64) -> bool {
    team.iter().any(|stay| is_clinician(stay.profession) && stay.holds_at(moment))
}

/// `now` and every later moment at which somebody comes or goes: between them nothing changes.
fn moments(team: &[Assignment], now: i64) -> Vec<i64> {
    let changes = team.iter().flat_map(|stay| [Some(stay.since), stay.until]).flatten();
    let mut moments: Vec<i64> = changes.filter(|moment| *moment > now).chain([now]).collect();
    moments.sort_unstable();
    moments
}

#[cfg(test)]
mod tests;
