//! Recomputes the hash chains of the audit trail and of the record of views from the SQLite file (R21).
//!
//! Apart from the system, so that the check needs neither the running one nor its word for it, and `xtask`, which every
//! first command waits for, need not compile SQLite.

use domain::audit::{ChainCheck, ChainVerdict, Event, View};
use domain::ids::{RegistrantId, UserId};
use rusqlite::{Connection, OpenFlags, Row};
use std::path::{Path, PathBuf};

/// The database cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// There is no such file.
    #[error("there is no database at {}", .0.display())]
    Missing(PathBuf),
    /// What SQLite said.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
}

/// What was found of both chains.
pub struct Verdicts {
    /// The audit trail.
    pub events: ChainVerdict,
    /// The record of who looked at whom.
    pub views: ChainVerdict,
}

impl Verdicts {
    /// Whether no row of either is broken.
    pub fn are_intact(&self) -> bool {
        self.events.is_intact() && self.views.is_intact()
    }
}

/// The verdict of a chain whose rows are called `row`. A cut-off end leaves a sound chain, and so does one that was computed anew: whoever kept an earlier head can tell.
pub fn said(row: &str, verdict: &ChainVerdict) -> String {
    let (rows, head) = (verdict.events, verdict.head_hex());
    match verdict.first_broken {
        None => format!("intact: {rows} {row}s; head {head}"),
        Some(sequence) => format!("BROKEN at {row} {sequence} of {rows}; head before it {head}"),
    }
}

/// Checks both chains in a database file, which is not written to; the system may be running on it.
pub fn verify(path: &Path) -> Result<Verdicts, Unreadable> {
    if !path.exists() {
        return Err(Unreadable::Missing(path.to_owned()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let database = Connection::open_with_flags(path, flags)?;
    Ok(Verdicts { events: verify_events(&database)?, views: verify_views(&database)? })
}

fn verify_events(database: &Connection) -> rusqlite::Result<ChainVerdict> {
    let mut check = ChainCheck::new();
    let mut statement = database
        .prepare("SELECT sequence, at, actor, action, subject, detail, hash FROM audit_events ORDER BY sequence")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        check.see(&event(row)?);
    }
    Ok(check.verdict())
}

fn verify_views(database: &Connection) -> rusqlite::Result<ChainVerdict> {
    let mut check = ChainCheck::new();
    // A copy from before support rooms has no such table: there was nothing to look at.
    let exists = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'registrant_views')";
    if !database.query_row(exists, [], |row| row.get::<_, bool>(0))? {
        return Ok(check.verdict());
    }
    let mut statement = database.prepare(
        "SELECT sequence, at, registrant_id, user_id, what, via, hash FROM registrant_views ORDER BY sequence",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (what, via): (String, String) = (row.get("what")?, row.get("via")?);
        let view = View {
            at_ms: row.get("at")?,
            user: UserId(row.get("user_id")?),
            registrant: RegistrantId(row.get("registrant_id")?),
            what: &what,
            via: &via,
        };
        check.see_view(row.get("sequence")?, &view, hash(row)?);
    }
    Ok(check.verdict())
}

fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        sequence: row.get("sequence")?,
        at_ms: row.get("at")?,
        actor: row.get("actor")?,
        action: row.get("action")?,
        subject: row.get("subject")?,
        detail_json: row.get("detail")?,
        hash: hash(row)?,
    })
}

/// One of another length is a changed one.
fn hash(row: &Row<'_>) -> rusqlite::Result<[u8; 32]> {
    Ok(row.get_ref("hash")?.as_blob()?.try_into().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::audit::{GENESIS, chain_hash};

    /// A database file with a sound trail of so many events.
    fn with_events(name: &str, count: i64) -> (PathBuf, Connection) {
        let path = std::env::temp_dir().join(format!("tasuki-{name}-{}.db", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let database = Connection::open(&path).unwrap();
        database
            .execute_batch(
                "CREATE TABLE audit_events (sequence INTEGER PRIMARY KEY, at INTEGER, actor TEXT, action TEXT,
                                            subject TEXT, detail TEXT, hash BLOB) STRICT",
            )
            .unwrap();
        let mut last = GENESIS;
        for sequence in 1..=count {
            last = chain_hash(&last, sequence, sequence * 1000, "system", "test.done", "test:1", "{}");
            let row = (sequence, sequence * 1000, "system", "test.done", "test:1", "{}", last);
            database.execute("INSERT INTO audit_events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", row).unwrap();
        }
        (path, database)
    }

    #[test]
    fn a_whole_trail_is_intact_and_a_changed_row_is_named() {
        let (path, database) = with_events("changed", 20);
        let verdict = verify(&path).unwrap().events;
        assert_eq!((verdict.events, verdict.first_broken), (20, None));
        database.execute("UPDATE audit_events SET actor = 'user:1' WHERE sequence = 7", []).unwrap();
        assert_eq!(verify(&path).unwrap().events.first_broken, Some(7));
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn a_hash_that_is_none_is_a_changed_row() {
        let (path, database) = with_events("hash", 3);
        database.execute("UPDATE audit_events SET hash = x'00' WHERE sequence = 2", []).unwrap();
        assert_eq!(verify(&path).unwrap().events.first_broken, Some(2));
        std::fs::remove_file(path).unwrap();
    }

    /// The same file with a record of so many views.
    fn with_views(name: &str, count: i64) -> (PathBuf, Connection) {
        let (path, database) = with_events(name, 1);
        database
            .execute_batch(
                "CREATE TABLE registrant_views (sequence INTEGER PRIMARY KEY, at INTEGER, registrant_id INTEGER,
                                                user_id INTEGER, what TEXT, via TEXT, hash BLOB) STRICT",
            )
            .unwrap();
        let mut last = GENESIS;
        for sequence in 1..=count {
            let (user, registrant) = (UserId(7), RegistrantId(sequence % 3 + 1));
            last = View { at_ms: sequence, user, registrant, what: "room", via: "member" }.hash(&last, sequence);
            let row = (sequence, sequence, registrant.0, user.0, "room", "member", last);
            database.execute("INSERT INTO registrant_views VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", row).unwrap();
        }
        (path, database)
    }

    #[test]
    fn a_view_that_was_changed_or_removed_is_named() {
        for (tampering, broken) in [
            ("SELECT 1", None),
            ("UPDATE registrant_views SET user_id = 8 WHERE sequence = 4", Some(4)),
            ("DELETE FROM registrant_views WHERE sequence = 5", Some(5)),
            ("DELETE FROM registrant_views WHERE sequence = 1", Some(1)),
            ("DELETE FROM registrant_views WHERE sequence = 9", None),
        ] {
            let (path, database) = with_views("views", 9);
            let before = verify(&path).unwrap().views;
            database.execute_batch(tampering).unwrap();
            let after = verify(&path).unwrap();
            assert_eq!((after.views.first_broken, after.events.first_broken), (broken, None), "{tampering}");
            // A cut-off end shows to whoever kept the head.
            assert_eq!(after.views.head != before.head, tampering != "SELECT 1", "{tampering}");
            std::fs::remove_file(path).unwrap();
        }
    }

    #[test]
    fn what_is_said_names_the_chain_and_the_row() {
        let (path, database) = with_views("said", 3);
        database.execute_batch("UPDATE registrant_views SET at = 0 WHERE sequence = 2").unwrap();
        let verdicts = verify(&path).unwrap();
        assert!(said("event", &verdicts.events).starts_with("intact: 1 events; head "));
        assert!(said("view", &verdicts.views).starts_with("BROKEN at view 2 of 3; head before it "));
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn what_is_no_database_is_said() {
        assert!(matches!(verify(Path::new("/no/such/file.db")), Err(Unreadable::Missing(_))));
        assert!(matches!(verify(Path::new("Cargo.toml")), Err(Unreadable::Sqlite(_))));
    }
}
