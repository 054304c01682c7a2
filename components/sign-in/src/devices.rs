//! `/api/devices`: the devices of an organization's people, named and revoked by its manager, or by the person who lost
//! one (R5, R6).

use domain::ids::{DeviceId, OrganizationId, UserId};
use domain::text::ShortText;
use domain::words::{Desk, DeviceKind, RevocationReason};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{
    Actor, AnyUser, AuditEvent, Body, Caller, Clock, Db, Json, Manager, Millis, Paging, Path, Problem, Query, Session,
    params,
};

/// Which devices to list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListDevices {
    /// Whose; without it the caller's own organization.
    organization_id: Option<i64>,
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of devices, by the reading of their users' names.
#[derive(Serialize, ToSchema)]
pub(crate) struct Devices {
    items: Vec<Device>,
    #[schema(required = true)]
    next: Option<String>,
}

/// A device as the manager sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Device {
    id: DeviceId,
    user_id: UserId,
    user_name: String,
    asset_number: String,
    kind: DeviceKind,
    /// What the manager calls it.
    #[schema(required = true)]
    label: Option<String>,
    status: DeviceStatus,
    #[schema(required = true)]
    registered_at: Option<Millis>,
    #[schema(required = true)]
    revoked_at: Option<Millis>,
    /// Set for a device let in by an emergency code.
    #[schema(required = true)]
    valid_until: Option<Millis>,
    /// Whether the caller's session was opened with it.
    this_device: bool,
}

/// Whether a device may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DeviceStatus {
    /// It awaits its first login.
    Awaiting,
    Active,
    Revoked,
    /// Its emergency is over.
    Expired,
}

impl DeviceStatus {
    /// The status as it stands now: the database does not notice the time passing.
    pub(crate) fn at(self, now: Millis, valid_until: Option<Millis>) -> Self {
        if self != Self::Revoked && valid_until.is_some_and(|until| until <= now) { Self::Expired } else { self }
    }
}

/// The manager's name for a device; empty takes it away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeviceName {
    label: String,
}

/// Why a device is revoked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Revocation {
    reason: RevocationReason,
}

#[derive(Deserialize)]
struct Row {
    id: DeviceId,
    user_id: UserId,
    user_name: String,
    kana_key: String,
    organization_id: OrganizationId,
    asset_number: String,
    kind: DeviceKind,
    label: Option<String>,
    status: DeviceStatus,
    registered_at: Option<Millis>,
    revoked_at: Option<Millis>,
    valid_until: Option<Millis>,
}

impl Row {
    fn shown_to(self, session: &Session<AnyUser>, now: Millis) -> Device {
        Device {
            this_device: self.id == session.device_id(),
            id: self.id,
            user_id: self.user_id,
            user_name: self.user_name,
            asset_number: self.asset_number,
            kind: self.kind,
            label: self.label,
            status: self.status.at(now, self.valid_until),
            registered_at: self.registered_at,
            revoked_at: self.revoked_at,
            valid_until: self.valid_until,
        }
    }
}

/// The devices of an organization, for its manager and for the city, which owns all accounts.
#[utoipa::path(get, path = "/api/devices", tag = "sign-in", params(ListDevices),
    responses((status = 200, body = Devices), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list_devices(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Query(list): Query<ListDevices>,
) -> Result<Json<Devices>, Problem> {
    let caller = session.caller();
    let organization = list.organization_id.map_or(caller.organization_id, OrganizationId);
    if !manages(caller, organization) && caller.desk != Some(Desk::City) {
        return Err(Problem::not_found());
    }
    let page = Paging::new(list.after.as_deref(), list.limit)?;
    let rows = params![organization, page.text.as_str(), page.id, page.rows_to_read()];
    let mut rows: Vec<Row> = db.all(include_str!("../sql/organization-devices.sql"), rows).await?;
    let next = page.cut(&mut rows, |row| (row.kana_key.clone(), row.id.0));
    let items = rows.into_iter().map(|row| row.shown_to(&session, clock.now())).collect();
    Ok(Json(Devices { items, next }))
}

/// Names a device.
#[utoipa::path(put, path = "/api/devices/{id}", tag = "sign-in", params(("id" = i64, Path)), request_body = DeviceName,
    responses((status = 200, body = Device), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn name_device(
    _: Session<Manager>,
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Path(id): Path<i64>,
    Body { value, .. }: Body<DeviceName>,
) -> Result<Json<Device>, Problem> {
    let label = match value.label.trim() {
        "" => None,
        typed => {
            Some(ShortText::parse(typed).map_err(|error| Problem::invalid_field("label", error.code, error.message))?)
        }
    };
    let label = label.as_ref().map(ShortText::as_str);
    let transaction = db.transaction().await?;
    let mut row = find(&transaction, id).await?;
    if !manages(session.caller(), row.organization_id) {
        return Err(Problem::not_found());
    }
    transaction.run(include_str!("../sql/name-device.sql"), params![id, label]).await?;
    let detail = serde_json::json!({ "label": label, "before": row.label });
    transaction.audit(clock, event(&session, "device.named", row.id, detail)).await?;
    transaction.commit().await?;
    row.label = label.map(str::to_owned);
    Ok(Json(row.shown_to(&session, clock.now())))
}

/// Revokes a device: its sessions, its certificate and a code not yet used end at once. Revoking twice changes nothing.
#[utoipa::path(post, path = "/api/devices/{id}/revocation", tag = "sign-in", params(("id" = i64, Path)),
    request_body = Revocation,
    responses((status = 200, body = Device), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn revoke_device(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Path(id): Path<i64>,
    Body { value, .. }: Body<Revocation>,
) -> Result<Json<Device>, Problem> {
    let now = clock.now();
    let transaction = db.transaction().await?;
    let row = find(&transaction, id).await?;
    if row.user_id != session.user_id() && !manages(session.caller(), row.organization_id) {
        return Err(Problem::not_found());
    }
    let revoked = params![id, now, value.reason.as_str(), session.user_id()];
    let revoked: Option<Revoked> = transaction.first(include_str!("../sql/revoke-device.sql"), revoked).await?;
    if revoked.is_some() {
        transaction.run(include_str!("../sql/end-device-sessions.sql"), params![row.user_id, id, now]).await?;
        transaction.run(include_str!("../sql/void-device-codes.sql"), params![id, now]).await?;
        let detail = serde_json::json!({ "user": row.user_id, "reason": value.reason });
        transaction.audit(clock, event(&session, "device.revoked", row.id, detail)).await?;
    }
    let row = find(&transaction, id).await?;
    transaction.commit().await?;
    Ok(Json(row.shown_to(&session, now)))
}

#[derive(Deserialize)]
struct Revoked {
    #[expect(dead_code, reason = "only whether there is a row matters")]
    id: DeviceId,
}

fn manages(caller: &Caller, organization: OrganizationId) -> bool {
    caller.is_manager && caller.organization_id == organization
}

async fn find(db: &Db, id: i64) -> Result<Row, Problem> {
    db.first(include_str!("../sql/device-of-organization.sql"), params![id]).await?.ok_or_else(Problem::not_found)
}

fn event(session: &Session<AnyUser>, action: &'static str, device: DeviceId, detail: serde_json::Value) -> AuditEvent {
    AuditEvent { actor: Actor::User(session.user_id()), action, subject: format!("device:{device}"), detail }
}
