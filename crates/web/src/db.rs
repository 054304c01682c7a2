//! The database as a request sees it: statements, each on its own, or several in a transaction.
#![expect(clippy::disallowed_methods, reason = "the one place that talks to Spin's SQLite")]

use crate::connections::{Lent, READING, WRITING};
use crate::{Millis, Problem, Transaction, migrate, row};
use axum::extract::FromRequestParts;
use domain::ids;
use http::request::Parts;
use serde::de::{DeserializeOwned, IgnoredAny};
use spin_sdk::sqlite::{Connection, Value};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

const ROWS_MAX: usize = 10_000;
/// How often the write lock is asked for, a millisecond after the last time: as long as SQLite would wait by itself.
const LOCK_TRIES_MAX: usize = 5_000;

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
    ids::VisitId => |value| Value::Integer(value.0),
    ids::DocumentId => |value| Value::Integer(value.0),
    ids::TakeoverId => |value| Value::Integer(value.0),
    ids::FolderId => |value| Value::Integer(value.0),
    ids::MailId => |value| Value::Integer(value.0),
    ids::MailThreadId => |value| Value::Integer(value.0),
    ids::MailDraftId => |value| Value::Integer(value.0),
    ids::MailBoxId => |value| Value::Integer(value.0),
    ids::MeasurementId => |value| Value::Integer(value.0),
}
impl<T: Into<Param>> From<Option<T>> for Param {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self(Value::Null), Into::into)
    }
}

/// The database, for one request.
#[derive(Default)]
pub struct Db {
    /// Of the transaction that is open. Dropped, it is closed, and SQLite rolls back.
    kept: Mutex<Option<Arc<Lent>>>,
}

impl Db {
    /// The database; the first request of an instance brings the schema up to date.
    pub async fn open() -> Result<Self, DbError> {
        let db = Self::default();
        migrate::ensure_current(&db).await?;
        Ok(db)
    }

    /// Every row of the answer, at most 10,000.
    pub async fn all<T: DeserializeOwned>(
        &self,
        sql: &str,
        params: impl IntoIterator<Item = Param>,
    ) -> Result<Vec<T>, DbError> {
        let params: Vec<Value> = params.into_iter().map(|param| param.0).collect();
        let kept = self.kept().clone();
        if let Some(lent) = kept {
            return execute(lent.connection()?, sql, params).await;
        }
        let lent = READING.lend().await?;
        let answer = execute(lent.connection()?, sql, params).await;
        lent.finish();
        answer
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

    /// Runs a statement for its effect. It may have to wait for the write lock, so it borrows from nobody who reads.
    pub async fn run(&self, sql: &str, params: impl IntoIterator<Item = Param>) -> Result<(), DbError> {
        let params: Vec<Value> = params.into_iter().map(|param| param.0).collect();
        let kept = self.kept().clone();
        if let Some(lent) = kept {
            return write(lent.connection()?, sql, params).await;
        }
        let lent = WRITING.lend().await?;
        let done = write(lent.connection()?, sql, params).await;
        lent.finish();
        done
    }

    /// Begins a write transaction (`BEGIN IMMEDIATE`). Dropped without commit, it is rolled back.
    pub async fn transaction(&self) -> Result<Transaction<'_>, DbError> {
        Transaction::begin(self).await
    }

    /// From now on everything runs on one connection.
    pub(crate) async fn keep_connection(&self) -> Result<(), DbError> {
        let lent = WRITING.lend().await?;
        *self.kept() = Some(Arc::new(lent));
        Ok(())
    }

    /// The transaction has ended.
    pub(crate) fn give_connection_back(&self) {
        let kept = self.kept().take();
        if let Some(lent) = kept.and_then(Arc::into_inner) {
            lent.finish();
        }
    }

    /// The transaction has not ended, and never will: SQLite rolls back what the connection has begun.
    pub(crate) fn close_connection(&self) {
        drop(self.kept().take());
    }

    fn kept(&self) -> MutexGuard<'_, Option<Arc<Lent>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs one statement. It has ended when this returns, whatever became of it.
async fn execute<T: DeserializeOwned>(
    connection: &Connection,
    sql: &str,
    params: Vec<Value>,
) -> Result<Vec<T>, DbError> {
    let answer = connection.execute(sql, params).await?;
    let columns = answer.columns().to_vec();
    // A failed statement shows here, not in `execute`.
    let rows = answer.collect().await?;
    if rows.len() > ROWS_MAX {
        return Err(DbError::Row(format!("more than {ROWS_MAX} rows: {sql}")));
    }
    rows.iter().map(|row| row::read(&columns, row).map_err(|error| DbError::Row(format!("{error} in {sql}")))).collect()
}

/// Runs one statement that writes, as soon as it gets the write lock.
async fn write(connection: &Connection, sql: &str, params: Vec<Value>) -> Result<(), DbError> {
    for _ in 1..LOCK_TRIES_MAX {
        match execute::<IgnoredAny>(connection, sql, params.clone()).await {
            Err(DbError::Sqlite(text)) if text.contains("database is locked") => a_millisecond().await,
            done => return done.map(drop),
        }
    }
    execute::<IgnoredAny>(connection, sql, params).await.map(drop)
}

#[cfg(target_arch = "wasm32")]
async fn a_millisecond() {
    spin_sdk::wasip3::clocks::monotonic_clock::wait_for(1_000_000).await;
}

/// There is no database but under Spin.
#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::unused_async, reason = "its callers wait for it under Spin")]
async fn a_millisecond() {}

impl<S: Sync> FromRequestParts<S> for Db {
    type Rejection = Problem;
    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self::open().await?)
    }
}
