//! Form 6 as it is sent: nothing checked yet, and echoed back as it came.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AccountStop;
use crate::account::ApplicantInput;
use crate::{Channel, LoginId, StopReason, lenient};

/// Form 6 as sent, in JSON or by a form in which every value is text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccountStopInput {
    /// The number of the organization.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub organization_id: Option<i64>,
    /// The manager who files it (R1).
    #[schema(required = true)]
    pub applicant: ApplicantInput,
    /// Who stops, 1 to 100.
    #[schema(required = true)]
    pub people: Vec<StoppingPersonInput>,
    /// How it arrived, when a clerk enters it; electronic when absent.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Channel>)]
    pub channel: Option<String>,
}

/// A person as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StoppingPersonInput {
    /// What the person logs in with.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub login_id: String,
    /// The person's name, which must belong to the login ID.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
    /// Why.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = StopReason, required = true)]
    pub reason: String,
    /// The last day of use, such as `2026-12-31`.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub last_day: Option<String>,
}

impl AccountStopInput {
    /// The login IDs it names, as stored, to look the accounts up.
    pub fn login_ids(&self) -> BTreeSet<String> {
        self.people.iter().filter_map(|person| person.login_id.parse().ok()).map(LoginId::digits).collect()
    }
}

/// The form as it is kept and shown: what was checked, in the spelling of the accounts.
impl From<&AccountStop> for AccountStopInput {
    fn from(stop: &AccountStop) -> Self {
        let person = |person: &super::StoppingPerson| StoppingPersonInput {
            login_id: person.account.login_id.to_string(),
            name: person.account.name.as_str().to_owned(),
            reason: person.reason.as_str().to_owned(),
            last_day: person.last_day.map(|day| day.to_string()),
        };
        Self {
            organization_id: Some(stop.organization.0),
            applicant: ApplicantInput::from(&stop.applicant),
            people: stop.people.iter().map(person).collect(),
            channel: Some(stop.channel.as_str().to_owned()),
        }
    }
}
