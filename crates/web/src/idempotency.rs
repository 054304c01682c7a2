//! A retry never doubles: the client names its intent (`Idempotency-Key`), and the same intent gives the same result.

use crate::hex::hex;
use crate::{Clock, Db, DbError, Problem, Transaction, params};
use axum::extract::FromRequestParts;
use http::{StatusCode, request::Parts};
use serde::{Deserialize, Serialize};

/// The `Idempotency-Key` header, when the client sent one.
#[derive(Debug, Clone, Default)]
pub struct Idempotency(Option<String>);

/// One intent: its key, and a fingerprint of what was sent with it. Serialized for a statement that keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Submission {
    scope: String,
    key: String,
    #[serde(serialize_with = "as_hex")]
    fingerprint: [u8; 32],
}

const KEY_CHARACTERS_MIN: usize = 16;
const KEY_CHARACTERS_MAX: usize = 100;
const KEEP_DAYS: i64 = 7;

impl Idempotency {
    /// The intent, from the header or else from a form's hidden field. `scope` names the use case and, where there is
    /// one, the caller, so that nobody meets another's key.
    pub fn submission(
        &self,
        form_field: Option<&str>,
        scope: impl Into<String>,
        fingerprint: [u8; 32],
    ) -> Result<Option<Submission>, Problem> {
        let Some(key) = self.0.as_deref().or(form_field) else { return Ok(None) };
        let characters = key.chars().count();
        let fits = (KEY_CHARACTERS_MIN..=KEY_CHARACTERS_MAX).contains(&characters);
        if !fits || !key.chars().all(|c| c.is_ascii_graphic()) {
            return Err(Problem::bad_request(
                "idempotency_key_invalid",
                "Idempotency-Key must be 16 to 100 printable ASCII characters",
            ));
        }
        Ok(Some(Submission { scope: scope.into(), key: key.to_owned(), fingerprint }))
    }
}

impl<S: Sync> FromRequestParts<S> for Idempotency {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get("idempotency-key") else { return Ok(Self(None)) };
        let value = value.to_str().map_err(|error| Problem::bad_request("idempotency_key_invalid", error))?;
        Ok(Self(Some(value.to_owned())))
    }
}

fn as_hex<S: serde::Serializer>(bytes: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&hex(bytes))
}

impl Submission {
    /// Whether another try has the same key.
    pub fn has_key_of(&self, other: &Self) -> bool {
        self.scope == other.scope && self.key == other.key
    }

    /// Whether the same was sent; `fingerprint` in hexadecimal digits.
    pub fn has_fingerprint(&self, fingerprint: &str) -> bool {
        hex(&self.fingerprint) == fingerprint
    }

    /// The refusal of a key that was used for something else.
    pub fn reused() -> Problem {
        Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency_key_reused",
            "同じ送信番号で別の内容が送られました。画面を開き直してからお試しください。",
        )
    }

    /// What an earlier try of the same intent made, if there was one.
    ///
    /// Ask once before the checks (what was accepted then may be refused now) and once inside the transaction.
    pub async fn earlier(&self, db: &Db) -> Result<Option<String>, Problem> {
        #[derive(Deserialize)]
        struct Earlier {
            fingerprint: [u8; 32],
            subject: String,
        }
        let earlier: Option<Earlier> = db
            .first(
                "SELECT fingerprint, subject FROM idempotency_keys WHERE scope = ?1 AND key = ?2",
                params![self.scope.as_str(), self.key.as_str()],
            )
            .await?;
        match earlier {
            Some(earlier) if earlier.fingerprint != self.fingerprint => Err(Self::reused()),
            other => Ok(other.map(|earlier| earlier.subject)),
        }
    }

    /// Remembers what this intent made, in the transaction that makes it; forgets what is older than a week.
    pub async fn remember(&self, transaction: &Transaction<'_>, clock: Clock, subject: &str) -> Result<(), DbError> {
        let now = clock.now();
        let oldest = now.plus_minutes(-KEEP_DAYS * 24 * 60);
        transaction.run("DELETE FROM idempotency_keys WHERE created_at < ?1", params![oldest]).await?;
        transaction
            .run(
                "INSERT INTO idempotency_keys (scope, key, fingerprint, subject, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![self.scope.as_str(), self.key.as_str(), self.fingerprint, subject, now],
            )
            .await
    }
}
