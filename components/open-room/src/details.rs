//! What a room is – name, purpose, theme, who takes part – as it is checked against the database and written there.

use domain::collaboration_room::{DetailsFacts, RoomDetails};
use domain::fold_key;
use domain::ids::{RoomId, ThemeId};
use domain::text::pairs;
use serde::Deserialize;
use web::{Db, DbError, Problem, Transaction, params};

/// What the check of details has to know. `of` is the room that has them already.
pub(crate) async fn facts(
    db: &Db,
    name: &str,
    theme: Option<i64>,
    of: Option<RoomId>,
) -> Result<DetailsFacts, DbError> {
    #[derive(Deserialize)]
    struct Row {
        theme_id: Option<ThemeId>,
        name_in_use: bool,
    }
    let row: Row = db.one(include_str!("../sql/details-facts.sql"), params![fold_key(name), theme, of]).await?;
    Ok(DetailsFacts { theme: row.theme_id, name_in_use: row.name_in_use })
}

/// Makes a room findable by name and purpose.
pub(crate) async fn index(transaction: &Transaction<'_>, room: RoomId, details: &RoomDetails) -> Result<(), DbError> {
    let words = pairs([details.name.as_str(), details.purpose.as_str()]);
    transaction.run(include_str!("../sql/put-room-words.sql"), params![room, words]).await
}

/// The unique index has the last word on names.
pub(crate) fn name_in_use(error: DbError) -> Problem {
    if error.is_duplicate_of("rooms.name_key") {
        return Problem::conflict("name_in_use", "同じ名前の開いている部屋があります。名前を変えてください。");
    }
    error.into()
}
