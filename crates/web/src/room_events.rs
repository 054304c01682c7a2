//! What happened to a room, for those who are in it to read, and for the desk that keeps it.

use crate::{Clock, Db, DbError, Millis, Transaction, params};
use domain::ids::{RoomId, UserId};
use domain::words::RoomEventKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something that happens to a room.
#[derive(Debug, Clone)]
pub struct RoomEvent {
    /// To which room.
    pub room: RoomId,
    /// What.
    pub kind: RoomEventKind,
    /// Whom it is about.
    pub about: Option<UserId>,
    /// Who did it; none for the system.
    pub actor: Option<UserId>,
    /// What else is to be read: a reason, a day.
    pub note: Option<String>,
}

/// Something that happened to a room.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct RoomEventLine {
    id: i64,
    at: Millis,
    kind: RoomEventKind,
    /// What happened, in Japanese.
    text: &'static str,
    /// Who did it; none for the system.
    #[schema(required = true)]
    actor_name: Option<String>,
    /// Whom it is about.
    #[schema(required = true)]
    about_name: Option<String>,
    #[schema(required = true)]
    note: Option<String>,
}

impl RoomEvent {
    /// Adds it to what the room's members read.
    pub async fn add(self, transaction: &Transaction<'_>, clock: Clock) -> Result<(), DbError> {
        let row = params![self.room, clock.now(), self.kind.as_str(), self.about, self.actor, self.note];
        transaction.run(include_str!("../sql/add-room-event.sql"), row).await
    }
}

impl RoomEventLine {
    /// What happened to a room, newest first: the last fifty.
    pub async fn last_of(db: &Db, room: RoomId) -> Result<Vec<Self>, DbError> {
        #[derive(Deserialize)]
        struct Row {
            id: i64,
            at: Millis,
            kind: RoomEventKind,
            actor_name: Option<String>,
            about_name: Option<String>,
            note: Option<String>,
        }
        let rows: Vec<Row> = db.all(include_str!("../sql/room-events.sql"), params![room]).await?;
        let line = |row: Row| Self {
            id: row.id,
            at: row.at,
            kind: row.kind,
            text: row.kind.label_ja(),
            actor_name: row.actor_name,
            about_name: row.about_name,
            note: row.note,
        };
        Ok(rows.into_iter().map(line).collect())
    }
}
