//! The basic sheet as it is stored: a version whole, and who last found it true.

use crate::written_by::{AuthorColumns, WrittenBy};
use domain::basic_sheet::BasicSheet;
use domain::ids::RoomId;
use serde::Deserialize;
use web::{Db, Problem, params};

/// One version.
#[derive(Debug)]
pub(crate) struct Version {
    pub(crate) version: i64,
    pub(crate) sheet: BasicSheet,
    pub(crate) written: WrittenBy,
}

#[derive(Debug, Deserialize)]
struct VersionRow {
    version: i64,
    content: String,
    #[serde(flatten)]
    author: AuthorColumns,
}

impl VersionRow {
    fn read(self) -> Result<Version, Problem> {
        let sheet = serde_json::from_str(&self.content).map_err(Problem::internal)?;
        Ok(Version { version: self.version, sheet, written: self.author.into() })
    }
}

/// The newest version of a room's sheet; none when nobody has begun it.
pub(crate) async fn newest(db: &Db, room: RoomId) -> Result<Option<Version>, Problem> {
    let row: Option<VersionRow> = db.first(include_str!("../../sql/basic-sheet-newest.sql"), params![room]).await?;
    row.map(VersionRow::read).transpose()
}

/// One version; one that is not there is a 404.
pub(crate) async fn version(db: &Db, room: RoomId, version: i64) -> Result<Version, Problem> {
    let asked = params![room, version];
    let row: Option<VersionRow> = db.first(include_str!("../../sql/basic-sheet-version.sql"), asked).await?;
    row.ok_or_else(Problem::not_found)?.read()
}

/// A page of versions, newest first: those before `before`.
pub(crate) async fn before(db: &Db, room: RoomId, before: i64, rows: i64) -> Result<Vec<Version>, Problem> {
    let asked = params![room, before, rows];
    let rows: Vec<VersionRow> = db.all(include_str!("../../sql/basic-sheet-versions.sql"), asked).await?;
    rows.into_iter().map(VersionRow::read).collect()
}

/// Who last found the sheet true, without changing it.
pub(crate) async fn confirmed(db: &Db, room: RoomId) -> Result<Option<WrittenBy>, Problem> {
    let row: Option<AuthorColumns> =
        db.first(include_str!("../../sql/basic-sheet-confirmed.sql"), params![room]).await?;
    Ok(row.map(WrittenBy::from))
}
