//! What the city may set; the values the rules start from are in the first migration.

use crate::{Db, DbError, params};
use chrono::NaiveDate;
use serde::Deserialize;

/// The settings table.
pub struct Settings<'a>(pub &'a Db);

impl Settings<'_> {
    /// A whole number, such as `lock_minutes`.
    pub async fn number(&self, name: &str) -> Result<i64, DbError> {
        let text = self.text(name).await?;
        text.parse().map_err(|_| DbError::Row(format!("setting {name} is no whole number")))
    }

    /// A day, such as `applications_open_on` (R13).
    pub async fn day(&self, name: &str) -> Result<NaiveDate, DbError> {
        let text = self.text(name).await?;
        text.parse().map_err(|_| DbError::Row(format!("setting {name} is no day")))
    }

    async fn text(&self, name: &str) -> Result<String, DbError> {
        #[derive(Deserialize)]
        struct Setting {
            value: String,
        }
        let setting: Setting = self.0.one("SELECT value FROM settings WHERE name = ?1", params![name]).await?;
        Ok(setting.value)
    }
}
