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
    let mut found = postal_codes::find(message, &groups, known);
    let phones = phones::find(message, &groups);
    // 333-1234 may be either; a label tells a postal code.
    let new: Vec<Found> =
        phones.into_iter().filter(|phone| !found.iter().any(|code| code.overlaps(phone.start, phone.end))).collect();
    found.extend(new);
    found.extend(emails::find(message));
    found.retain(|one| !known.iter().any(|other| other.overlaps(one.start, one.end)));
    found
}
