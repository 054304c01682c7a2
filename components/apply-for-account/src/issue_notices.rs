//! `POST /api/notices/issue`: makes the one-time codes of some notices and gives what is printed. Printing again is
//! reissuing: the code on the former paper is void (R4).

use crate::codes::{self, CodeFor, PrintedCode};
use chrono::NaiveDate;
use domain::ids::{DeviceId, NoticeId, UserId};
use domain::login_id::LoginId;
use domain::words::DeviceKind;
use qrcode::{EcLevel, QrCode, render::svg};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, Body, CityDesk, Clock, Db, FreshSession, Json, Millis, Problem, PublicUrl, Transaction, params,
};

const NOTICES_MAX: usize = 100;

/// The notices to print or to mark.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoticeIds {
    /// 1 to 100 of them.
    notice_ids: Vec<NoticeId>,
}

impl NoticeIds {
    /// The ids, when there are as many as one may ask for.
    pub(crate) fn checked(self) -> Result<Vec<NoticeId>, Problem> {
        if (1..=NOTICES_MAX).contains(&self.notice_ids.len()) {
            Ok(self.notice_ids)
        } else {
            Err(Problem::invalid_field("notice_ids", "too_many", "通知書は一度に1～100件を選んでください。"))
        }
    }
}

/// What is printed.
#[derive(Serialize, ToSchema)]
pub(crate) struct PrintedNotices {
    items: Vec<PrintedNotice>,
}

/// One notice, ready for the paper; the code is nowhere else.
#[derive(Serialize, ToSchema)]
struct PrintedNotice {
    notice_id: NoticeId,
    organization_name: String,
    postal_code: String,
    address: String,
    /// The person the account is for.
    addressee_name: String,
    /// The manager, in whose care the letter goes.
    #[schema(required = true)]
    manager_name: Option<String>,
    login_id: String,
    code: String,
    code_expires_at: Millis,
    first_login_url: String,
    /// A QR code of the link, as SVG.
    qr_svg: String,
    #[schema(value_type = String, format = Date)]
    issued_on: NaiveDate,
    city_name: String,
    city_phone: String,
    device: NoticeDevice,
}

#[derive(Serialize, ToSchema)]
struct NoticeDevice {
    asset_number: String,
    kind: DeviceKind,
}

#[derive(Deserialize)]
struct PrintRow {
    notice_id: NoticeId,
    user_id: UserId,
    device_id: DeviceId,
    login_id: String,
    user_name: String,
    organization_name: String,
    postal_code: String,
    address: String,
    manager_name: Option<String>,
    asset_number: String,
    device_kind: DeviceKind,
    city_name: Option<String>,
    city_phone: Option<String>,
    first_login_done: bool,
}

/// Issues codes and gives the notices to print.
#[utoipa::path(post, path = "/api/notices/issue", tag = "apply-for-account", request_body = NoticeIds,
    responses((status = 200, body = PrintedNotices), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn issue_notices(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    url: PublicUrl,
    Body { value, .. }: Body<NoticeIds>,
) -> Result<Json<PrintedNotices>, Problem> {
    let ids = value.checked()?;
    let transaction = db.transaction().await?;
    let list = serde_json::to_string(&ids).map_err(Problem::internal)?;
    let rows: Vec<PrintRow> = transaction.all(include_str!("../sql/notices-for-print.sql"), params![list]).await?;
    if rows.len() != ids.len() {
        return Err(Problem::not_found());
    }
    if let Some(done) = rows.iter().find(|row| row.first_login_done) {
        return Err(Problem::conflict(
            "first_login_already_done",
            format!("{}さんは初回ログインを済ませています。この通知書は再発行できません。", done.user_name),
        ));
    }
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        items.push(print(&transaction, &session, clock, &url, row).await?);
    }
    transaction.commit().await?;
    Ok(Json(PrintedNotices { items }))
}

async fn print(
    transaction: &Transaction<'_>,
    session: &FreshSession<CityDesk>,
    clock: Clock,
    url: &PublicUrl,
    row: PrintRow,
) -> Result<PrintedNotice, Problem> {
    let target = CodeFor {
        user_id: row.user_id,
        login_id: &row.login_id,
        device_id: row.device_id,
        notice_id: Some(row.notice_id),
    };
    let PrintedCode { code, expires_at } = codes::issue(transaction, clock, &target).await?;
    transaction.run(include_str!("../sql/mark-printed.sql"), params![row.notice_id, clock.now()]).await?;
    let event = AuditEvent {
        actor: Actor::User(session.user_id()),
        action: "notice.printed",
        subject: format!("notice:{}", row.notice_id),
        detail: serde_json::json!({ "user": row.user_id, "device": row.device_id }),
    };
    transaction.audit(clock, event).await?;
    let first_login_url = url.to(&format!("/first-login?login_id={}", row.login_id));
    let qr = QrCode::with_error_correction_level(&first_login_url, EcLevel::M).map_err(Problem::internal)?;
    let qr_svg = qr.render::<svg::Color<'_>>().min_dimensions(160, 160).quiet_zone(true).build();
    let login_id = row.login_id.parse::<LoginId>().map_or(row.login_id, |id| id.to_string());
    Ok(PrintedNotice {
        notice_id: row.notice_id,
        organization_name: row.organization_name,
        postal_code: row.postal_code,
        address: row.address,
        addressee_name: row.user_name,
        manager_name: row.manager_name,
        login_id,
        code: code.to_string(),
        code_expires_at: expires_at,
        first_login_url,
        qr_svg,
        issued_on: clock.today(),
        city_name: row.city_name.unwrap_or_default(),
        city_phone: row.city_phone.unwrap_or_default(),
        device: NoticeDevice { asset_number: row.asset_number, kind: row.device_kind },
    })
}
