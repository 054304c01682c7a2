//! A message as the detectors read it: glyphs, words, lines and sentences.

use crate::folded::Folded;
use crate::lexicon::{Hits, Tag};
use std::cell::OnceCell;

/// A part of a message, in glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Span {
    pub(crate) fn contains(self, index: usize) -> bool {
        (self.start..self.end).contains(&index)
    }
}

pub(crate) struct Message<'a> {
    pub(crate) text: Folded<'a>,
    /// The glyphs as a string, to ask for words that a rule needs at all.
    pub(crate) plain: String,
    pub(crate) hits: Hits,
    lines: Vec<Span>,
    pub(crate) sentences: Vec<Span>,
    /// Decided when the first rule asks.
    pub(crate) is_announcement: OnceCell<bool>,
}

impl<'a> Message<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        let text = Folded::new(source);
        let plain = text.string(0, text.len());
        let hits = Hits::find(&text);
        let lines = split(&text, |c| c == '\n');
        let sentences = split(&text, |c| matches!(c, '\n' | '。' | '!' | '?' | '♪' | '…' | '☆'));
        Self { text, plain, hits, lines, sentences, is_announcement: OnceCell::new() }
    }

    /// Whether one of the words stands anywhere.
    pub(crate) fn mentions(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.plain.contains(word))
    }

    /// The line of a place.
    pub(crate) fn line(&self, index: usize) -> Span {
        span_at(&self.lines, index)
    }

    /// The sentence of a place.
    pub(crate) fn sentence(&self, index: usize) -> Span {
        span_at(&self.sentences, index)
    }

    /// The line before the one of a place.
    pub(crate) fn previous_line(&self, index: usize) -> Option<Span> {
        let line = self.line(index);
        line.start.checked_sub(1).map(|end| self.line(end))
    }

    /// Whether a word of a kind stands in a part.
    pub(crate) fn says(&self, span: Span, tag: Tag) -> bool {
        self.hits.has(span.start, span.end, tag)
    }
}

/// The parts between separators; a separator belongs to the part that it ends.
fn split(text: &Folded<'_>, separates: impl Fn(char) -> bool) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for index in 0..text.len() {
        if separates(text.at(index)) {
            spans.push(Span { start, end: index + 1 });
            start = index + 1;
        }
    }
    spans.push(Span { start, end: text.len() });
    spans
}

fn span_at(spans: &[Span], index: usize) -> Span {
    let place = spans.partition_point(|span| span.end <= index);
    let found = spans.get(place).or(spans.last()).copied();
    found.unwrap_or(Span { start: 0, end: 0 })
}
