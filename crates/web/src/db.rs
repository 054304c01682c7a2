//! One database connection for one request: pooled per instance, never shared, never returned with work unfinished.
#![expect(clippy::disallowed_methods, reason = "the one place that talks to Spin's SQLite")]

use crate::{Millis, Problem, Transaction, migrate, row};
use axum::extract::FromRequestParts;
use domain::ids;
use http::request::Parts;
use serde::de::DeserializeOwned;
use spin_sdk::sqlite::{Connection, Value};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// Idle connections of this instance. An instance serves up to sixteen requests at once, each with a connection of its
/// own and perhaps one that records what it shows, so no more are ever kept.
static IDLE: Mutex<Vec<Connection>> = Mutex::new(Vec::new());
const IDLE_MAX: usize = 32;
const ROWS_MAX: usize = 10_000;

/// A statement failed, or a row was not what its reader expects.
#[derive(Debug, Clone, thiserror::Error)]
pub enum DbError {
    /// What SQLite said.
    #[error("sqlite: {0}")]
    Sqlite(String),
    /// A column is missing or has another type.
    #[error("row: {0}")]
    Row(String),
    /// A statement that must change or find exactly one row did not.
    #[error("expected a row from: {0}")]
    NoRow(String),
    /// The request that wrote for this one went away: the work may be durable or not.
    #[error("the request that wrote for this one went away")]
    Abandoned,
}

impl DbError {
    /// Whether a UNIQUE index refused the row; `columns` as SQLite names them, such as `users.email_key`.
    pub fn is_duplicate_of(&self, columns: &str) -> bool {
        matches!(self, Self::Sqlite(text) if text.contains("UNIQUE constraint failed") && text.contains(columns))
    }
}

impl From<spin_sdk::sqlite::Error> for DbError {
    fn from(error: spin_sdk::sqlite::Error) -> Self {
        Self::Sqlite(error.to_string())
    }
}

/// A parameter of a statement; see [`params!`](crate::params).
#[derive(Clone)]
pub struct Param(Value);

macro_rules! param_from {
    ($($type:ty => $make:expr),* $(,)?) => { $(
        impl From<$type> for Param {
            fn from(value: $type) -> Self { let make: fn($type) -> Value = $make; Self(make(value)) }
        }
    )* };
}
param_from! {
    i64 => Value::Integer,
    bool => |value| Value::Integer(i64::from(value)),
    &str => |value| Value::Text(value.to_owned()),
    String => Value::Text,
    &String => |value| Value::Text(value.clone()),
    Vec<u8> => Value::Blob,
    [u8; 32] => |value| Value::Blob(value.to_vec()),
    Millis => |value| Value::Integer(value.0),
    chrono::NaiveDate => |value| Value::Text(value.to_string()),
    ids::UserId => |value| Value::Integer(value.0),
    ids::OrganizationId => |value| Value::Integer(value.0),
    ids::ApplicationId => |value| Value::Integer(value.0),
    ids::NoticeId => |value| Value::Integer(value.0),
    ids::DeviceId => |value| Value::Integer(value.0),
    ids::RoomId => |value| Value::Integer(value.0),
    ids::RegistrantId => |value| Value::Integer(value.0),
    ids::TagId => |value| Value::Integer(value.0),
    ids::ThemeId => |value| Value::Integer(value.0),
    ids::MessageId => |value| Value::Integer(value.0),
    ids::FileId => |value| Value::Integer(value.0),
}
impl<T: Into<Param>> From<Option<T>> for Param {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self(Value::Null), Into::into)
    }
}

/// One connection, owned by one request.
pub struct Db {
    connection: Option<Connection>,
    /// Set while a statement or a transaction is under way; such a connection is closed, not returned to the pool.
    unfinished: AtomicBool,
}

impl Db {
    /// Takes an idle connection or opens one; the first of an instance brings the schema up to date.
    pub async fn open() -> Result<Self, DbError> {
        let idle = IDLE.lock().ok().and_then(|mut idle| idle.pop());
        if let Some(connection) = idle {
            return Ok(Self { connection: Some(connection), unfinished: AtomicBool::new(false) });
        }
        let connection = Connection::open_default().await?;
        let db = Self { connection: Some(connection), unfinished: AtomicBool::new(false) };
        migrate::ensure_current(&db).await?;
        Ok(db)
    }

    /// Every row of the answer, at most 10,000.
    pub async fn all<T: DeserializeOwned>(
        &self,
        sql: &str,
        params: impl IntoIterator<Item = Param>,
    ) -> Result<Vec<T>, DbError> {
        let connection = self.connection.as_ref().ok_or_else(|| DbError::Sqlite("closed".to_owned()))?;
        let was_unfinished = self.unfinished.swap(true, Ordering::Relaxed);
        let answer = connection.execute(sql, params.into_iter().map(|param| param.0)).await?;
        let columns = answer.columns().to_vec();
        // A failed statement shows here, not in `execute`.
        let rows = answer.collect().await;
        self.unfinished.store(was_unfinished, Ordering::Relaxed);
        let rows = rows?;
        if rows.len() > ROWS_MAX {
            return Err(DbError::Row(format!("more than {ROWS_MAX} rows: {sql}")));
        }
        rows.iter()
            .map(|row| row::read(&columns, row).map_err(|error| DbError::Row(format!("{error} in {sql}"))))
            .collect()
    }

    /// The first row of the answer, if any.
    pub async fn first<T: DeserializeOwned>(
        &self,
        sql: &str,
        params: impl IntoIterator<Item = Param>,
    ) -> Result<Option<T>, DbError> {
        Ok(self.all(sql, params).await?.into_iter().next())
    }

    /// The one row that must be there.
    pub async fn one<T: DeserializeOwned>(
        &self,
        sql: &str,
        params: impl IntoIterator<Item = Param>,
    ) -> Result<T, DbError> {
        self.first(sql, params).await?.ok_or_else(|| DbError::NoRow(sql.to_owned()))
    }

    /// Runs a statement for its effect.
    pub async fn run(&self, sql: &str, params: impl IntoIterator<Item = Param>) -> Result<(), DbError> {
        self.all::<serde::de::IgnoredAny>(sql, params).await.map(drop)
    }

    /// Begins a write transaction (`BEGIN IMMEDIATE`). Dropped without commit, it is rolled back.
    pub async fn transaction(&self) -> Result<Transaction<'_>, DbError> {
        Transaction::begin(self).await
    }

    pub(crate) fn set_unfinished(&self, unfinished: bool) {
        self.unfinished.store(unfinished, Ordering::Relaxed);
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        if self.unfinished.load(Ordering::Relaxed) {
            return; // closing the connection rolls back whatever is open
        }
        if let (Some(connection), Ok(mut idle)) = (self.connection.take(), IDLE.lock())
            && idle.len() < IDLE_MAX
        {
            idle.push(connection);
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Db {
    type Rejection = Problem;
    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self::open().await?)
    }
}
