//! How to reach a person: telephone, mail, postal code; those of an office are public and stay.

mod emails;
mod office;
mod phones;
mod postal_codes;

pub(crate) use office::{is_announcement, is_office};

use crate::finding::Found;
use crate::message::Message;
use crate::numbers::groups;

/// Every such contact. `known` are the numbers that are something else.
pub(crate) fn find(message: &Message<'_>, known: &[Found]) -> Vec<Found> {
    let groups = groups(&message.text);
    let mut found = phones::find(message, &groups);
    found.extend(postal_codes::find(message, &groups, known));
    found.extend(emails::find(message));
    found.retain(|one| !known.iter().any(|other| other.overlaps(one.start, one.end)));
    found
}
