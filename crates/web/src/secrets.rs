//! Keys that only the system knows.
//!
//! A plain `spin up` needs no configuration: a secret that no variable gives is made once and kept in the database,
//! where `INSERT OR IGNORE` has exactly one winner among instances that start together (the key-value store has no such
//! operation). Production gives them as variables; changing `session_secret` ends every session.

use crate::{Db, DbError, params, random_bytes, variable};
use jwt_simple::prelude::{Duration, VerificationOptions};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::sync::Mutex;

/// How a token that we made ourselves is verified: by one clock, so without the quarter of an hour that jwt-simple
/// grants to the clocks of others; and no longer than any of ours.
pub fn own_token() -> VerificationOptions {
    VerificationOptions {
        time_tolerance: Some(Duration::from_secs(0)),
        max_token_length: Some(OWN_TOKEN_CHARACTERS_MAX),
        ..VerificationOptions::default()
    }
}

const OWN_TOKEN_CHARACTERS_MAX: usize = 1_000;

/// One of the system's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrets {
    /// Signs session and applicant cookies.
    Session,
    /// The private key that signs device certificates.
    Certificate,
    /// Derives the passcode of a receipt, so that no passcode is stored.
    Passcode,
    /// Keys the digests of wrong passwords.
    Digest,
    /// The private key by which push services know us (RFC 8292).
    Push,
}

/// Secrets never change while an instance lives, so each is looked up once an instance.
static KNOWN: Mutex<Vec<(Secrets, [u8; 32])>> = Mutex::new(Vec::new());

impl Secrets {
    /// The key, 32 bytes.
    pub async fn key(self, db: &Db) -> Result<[u8; 32], DbError> {
        if let Some(key) = self.known() {
            return Ok(key);
        }
        let material = match variable(self.variable_name()).await {
            Some(value) => value.into_bytes(),
            None => self.stored(db).await?,
        };
        let mut hash = Sha256::new();
        hash.update(b"tasuki secret 1\0");
        hash.update(self.name().as_bytes());
        hash.update([0]);
        hash.update(&material);
        let key = hash.finalize().into();
        if let Ok(mut known) = KNOWN.lock() {
            known.push((self, key));
        }
        Ok(key)
    }

    fn known(self) -> Option<[u8; 32]> {
        let known = KNOWN.lock().ok()?;
        known.iter().find(|(secret, _)| *secret == self).map(|(_, key)| *key)
    }

    async fn stored(self, db: &Db) -> Result<Vec<u8>, DbError> {
        #[derive(Deserialize)]
        struct Stored {
            value: Vec<u8>,
        }
        const READ: &str = "SELECT value FROM secrets WHERE name = ?1";
        if let Some(stored) = db.first::<Stored>(READ, params![self.name()]).await? {
            return Ok(stored.value);
        }
        let fresh = random_bytes::<32>().to_vec();
        db.run("INSERT OR IGNORE INTO secrets (name, value) VALUES (?1, ?2)", params![self.name(), fresh]).await?;
        let stored: Stored = db.one(READ, params![self.name()]).await?;
        Ok(stored.value)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Certificate => "certificate",
            Self::Passcode => "passcode",
            Self::Digest => "digest",
            Self::Push => "push",
        }
    }

    fn variable_name(self) -> &'static str {
        match self {
            Self::Session => "session_secret",
            Self::Certificate => "certificate_secret",
            Self::Passcode => "passcode_secret",
            Self::Digest => "digest_secret",
            Self::Push => "push_secret",
        }
    }
}
