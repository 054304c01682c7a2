//! `POST /api/session/lock` and `/api/session/unlock`: an unattended screen shows nothing until the password is entered
//! again (R36). The device proved itself at login; it need not again.

use crate::me::Me;
use crate::present;
use crate::sign_in::{self, SignedIn};
use http::{StatusCode, header};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Clock, CookieJar, Db, IntoResponse, Json, LockableSession, Problem, Response, params};

/// The password of whoever is signed in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unlock {
    password: String,
}

/// Locks the session in every window of this browser.
#[utoipa::path(post, path = "/api/session/lock", tag = "sign-in",
    responses((status = 204), (status = 401, body = Problem)))]
pub(crate) async fn lock(session: LockableSession, db: Db, clock: Clock) -> Result<StatusCode, Problem> {
    db.run(include_str!("../sql/lock-session.sql"), params![session.id(), clock.now()]).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Unlocks it with the password. Wrong ones count as at login (R35).
#[utoipa::path(post, path = "/api/session/unlock", tag = "sign-in", request_body = Unlock,
    responses((status = 200, body = SignedIn), (status = 401, body = Problem), (status = 423, body = Problem)))]
pub(crate) async fn unlock(
    session: LockableSession,
    db: Db,
    clock: Clock,
    jar: CookieJar,
    Body { value, .. }: Body<Unlock>,
) -> Result<Response, Problem> {
    let user = session.user_id();
    present::check(&db, clock, user, &value.password).await?;
    let transaction = db.transaction().await?;
    transaction.run(include_str!("../sql/unlock-session.sql"), params![session.id()]).await?;
    transaction.run(include_str!("../sql/clear-wrong-passwords.sql"), params![user]).await?;
    sign_in::audit(&transaction, clock, user, "sign_in.unlocked", serde_json::json!({})).await?;
    transaction.commit().await?;
    let cookie = session.unlock(&db, &jar, clock.now()).await?;
    let me = Me::of(session.caller().clone(), session.signed_in_at(), session.expires_at());
    Ok(([(header::SET_COOKIE, cookie)], Json(SignedIn { me })).into_response())
}
