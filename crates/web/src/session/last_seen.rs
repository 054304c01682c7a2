//! When a session was last in use (R36), in the key-value store: a write there does not wait for the database's lock.

use crate::{Millis, Problem};
use serde::{Deserialize, Serialize};
use spin_sdk::key_value::Store;
use std::sync::OnceLock;

/// The record of one session.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct LastSeen {
    at: i64,
    /// How long the session may lie idle.
    idle_minutes: i64,
}

impl LastSeen {
    /// In use now.
    pub(super) fn new(now: Millis, idle_minutes: i64) -> Self {
        Self { at: now.0, idle_minutes }
    }

    /// The record of a session, if the store still has it.
    pub(super) async fn read(session: &str) -> Result<Option<Self>, Problem> {
        let record = store().await?.get(key(session)).await.map_err(Problem::internal)?;
        record.map(|json| serde_json::from_slice(&json)).transpose().map_err(Problem::internal)
    }

    /// Keeps the record.
    pub(super) async fn write(self, session: &str) -> Result<(), Problem> {
        let json = serde_json::to_vec(&self).map_err(Problem::internal)?;
        store().await?.set(key(session), json).await.map_err(Problem::internal)
    }

    /// Forgets a session that has ended.
    pub(super) async fn forget(session: &str) -> Result<(), Problem> {
        store().await?.delete(key(session)).await.map_err(Problem::internal)
    }

    /// Whether the session has lain idle for too long.
    pub(super) fn is_idle(self, now: Millis) -> bool {
        now >= Millis(self.at).plus_minutes(self.idle_minutes)
    }

    /// The same session, in use now.
    pub(super) fn seen(self, now: Millis) -> Self {
        Self { at: now.0, ..self }
    }
}

/// The store, opened once an instance: its handle is good for every request.
async fn store() -> Result<&'static Store, Problem> {
    static STORE: OnceLock<Store> = OnceLock::new();
    if let Some(store) = STORE.get() {
        return Ok(store);
    }
    let store = Store::open_default().await.map_err(Problem::internal)?;
    Ok(STORE.get_or_init(|| store))
}

fn key(session: &str) -> String {
    format!("session:{session}")
}
