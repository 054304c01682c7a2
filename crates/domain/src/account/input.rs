//! Form 4 as it is sent: nothing checked yet, and echoed back as it came.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AccountApplication, Applicant, ApplyingOrganization, Person};
use crate::{Channel, DeviceKind, Email, OrganizationKind, Profession, lenient};

/// Form 4 as sent, in JSON or by a form in which every value is text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccountApplicationInput {
    /// For whom the people work.
    #[schema(required = true)]
    pub organization: OrganizationInput,
    /// The manager who files it (R1).
    #[schema(required = true)]
    pub applicant: ApplicantInput,
    /// Whether the manager takes the pledge; it must be true.
    #[serde(deserialize_with = "lenient::tick")]
    #[schema(required = true)]
    pub pledge: bool,
    /// Who gets an account, 1 to 100.
    #[schema(required = true)]
    pub people: Vec<PersonInput>,
    /// How it arrived, when a city clerk enters it; electronic when absent.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Channel>)]
    pub channel: Option<String>,
}

/// An organization as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OrganizationInput {
    /// The id of a registered organization; the rest is then ignored.
    #[serde(deserialize_with = "lenient::optional_id")]
    pub id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub name: String,
    /// What it is.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = OrganizationKind)]
    pub kind: String,
    /// Its postal code.
    #[serde(deserialize_with = "lenient::text")]
    pub postal_code: String,
    /// Its address.
    #[serde(deserialize_with = "lenient::text")]
    pub address: String,
    /// Its telephone.
    #[serde(deserialize_with = "lenient::text")]
    pub phone: String,
}

/// The manager as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ApplicantInput {
    /// The manager's name.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
    /// Its reading.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub kana: String,
    /// The manager's mailbox.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub email: String,
    /// The manager's telephone.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub phone: String,
}

/// A person as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PersonInput {
    /// The person's name.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
    /// Its reading.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub kana: String,
    /// What the person works as.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = Profession, required = true)]
    pub profession: String,
    /// The profession in words, when it is `other`.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    pub profession_other: Option<String>,
    /// The person's own mailbox.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub email: String,
    /// The person's first device.
    #[schema(required = true)]
    pub device: DeviceInput,
}

/// A device as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeviceInput {
    /// The number the organization manages it under (R6).
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub asset_number: String,
    /// What it is.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = DeviceKind, required = true)]
    pub kind: String,
}

impl ApplicantInput {
    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        [&self.name, &self.kana, &self.email, &self.phone].iter().all(|text| text.trim().is_empty())
    }
}

impl AccountApplicationInput {
    /// The keys of the people's mailboxes, to look up which of them are in use.
    pub fn email_keys(&self) -> BTreeSet<String> {
        self.people.iter().filter_map(|person| Email::parse(&person.email).ok()).map(|email| email.key()).collect()
    }
}

/// The form as it is kept and shown: what was checked, without the invisible characters and odd widths in which it may
/// have been typed. The desk must read the very name that an account will carry.
impl From<&AccountApplication> for AccountApplicationInput {
    fn from(application: &AccountApplication) -> Self {
        Self {
            organization: OrganizationInput::from(&application.organization),
            applicant: ApplicantInput::from(&application.applicant),
            pledge: true,
            people: application.people.iter().map(PersonInput::from).collect(),
            channel: Some(application.channel.as_str().to_owned()),
        }
    }
}

impl From<&Applicant> for ApplicantInput {
    fn from(applicant: &Applicant) -> Self {
        Self {
            name: applicant.name.as_str().to_owned(),
            kana: applicant.kana.as_str().to_owned(),
            email: applicant.email.as_str().to_owned(),
            phone: applicant.phone.as_str().to_owned(),
        }
    }
}

impl From<&ApplyingOrganization> for OrganizationInput {
    fn from(organization: &ApplyingOrganization) -> Self {
        match organization {
            ApplyingOrganization::Registered { id, .. } => Self { id: Some(id.0), ..Self::default() },
            ApplyingOrganization::New { name, kind, postal_code, address, phone } => Self {
                id: None,
                name: name.as_str().to_owned(),
                kind: kind.as_str().to_owned(),
                postal_code: postal_code.as_str().to_owned(),
                address: address.as_str().to_owned(),
                phone: phone.as_str().to_owned(),
            },
        }
    }
}

impl From<&Person> for PersonInput {
    fn from(person: &Person) -> Self {
        Self {
            name: person.name.as_str().to_owned(),
            kana: person.kana.as_str().to_owned(),
            profession: person.profession.as_str().to_owned(),
            profession_other: person.profession_other.as_ref().map(|text| text.as_str().to_owned()),
            email: person.email.as_str().to_owned(),
            device: DeviceInput {
                asset_number: person.device.asset_number.as_str().to_owned(),
                kind: person.device.kind.as_str().to_owned(),
            },
        }
    }
}
