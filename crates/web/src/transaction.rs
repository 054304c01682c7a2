//! A write transaction that cannot leak: without `commit`, its connection is closed and SQLite rolls back.

use crate::{Db, DbError};

/// An open write transaction on the request's connection.
///
/// `BEGIN IMMEDIATE` waits for the write lock at once; a plain `BEGIN` would deadlock under load when two readers both
/// try to become writers.
#[must_use = "dropped without commit it is rolled back"]
pub struct Transaction<'a> {
    db: &'a Db,
}

impl<'a> Transaction<'a> {
    pub(crate) async fn begin(db: &'a Db) -> Result<Self, DbError> {
        db.run("BEGIN IMMEDIATE", []).await?;
        db.set_unfinished(true);
        Ok(Self { db })
    }

    /// Makes everything since the beginning durable, together.
    pub async fn commit(self) -> Result<(), DbError> {
        self.db.run("COMMIT", []).await?;
        self.db.set_unfinished(false);
        Ok(())
    }

    /// Gives everything up, when a rule refuses after all.
    pub async fn roll_back(self) -> Result<(), DbError> {
        self.db.run("ROLLBACK", []).await?;
        self.db.set_unfinished(false);
        Ok(())
    }
}

/// Statements run inside the transaction: there is one connection.
impl std::ops::Deref for Transaction<'_> {
    type Target = Db;
    fn deref(&self) -> &Db {
        self.db
    }
}
