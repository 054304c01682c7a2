//! `GET /api/me/devices`: the devices registered for me (R6).

use crate::devices::DeviceStatus;
use domain::ids::DeviceId;
use domain::words::DeviceKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Clock, Db, Json, Millis, Problem, Session, params};

/// My devices. One person has a handful; there is never a further page.
#[derive(Serialize, ToSchema)]
pub(crate) struct MyDevices {
    items: Vec<MyDevice>,
    #[schema(required = true)]
    next: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct MyDevice {
    id: DeviceId,
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
    /// Whether this very session was opened with it.
    this_device: bool,
}

#[derive(Deserialize)]
struct DeviceRow {
    id: DeviceId,
    asset_number: String,
    kind: DeviceKind,
    label: Option<String>,
    status: DeviceStatus,
    registered_at: Option<Millis>,
    revoked_at: Option<Millis>,
    valid_until: Option<Millis>,
}

/// The devices registered for the signed-in person.
#[utoipa::path(get, path = "/api/me/devices", tag = "sign-in",
    responses((status = 200, body = MyDevices), (status = 401, body = Problem)))]
pub(crate) async fn my_devices(session: Session<AnyUser>, db: Db, clock: Clock) -> Result<Json<MyDevices>, Problem> {
    let rows: Vec<DeviceRow> = db.all(include_str!("../sql/my-devices.sql"), params![session.user_id()]).await?;
    let items = rows
        .into_iter()
        .map(|row| MyDevice {
            this_device: row.id == session.device_id(),
            id: row.id,
            asset_number: row.asset_number,
            kind: row.kind,
            label: row.label,
            status: row.status.at(clock.now(), row.valid_until),
            registered_at: row.registered_at,
            revoked_at: row.revoked_at,
            valid_until: row.valid_until,
        })
        .collect();
    Ok(Json(MyDevices { items, next: None }))
}
