//! The device a person signs in with, as the organization manages it (R6).

use domain::ids::{DeviceId, UserId};
use domain::words::DeviceKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, DbError, Millis, params};

/// What a person recognizes the device by.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ManagedDevice {
    /// The organization's own number for it.
    pub(crate) asset_number: String,
    /// What it is.
    pub(crate) kind: DeviceKind,
}

/// The active device of this user that holds this certificate now.
pub(crate) async fn with_certificate(
    db: &Db,
    user: UserId,
    certificate_id: &str,
    now: Millis,
) -> Result<Option<DeviceId>, DbError> {
    #[derive(Deserialize)]
    struct Found {
        id: DeviceId,
    }
    let found: Option<Found> =
        db.first(include_str!("../sql/device-with-certificate.sql"), params![certificate_id, user, now]).await?;
    Ok(found.map(|found| found.id))
}
