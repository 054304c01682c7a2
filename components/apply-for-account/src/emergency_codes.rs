//! `/api/emergency-codes`: a person whose device failed gets a code for a day. One clerk of the city asks for it, another
//! confirms and reads it out; both are written down.

mod decide;
mod list;
mod request;

pub(crate) use decide::{__path_confirm, __path_refuse, confirm, refuse};
pub(crate) use list::{__path_list, list};
pub(crate) use request::{__path_request, request};

use domain::LoginId;
use domain::ids::UserId;
use domain::words::DeviceKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Millis, Problem, params};

/// So long a request waits for another clerk.
const REQUEST_MINUTES: i64 = 60;

/// One request for a code.
#[derive(Serialize, ToSchema)]
pub(crate) struct EmergencyCode {
    id: i64,
    user_name: String,
    organization_name: String,
    /// As printed on the notice: `4827-1935`.
    login_id: String,
    reason: String,
    /// The device that stands in, as the organization manages it (R6).
    asset_number: String,
    kind: DeviceKind,
    requested_by_name: String,
    /// Whether it was the caller: then another clerk has to confirm.
    requested_by_me: bool,
    requested_at: Millis,
    state: EmergencyState,
    #[schema(required = true)]
    decided_by_name: Option<String>,
    #[schema(required = true)]
    decided_at: Option<Millis>,
}

/// How far a request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum EmergencyState {
    /// For another clerk to confirm or refuse.
    Waiting,
    Confirmed,
    Refused,
    /// Nobody decided within the hour.
    Expired,
}

#[derive(Deserialize)]
struct Row {
    id: i64,
    user_id: UserId,
    user_active: bool,
    user_name: String,
    organization_name: String,
    login_id: String,
    reason: String,
    asset_number: String,
    device_kind: DeviceKind,
    requested_by_user_id: UserId,
    requested_by_name: String,
    requested_at: Millis,
    decided_by_name: Option<String>,
    decided_at: Option<Millis>,
    confirmed: Option<bool>,
}

impl Row {
    async fn find(db: &Db, id: i64) -> Result<Self, Problem> {
        db.first(include_str!("../sql/emergency-code.sql"), params![id]).await?.ok_or_else(Problem::not_found)
    }

    fn state(&self, now: Millis) -> EmergencyState {
        match self.confirmed {
            Some(true) => EmergencyState::Confirmed,
            Some(false) => EmergencyState::Refused,
            None if now >= self.requested_at.plus_minutes(REQUEST_MINUTES) => EmergencyState::Expired,
            None => EmergencyState::Waiting,
        }
    }

    fn shown_to(self, clerk: UserId, now: Millis) -> EmergencyCode {
        EmergencyCode {
            state: self.state(now),
            id: self.id,
            user_name: self.user_name,
            organization_name: self.organization_name,
            login_id: self.login_id.parse::<LoginId>().map_or(self.login_id, |id| id.to_string()),
            reason: self.reason,
            asset_number: self.asset_number,
            kind: self.device_kind,
            requested_by_me: self.requested_by_user_id == clerk,
            requested_by_name: self.requested_by_name,
            requested_at: self.requested_at,
            decided_by_name: self.decided_by_name,
            decided_at: self.decided_at,
        }
    }
}
