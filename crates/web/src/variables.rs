//! Spin variables granted to the component.

/// The value of a variable; `None` when it is not granted, not set or empty.
pub async fn variable(name: &str) -> Option<String> {
    spin_sdk::variables::get(name).await.ok().filter(|value| !value.is_empty())
}
