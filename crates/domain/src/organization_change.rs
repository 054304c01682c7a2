//! Form 5 (様式第5号): an organization's data or its manager change (R10), or one of its people gets a further device
//! (R5).

mod check;
mod input;

use crate::account::{Applicant, Device};
use crate::organization::{KnownAccount, KnownOrganization};
use crate::{AddressText, Channel, OrganizationId, OrganizationKind, OrganizationName, PhoneNumber, PostalCode};

pub use input::{ChangesInput, FurtherDeviceInput, OrganizationChangeInput};

/// The number of this form in receipt numbers.
pub const FORM: u8 = 5;

/// The most devices one form may name.
pub const MAX_DEVICES: usize = 100;

/// What the check has to know of the world; the caller reads it from the database.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The organization with the number that the form names. None: there is no such organization.
    pub organization: Option<KnownOrganization>,
    /// Whether a clerk of a desk enters the form (R12).
    pub by_desk: bool,
}

/// A Form 5 that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationChange {
    /// The organization.
    pub organization: OrganizationId,
    /// What it is called now.
    pub organization_name: OrganizationName,
    /// Who files it: the manager, or the one to come.
    pub applicant: Applicant,
    /// What changes of its data.
    pub changes: Changes,
    /// Who becomes manager.
    pub handover: Option<Handover>,
    /// Further devices for people who have an account.
    pub devices: Vec<FurtherDevice>,
    /// How it arrived.
    pub channel: Channel,
}

/// What changes of an organization's data; none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The name.
    pub name: Option<OrganizationName>,
    /// What it is.
    pub kind: Option<OrganizationKind>,
    /// The postal code.
    pub postal_code: Option<PostalCode>,
    /// The address.
    pub address: Option<AddressText>,
    /// The telephone.
    pub phone: Option<PhoneNumber>,
}

impl Changes {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One manager goes, another comes, in one step (R10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The row of the manager who goes.
    pub replaces: i64,
    /// The manager who comes; or the same one, reached differently.
    pub manager: Applicant,
}

/// A further device for a person who has an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FurtherDevice {
    /// The person's account.
    pub account: KnownAccount,
    /// The device.
    pub device: Device,
}

#[cfg(test)]
mod tests;
