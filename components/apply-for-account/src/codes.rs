//! One-time codes: made when a notice is printed, kept only as a digest, the former one void (R4).

use domain::code::OneTimeCode;
use domain::ids::{DeviceId, NoticeId, UserId};
use web::{Clock, DbError, Millis, Settings, Transaction, params, random_bytes};

/// A code as it is printed, once.
pub(crate) struct PrintedCode {
    /// The code itself.
    pub(crate) code: OneTimeCode,
    /// Until when it works.
    pub(crate) expires_at: Millis,
}

/// For whom and for which device a code is made.
#[derive(Debug, Clone)]
pub(crate) struct CodeFor<'a> {
    pub(crate) user_id: UserId,
    /// Eight digits.
    pub(crate) login_id: &'a str,
    pub(crate) device_id: DeviceId,
    /// The paper it is printed on; none for a code that is told by word of mouth.
    pub(crate) notice_id: Option<NoticeId>,
}

/// Makes a code for a device and voids the ones before it.
pub(crate) async fn issue(
    transaction: &Transaction<'_>,
    clock: Clock,
    target: &CodeFor<'_>,
) -> Result<PrintedCode, DbError> {
    let days = Settings(transaction).number("code_valid_days").await?;
    let expires_at = clock.now().plus_minutes(days.saturating_mul(24 * 60));
    let code = issue_until(transaction, clock, target, expires_at).await?;
    Ok(PrintedCode { code, expires_at })
}

/// The same for a code with an end of its own.
pub(crate) async fn issue_until(
    transaction: &Transaction<'_>,
    clock: Clock,
    target: &CodeFor<'_>,
    expires_at: Millis,
) -> Result<OneTimeCode, DbError> {
    let now = clock.now();
    let code = OneTimeCode::from_random(random_bytes());
    transaction.run(include_str!("../sql/void-codes.sql"), params![target.device_id, now]).await?;
    let row =
        params![target.user_id, target.device_id, target.notice_id, code.digest(target.login_id), now, expires_at];
    transaction.run(include_str!("../sql/insert-code.sql"), row).await?;
    Ok(code)
}
