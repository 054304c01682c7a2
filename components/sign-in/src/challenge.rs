//! `POST /api/session/challenge`: something fresh for the device to sign.

use jwt_simple::prelude::{Claims, Duration, HS256Key, MACLike as _, NoCustomClaims};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Clock, Db, Json, Millis, Problem, Secrets, Transaction, params, random_bytes};

const MINUTES: u64 = 3;

/// A challenge to be signed within three minutes, once.
#[derive(Serialize, ToSchema)]
pub(crate) struct Challenge {
    /// The `nonce` of the proof.
    challenge: String,
    /// When it is too late.
    expires_at: Millis,
}

/// Makes a challenge. Nothing is stored: it carries its own signature, and only a used one is remembered.
#[utoipa::path(post, path = "/api/session/challenge", tag = "sign-in",
    responses((status = 200, body = Challenge)))]
pub(crate) async fn challenge(db: Db, clock: Clock) -> Result<Json<Challenge>, Problem> {
    let nonce = u128::from_le_bytes(random_bytes()).to_string();
    let claims = Claims::create(Duration::from_mins(MINUTES)).with_jwt_id(nonce);
    let challenge = key(&db).await?.authenticate(claims).map_err(Problem::internal)?;
    Ok(Json(Challenge { challenge, expires_at: clock.now().plus_minutes(3) }))
}

/// A challenge of ours that is still in time.
pub(crate) struct ValidChallenge {
    nonce: String,
}

/// Checks a challenge's signature and time.
pub(crate) async fn verify(db: &Db, challenge: &str) -> Result<ValidChallenge, Problem> {
    let claims =
        key(db).await?.verify_token::<NoCustomClaims>(challenge, Some(web::own_token())).map_err(|_| expired())?;
    Ok(ValidChallenge { nonce: claims.jwt_id.ok_or_else(expired)? })
}

impl ValidChallenge {
    /// Marks it used in the sign-in's transaction; a second use is refused.
    pub(crate) async fn use_up(self, transaction: &Transaction<'_>, clock: Clock) -> Result<(), Problem> {
        let now = clock.now();
        transaction.run(include_str!("../sql/forget-challenges.sql"), params![now]).await?;
        let used =
            transaction.run(include_str!("../sql/use-challenge.sql"), params![self.nonce, now.plus_minutes(10)]).await;
        match used {
            Err(error) if error.is_duplicate_of("used_challenges.nonce") => Err(expired()),
            other => Ok(other?),
        }
    }
}

/// What is answered to a stale, used or foreign challenge.
pub(crate) fn expired() -> Problem {
    Problem::new(http::StatusCode::FORBIDDEN, "challenge_expired", "時間がたったため、ログインをやり直してください。")
}

/// Nobody's key but the challenge's: a session cookie is no challenge.
async fn key(db: &Db) -> Result<HS256Key, Problem> {
    let key = Secrets::Session.key(db).await?;
    Ok(HS256Key::from_bytes(&hmac_sha256::HMAC::mac(b"sign-in challenge", key)))
}
