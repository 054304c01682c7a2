//! One-time authentication codes: found by login ID and code together, wrong ones counted (R4).

use domain::code::OneTimeCode;
use domain::ids::{DeviceId, UserId};
use domain::login_id::LoginId;
use domain::words::DeviceKind;
use serde::Deserialize;
use web::{Attempts, ClientAddress, Clock, Db, Millis, Problem, params};

const WRONG_PER_LOGIN_MAX: i64 = 10;
const WRONG_PER_ADDRESS_MAX: i64 = 100;
const WINDOW_MINUTES: i64 = 15;
/// So long a used code still answers the very device that used it, should the answer have been lost on the way.
const LOST_ANSWER_MINUTES: i64 = 15;

/// A code that may be used, with the person and device it was issued for.
#[derive(Debug, Deserialize)]
pub(crate) struct IssuedCode {
    pub(crate) code_id: i64,
    pub(crate) user_id: UserId,
    pub(crate) device_id: DeviceId,
    pub(crate) login_id: String,
    pub(crate) name: String,
    pub(crate) organization_name: String,
    pub(crate) asset_number: String,
    pub(crate) device_kind: DeviceKind,
    pub(crate) password_hash: Option<String>,
    pub(crate) locked_until: Option<Millis>,
    pub(crate) epoch: i64,
    pub(crate) expires_at: Millis,
    used_at: Option<Millis>,
    voided_at: Option<Millis>,
    active: bool,
    public_key: Option<Vec<u8>>,
}

/// The code of this login ID, while it may be used: by anyone who has not yet, or again by the device whose key is
/// `key`. Wrong, expired, used, void and unknown codes all get the same answer.
pub(crate) async fn find(
    db: &Db,
    clock: Clock,
    address: &ClientAddress,
    login_id: &str,
    code: &str,
    key: Option<&[u8]>,
) -> Result<IssuedCode, Problem> {
    let parsed = (login_id.parse::<LoginId>(), code.parse::<OneTimeCode>());
    let subject = parsed.0.as_ref().map_or_else(|_| "unknown".to_owned(), |login| login.digits());
    let limits = [
        Attempts::at(format!("code:{subject}"), WRONG_PER_LOGIN_MAX, WINDOW_MINUTES),
        Attempts::at(format!("code-address:{}", address.0), WRONG_PER_ADDRESS_MAX, WINDOW_MINUTES),
    ];
    for limit in &limits {
        limit.check(db, clock).await?;
    }
    let found = match parsed {
        (Ok(login), Ok(code)) => {
            let digest = code.digest(&login.digits());
            db.first::<IssuedCode>(include_str!("../sql/find-code.sql"), params![login.digits(), digest]).await?
        }
        _ => None,
    };
    match found.filter(|code| code.is_usable(clock.now(), key)) {
        Some(code) => Ok(code),
        None => {
            for limit in &limits {
                limit.record(db, clock).await?;
            }
            Err(invalid())
        }
    }
}

impl IssuedCode {
    fn is_usable(&self, now: Millis, key: Option<&[u8]>) -> bool {
        let in_time = self.active && self.voided_at.is_none() && now < self.expires_at;
        in_time
            && self.used_at.is_none_or(|used_at| {
                key.is_some() && key == self.public_key.as_deref() && now < used_at.plus_minutes(LOST_ANSWER_MINUTES)
            })
    }
}

/// The one answer to every code that does not work.
pub(crate) fn invalid() -> Problem {
    Problem::new(
        http::StatusCode::UNPROCESSABLE_ENTITY,
        "authentication_code_invalid",
        "ログインIDまたは認証コードが正しくないか、期限が過ぎています。",
    )
    .detail("通知書をもう一度確かめてください。")
    .rule("R4")
}
