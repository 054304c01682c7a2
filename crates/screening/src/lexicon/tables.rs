//! The words of `data/` as `build.rs` writes them down: all that begin at a place are found in one walk by their letters.

use super::{Hit, Readings, Sorted, Tag, Weight};
use crate::folded::Folded;

// NODES: where the letters and the tags of each node begin; they end where those of the next begin.
// LETTERS: those that lead on from a node, in order; the one at `n` leads to node `n + 1`.
// TAGS: what the word that ends at a node says.
include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// Adds every word that begins at a place.
pub(super) fn find_at(text: &Folded<'_>, start: usize, hits: &mut Vec<Hit>) {
    let mut node = 0;
    for end in start + 1..=text.len() {
        let Some(next) = child(node, text.before(end)) else { return };
        node = next;
        let tags = tags(node);
        if !tags.is_empty() && is_whole(text, start, end) {
            hits.extend(tags.iter().map(|&(tag, weight)| Hit { start, end, tag, weight }));
        }
    }
}

fn child(node: usize, letter: char) -> Option<usize> {
    let (from, to) = (begin(node)?.0, begin(node + 1)?.0);
    let found = LETTERS.get(from..to)?.binary_search(&letter).ok()?;
    Some(from + found + 1)
}

fn tags(node: usize) -> &'static [(Tag, Weight)] {
    let place = begin(node).zip(begin(node + 1));
    place.and_then(|(from, to)| TAGS.get(from.1..to.1)).unwrap_or_default()
}

fn begin(node: usize) -> Option<(usize, usize)> {
    let (letters, tags) = NODES.get(node)?;
    Some((usize::try_from(*letters).ok()?, usize::try_from(*tags).ok()?))
}

/// An abbreviation such as ALS is none within a longer word.
fn is_whole(text: &Folded<'_>, start: usize, end: usize) -> bool {
    let latin = |c: char| c.is_ascii_alphabetic();
    !(latin(text.at(start)) && latin(text.before(start)) || latin(text.before(end)) && latin(text.at(end)))
}
