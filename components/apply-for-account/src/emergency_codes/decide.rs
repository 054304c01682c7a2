//! `POST /api/emergency-codes/{id}/confirmation` and `/refusal`: the second clerk.

use super::{EmergencyCode, EmergencyState, Row};
use crate::codes::{self, CodeFor};
use domain::LoginId;
use domain::ids::DeviceId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, CityDesk, Clock, Db, FreshSession, Json, Millis, Path, Problem, PublicUrl, Settings,
    Transaction, params,
};

/// The code, shown here and nowhere else; it and the device it lets in work until then.
#[derive(Serialize, ToSchema)]
pub(crate) struct ConfirmedCode {
    code: String,
    login_id: String,
    user_name: String,
    expires_at: Millis,
    first_login_url: String,
}

/// Confirms and shows the code, to be told to the person once the clerk knows who that is.
#[utoipa::path(post, path = "/api/emergency-codes/{id}/confirmation", tag = "apply-for-account",
    operation_id = "confirm_emergency_code", params(("id" = i64, Path)),
    responses((status = 200, body = ConfirmedCode), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn confirm(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    url: PublicUrl,
    Path(id): Path<i64>,
) -> Result<Json<ConfirmedCode>, Problem> {
    #[derive(Deserialize)]
    struct Inserted {
        id: DeviceId,
    }
    let now = clock.now();
    let transaction = db.transaction().await?;
    let row = waiting(&transaction, id, now).await?;
    if row.requested_by_user_id == session.user_id() {
        return Err(Problem::conflict("same_clerk", "依頼した本人は確認できません。ほかの職員が確認してください。"));
    }
    if !row.user_active {
        return Err(Problem::conflict("account_stopped", "このアカウントは利用を中止しています。"));
    }
    let hours = Settings(&transaction).number("emergency_code_hours").await?;
    let expires_at = now.plus_minutes(hours.saturating_mul(60));
    let device = params![row.user_id, row.asset_number.as_str(), row.device_kind.as_str(), now, expires_at];
    let device: Inserted = transaction.one(include_str!("../../sql/insert-emergency-device.sql"), device).await?;
    let login_id = row.login_id.parse::<LoginId>().map_err(Problem::internal)?;
    let digits = login_id.digits();
    let target = CodeFor { user_id: row.user_id, login_id: &digits, device_id: device.id, notice_id: None };
    let code = codes::issue_until(&transaction, clock, &target, expires_at).await?;
    record(&transaction, clock, &session, &row, Some(device.id)).await?;
    transaction.commit().await?;
    Ok(Json(ConfirmedCode {
        code: code.to_string(),
        login_id: login_id.to_string(),
        user_name: row.user_name,
        expires_at,
        first_login_url: url.to(&format!("/first-login?login_id={digits}")),
    }))
}

/// Refuses; also the clerk who asked may take the request back so.
#[utoipa::path(post, path = "/api/emergency-codes/{id}/refusal", tag = "apply-for-account",
    operation_id = "refuse_emergency_code", params(("id" = i64, Path)),
    responses((status = 200, body = EmergencyCode), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn refuse(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(id): Path<i64>,
) -> Result<Json<EmergencyCode>, Problem> {
    let transaction = db.transaction().await?;
    let row = waiting(&transaction, id, clock.now()).await?;
    record(&transaction, clock, &session, &row, None).await?;
    transaction.commit().await?;
    Ok(Json(Row::find(&db, id).await?.shown_to(session.user_id(), clock.now())))
}

async fn waiting(transaction: &Transaction<'_>, id: i64, now: Millis) -> Result<Row, Problem> {
    let row = Row::find(transaction, id).await?;
    match row.state(now) {
        EmergencyState::Waiting => Ok(row),
        EmergencyState::Expired => {
            Err(Problem::conflict("request_expired", "依頼から1時間が過ぎました。もう一度依頼してください。"))
        }
        EmergencyState::Confirmed | EmergencyState::Refused => {
            let by = row.decided_by_name.map_or_else(String::new, |name| format!("処理した人: {name}"));
            Err(Problem::conflict("already_decided", "この依頼は、すでに処理されています。").detail(by))
        }
    }
}

/// The decision and its line in the audit trail.
async fn record(
    transaction: &Transaction<'_>,
    clock: Clock,
    session: &FreshSession<CityDesk>,
    row: &Row,
    device: Option<DeviceId>,
) -> Result<(), Problem> {
    let decided = params![row.id, session.user_id(), clock.now(), device.is_some(), device];
    transaction.run(include_str!("../../sql/decide-emergency-code.sql"), decided).await?;
    let event = AuditEvent {
        actor: Actor::User(session.user_id()),
        action: if device.is_some() { "emergency_code.confirmed" } else { "emergency_code.refused" },
        subject: format!("user:{}", row.user_id),
        detail: serde_json::json!({ "request": row.id, "device": device }),
    };
    Ok(transaction.audit(clock, event).await?)
}
