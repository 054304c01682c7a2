//! What applications ask of collaboration rooms that exist: to join, to leave, to close (R25, R26).

use domain::collaboration_room::Standing;
use domain::ids::{ApplicationId, RoomId, UserId};
use domain::text::{RoomName, fold_key};
use serde::Deserialize;
use web::{Db, DbError, Problem, Transaction, params};

/// What an application asks of a room.
#[derive(Debug, Clone, Copy)]
pub struct RoomRequest<'a> {
    /// Which application.
    pub application: ApplicationId,
    /// Which room.
    pub room: RoomId,
    /// `join`, `leave` or `close`.
    pub asks: &'a str,
    /// Whom it is about; for closing, who asks.
    pub users: &'a [UserId],
}

impl RoomRequest<'_> {
    /// Notes it, in place of what the application asked before it was corrected, and ties the application to the room.
    pub async fn note(self, transaction: &Transaction<'_>) -> Result<(), DbError> {
        let Self { application, room, asks, users } = self;
        transaction.run(include_str!("../sql/forget-requests.sql"), params![application]).await?;
        for user in users {
            let row = params![application, room, asks, *user];
            transaction.run(include_str!("../sql/add-request.sql"), row).await?;
        }
        tie_to_room(transaction, application, room).await
    }
}

/// Ties an application to the room that it is about, or that came of it.
pub async fn tie_to_room(
    transaction: &Transaction<'_>,
    application: ApplicationId,
    room: RoomId,
) -> Result<(), DbError> {
    transaction.run(include_str!("../sql/tie-to-room.sql"), params![room, application]).await
}

/// How a person on a form stands to a room: takes part, or is asked for by an application that is still open.
pub async fn standing(db: &Db, room: RoomId, user: UserId, apart_from: ApplicationId) -> Result<Standing, DbError> {
    #[derive(Deserialize)]
    struct Row {
        is_member: bool,
        joining: bool,
        leaving: bool,
    }
    let row: Row = db.one(include_str!("../sql/standing.sql"), params![room, user, apart_from]).await?;
    let Row { is_member, joining, leaving } = row;
    Ok(Standing { is_member, joining, leaving })
}

/// An open collaboration room that a form means by its number, or else by its name.
pub async fn meant_room(db: &Db, id: Option<i64>, name: &str) -> Result<Option<(RoomId, RoomName)>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        room_id: RoomId,
        name: String,
    }
    let (sql, asked) = match id {
        Some(id) => (include_str!("../sql/room-by-id.sql"), params![id]),
        None => (include_str!("../sql/room-by-name.sql"), params![fold_key(name)]),
    };
    let found: Option<Row> = db.first(sql, asked).await?;
    let room = |row: Row| Ok((row.room_id, RoomName::parse(&row.name).map_err(Problem::internal)?));
    found.map(room).transpose()
}
