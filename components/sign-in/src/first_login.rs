//! `POST /api/session/first-login`: one-time code → own password → device certificate → signed in (R5).

use crate::certificate::{Certificate, PublicKey};
use crate::code::{self, IssuedCode};
use crate::me::Me;
use crate::{certificate, password, sign_in};
use domain::LoginId;
use jwt_simple::prelude::ECDSAP256PublicKeyLike as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ClientAddress, Clock, CookieJar, Db, Millis, NewSession, Problem, Response, params};

/// The code, the password and the device's public key.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstLogin {
    login_id: String,
    code: String,
    /// A new password; for a further device of the same person the present one.
    password: String,
    public_key: PublicKey,
}

/// The device's certificate and who is signed in now.
#[derive(Serialize, ToSchema)]
pub(crate) struct FirstLoginDone {
    /// A JWT for the device to keep beside its private key.
    certificate: String,
    me: Me,
}

/// Uses a one-time code. Sent again by the same device within minutes (the answer was lost), it works once more.
#[utoipa::path(post, path = "/api/session/first-login", tag = "sign-in", request_body = FirstLogin,
    responses((status = 201, body = FirstLoginDone), (status = 401, body = Problem), (status = 422, body = Problem),
        (status = 423, body = Problem), (status = 429, body = Problem)))]
pub(crate) async fn first_login(
    db: Db,
    clock: Clock,
    jar: CookieJar,
    address: ClientAddress,
    Body { value, .. }: Body<FirstLogin>,
) -> Result<Response, Problem> {
    let key = value.public_key.point().ok_or_else(|| {
        Problem::invalid_field(
            "public_key",
            "public_key_invalid",
            "端末の鍵を読み取れませんでした。画面を開き直してください。",
        )
    })?;
    let point = key.public_key().to_bytes_uncompressed();
    let code = code::find(&db, clock, &address, &value.login_id, &value.code, Some(&point)).await?;
    let new_hash = password_for(&db, clock, &code, &value.password).await?;
    let certificate = certificate::issue(&db, code.user_id, code.device_id, &value.public_key)
        .await?
        .ok_or_else(|| Problem::internal("a checked public key was refused"))?;
    let session = register(&db, clock, &code, &certificate, new_hash.as_deref()).await?;
    let me = sign_in::who(&db, &session).await?;
    let cookie = session.start(&db, &jar).await?;
    Ok(sign_in::created(cookie, FirstLoginDone { certificate: certificate.token, me }))
}

/// The hash of a new password, or nothing when the account's present password was given.
async fn password_for(db: &Db, clock: Clock, code: &IssuedCode, typed: &str) -> Result<Option<String>, Problem> {
    if let Some(hash) = &code.password_hash {
        if let Some(until) = code.locked_until.filter(|until: &Millis| clock.now() < *until) {
            return Err(sign_in::locked(clock.now().seconds_until(until)));
        }
        if password::matches(typed, Some(hash)) {
            return Ok(None);
        }
        password::count_wrong(db, code.user_id, typed, clock).await?;
        return Err(sign_in::refused());
    }
    let login_id: LoginId = code.login_id.parse().map_err(Problem::internal)?;
    password::check_new(db, code.user_id, login_id, "password", typed).await?;
    Ok(Some(password::hash(typed)?))
}

/// Code used, device registered, password set, session begun: together or not at all.
async fn register(
    db: &Db,
    clock: Clock,
    code: &IssuedCode,
    certificate: &Certificate,
    new_hash: Option<&str>,
) -> Result<NewSession, Problem> {
    #[derive(Deserialize)]
    struct Used {
        #[expect(dead_code, reason = "only whether there is a row matters")]
        id: i64,
    }
    let now = clock.now();
    let transaction = db.transaction().await?;
    let used = params![code.code_id, now, certificate.public_key.clone()];
    // Somebody else may have been faster with the same code, or it was voided meanwhile.
    if transaction.first::<Used>(include_str!("../sql/use-code.sql"), used).await?.is_none() {
        return Err(code::invalid());
    }
    let device = params![code.device_id, certificate.id.as_str(), certificate.public_key.clone(), now];
    transaction.run(include_str!("../sql/register-device.sql"), device).await?;
    if let Some(hash) = new_hash {
        password::set(&transaction, code.user_id, hash, clock).await?;
    }
    transaction.run(include_str!("../sql/first-login-done.sql"), params![code.user_id, now]).await?;
    let session = sign_in::begin(&transaction, clock, code.user_id, code.device_id, code.epoch).await?;
    let detail = serde_json::json!({ "device": code.device_id, "certificate": certificate.id });
    sign_in::audit(&transaction, clock, code.user_id, "sign_in.device_registered", detail).await?;
    transaction.commit().await?;
    Ok(session)
}
