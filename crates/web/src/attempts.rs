//! Limits on guessing codes and passcodes, kept in the database so that every replica counts the same.

use crate::{Clock, Db, DbError, Problem, params, random_bytes, variable};
use axum::extract::FromRequestParts;
use http::request::Parts;
use serde::Deserialize;
use std::convert::Infallible;

/// The address a request came from.
#[derive(Debug, Clone)]
pub struct ClientAddress(pub String);

impl<S: Sync> FromRequestParts<S> for ClientAddress {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let last = |name: &str| parts.headers.get_all(name).iter().next_back().and_then(|value| value.to_str().ok());
        // Only an operator who put a proxy in front may say that its word counts; anyone can send the header.
        let forwarded = match variable("trust_forwarded_for").await.as_deref() {
            Some("true") => last("x-forwarded-for").and_then(|list| list.rsplit(',').next()).map(str::trim),
            _ => None,
        };
        let direct = last("spin-client-addr").and_then(|address| Some(address.rsplit_once(':')?.0));
        Ok(Self(forwarded.or(direct).unwrap_or("unknown").to_owned()))
    }
}

/// A limit on wrong attempts at one subject within a window.
#[derive(Debug, Clone)]
pub struct Attempts {
    subject: String,
    max: i64,
    window_minutes: i64,
}

impl Attempts {
    /// At most `max` wrong attempts at `subject` within `window_minutes`.
    pub fn at(subject: impl Into<String>, max: i64, window_minutes: i64) -> Self {
        Self { subject: subject.into(), max, window_minutes }
    }

    /// Refuses with 429 when the limit is reached.
    pub async fn check(&self, db: &Db, clock: Clock) -> Result<(), Problem> {
        #[derive(Deserialize)]
        struct Count {
            count: i64,
            oldest: Option<i64>,
        }
        let now = clock.now();
        let count: Count = db
            .one(
                "SELECT count(*) AS count, min(failed_at) AS oldest FROM failed_attempts
                 WHERE subject = ?1 AND failed_at > ?2",
                params![self.subject.as_str(), now.plus_minutes(-self.window_minutes)],
            )
            .await?;
        if count.count < self.max {
            return Ok(());
        }
        let free_at = crate::Millis(count.oldest.unwrap_or(now.0)).plus_minutes(self.window_minutes);
        Err(Problem::too_many_attempts(now.seconds_until(free_at)))
    }

    /// Counts a wrong attempt; forgets those older than a day.
    pub async fn record(&self, db: &Db, clock: Clock) -> Result<(), DbError> {
        let now = clock.now();
        db.run("DELETE FROM failed_attempts WHERE failed_at < ?1", params![now.plus_minutes(-24 * 60)]).await?;
        let id = i64::from_le_bytes(random_bytes());
        db.run(
            "INSERT INTO failed_attempts (subject, failed_at, id) VALUES (?1, ?2, ?3)",
            params![self.subject.as_str(), now, id],
        )
        .await
    }
}
