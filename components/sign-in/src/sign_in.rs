//! `POST /api/session`: login with password and device certificate; neither alone is enough (R33).

use crate::{certificate, challenge, device, me::Me, password};
use domain::ids::{DeviceId, UserId};
use domain::login_id::LoginId;
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    Actor, Attempts, AuditEvent, Body, Clock, CookieJar, Db, DbError, IntoResponse, Json, Millis, NewSession, Problem,
    Response, SessionCookie, Settings, Transaction, params,
};

/// Password and device proof.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    login_id: String,
    password: String,
    /// The device's certificate, a JWT.
    certificate: Option<String>,
    /// A JWS by the device's key over the challenge (`nonce`), for the audience `tasuki`.
    proof: Option<String>,
}

/// A session has begun; its cookie is set.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignedIn {
    pub(crate) me: Me,
}

#[derive(Deserialize)]
struct Account {
    id: UserId,
    password_hash: Option<String>,
    locked_until: Option<Millis>,
    active: bool,
    epoch: i64,
}

/// Login. A session that this replaces in the same browser ends. Every failure costs the same time, whether or not the account exists (R35).
#[utoipa::path(post, path = "/api/session", tag = "sign-in", request_body = SignIn,
    responses((status = 201, body = SignedIn), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 423, body = Problem)))]
pub(crate) async fn sign_in(
    db: Db,
    clock: Clock,
    jar: CookieJar,
    former: Result<SessionCookie, Problem>,
    Body { value, .. }: Body<SignIn>,
) -> Result<Response, Problem> {
    let login_id = value.login_id.parse::<LoginId>().ok();
    let account: Option<Account> = match login_id {
        Some(login_id) => db.first(include_str!("../sql/account.sql"), params![login_id.digits()]).await?,
        None => None,
    };
    let account = check_password(&db, clock, account, &value.password).await?;
    let device = match prove_device(&db, clock, account.id, &value).await {
        Ok(device) => device,
        Err(problem) => {
            let transaction = db.transaction().await?;
            let detail = serde_json::json!({ "code": problem.code() });
            audit(&transaction, clock, account.id, "sign_in.device_refused", detail).await?;
            transaction.commit().await?;
            return Err(problem);
        }
    };
    let transaction = db.transaction().await?;
    device.challenge.use_up(&transaction, clock).await?;
    transaction.run(include_str!("../sql/clear-wrong-passwords.sql"), params![account.id]).await?;
    if let Ok(former) = &former {
        // Who logs in again, to decide something (R36), leaves no second session behind.
        let ended = params![former.id(), clock.now(), account.id];
        transaction.run(include_str!("../sql/end-own-session.sql"), ended).await?;
    }
    let session = begin(&transaction, clock, account.id, device.id, account.epoch).await?;
    audit(&transaction, clock, account.id, "sign_in.succeeded", serde_json::json!({ "device": device.id })).await?;
    transaction.commit().await?;
    let me = who(&db, &session).await?;
    let cookie = session.start(&db, &jar).await?;
    Ok(created(cookie, SignedIn { me }))
}

/// The account whose password this is, or the one refusal for everything else.
async fn check_password(db: &Db, clock: Clock, account: Option<Account>, typed: &str) -> Result<Account, Problem> {
    let hash = account.as_ref().and_then(|account| account.password_hash.as_deref());
    let right = password::matches(typed, hash);
    let Some(account) = account else {
        // As durable a write as counting a wrong password costs.
        Attempts::at("sign-in:unknown", 1, 1).record(db, clock).await?;
        return Err(refused());
    };
    if let Some(until) = account.locked_until.filter(|until| clock.now() < *until) {
        return Err(locked(clock.now().seconds_until(until)));
    }
    if !right {
        password::count_wrong(db, account.id, typed, clock).await?;
        return Err(refused());
    }
    if !account.active {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "account_stopped",
            "このアカウントは利用を中止しています。団体のシステム管理担当者に確認してください。",
        )
        .rule("R8"));
    }
    Ok(account)
}

struct ProvenDevice {
    id: DeviceId,
    challenge: challenge::ValidChallenge,
}

/// The registered device that signed our challenge.
async fn prove_device(db: &Db, clock: Clock, user: UserId, value: &SignIn) -> Result<ProvenDevice, Problem> {
    let (Some(token), Some(proof)) = (&value.certificate, &value.proof) else { return Err(not_registered()) };
    let certified = certificate::read(db, token).await?.ok_or_else(not_registered)?;
    let id = device::with_certificate(db, user, &certified.id, clock.now()).await?.ok_or_else(not_registered)?;
    let nonce = certificate::nonce_of(proof).ok_or_else(not_registered)?;
    let challenge = challenge::verify(db, &nonce).await?;
    if certified.proves(proof, &nonce) { Ok(ProvenDevice { id, challenge }) } else { Err(not_registered()) }
}

/// Writes the session's row; the record and cookie follow once that is durable.
pub(crate) async fn begin(
    transaction: &Transaction<'_>,
    clock: Clock,
    user_id: UserId,
    device_id: DeviceId,
    epoch: i64,
) -> Result<NewSession, Problem> {
    let settings = Settings(transaction);
    let now = clock.now();
    let session = NewSession {
        id: NewSession::fresh_id(),
        user_id,
        expires_at: now.plus_minutes(settings.number("session_hours").await?.saturating_mul(60)),
        signed_in_at: now,
        idle_minutes: settings.number("session_idle_minutes").await?,
    };
    let row = params![session.id.as_str(), user_id, device_id, now, session.expires_at, epoch];
    transaction.run(include_str!("../sql/begin-session.sql"), row).await?;
    Ok(session)
}

/// The person a new session belongs to.
pub(crate) async fn who(db: &Db, session: &NewSession) -> Result<Me, Problem> {
    Ok(Me::of(session.caller(db).await?, session.signed_in_at, session.expires_at))
}

/// 201 with the session's cookie.
pub(crate) fn created<T: Serialize>(cookie: HeaderValue, body: T) -> Response {
    (StatusCode::CREATED, [(header::SET_COOKIE, cookie)], Json(body)).into_response()
}

/// One line of the audit trail about a user's sign-in.
pub(crate) async fn audit(
    transaction: &Transaction<'_>,
    clock: Clock,
    user: UserId,
    action: &'static str,
    detail: serde_json::Value,
) -> Result<(), DbError> {
    let event = AuditEvent { actor: Actor::User(user), action, subject: format!("user:{user}"), detail };
    transaction.audit(clock, event).await
}

/// The one answer to a wrong login ID and to a wrong password.
pub(crate) fn refused() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, WRONG_PASSWORD, "ログインIDまたはパスワードが正しくありません。")
}

/// What is answered to a wrong password of somebody whose login ID is known.
pub(crate) fn wrong_password() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, WRONG_PASSWORD, "パスワードが正しくありません。")
}

/// The stable name of a wrong password or login ID.
pub(crate) const WRONG_PASSWORD: &str = "sign_in_refused";

pub(crate) fn locked(seconds: i64) -> Problem {
    let minutes = (seconds + 59) / 60;
    Problem::new(
        StatusCode::LOCKED,
        "account_locked",
        format!(
            "パスワードの間違いが続いたため、ログインを一時的に止めています。約{minutes}分後にもう一度お試しください。"
        ),
    )
    .rule("R35")
    .retry_after(seconds)
}

fn not_registered() -> Problem {
    Problem::new(StatusCode::FORBIDDEN, "device_not_registered", "この端末は登録されていません。")
        .detail("パスワードだけではログインできません。登録済みの端末でログインしてください。")
        .rule("R33")
}
