//! Words by their letters, so that all that begin at a place are found in one walk.

use super::{Hit, Tag, Weight};
use crate::folded::{Folded, fold};

/// Words by their letters.
#[derive(Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    /// The node of each first letter from [`FIRST`] on: most glyphs of a message are looked up here alone.
    roots: Vec<u32>,
}

/// Kana and the common kanji lie in this range.
const FIRST: u32 = 0x3000;
const LAST: u32 = 0x9FFF;

#[derive(Default)]
struct Node {
    /// Sorted by letter.
    children: Vec<(char, usize)>,
    tags: Vec<(Tag, Weight)>,
}

impl Node {
    fn child(&self, c: char) -> Option<usize> {
        let found = self.children.binary_search_by_key(&c, |child| child.0).ok()?;
        self.children.get(found).map(|child| child.1)
    }
}

impl Trie {
    /// Adds a word; what a heading said of it first stays.
    pub(super) fn insert(&mut self, word: &str, tag: Tag, weight: Weight) {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let mut at = 0;
        for c in fold(word).chars() {
            let next = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else { return };
            match node.children.binary_search_by_key(&c, |child| child.0) {
                Ok(found) => at = node.children.get(found).map_or(0, |child| child.1),
                Err(place) => {
                    node.children.insert(place, (c, next));
                    self.nodes.push(Node::default());
                    at = next;
                }
            }
        }
        if let Some(node) = self.nodes.get_mut(at)
            && !node.tags.iter().any(|known| known.0 == tag)
        {
            node.tags.push((tag, weight));
        }
    }

    /// Prepares the look-up of first letters.
    pub(super) fn finish(&mut self) {
        self.roots = (FIRST..=LAST)
            .map(|code| {
                let root = self.nodes.first();
                let child = char::from_u32(code).and_then(|c| root?.child(c));
                child.and_then(|child| u32::try_from(child).ok()).unwrap_or_default()
            })
            .collect();
    }

    fn root(&self, c: char) -> Option<&Node> {
        let table = u32::from(c).checked_sub(FIRST).and_then(|place| usize::try_from(place).ok());
        match table.and_then(|place| self.roots.get(place)) {
            // The root itself is nobody's child.
            Some(0) => None,
            Some(child) => self.nodes.get(usize::try_from(*child).ok()?),
            None => self.nodes.get(self.nodes.first()?.child(c)?),
        }
    }

    /// Adds every word that begins at a place.
    pub(super) fn find_at(&self, text: &Folded<'_>, start: usize, hits: &mut Vec<Hit>) {
        let mut node = None;
        for end in start + 1..=text.len() {
            let c = text.before(end);
            node = match node {
                None => self.root(c),
                Some(node) => Node::child(node, c).and_then(|child| self.nodes.get(child)),
            };
            let Some(node) = node else { return };
            if !node.tags.is_empty() && is_whole(text, start, end) {
                hits.extend(node.tags.iter().map(|&(tag, weight)| Hit { start, end, tag, weight }));
            }
        }
    }
}

/// An abbreviation such as ALS is none within a longer word.
fn is_whole(text: &Folded<'_>, start: usize, end: usize) -> bool {
    let latin = |c: char| c.is_ascii_alphabetic();
    !(latin(text.at(start)) && latin(text.before(start)) || latin(text.before(end)) && latin(text.at(end)))
}
