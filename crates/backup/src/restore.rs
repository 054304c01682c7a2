//! Puts a backup back, when nothing of it differs from what was taken.

use crate::manifest::Manifest;
use crate::{Refused, files};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// The store of Spin that lies beside the database. It says when each session was last seen, and nothing else: it is not
/// in a backup, and what it says of the system before is not true of the one after.
const KEY_VALUE: &str = "sqlite_key_value.db";

/// What stood there before restores of one backup.
const KEPT_MAX: u32 = 1_000;

/// Checks a backup and copies it to where the system looks for its database. What stands there is kept beside it, under
/// another name; without `replace` nothing may stand there, and a system that runs is not touched in any case.
pub(crate) fn restore(folder: &Path, database: &Path, replace: bool) -> Result<String, Refused> {
    let manifest = Manifest::read(folder)?;
    let taken = folder.join(files::DATABASE);
    check_file(&manifest, &taken)?;
    same(&manifest, &Manifest::of(&taken)?)?;
    let state = database.parent().ok_or_else(|| Refused::because("the database has no folder"))?;
    std::fs::create_dir_all(state).map_err(files::failed(state))?;
    let before = stands_there(database, replace)?;
    let arriving = beside(database, "restoring");
    if arriving.exists() {
        std::fs::remove_file(&arriving).map_err(files::failed(&arriving))?;
    }
    std::fs::copy(&taken, &arriving).map_err(files::failed(&arriving))?;
    files::only_for_me(&arriving, 0o600)?;
    // The copy is read as well: a disk may fail in between.
    same(&manifest, &Manifest::of(&arriving)?)?;
    keep_log(&arriving)?;
    files::sync(&arriving)?;
    for path in &before {
        let kept = beside(path, &format!("before-{}", manifest.taken_at.replace(':', "")));
        std::fs::rename(path, free(kept)?).map_err(files::failed(path))?;
    }
    std::fs::rename(&arriving, database).map_err(files::failed(database))?;
    files::sync(state)?;
    Ok(format!(
        "restored: {} rows in {} tables as they were taken at {}; the audit trail is whole, head {}",
        manifest.rows(),
        manifest.tables.len(),
        manifest.taken_at,
        manifest.audit_events.head,
    ))
}

/// A copy by SQLite is not written ahead; the system sets that when it makes its first table, and never again.
fn keep_log(database: &Path) -> Result<(), Refused> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let database = Connection::open_with_flags(database, flags)?;
    let mode: String = database.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode == "wal" { Ok(()) } else { Err(Refused::because("the disk allows no write-ahead log")) }
}

fn check_file(manifest: &Manifest, taken: &Path) -> Result<(), Refused> {
    let (sha256, bytes) = files::hash(taken)?;
    if (sha256, bytes) == (manifest.file_sha256.clone(), manifest.file_bytes) {
        return Ok(());
    }
    Err(Refused::because(format!("{} is not the file that was taken", taken.display())))
}

fn same(manifest: &Manifest, found: &Manifest) -> Result<(), Refused> {
    let differences = manifest.differences(found);
    if differences.is_empty() {
        return Ok(());
    }
    Err(Refused::because(format!("what is there is not what was taken: {}", differences.join("; "))))
}

/// The files that have to make room.
fn stands_there(database: &Path, replace: bool) -> Result<Vec<PathBuf>, Refused> {
    let key_value = database.with_file_name(KEY_VALUE);
    if database.exists() && !replace {
        let words = "there is a system already; stop it and say --replace, and its data are kept under another name";
        return Err(Refused::because(format!("{}: {words}", database.display())));
    }
    for path in [database, &key_value] {
        if path.exists() && is_open(path)? {
            let words = "the system is running; stop it before its data are replaced";
            return Err(Refused::because(format!("{}: {words}", path.display())));
        }
    }
    let with_log = |path: &Path| {
        ["", "-wal", "-shm"].map(|end| {
            let mut name = path.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        })
    };
    let all = with_log(database).into_iter().chain(with_log(&key_value));
    Ok(all.filter(|path| path.exists()).collect())
}

/// Whether somebody else has the database open: leaving the write-ahead log is possible only for the last one. What
/// stands in the log is in the file afterwards.
fn is_open(path: &Path) -> Result<bool, Refused> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let Ok(database) = Connection::open_with_flags(path, flags) else { return Ok(true) };
    let left: rusqlite::Result<String> = database.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0));
    match left {
        Ok(mode) => Ok(mode != "delete"),
        Err(rusqlite::Error::SqliteFailure(error, _)) if error.code == rusqlite::ErrorCode::DatabaseBusy => Ok(true),
        // A file that is no database is nobody's system.
        Err(rusqlite::Error::SqliteFailure(error, _)) if error.code == rusqlite::ErrorCode::NotADatabase => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(end);
    PathBuf::from(name)
}

/// The name, with a number when it is taken.
fn free(path: PathBuf) -> Result<PathBuf, Refused> {
    if !path.exists() {
        return Ok(path);
    }
    let numbered = (1..=KEPT_MAX).map(|number| beside(&path, &number.to_string())).find(|next| !next.exists());
    numbered.ok_or_else(|| Refused::because(format!("{}: too much of it is kept already", path.display())))
}
