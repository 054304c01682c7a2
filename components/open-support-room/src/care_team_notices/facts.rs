//! What the check of a change must know of the world, read from the database.

use crate::support_room_applications::facts::{known_members, members, organization};
use domain::care_team_notice::{CareTeamNoticeInput, Facts, KnownRoom};
use domain::ids::RoomId;
use web::{CareTeam, Clock, Db, Problem, params};

/// The organization, the room with its team, and the accounts that the notice names.
pub(crate) async fn load(db: &Db, clock: Clock, input: &CareTeamNoticeInput, by_desk: bool) -> Result<Facts, Problem> {
    Ok(Facts {
        organization: organization(db, input.organization_id).await?,
        room: known_room(db, input).await?,
        people: known_members(db, &input.user_ids()).await?,
        by_desk,
        now: clock.now().0,
    })
}

async fn known_room(db: &Db, input: &CareTeamNoticeInput) -> Result<Option<KnownRoom>, Problem> {
    let Some(room) = input.room_id else { return Ok(None) };
    let open: Option<serde::de::IgnoredAny> =
        db.first(include_str!("../../sql/open-support-room.sql"), params![room]).await?;
    if open.is_none() {
        return Ok(None);
    }
    let asked = serde_json::to_string(&input.user_ids()).map_err(Problem::internal)?;
    let named = params![room, asked];
    Ok(Some(KnownRoom {
        stays: CareTeam::load(db, RoomId(room)).await?.stays().to_vec(),
        members: members(db, include_str!("../../sql/named-members-of-room.sql"), named).await?,
    }))
}
