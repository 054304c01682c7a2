//! The audit trail: one row a change, in the same transaction, each holding the hash of the one before (R21, R38).

use crate::{Clock, DbError, Millis, Transaction, params};
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

impl AuditEvent {
    /// The event's place in the chain after the one with this hash, for a statement that appends it together with what
    /// it tells of.
    pub fn chained(&self, last: &[u8; 32], sequence: i64, at: Millis) -> ChainedEvent {
        let (actor, detail) = (self.actor.to_string(), self.detail.to_string());
        let hash = domain::audit::chain_hash(last, sequence, at.0, &actor, self.action, &self.subject, &detail);
        ChainedEvent { actor, detail, hash }
    }
}

/// What a row of the chain holds of an event besides its sequence, time, action and subject.
#[derive(Debug, Clone)]
pub struct ChainedEvent {
    /// Who did it, as text.
    pub actor: String,
    /// The detail, as JSON text.
    pub detail: String,
    /// The hash of this row.
    pub hash: [u8; 32],
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
        let (sequence, at) = (last.sequence + 1, clock.now());
        let ChainedEvent { actor, detail, hash } = event.chained(&last.hash, sequence, at);
        let row = params![sequence, at, actor, event.action, event.subject, detail, hash];
        self.run(include_str!("../sql/add-audit-event.sql"), row).await
    }
}
