//! Form 5 as it is sent: nothing checked yet, and echoed back as it came.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Changes, FurtherDevice, OrganizationChange};
use crate::account::ApplicantInput;
use crate::{Channel, DeviceKind, LoginId, OrganizationKind, lenient};

/// Form 5 as sent, in JSON or by a form in which every value is text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OrganizationChangeInput {
    /// The number of the organization.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub organization_id: Option<i64>,
    /// Who files it: the manager, or the one to come (R1).
    #[schema(required = true)]
    pub applicant: ApplicantInput,
    /// What changes of the organization's data; what is left out stays as it is.
    pub changes: ChangesInput,
    /// Who becomes manager; left out when the manager stays (R10).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_manager: Option<ApplicantInput>,
    /// Further devices for people who have an account, up to 100 (R5).
    pub devices: Vec<FurtherDeviceInput>,
    /// Whether the pledge is taken; it must be true.
    #[serde(deserialize_with = "lenient::tick")]
    #[schema(required = true)]
    pub pledge: bool,
    /// How it arrived, when a clerk enters it; electronic when absent.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Channel>)]
    pub channel: Option<String>,
}

/// Changed data as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChangesInput {
    /// The new name.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it is now.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "String::is_empty")]
    #[schema(value_type = OrganizationKind)]
    pub kind: String,
    /// The new postal code.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// The new address.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The new telephone.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

/// A further device as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FurtherDeviceInput {
    /// What its user logs in with.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub login_id: String,
    /// The user's name, which must belong to the login ID.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
    /// The number the organization manages the device under (R6).
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub asset_number: String,
    /// What it is.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = DeviceKind, required = true)]
    pub kind: String,
}

impl FurtherDeviceInput {
    /// Whether nothing was typed: a row that a page shows for the first device.
    pub fn is_blank(&self) -> bool {
        [&self.login_id, &self.name, &self.asset_number, &self.kind].iter().all(|text| text.trim().is_empty())
    }
}

impl OrganizationChangeInput {
    /// The login IDs it names, as stored, to look the accounts up.
    pub fn login_ids(&self) -> BTreeSet<String> {
        self.devices.iter().filter_map(|device| device.login_id.parse().ok()).map(LoginId::digits).collect()
    }
}

/// The form as it is kept and shown: what was checked.
impl From<&OrganizationChange> for OrganizationChangeInput {
    fn from(change: &OrganizationChange) -> Self {
        Self {
            organization_id: Some(change.organization.0),
            applicant: ApplicantInput::from(&change.applicant),
            changes: ChangesInput::from(&change.changes),
            new_manager: change.handover.as_ref().map(|handover| ApplicantInput::from(&handover.manager)),
            devices: change.devices.iter().map(FurtherDeviceInput::from).collect(),
            pledge: true,
            channel: Some(change.channel.as_str().to_owned()),
        }
    }
}

impl From<&Changes> for ChangesInput {
    fn from(changes: &Changes) -> Self {
        let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
        Self {
            name: text(changes.name.as_ref().map(AsRef::as_ref)),
            kind: text(changes.kind.map(OrganizationKind::as_str)),
            postal_code: text(changes.postal_code.as_ref().map(AsRef::as_ref)),
            address: text(changes.address.as_ref().map(AsRef::as_ref)),
            phone: text(changes.phone.as_ref().map(AsRef::as_ref)),
        }
    }
}

impl From<&FurtherDevice> for FurtherDeviceInput {
    fn from(further: &FurtherDevice) -> Self {
        Self {
            login_id: further.account.login_id.to_string(),
            name: further.account.name.as_str().to_owned(),
            asset_number: further.device.asset_number.as_str().to_owned(),
            kind: further.device.kind.as_str().to_owned(),
        }
    }
}
