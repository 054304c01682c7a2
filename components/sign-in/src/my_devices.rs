//! `GET /api/me/devices`: the devices registered for me (R6).

use domain::ids::DeviceId;
use domain::words::DeviceKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Db, Json, Millis, Problem, Session, params};

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
    status: DeviceStatus,
    #[schema(required = true)]
    registered_at: Option<Millis>,
    /// Whether this very session was opened with it.
    this_device: bool,
}

/// Whether a device may be used.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum DeviceStatus {
    /// It awaits its first login.
    Awaiting,
    Active,
    Revoked,
}

#[derive(Deserialize)]
struct DeviceRow {
    id: DeviceId,
    asset_number: String,
    kind: DeviceKind,
    status: DeviceStatus,
    registered_at: Option<Millis>,
}

/// The devices registered for the signed-in person.
#[utoipa::path(get, path = "/api/me/devices", tag = "sign-in",
    responses((status = 200, body = MyDevices), (status = 401, body = Problem)))]
pub(crate) async fn my_devices(session: Session<AnyUser>, db: Db) -> Result<Json<MyDevices>, Problem> {
    let rows: Vec<DeviceRow> = db.all(include_str!("../sql/my-devices.sql"), params![session.user_id()]).await?;
    let items = rows
        .into_iter()
        .map(|row| MyDevice {
            this_device: row.id == session.device_id(),
            id: row.id,
            asset_number: row.asset_number,
            kind: row.kind,
            status: row.status,
            registered_at: row.registered_at,
        })
        .collect();
    Ok(Json(MyDevices { items, next: None }))
}
