//! The session cookie's token: whose session, and when it was last seen; signed, so that garbage needs no look-up.

use super::expired;
use crate::{Db, Millis, Problem, Secrets, own_token};
use jwt_simple::prelude::{Claims, Duration, HS256Key, MACLike as _, NoCustomClaims, VerificationOptions};

/// What a genuine token says.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// The session's id.
    pub(super) session: String,
    /// When it was made: the session was in use then.
    pub(super) made_at: Millis,
}

impl Token {
    /// A token made at this moment; it is good until the session ends whatever happens.
    pub(super) async fn fresh(db: &Db, session: &str, seconds: i64) -> Result<String, Problem> {
        let valid = Duration::from_secs(u64::try_from(seconds).unwrap_or_default());
        let claims = Claims::create(valid).with_jwt_id(session);
        key(db).await?.authenticate(claims).map_err(Problem::internal)
    }

    /// Reads a token of ours.
    pub(super) async fn read(db: &Db, text: &str) -> Result<Self, Problem> {
        // A token is made anew each minute, by whichever replica answers; their clocks may differ by seconds.
        let options = VerificationOptions { accept_future: true, ..own_token() };
        let claims = key(db).await?.verify_token::<NoCustomClaims>(text, Some(options)).map_err(|_| expired())?;
        let made_at = claims.issued_at.and_then(|at| i64::try_from(at.as_millis()).ok());
        let (Some(session), Some(made_at)) = (claims.jwt_id, made_at) else { return Err(expired()) };
        Ok(Self { session, made_at: Millis(made_at) })
    }
}

async fn key(db: &Db) -> Result<HS256Key, Problem> {
    Ok(HS256Key::from_bytes(&Secrets::Session.key(db).await?))
}
