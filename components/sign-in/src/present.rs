//! The present password of somebody who is signed in, asked for again.

use crate::{password, sign_in};
use domain::LoginId;
use domain::ids::UserId;
use serde::Deserialize;
use web::{Clock, Db, Millis, Problem, params};

#[derive(Deserialize)]
struct Present {
    login_id: LoginId,
    password_hash: Option<String>,
    locked_until: Option<Millis>,
}

/// Refuses a wrong password and counts it (R35); gives the login ID when it is right.
pub(crate) async fn check(db: &Db, clock: Clock, user: UserId, typed: &str) -> Result<LoginId, Problem> {
    let present: Present = db.one(include_str!("../sql/present-password.sql"), params![user]).await?;
    let right = password::matches(typed, present.password_hash.as_deref());
    if let Some(until) = present.locked_until.filter(|until| clock.now() < *until) {
        return Err(sign_in::locked(clock.now().seconds_until(until)));
    }
    if right {
        return Ok(present.login_id);
    }
    password::count_wrong(db, user, typed, clock).await?;
    Err(sign_in::wrong_password())
}
