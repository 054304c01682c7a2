//! The audit trail: one row a change, in the same transaction, each holding the hash of the one before (R21, R38).

use crate::{Clock, DbError, Transaction, params};
use domain::ids::UserId;
use serde::Deserialize;
use std::fmt;

/// Who did it.
#[derive(Debug, Clone)]
pub enum Actor {
    /// A signed-in user.
    User(UserId),
    /// Whoever holds a receipt and its passcode, or sends an application without signing in.
    Applicant(String),
    /// The system itself.
    System,
}

impl fmt::Display for Actor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(id) => write!(out, "user:{id}"),
            Self::Applicant(receipt) => write!(out, "applicant:{receipt}"),
            Self::System => out.write_str("system"),
        }
    }
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct AuditEvent {
    /// Who did it.
    pub actor: Actor,
    /// What, as a stable name: `account_application.accepted`.
    pub action: &'static str,
    /// To what: `application:4-26-000123-45`.
    pub subject: String,
    /// Whatever else must be known later. Never a password, a code or patient content.
    pub detail: serde_json::Value,
}

#[derive(Deserialize)]
struct Last {
    sequence: i64,
    hash: [u8; 32],
}

impl Transaction<'_> {
    /// Appends to the chain. The write lock that the transaction holds makes the order of the rows the order of the chain.
    pub async fn audit(&self, clock: Clock, event: AuditEvent) -> Result<(), DbError> {
        let last: Option<Last> =
            self.first("SELECT sequence, hash FROM audit_events ORDER BY sequence DESC LIMIT 1", []).await?;
        let last = last.unwrap_or(Last { sequence: 0, hash: [0; 32] });
        let sequence = last.sequence + 1;
        let (actor, detail) = (event.actor.to_string(), event.detail.to_string());
        let at = clock.now();
        let hash = domain::audit::chain_hash(&last.hash, sequence, at.0, &actor, event.action, &event.subject, &detail);
        self.run(
            "INSERT INTO audit_events (sequence, at, actor, action, subject, detail, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![sequence, at, actor, event.action, event.subject, detail, hash],
        )
        .await
    }
}
