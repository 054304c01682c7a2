//! `POST /api/session/first-login/check`: is this the code, and whose, before a password is chosen?

use crate::{code, device::ManagedDevice};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ClientAddress, Clock, Db, Json, Millis, Problem};

/// The login ID and one-time code of the notice.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckCode {
    login_id: String,
    code: String,
}

/// What the code is for, so that the person can see that it is theirs.
#[derive(Serialize, ToSchema)]
pub(crate) struct CodeInformation {
    name: String,
    organization_name: String,
    /// Whether a password is to be chosen; else the present one is asked for (a further device, R5).
    needs_new_password: bool,
    device: ManagedDevice,
    expires_at: Millis,
}

/// Checks a code without using it.
#[utoipa::path(post, path = "/api/session/first-login/check", tag = "sign-in", request_body = CheckCode,
    responses((status = 200, body = CodeInformation), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(crate) async fn check_code(
    db: Db,
    clock: Clock,
    address: ClientAddress,
    Body { value, .. }: Body<CheckCode>,
) -> Result<Json<CodeInformation>, Problem> {
    let code = code::find(&db, clock, &address, &value.login_id, &value.code, None).await?;
    Ok(Json(CodeInformation {
        name: code.name,
        organization_name: code.organization_name,
        needs_new_password: code.password_hash.is_none(),
        device: ManagedDevice { asset_number: code.asset_number, kind: code.device_kind },
        expires_at: code.expires_at,
    }))
}
