//! The schema brings itself up to date: no command to run, no route to call, on either host.

use crate::{Clock, Db, DbError, params};
use serde::Deserialize;
use std::sync::atomic::{AtomicBool, Ordering};

/// One numbered file of `migrations/`.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its number, from 1 without gaps.
    pub version: i64,
    /// Its file name.
    pub name: &'static str,
    /// Its text; see [`statements`].
    pub sql: &'static str,
}

/// Every migration, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, name: "0001-accounts.sql", sql: include_str!("../../../migrations/0001-accounts.sql") },
    Migration {
        version: 2,
        name: "0002-years-of-use.sql",
        sql: include_str!("../../../migrations/0002-years-of-use.sql"),
    },
    Migration {
        version: 3,
        name: "0003-support-rooms.sql",
        sql: include_str!("../../../migrations/0003-support-rooms.sql"),
    },
    Migration { version: 4, name: "0004-tags.sql", sql: include_str!("../../../migrations/0004-tags.sql") },
    Migration {
        version: 5,
        name: "0005-collaboration-rooms.sql",
        sql: include_str!("../../../migrations/0005-collaboration-rooms.sql"),
    },
    Migration { version: 6, name: "0006-messages.sql", sql: include_str!("../../../migrations/0006-messages.sql") },
    Migration { version: 7, name: "0007-mail.sql", sql: include_str!("../../../migrations/0007-mail.sql") },
    Migration {
        version: 8,
        name: "0008-notifications.sql",
        sql: include_str!("../../../migrations/0008-notifications.sql"),
    },
    Migration {
        version: 9,
        name: "0009-mailed-forms.sql",
        sql: include_str!("../../../migrations/0009-mailed-forms.sql"),
    },
    Migration { version: 10, name: "0010-vitals.sql", sql: include_str!("../../../migrations/0010-vitals.sql") },
    Migration { version: 11, name: "0011-usage.sql", sql: include_str!("../../../migrations/0011-usage.sql") },
    Migration {
        version: 12,
        name: "0012-care-plans.sql",
        sql: include_str!("../../../migrations/0012-care-plans.sql"),
    },
    Migration { version: 13, name: "0013-system-id.sql", sql: include_str!("../../../migrations/0013-system-id.sql") },
    Migration { version: 14, name: "0014-documents.sql", sql: include_str!("../../../migrations/0014-documents.sql") },
    Migration {
        version: 15,
        name: "0015-summary-printouts.sql",
        sql: include_str!("../../../migrations/0015-summary-printouts.sql"),
    },
    Migration {
        version: 16,
        name: "0016-carried-over.sql",
        sql: include_str!("../../../migrations/0016-carried-over.sql"),
    },
];

static CURRENT: AtomicBool = AtomicBool::new(false);

/// Applies what is missing; after the first success in an instance it costs nothing.
pub(crate) async fn ensure_current(db: &Db) -> Result<(), DbError> {
    if CURRENT.load(Ordering::Relaxed) {
        return Ok(());
    }
    let newest = MIGRATIONS.last().map_or(0, |migration| migration.version);
    if applied_version(db).await? < newest {
        // WAL persists in the file; readers then never wait for a writer. It cannot be set inside a transaction.
        db.run("PRAGMA journal_mode = WAL", []).await?;
        apply_missing(db).await?;
    }
    CURRENT.store(true, Ordering::Relaxed);
    Ok(())
}

#[derive(Deserialize)]
struct Version {
    version: i64,
}

async fn applied_version(db: &Db) -> Result<i64, DbError> {
    let version: Result<Version, _> =
        db.one("SELECT coalesce(max(version), 0) AS version FROM schema_migrations", []).await;
    match version {
        // The very first use of the database.
        Err(DbError::Sqlite(text)) if text.contains("no such table") => Ok(0),
        other => Ok(other?.version),
    }
}

async fn apply_missing(db: &Db) -> Result<(), DbError> {
    let transaction = db.transaction().await?;
    transaction
        .run(
            "CREATE TABLE IF NOT EXISTS schema_migrations (
               version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT",
            [],
        )
        .await?;
    // Read again under the write lock: another instance may have been first.
    let applied = applied_version(&transaction).await?;
    for migration in MIGRATIONS.iter().filter(|migration| migration.version > applied) {
        for statement in statements(migration.sql) {
            transaction.run(&statement, []).await?;
        }
        let record = params![migration.version, migration.name, Clock::system().now()];
        transaction
            .run("INSERT INTO schema_migrations (version, name, applied_at) VALUES (?1, ?2, ?3)", record)
            .await?;
    }
    transaction.commit().await
}

/// Splits a migration into statements, since Spin's SQLite takes one at a time: each ends with `;` at the end of a line
/// (before a comment), a trigger with a line `END;`.
pub fn statements(sql: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut current = String::new();
    for line in sql.lines() {
        let code = line.split("--").next().unwrap_or_default().trim_end();
        if code.trim().is_empty() {
            continue;
        }
        current.push_str(code);
        current.push('\n');
        let in_trigger = current.trim_start().starts_with("CREATE TRIGGER");
        let ends = if in_trigger { code.trim() == "END;" } else { code.ends_with(';') };
        if ends {
            all.push(std::mem::take(&mut current));
        }
    }
    if !current.is_empty() {
        all.push(current);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trigger_is_one_statement() {
        let sql = "CREATE TABLE a (b TEXT); -- first\n\nCREATE TRIGGER t BEFORE UPDATE ON a\nBEGIN\n  SELECT 1;\nEND;\nSELECT 2;\n";
        assert_eq!(statements(sql).len(), 3);
    }

    #[test]
    fn versions_are_consecutive() {
        for (index, migration) in MIGRATIONS.iter().enumerate() {
            assert_eq!(migration.version, i64::try_from(index).unwrap() + 1, "{}", migration.name);
        }
    }
}
