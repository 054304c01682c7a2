//! Finds what a message of a collaboration room may tell about who a person is (R27): direct identifiers, and facts that
//! together let one person be guessed.
//!
//! Everything is decided from the text and the names that the caller gives. One pass finds all words of `data/`; the
//! detectors read what stands around them.
//!
//! ```
//! use screening::{Directory, Kind, screen};
//! let verdict = screen("野口さんの退院日が決まりました。", &Directory::default());
//! assert_eq!(verdict.as_str(), "review");
//! assert_eq!((verdict.findings[0].kind, verdict.findings[0].text.as_str()), (Kind::Name, "野口"));
//! ```

mod addresses;
mod combination;
mod contacts;
mod dates;
mod directory;
mod finding;
mod folded;
mod lexicon;
mod message;
mod names;
mod numbers;

pub use directory::{Directory, Person};
pub use finding::{Finding, Kind, Verdict};

use finding::Found;
use message::Message;

/// The longest text that is looked at, in Unicode scalar values; nobody reads a longer message either.
pub const TEXT_LIMIT: usize = 20_000;

/// The most findings that are told: who is shown a hundred has a list of people before him.
pub const FINDINGS_LIMIT: usize = 100;

/// Looks through a message for what may tell who a person is.
pub fn screen(text: &str, directory: &Directory) -> Verdict {
    let (text, is_cut) = match text.char_indices().nth(TEXT_LIMIT) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), true),
        None => (text, false),
    };
    let message = Message::new(text);
    let mut found = numbers::find(&message);
    found.extend(addresses::find(&message));
    found.extend(contacts::find(&message, &found));
    found.extend(dates::find(&message));
    found.extend(names::find(&message, directory));
    let combinations = combination::find(&message, &found);
    found.extend(combinations);
    Verdict { findings: settle(&message, found), is_cut }
}

/// Sorts findings, and of two that overlap leaves the one that says more.
fn settle(message: &Message<'_>, mut found: Vec<Found>) -> Vec<Finding> {
    found.sort_by_key(|one| (one.start, std::cmp::Reverse(one.end), one.kind));
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        let is_full = kept.len() >= FINDINGS_LIMIT;
        let is_said = |other: &&mut Found| other.overlaps(one.start, one.end) && says_the_same(other.kind, one.kind);
        match kept.iter_mut().rev().find(is_said) {
            Some(other) if other.kind == Kind::Name && one.kind == Kind::RegistrantName => *other = one,
            Some(_) => {}
            None if is_full => {}
            None => kept.push(one),
        }
    }
    kept.sort_by_key(|one| (one.start, one.end, one.kind));
    kept.into_iter().filter_map(|one| placed(message, one)).collect()
}

/// Whether one finding leaves the other nothing to say about the same place.
fn says_the_same(one: Kind, other: Kind) -> bool {
    let is_name = |kind| matches!(kind, Kind::Name | Kind::RegistrantName);
    let is_number = |kind| matches!(kind, Kind::MyNumber | Kind::InsuranceNumber | Kind::Phone);
    one == other || is_name(one) && is_name(other) || is_number(one) && is_number(other)
}

fn placed(message: &Message<'_>, found: Found) -> Option<Finding> {
    let (start, end, text) = message.text.place(found.start, found.end)?;
    let suggestion = found.suggestion.filter(|suggestion| suggestion != text);
    Some(Finding { kind: found.kind, start, end, text: text.to_owned(), reason: found.reason, suggestion })
}
