//! What must leave the system later is written with the change that causes it; a worker sends it.

use crate::{Clock, DbError, Transaction, params};

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
        self.run(
            "INSERT INTO outbox (topic, payload, created_at, available_at) VALUES (?1, ?2, ?3, ?3)",
            params![message.topic, message.payload.to_string(), clock.now()],
        )
        .await
    }
}
