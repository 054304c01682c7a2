//! What a backup says of itself, and whether a database is what it says.

use crate::table_hash::{TableContent, contents, schema};
use crate::{Refused, files};
use audit_verify::{Verdicts, verify};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The way in which this program writes manifests and hashes.
const FORMAT: u32 = 1;

/// `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    /// When it was taken, UTC.
    pub(crate) taken_at: String,
    /// The last migration.
    pub(crate) schema_version: i64,
    /// Of all tables, indexes and triggers.
    pub(crate) schema_sha256: String,
    pub(crate) audit_events: Chain,
    pub(crate) registrant_views: Chain,
    pub(crate) tables: Vec<TableContent>,
    pub(crate) file_bytes: u64,
    pub(crate) file_sha256: String,
}

/// How long a chain is, and its last hash: whoever keeps it elsewhere notices a chain that was computed anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Chain {
    pub(crate) rows: u64,
    pub(crate) head: String,
}

impl Manifest {
    /// Reads a whole database file. What is broken in it is refused: a backup of it would be no backup.
    pub(crate) fn of(path: &Path) -> Result<Self, Refused> {
        let database = open(path)?;
        let sound: String = database.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if sound != "ok" {
            return Err(Refused::because(format!("the database is damaged: {sound}")));
        }
        let verdicts = whole_chains(path)?;
        let (file_sha256, file_bytes) = files::hash(path)?;
        Ok(Self {
            format: FORMAT,
            taken_at: database.query_row("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')", [], |row| row.get(0))?,
            schema_version: database.query_row("SELECT max(version) FROM schema_migrations", [], |row| row.get(0))?,
            schema_sha256: schema(&database)?,
            audit_events: Chain { rows: verdicts.events.events, head: verdicts.events.head_hex() },
            registrant_views: Chain { rows: verdicts.views.events, head: verdicts.views.head_hex() },
            tables: contents(&database)?,
            file_bytes,
            file_sha256,
        })
    }

    pub(crate) fn read(folder: &Path) -> Result<Self, Refused> {
        let path = folder.join(files::MANIFEST);
        let text = std::fs::read(&path).map_err(files::failed(&path))?;
        let manifest: Self = serde_json::from_slice(&text)?;
        if manifest.format != FORMAT {
            return Err(Refused::because(format!("format {} of another version of this program", manifest.format)));
        }
        Ok(manifest)
    }

    pub(crate) fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }

    /// In what the database `found` differs from what was taken; nothing when it does not.
    pub(crate) fn differences(&self, found: &Self) -> Vec<String> {
        let mut differences = Vec::new();
        let mut compare = |what: &str, is_same: bool| {
            if !is_same {
                differences.push(what.to_owned());
            }
        };
        compare("the schema's version", self.schema_version == found.schema_version);
        compare("the schema", self.schema_sha256 == found.schema_sha256);
        compare("the audit trail's length or last hash", self.audit_events == found.audit_events);
        compare("the record of views' length or last hash", self.registrant_views == found.registrant_views);
        let names = |manifest: &Self| manifest.tables.iter().map(|table| table.name.clone()).collect::<Vec<_>>();
        compare("which tables there are", names(self) == names(found));
        for (was, is) in self.tables.iter().zip(&found.tables).filter(|(was, is)| was != is) {
            compare(&format!("table {}: {} rows were taken, {} are there", was.name, was.rows, is.rows), false);
        }
        differences
    }
}

/// Opens a database that is only read.
pub(crate) fn open(path: &Path) -> Result<Connection, Refused> {
    if !path.is_file() {
        return Err(Refused::because(format!("there is no database at {}", path.display())));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

fn whole_chains(path: &Path) -> Result<Verdicts, Refused> {
    let verdicts = verify(path)?;
    if verdicts.are_intact() {
        return Ok(verdicts);
    }
    let (events, views) = (audit_verify::said("event", &verdicts.events), audit_verify::said("view", &verdicts.views));
    Err(Refused::because(format!("the audit trail is not whole: {events}; {views}")))
}
