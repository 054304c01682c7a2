//! Which state the set of tags is in: raised by every change, so that a list somebody has read is known to be the same.

use domain::ids::{TagId, UserId};
use serde::Deserialize;
use serde_json::json;
use web::{Actor, AuditEvent, Clock, Db, DbError, OutboxMessage, Transaction};

/// The state of the set.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Revision {
    revision: i64,
}

impl Revision {
    /// The state now.
    pub(crate) async fn load(db: &Db) -> Result<Self, DbError> {
        db.one(include_str!("../sql/revision.sql"), []).await
    }

    /// The entity tag of the list in this state, as whoever sees retired tags or not reads it (RFC 9110 §8.8.3).
    pub(crate) fn etag(self, with_retired: bool) -> String {
        format!("\"tags-{}{}\"", self.revision, if with_retired { "-all" } else { "" })
    }
}

/// What the city did to a tag.
pub(crate) struct Changed {
    /// As the audit trail calls it.
    pub(crate) action: &'static str,
    /// None for the order of all.
    pub(crate) tag: Option<TagId>,
    pub(crate) detail: serde_json::Value,
}

impl Changed {
    /// Raises the revision and tells the audit trail and the outbox; part of the change's transaction.
    pub(crate) async fn record(self, transaction: &Transaction<'_>, clock: Clock, by: UserId) -> Result<(), DbError> {
        transaction.run(include_str!("../sql/raise-revision.sql"), []).await?;
        let subject = self.tag.map_or_else(|| "tags".to_owned(), |tag| format!("tag:{tag}"));
        let event = AuditEvent { actor: Actor::User(by), action: self.action, subject, detail: self.detail };
        transaction.audit(clock, event).await?;
        let message = OutboxMessage { topic: self.action, payload: json!({ "tag": self.tag }) };
        transaction.enqueue(clock, message).await
    }
}
