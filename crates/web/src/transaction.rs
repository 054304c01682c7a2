//! A write transaction that cannot leak: without `commit`, its connection is closed and SQLite rolls back.

use crate::{Db, DbError};

/// An open write transaction. Until it ends, every statement of the request runs in it.
///
/// `BEGIN IMMEDIATE` waits for the write lock at once; a plain `BEGIN` would deadlock under load when two readers both
/// try to become writers.
#[must_use = "dropped without commit it is rolled back"]
pub struct Transaction<'a> {
    db: &'a Db,
}

impl<'a> Transaction<'a> {
    pub(crate) async fn begin(db: &'a Db) -> Result<Self, DbError> {
        db.keep_connection().await?;
        let transaction = Self { db };
        db.run("BEGIN IMMEDIATE", []).await?;
        Ok(transaction)
    }

    /// Makes everything since the beginning durable, together.
    pub async fn commit(self) -> Result<(), DbError> {
        self.db.run("COMMIT", []).await?;
        self.db.give_connection_back();
        Ok(())
    }

    /// Gives everything up, when a rule refuses after all.
    pub async fn roll_back(self) -> Result<(), DbError> {
        self.db.run("ROLLBACK", []).await?;
        self.db.give_connection_back();
        Ok(())
    }
}

/// Without commit, or in the middle of it.
impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        self.db.close_connection();
    }
}

/// Statements run inside the transaction: there is one connection.
impl std::ops::Deref for Transaction<'_> {
    type Target = Db;
    fn deref(&self) -> &Db {
        self.db
    }
}
