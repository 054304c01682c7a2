//! What the acceptance of a change brings about: who belongs to the team from when on, and everybody is told (R16, R18).

use crate::support_room_applications::accept::await_account;
use crate::team::MemberChange;
use applications::{Application, Clerk};
use domain::care_team_notice::CareTeamNotice;
use domain::words::{RoomEventKind, TeamChangeKind};
use web::{CareTeam, Clock, Problem, Transaction};

/// Changes the team. The notice has been checked within this transaction, so that its team after is that of now.
pub(crate) async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    notice: &CareTeamNotice,
) -> Result<(), Problem> {
    let (room, now) = (notice.room, clock.now());
    let mut team = CareTeam::load(transaction, room).await?;
    let before = team.clone();
    team.become_team(transaction, clock, application.id, notice.team_after.clone()).await?;
    for change in &notice.changes {
        let Some(user) = change.member.user else {
            let wanted_from = Some(change.on).filter(|day| *day > clock.today());
            await_account(transaction, clock, (application, room), &change.member, wanted_from).await?;
            continue;
        };
        let lies_ahead = change.at(now.0) > now.0;
        let is_in = before.members_at(now).any(|member| member == user);
        let kind = match change.kind {
            TeamChangeKind::Add if lies_ahead => RoomEventKind::JoiningPlanned,
            TeamChangeKind::Add => RoomEventKind::MemberJoined,
            TeamChangeKind::Remove if lies_ahead => RoomEventKind::LeavingPlanned,
            // Out before the first day: nobody has seen anything.
            TeamChangeKind::Remove if !is_in => RoomEventKind::JoiningCalledOff,
            TeamChangeKind::Remove => RoomEventKind::MemberLeft,
        };
        let day = lies_ahead.then_some(change.on);
        let happened =
            MemberChange { room, user, kind, change: change.kind, day, receipt: &application.receipt_number };
        happened.tell(transaction, clock, by).await?;
    }
    Ok(crate::team::tell_team(transaction, clock, &team).await?)
}
