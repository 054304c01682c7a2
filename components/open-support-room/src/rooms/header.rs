//! What a room's page and the association's record of it have in common: the team, who is awaited, what happened.

use domain::ids::{RoomId, UserId};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, DbError, Millis, params};

/// One stay of a member.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Member {
    pub(crate) user_id: UserId,
    pub(crate) name: String,
    pub(crate) kana: String,
    pub(crate) profession: Profession,
    pub(crate) organization_name: String,
    /// The first moment of access.
    pub(crate) since: Millis,
    /// The first moment without; none: no end is known.
    #[schema(required = true)]
    pub(crate) until: Option<Millis>,
    /// Whether it is the caller.
    #[serde(default)]
    pub(crate) is_me: bool,
}

/// A team as it stands at a moment.
#[derive(Debug, Default)]
pub(crate) struct Team {
    /// Who is in it.
    pub(crate) now: Vec<Member>,
    /// Who is going to be.
    pub(crate) planned: Vec<Member>,
    /// Who was.
    pub(crate) past: Vec<Member>,
}

impl Team {
    /// The team of a room at a moment, as the caller sees it.
    pub(crate) async fn load(db: &Db, room: RoomId, me: UserId, now: Millis) -> Result<Self, DbError> {
        let stays: Vec<Member> = db.all(include_str!("../../sql/stays.sql"), params![room]).await?;
        let mut team = Self::default();
        for mut stay in stays {
            stay.is_me = stay.user_id == me;
            // A stay that was called off before it began never took place.
            if stay.until.is_some_and(|until| until <= stay.since) {
                continue;
            }
            if stay.since > now {
                team.planned.push(stay);
            } else if stay.until.is_some_and(|until| until <= now) {
                team.past.push(stay);
            } else {
                team.now.push(stay);
            }
        }
        Ok(team)
    }
}

/// A person whom a Form 8 named and who has no account yet.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Awaited {
    pub(crate) awaiting_id: i64,
    pub(crate) name: String,
    pub(crate) kana: String,
    pub(crate) profession: Profession,
    pub(crate) organization_name: String,
    #[serde(skip_serializing)]
    pub(crate) kana_key: String,
}

/// Who is awaited in a room.
pub(crate) async fn awaited(db: &Db, room: RoomId) -> Result<Vec<Awaited>, DbError> {
    db.all(include_str!("../../sql/awaited.sql"), params![room]).await
}
