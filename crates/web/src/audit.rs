//! The audit trail: one row a change, in the same transaction, each holding the hash of the one before (R21, R38).

use crate::hex::hex;
use crate::{Clock, DbError, Transaction, params};
use domain::ids::UserId;
use serde::Deserialize;
use serde_json::{Value, json};
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
        self.audit_all(clock, &[event]).await
    }

    /// Appends several events, in this order.
    pub async fn audit_all(&self, clock: Clock, events: &[AuditEvent]) -> Result<(), DbError> {
        if events.is_empty() {
            return Ok(());
        }
        let last: Option<Last> =
            self.first("SELECT sequence, hash FROM audit_events ORDER BY sequence DESC LIMIT 1", []).await?;
        let last = last.unwrap_or(Last { sequence: 0, hash: [0; 32] });
        let (mut sequence, mut hash, at) = (last.sequence, last.hash, clock.now().0);
        let row = |event: &AuditEvent| {
            let (actor, detail) = (event.actor.to_string(), event.detail.to_string());
            sequence += 1;
            hash = domain::audit::chain_hash(&hash, sequence, at, &actor, event.action, &event.subject, &detail);
            json!([sequence, at, actor, event.action, event.subject, detail, hex(&hash)])
        };
        let rows = Value::Array(events.iter().map(row).collect()).to_string();
        self.run(include_str!("../sql/add-audit-events.sql"), params![rows]).await
    }
}
