//! Form 4 (様式第4号): an organization's manager applies for accounts for its people (R1, R2).

mod check;
mod group_names;
mod input;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    AddressText, AssetNumber, Channel, DeviceKind, Email, KanaName, OrganizationId, OrganizationKind, OrganizationName,
    PersonName, PhoneNumber, PostalCode, Profession, ShortText,
};

pub(crate) use check::{channel, manager};
pub use group_names::{is_group_name, is_role_mailbox};
pub use input::{AccountApplicationInput, ApplicantInput, DeviceInput, OrganizationInput, PersonInput};

/// The number of this form in receipt numbers.
pub const FORM: u8 = 4;

/// The most people one application may name.
pub const MAX_PEOPLE: usize = 100;

/// What the check has to know of the world; the caller reads it from the database.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The organization with the id the application names. None: there is no such organization.
    pub organization: Option<RegisteredOrganization>,
    /// The keys ([`Email::key`]) of those addresses in the application that active accounts use; see
    /// [`AccountApplicationInput::email_keys`].
    pub emails_in_use: BTreeSet<String>,
    /// Whether a clerk of a desk enters the application, for somebody at the counter or from a letter (R12).
    pub by_desk: bool,
}

/// An organization that has accounts already.
#[derive(Clone, Debug)]
pub struct RegisteredOrganization {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: OrganizationName,
    /// The keys ([`KanaName::key`]) of its managers' readings.
    pub manager_kana_keys: BTreeSet<String>,
    /// Its people with an active account.
    pub people: Vec<KnownPerson>,
}

/// A person with an active account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownPerson {
    /// [`PersonName::key`] of the name.
    pub name_key: String,
    /// [`KanaName::key`] of the reading.
    pub kana_key: String,
}

/// A Form 4 that keeps every rule, as stored and decided on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountApplication {
    /// For whom the people work.
    pub organization: ApplyingOrganization,
    /// The manager who files it.
    pub applicant: Applicant,
    /// Who gets an account, 1 to [`MAX_PEOPLE`].
    pub people: Vec<Person>,
    /// How it arrived.
    pub channel: Channel,
}

/// The organization an application is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ApplyingOrganization {
    /// It has accounts already.
    Registered {
        /// Its id.
        id: OrganizationId,
        /// Its name when the application was filed.
        name: OrganizationName,
    },
    /// It comes with this application.
    New {
        /// Its name.
        name: OrganizationName,
        /// What it is.
        kind: OrganizationKind,
        /// Where notices are posted to.
        postal_code: PostalCode,
        /// Where notices are posted to.
        address: AddressText,
        /// Its telephone.
        phone: PhoneNumber,
    },
}

impl ApplyingOrganization {
    /// Its name.
    pub const fn name(&self) -> &OrganizationName {
        match self {
            Self::Registered { name, .. } | Self::New { name, .. } => name,
        }
    }

    /// Its id when it is registered.
    pub const fn id(&self) -> Option<OrganizationId> {
        match self {
            Self::Registered { id, .. } => Some(*id),
            Self::New { .. } => None,
        }
    }
}

/// The manager (システム管理担当者) who files an application and takes the pledge (R1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// The manager's name.
    pub name: PersonName,
    /// Its reading.
    pub kana: KanaName,
    /// Where the manager is reached about the application; it may be the office's mailbox.
    pub email: Email,
    /// Where the manager is reached about the application.
    pub phone: PhoneNumber,
}

/// A person who gets an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person's name.
    pub name: PersonName,
    /// Its reading.
    pub kana: KanaName,
    /// What the person works as.
    pub profession: Profession,
    /// The profession in words, when it is [`Profession::Other`].
    pub profession_other: Option<ShortText>,
    /// The person's own mailbox.
    pub email: Email,
    /// The person's first device.
    pub device: Device,
}

/// A device that the organization manages (R6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// The number the organization manages it under.
    pub asset_number: AssetNumber,
    /// What it is.
    pub kind: DeviceKind,
}

#[cfg(test)]
mod tests;
