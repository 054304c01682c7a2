//! Password hashes (argon2id) and the memory of wrong and former passwords.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use domain::LoginId;
use domain::ids::UserId;
use domain::password::{check_password, is_common_password};
use domain::validation::Violations;
use serde::Deserialize;
use web::{Clock, Db, DbError, Problem, Secrets, Settings, Transaction, params};

/// R34: the last five are not used again.
const FORMER_MAX: usize = 5;

/// A hash at argon2's default cost; about 75 ms in WASM.
pub(crate) fn hash(password: &str) -> Result<String, Problem> {
    let salt = web::random_bytes::<16>();
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map_err(Problem::internal)?;
    Ok(hash.to_string())
}

/// Whether the password is the one hashed. Without a hash (no such account, no password yet) the same work is done in
/// vain, so that the time does not tell which it was (R35).
pub(crate) fn matches(password: &str, hash: Option<&str>) -> bool {
    const NOBODYS: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let Ok(parsed) = PasswordHash::new(hash.unwrap_or(NOBODYS)) else { return false };
    let right = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
    right && hash.is_some()
}

/// Refuses a new password that breaks a rule (R34), naming the field.
pub(crate) async fn check_new(
    db: &Db,
    user: UserId,
    login_id: LoginId,
    field: &str,
    typed: &str,
) -> Result<(), Problem> {
    let mut violations = Violations::new();
    for error in check_password(typed, login_id, is_common_password).err().unwrap_or_default() {
        violations.push_rule("R34", field, error.code, error.message);
    }
    // Five more hashes are only computed for a password that is good otherwise.
    if violations.is_empty() && was_used_before(db, user, typed).await? {
        violations.push_rule("R34", field, "password_used_before", "以前に使ったパスワードは使えません。");
    }
    if violations.is_empty() { Ok(()) } else { Err(Problem::invalid(violations)) }
}

/// Whether the password is one of the last five of this user.
async fn was_used_before(db: &Db, user: UserId, password: &str) -> Result<bool, DbError> {
    #[derive(Deserialize)]
    struct Former {
        hash: String,
    }
    let former: Vec<Former> = db.all(include_str!("../sql/former-passwords.sql"), params![user]).await?;
    Ok(former.iter().take(FORMER_MAX).any(|former| matches(password, Some(&former.hash))))
}

/// Counts a wrong password and locks the account when it was one too many *different* ones (R35). Typing the same
/// mistake again is no guess.
pub(crate) async fn count_wrong(db: &Db, user: UserId, password: &str, clock: Clock) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Count {
        count: i64,
    }
    let settings = Settings(db);
    let (limit, minutes) =
        (settings.number("lock_after_wrong_passwords").await?, settings.number("lock_minutes").await?);
    let key = Secrets::Digest.key(db).await?;
    let digest = hmac_sha256::HMAC::mac(format!("{user}\0{password}").as_bytes(), key);
    let now = clock.now();
    let transaction = db.transaction().await?;
    transaction
        .run(include_str!("../sql/forget-wrong-passwords.sql"), params![user, now.plus_minutes(-minutes)])
        .await?;
    transaction.run(include_str!("../sql/count-wrong-password.sql"), params![user, digest, now]).await?;
    let count: Count = transaction.one(include_str!("../sql/wrong-passwords.sql"), params![user]).await?;
    if count.count >= limit {
        transaction.run(include_str!("../sql/lock.sql"), params![user, now.plus_minutes(minutes)]).await?;
        transaction.run(include_str!("../sql/clear-wrong-passwords.sql"), params![user]).await?;
        crate::sign_in::audit(&transaction, clock, user, "sign_in.locked", serde_json::json!({ "minutes": minutes }))
            .await?;
    }
    Ok(transaction.commit().await?)
}

/// Makes the password the account's, and remembers it as a former one from now on.
pub(crate) async fn set(transaction: &Transaction<'_>, user: UserId, hash: &str, clock: Clock) -> Result<(), DbError> {
    transaction.run(include_str!("../sql/set-password.sql"), params![user, hash, clock.now()]).await?;
    transaction.run(include_str!("../sql/remember-password.sql"), params![user, clock.now(), hash]).await
}
