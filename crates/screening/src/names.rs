//! Names of people: by the directory, by how they are addressed, by a label, by their form. A colleague's is none.

mod bare;
mod candidate;
mod context;
mod honorific;
mod labelled;

use crate::directory::{Directory, Letters, Owner};
use crate::finding::{Found, Kind};
use crate::lexicon::Tag;
use crate::message::Message;
use candidate::Candidate;
use context::Context;

const NAME_REASON: &str =
    "個人の名前と思われます。この部屋では「利用者の方」「ご家族」のように、誰か分からない言い方にしてください。";
const REGISTRANT_REASON: &str =
    "このシステムに登録されている方の名前と同じです。その方のことは、登録者支援の部屋に書いてください。";

/// Every name of somebody who is no colleague.
pub(crate) fn find(message: &Message<'_>, directory: &Directory) -> Vec<Found> {
    let context = Context { message, directory };
    let is_invented = message.hits.has(0, message.text.len(), Tag::Fiction);
    let mut found = registrants(&context);
    let mut candidates = honorific::find(message);
    candidates.extend(labelled::find(message));
    candidates.extend(bare::find(message));
    for candidate in candidates {
        if context.is_colleague(&candidate) {
            continue;
        }
        let is_registrant = context.parts(&candidate).any(|part| directory.has_part(Owner::Registrant, &part));
        let (kind, reason) =
            if is_registrant { (Kind::RegistrantName, REGISTRANT_REASON) } else { (Kind::Name, NAME_REASON) };
        if is_registrant || !is_invented && !context.is_alias(&candidate) {
            found.push(Found::new(kind, candidate.start, candidate.end, reason));
        }
    }
    found
}

/// Whole names of registrants, however they are addressed. A namesake among the users is judged by what stands around.
fn registrants(context: &Context<'_>) -> Vec<Found> {
    let message = context.message;
    if context.directory.is_empty() {
        return Vec::new();
    }
    let letters = Letters::new(&message.text);
    let users = context.directory.full_names(&letters, &message.text, Owner::User);
    let places = context.directory.full_names(&letters, &message.text, Owner::Registrant).into_iter();
    let is_other = |(start, end): &(usize, usize)| {
        users.contains(&(*start, *end)) && context.is_colleague(&Candidate::whole(*start, *end))
    };
    let kept = places.filter(|place| !is_other(place));
    kept.map(|(start, end)| Found::new(Kind::RegistrantName, start, end, REGISTRANT_REASON)).collect()
}

#[cfg(test)]
mod tests;
