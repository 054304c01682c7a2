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
    team.become_team(transaction, clock, application.id, notice.team_after.clone()).await?;
    for change in &notice.changes {
        let Some(user) = change.member.user else {
            let wanted_from = Some(change.on).filter(|day| *day > clock.today());
            await_account(transaction, clock, (application, room), &change.member, wanted_from).await?;
            continue;
        };
        let at = change.at(now.0);
        let leaves =
            notice.team_after.iter().any(|stay| stay.user == user && stay.until == Some(at) && stay.since < at);
        let lies_ahead = at > now.0;
        let kind = match change.kind {
            TeamChangeKind::Add if lies_ahead => RoomEventKind::JoiningPlanned,
            TeamChangeKind::Add => RoomEventKind::MemberJoined,
            // Out before the first day: there is nothing to leave.
            TeamChangeKind::Remove if !leaves => RoomEventKind::JoiningCalledOff,
            TeamChangeKind::Remove if lies_ahead => RoomEventKind::LeavingPlanned,
            TeamChangeKind::Remove => RoomEventKind::MemberLeft,
        };
        let day = Some(change.on).filter(|_| lies_ahead && kind != RoomEventKind::JoiningCalledOff);
        let happened =
            MemberChange { room, user, kind, change: change.kind, day, receipt: &application.receipt_number };
        happened.tell(transaction, clock, by).await?;
    }
    Ok(crate::team::tell_team(transaction, clock, &team).await?)
}
