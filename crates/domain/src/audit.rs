//! The chains that make a change of the audit log, or of the log of views, show (R21): every row's hash covers the one
//! before.

use crate::ids::{RegistrantId, UserId};
use sha2::{Digest, Sha256};

/// What stands for the hash before the first event.
pub const GENESIS: [u8; 32] = [0; 32];

/// The hash of an event: of its fields, each with its length, and the hash of the event before.
pub fn chain_hash(
    previous: &[u8; 32],
    sequence: i64,
    at_ms: i64,
    actor: &str,
    action: &str,
    subject: &str,
    detail_json: &str,
) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"tasuki audit event v1");
    hash.update(previous);
    hash.update(sequence.to_be_bytes());
    hash.update(at_ms.to_be_bytes());
    for field in [actor, action, subject, detail_json] {
        hash.update(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(field);
    }
    hash.finalize().into()
}

/// One event as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place, from 1 without gaps.
    pub sequence: i64,
    /// When, in milliseconds UTC.
    pub at_ms: i64,
    /// Who.
    pub actor: String,
    /// Did what.
    pub action: String,
    /// To what.
    pub subject: String,
    /// What else is worth knowing, as JSON text.
    pub detail_json: String,
    /// As stored by [`chain_hash`].
    pub hash: [u8; 32],
}

/// One row of the log of views: who saw which registrant. They are a chain of their own, hashed as events are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View<'a> {
    /// When, in milliseconds UTC.
    pub at_ms: i64,
    /// Who looked.
    pub user: UserId,
    /// At whom.
    pub registrant: RegistrantId,
    /// At what, as [`crate::words::Viewed`] is stored.
    pub what: &'a str,
    /// In which capacity, as [`crate::words::ViewedVia`] is stored.
    pub via: &'a str,
}

impl View<'_> {
    /// The hash of this row at its place.
    pub fn hash(&self, previous: &[u8; 32], sequence: i64) -> [u8; 32] {
        let (actor, subject) = (format!("user:{}", self.user), format!("registrant:{}", self.registrant));
        chain_hash(previous, sequence, self.at_ms, &actor, self.what, &subject, self.via)
    }
}

/// What a check of the chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainVerdict {
    /// The events looked at.
    pub events: u64,
    /// The place of the first event that was changed, or that stands where another was removed.
    pub first_broken: Option<i64>,
    /// The hash of the last sound event. Events cut off at the end leave a sound chain: compare this with a head
    /// kept elsewhere.
    pub head: [u8; 32],
}

impl ChainVerdict {
    /// Whether no change was found.
    pub const fn is_intact(&self) -> bool {
        self.first_broken.is_none()
    }

    /// The head as people note it down: 64 hexadecimal digits.
    pub fn head_hex(&self) -> String {
        let digits = self.head.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
    }
}

/// A check that takes the events one by one, so that a log of any length can be read in pages.
#[derive(Clone, Debug)]
pub struct ChainCheck {
    next_sequence: i64,
    verdict: ChainVerdict,
}

impl Default for ChainCheck {
    fn default() -> Self {
        Self { next_sequence: 1, verdict: ChainVerdict { events: 0, first_broken: None, head: GENESIS } }
    }
}

impl ChainCheck {
    /// A check that starts before the first event.
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks at the next event in order of sequence.
    pub fn see(&mut self, event: &Event) {
        self.verdict.events = self.verdict.events.saturating_add(1);
        if self.verdict.first_broken.is_some() {
            return;
        }
        let Event { sequence, at_ms, actor, action, subject, detail_json, hash } = event;
        let expected = chain_hash(&self.verdict.head, *sequence, *at_ms, actor, action, subject, detail_json);
        self.compare(*sequence, *hash, expected);
    }

    /// Looks at the next row of the log of views, which is a chain of its own, in order of sequence.
    pub fn see_view(&mut self, sequence: i64, view: &View<'_>, hash: [u8; 32]) {
        self.verdict.events = self.verdict.events.saturating_add(1);
        if self.verdict.first_broken.is_none() {
            self.compare(sequence, hash, view.hash(&self.verdict.head, sequence));
        }
    }

    fn compare(&mut self, sequence: i64, hash: [u8; 32], expected: [u8; 32]) {
        if sequence != self.next_sequence || hash != expected {
            self.verdict.first_broken = Some(self.next_sequence);
            return;
        }
        self.verdict.head = expected;
        self.next_sequence = self.next_sequence.saturating_add(1);
    }

    /// What was found so far.
    pub const fn verdict(&self) -> ChainVerdict {
        self.verdict
    }
}

/// Checks events in order of sequence from the first.
pub fn verify<'a>(events: impl IntoIterator<Item = &'a Event>) -> ChainVerdict {
    let mut check = ChainCheck::new();
    events.into_iter().for_each(|event| check.see(event));
    check.verdict()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;

    #[test]
    fn a_head_is_written_in_hexadecimal_digits() {
        let mut verdict = ChainCheck::new().verdict();
        verdict.head[0] = 0x0a;
        verdict.head[31] = 0xf1;
        assert_eq!(verdict.head_hex(), format!("0a{}f1", "00".repeat(30)));
    }

    type Content = (i64, String, String, String, String);

    fn chain(contents: Vec<Content>) -> Vec<Event> {
        let mut head = GENESIS;
        let numbered = contents.into_iter().zip(1..);
        let event = |((at_ms, actor, action, subject, detail_json), sequence): (Content, i64)| {
            head = chain_hash(&head, sequence, at_ms, &actor, &action, &subject, &detail_json);
            Event { sequence, at_ms, actor, action, subject, detail_json, hash: head }
        };
        numbered.map(event).collect()
    }

    fn some_chain() -> impl Strategy<Value = Vec<Event>> {
        let content = (any::<i64>(), "[a-z]{0,4}", "[a-z]{0,4}", "[a-z]{0,4}", "[a-z]{0,4}");
        proptest::collection::vec(content, 2..20).prop_map(chain)
    }

    #[test]
    fn an_empty_log_is_intact() {
        assert_eq!(verify([]), ChainVerdict { events: 0, first_broken: None, head: GENESIS });
    }

    #[test]
    fn text_moved_between_fields_changes_the_hash() {
        let hash = |actor, action| chain_hash(&GENESIS, 1, 0, actor, action, "", "");
        assert_ne!(hash("ab", "c"), hash("a", "bc"));
    }

    #[test]
    fn views_are_a_chain_in_which_who_when_whom_and_how_are_fixed() {
        let view = View { at_ms: 1_000, user: UserId(7), registrant: RegistrantId(3), what: "room", via: "member" };
        let first = view.hash(&GENESIS, 1);
        let second = view.hash(&first, 2);
        let broken = |changed: View<'_>| {
            let mut check = ChainCheck::new();
            check.see_view(1, &view, first);
            check.see_view(2, &changed, second);
            check.verdict().first_broken
        };
        assert_eq!(broken(view), None);
        for changed in [
            View { at_ms: 1_001, ..view },
            View { user: UserId(8), ..view },
            View { registrant: RegistrantId(4), ..view },
            View { what: "list", ..view },
            View { via: "broken_glass", ..view },
        ] {
            assert_eq!(broken(changed), Some(2), "{changed:?}");
        }
        let mut check = ChainCheck::new();
        check.see_view(2, &view, second);
        assert_eq!(check.verdict().first_broken, Some(1), "the first row was removed");
    }

    proptest! {
        #[test]
        fn a_sound_chain_is_intact(events in some_chain()) {
            let verdict = verify(&events);
            prop_assert!(verdict.is_intact());
            prop_assert_eq!(verdict.events, u64::try_from(events.len()).unwrap());
            prop_assert_eq!(verdict.head, events.last().unwrap().hash);
        }

        #[test]
        fn any_change_is_found_where_it_is(events in some_chain(), at: Index, field in 0..7_u8) {
            let mut changed = events;
            let at = at.index(changed.len());
            let event = &mut changed[at];
            match field {
                0 => event.at_ms = event.at_ms.wrapping_add(1),
                1 => event.actor.push('x'),
                2 => event.action.push('x'),
                3 => event.subject.push('x'),
                4 => event.detail_json.push('x'),
                5 => event.sequence += 1,
                _ => event.hash[0] ^= 1,
            }
            prop_assert_eq!(verify(&changed).first_broken, Some(i64::try_from(at + 1).unwrap()));
        }

        #[test]
        fn a_removal_is_found(events in some_chain(), at: Index) {
            let mut changed = events;
            let at = at.index(changed.len() - 1);
            changed.remove(at);
            prop_assert_eq!(verify(&changed).first_broken, Some(i64::try_from(at + 1).unwrap()));
        }

        #[test]
        fn a_removal_at_the_end_changes_the_head(events in some_chain()) {
            let head = verify(&events).head;
            prop_assert_ne!(verify(&events[..events.len() - 1]).head, head);
        }

        #[test]
        fn a_swap_is_found(events in some_chain(), a: Index, b: Index, renumber: bool) {
            let mut changed = events;
            let (a, b) = (a.index(changed.len()), b.index(changed.len()));
            prop_assume!(a != b);
            changed.swap(a, b);
            if renumber {
                changed.iter_mut().zip(1..).for_each(|(event, sequence)| event.sequence = sequence);
            }
            prop_assert_eq!(verify(&changed).first_broken, Some(i64::try_from(a.min(b) + 1).unwrap()));
        }
    }
}
