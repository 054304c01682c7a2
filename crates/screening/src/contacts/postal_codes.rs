//! Postal codes: seven digits that 〒, a word or an address explains.

use super::office::is_office;
use crate::finding::{Found, Kind};
use crate::lexicon::Tag;
use crate::message::Message;
use crate::numbers::{Group, Number, windows};

const REASON: &str = "自宅の郵便番号と思われます。町名まで分かるため、この部屋には書きません。";

/// How far before the digits the word may stand.
const LABEL_BEFORE: usize = 10;

pub(super) fn find(message: &Message<'_>, groups: &[Group], known: &[Found]) -> Vec<Found> {
    let numbers = windows(&message.text, groups, 7..=7);
    let is_code = |number: &&Number| {
        matches!(number.lengths.as_slice(), [3, 4] | [7])
            && number.stands_alone
            && is_explained(message, number, known)
            && !is_office(message, number.start, number.end)
    };
    numbers
        .iter()
        .filter(is_code)
        .map(|number| Found::new(Kind::PostalCode, number.start, number.end, REASON))
        .collect()
}

fn is_explained(message: &Message<'_>, number: &Number, known: &[Found]) -> bool {
    let text = &message.text;
    let before = number.start.saturating_sub(LABEL_BEFORE);
    let is_labelled = text.contains(before, number.start, &["〒", "郵便番号", "郵便"]);
    let next = text.skip(number.end, |c| matches!(c, ' ' | '\n' | ')' | '、'));
    let leads_to_address = known.iter().any(|one| one.kind == Kind::Address && one.start == next);
    let is_hyphened = number.lengths.len() == 2;
    let names_place = message.hits.starting_at(next).any(|hit| hit.tag == Tag::Area)
        || ["市川市", "千葉県", "東京都"].iter().any(|place| text.has(next, place));
    is_labelled || leads_to_address || is_hyphened && names_place
}
