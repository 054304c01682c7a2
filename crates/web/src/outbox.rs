//! What must leave the system later is written with the change that causes it; a worker sends it.

use crate::{Clock, DbError, Millis, Transaction, params};

/// One message for the worker.
#[derive(Debug, Clone)]
pub struct OutboxMessage {
    /// What kind, as a stable name: `account_application.returned`.
    pub topic: &'static str,
    /// What the worker needs to know: ids, never content.
    pub payload: serde_json::Value,
}

impl Transaction<'_> {
    /// Queues a message; it exists exactly when the transaction commits.
    pub async fn enqueue(&self, clock: Clock, message: OutboxMessage) -> Result<(), DbError> {
        self.enqueue_for(clock, clock.now(), message).await
    }

    /// As [`Self::enqueue`], for a moment that lies ahead: the worker does not see it before.
    pub async fn enqueue_for(&self, clock: Clock, at: Millis, message: OutboxMessage) -> Result<(), DbError> {
        self.run(
            "INSERT INTO outbox (topic, payload, created_at, available_at) VALUES (?1, ?2, ?3, ?4)",
            params![message.topic, message.payload.to_string(), clock.now(), at],
        )
        .await
    }
}
