//! `audit-verify <database>`: recomputes the hash chain of the audit trail from the SQLite file and names the first
//! broken row (R21).
//!
//! A program of its own, so that the check needs neither the running system nor its word for it, and `xtask`, which
//! every first command waits for, need not compile SQLite. `cargo xtask audit verify` builds and runs it.

use domain::audit::{ChainCheck, ChainVerdict, Event};
use rusqlite::{Connection, OpenFlags, Row};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The trail is not whole.
const BROKEN: u8 = 1;
/// The trail could not be read.
const UNREADABLE: u8 = 2;

/// The database cannot be read.
#[derive(Debug, thiserror::Error)]
enum Unreadable {
    #[error("there is no database at {}", .0.display())]
    Missing(PathBuf),
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        println!("usage: audit-verify <database>");
        return ExitCode::from(UNREADABLE);
    };
    match verify(Path::new(&path)) {
        Ok(verdict) => report(&verdict),
        Err(error) => {
            println!("error: {error}");
            ExitCode::from(UNREADABLE)
        }
    }
}

fn report(verdict: &ChainVerdict) -> ExitCode {
    let (events, head) = (verdict.events, verdict.head_hex());
    match verdict.first_broken {
        None => {
            // A cut-off end leaves a sound chain: whoever kept an earlier head can tell.
            println!("intact: {events} events; head {head}");
            ExitCode::SUCCESS
        }
        Some(sequence) => {
            println!("BROKEN at event {sequence} of {events}; head before it {head}");
            ExitCode::from(BROKEN)
        }
    }
}

/// Checks the trail in a database file, which is not written to; the system may be running on it.
fn verify(path: &Path) -> Result<ChainVerdict, Unreadable> {
    if !path.exists() {
        return Err(Unreadable::Missing(path.to_owned()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let database = Connection::open_with_flags(path, flags)?;
    let mut check = ChainCheck::new();
    let mut statement = database
        .prepare("SELECT sequence, at, actor, action, subject, detail, hash FROM audit_events ORDER BY sequence")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        check.see(&event(row)?);
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
        // One of another length is a changed one.
        hash: row.get_ref("hash")?.as_blob()?.try_into().unwrap_or_default(),
    })
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
        let verdict = verify(&path).unwrap();
        assert_eq!((verdict.events, verdict.first_broken), (20, None));
        database.execute("UPDATE audit_events SET actor = 'user:1' WHERE sequence = 7", []).unwrap();
        assert_eq!(verify(&path).unwrap().first_broken, Some(7));
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn a_hash_that_is_none_is_a_changed_row() {
        let (path, database) = with_events("hash", 3);
        database.execute("UPDATE audit_events SET hash = x'00' WHERE sequence = 2", []).unwrap();
        assert_eq!(verify(&path).unwrap().first_broken, Some(2));
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn what_is_no_database_is_said() {
        assert!(matches!(verify(Path::new("/no/such/file.db")), Err(Unreadable::Missing(_))));
        assert!(matches!(verify(Path::new("Cargo.toml")), Err(Unreadable::Sqlite(_))));
    }
}
