//! The key-value store, for those who only want to know whether it answers.

use spin_sdk::key_value::Store;

/// The store that holds the sessions.
pub struct KeyValue;

impl KeyValue {
    /// Whether a write and a read come back.
    pub async fn answers() -> bool {
        let Ok(store) = Store::open_default().await else { return false };
        // An absent key is asked for and deleted: both go to the store, and nothing is left behind.
        store.get("health").await.is_ok() && store.delete("health").await.is_ok()
    }
}
