//! Who takes part in a collaboration room, in the database. Who may is decided by the city (R25); who has access then, by
//! [`RoomAccess`](crate::RoomAccess).

use crate::{Clock, DbError, RoomEvent, Transaction, params};
use domain::ids::{ApplicationId, RoomId, UserId};
use domain::words::{MembershipChange, RoomEventKind};
use serde::Deserialize;

/// A change of those who take part, decided by a clerk on an application.
#[derive(Debug, Clone, Copy)]
pub struct ParticipantChange {
    /// In which room.
    pub room: RoomId,
    /// Who.
    pub user: UserId,
    /// In or out.
    pub change: MembershipChange,
    /// On account of which application.
    pub application: ApplicationId,
    /// Whose decision.
    pub by: UserId,
}

impl ParticipantChange {
    /// Makes the change and lets the room read it. Whether there was something to change: the last decision counts, and
    /// one that finds what it asks for changes nothing.
    pub async fn make(self, transaction: &Transaction<'_>, clock: Clock) -> Result<bool, DbError> {
        let row = params![self.room, self.user, clock.now(), self.application];
        let (sql, kind) = match self.change {
            MembershipChange::Join => (include_str!("../sql/add-participant.sql"), RoomEventKind::ParticipantJoined),
            MembershipChange::Leave => (include_str!("../sql/end-participant.sql"), RoomEventKind::ParticipantLeft),
        };
        let changed: Option<Changed> = transaction.first(sql, row).await?;
        if changed.is_none() {
            return Ok(false);
        }
        let event = RoomEvent { room: self.room, kind, about: Some(self.user), actor: Some(self.by), note: None };
        event.add(transaction, clock).await?;
        Ok(true)
    }
}

#[derive(Deserialize)]
struct Changed {
    #[serde(rename = "user_id")]
    _user: UserId,
}
