//! A message made comparable, each of whose glyphs still knows where it stood.

use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

/// One comparable character.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    /// NFKC, lower case, usual form of a kanji; katakana stay katakana.
    c: char,
    /// The scalar values and bytes it stands for.
    start: usize,
    end: usize,
    byte_start: usize,
    byte_end: usize,
}

/// A message as glyphs.
#[derive(Debug)]
pub(crate) struct Folded<'a> {
    source: &'a str,
    glyphs: Vec<Glyph>,
}

/// What [`Folded::at`] answers outside of the text.
pub(crate) const NOTHING: char = '\0';

impl<'a> Folded<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(source.len() / 2);
        for (index, (byte, raw)) in source.char_indices().enumerate() {
            let (end, byte_end) = (index + 1, byte + raw.len_utf8());
            fold_into(raw, |c| {
                if let Some(last) = glyphs.last_mut()
                    && let Some(joined) = joined(last.c, c)
                {
                    *last = Glyph { c: joined, end, byte_end, ..*last };
                    return;
                }
                glyphs.push(Glyph { c, start: index, end, byte_start: byte, byte_end });
            });
        }
        Self { source, glyphs }
    }

    pub(crate) fn len(&self) -> usize {
        self.glyphs.len()
    }

    /// The glyph at a place, or [`NOTHING`].
    pub(crate) fn at(&self, index: usize) -> char {
        self.glyphs.get(index).map_or(NOTHING, |glyph| glyph.c)
    }

    /// The glyph before a place, or [`NOTHING`].
    pub(crate) fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or(NOTHING, |previous| self.at(previous))
    }

    /// The glyphs of a place, as far as there are any.
    pub(crate) fn chars(&self, start: usize, end: usize) -> impl DoubleEndedIterator<Item = char> + '_ {
        let end = end.min(self.len());
        self.glyphs.get(start.min(end)..end).unwrap_or_default().iter().map(|glyph| glyph.c)
    }

    pub(crate) fn string(&self, start: usize, end: usize) -> String {
        let mut written = String::with_capacity(3 * end.saturating_sub(start).min(self.len()));
        written.extend(self.chars(start, end));
        written
    }

    /// The same in hiragana.
    pub(crate) fn hiragana(&self, start: usize, end: usize) -> String {
        self.chars(start, end).map(hiragana).collect()
    }

    /// Whether `word` stands at a place.
    pub(crate) fn has(&self, start: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(offset, c)| self.at(start + offset) == c)
    }

    /// Whether `word` ends at a place.
    pub(crate) fn has_before(&self, end: usize, word: &str) -> bool {
        end.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word))
    }

    /// The first of the words that stands at a place, in glyphs.
    pub(crate) fn any_at(&self, start: usize, words: &[&str]) -> Option<usize> {
        words.iter().find(|word| self.has(start, word)).map(|word| word.chars().count())
    }

    /// Every place where one of the words stands, the first of them at each.
    pub(crate) fn places(&self, words: &[&str]) -> Vec<(usize, usize)> {
        let mut firsts: Vec<char> = words.iter().filter_map(|word| word.chars().next()).collect();
        firsts.sort_unstable();
        firsts.dedup();
        let glyphs = self.glyphs.iter().enumerate().filter(|(_, glyph)| firsts.contains(&glyph.c));
        glyphs.filter_map(|(start, _)| Some((start, start + self.any_at(start, words)?))).collect()
    }

    /// Whether one of the words stands within a place.
    pub(crate) fn contains(&self, start: usize, end: usize, words: &[&str]) -> bool {
        let text = self.string(start, end);
        words.iter().any(|word| text.contains(word))
    }

    /// Over `skipped` forwards.
    pub(crate) fn skip(&self, mut index: usize, skipped: impl Fn(char) -> bool) -> usize {
        while index < self.len() && skipped(self.at(index)) {
            index += 1;
        }
        index
    }

    /// Over `skipped` backwards.
    pub(crate) fn skip_back(&self, mut index: usize, skipped: impl Fn(char) -> bool) -> usize {
        while index > 0 && skipped(self.before(index)) {
            index -= 1;
        }
        index
    }

    /// Where glyphs stand in the message: scalar values, and what is written there.
    pub(crate) fn place(&self, start: usize, end: usize) -> Option<(usize, usize, &'a str)> {
        let first = self.glyphs.get(start)?;
        let last = self.glyphs.get(end.checked_sub(1)?)?;
        let text = self.source.get(first.byte_start..last.byte_end)?;
        (first.start < last.end).then_some((first.start, last.end, text))
    }
}

/// Writes the comparable letters of a text, in hiragana, over what was in `letters`: for texts whose places nobody asks.
pub(crate) fn letters_into(text: &str, letters: &mut Vec<char>) {
    letters.clear();
    for raw in text.chars() {
        fold_into(raw, |c| match letters.last_mut() {
            Some(last) if let Some(joined) = joined(*last, c) => *last = joined,
            _ => letters.push(c),
        });
    }
    for letter in letters {
        *letter = hiragana(*letter);
    }
}

fn fold_into(raw: char, mut take: impl FnMut(char)) {
    match raw {
        '\n' | '0'..='9' | 'a'..='z' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '、' | '。' => take(raw),
        '一'..='鿿' => take(usual_form(raw)),
        _ if raw.is_whitespace() => take(if is_line_break(raw) { '\n' } else { ' ' }),
        // A voicing mark that stands by itself becomes a space and the mark.
        '゛' => take('\u{3099}'),
        '゜' => take('\u{309A}'),
        _ if is_invisible(raw) => {}
        _ => {
            for c in raw.nfkc().flat_map(char::to_lowercase) {
                take(usual_form(if is_hyphen(c) { '-' } else { c }));
            }
        }
    }
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A letter with the voicing mark that follows it.
fn joined(letter: char, mark: char) -> Option<char> {
    if matches!(mark, '\u{3099}' | '\u{309A}') { compose(letter, mark) } else { None }
}

/// A hyphen, or what people type for one; ー is left to whoever reads digits.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '─')
}

/// Takes no room on the page.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}

/// Sorted: this is asked for every kanji, and they are few.
static VARIANTS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let lines = include_str!("../data/variants.txt").lines().filter(|line| !line.starts_with('#'));
    let pair = |word: &str| {
        let mut chars = word.chars();
        Some((chars.next()?, chars.next()?))
    };
    let mut pairs: Vec<(char, char)> = lines.flat_map(str::split_whitespace).filter_map(pair).collect();
    pairs.sort_unstable();
    pairs
});

fn usual_form(c: char) -> char {
    let found = VARIANTS.binary_search_by_key(&c, |pair| pair.0).ok().and_then(|place| VARIANTS.get(place));
    found.map_or(c, |pair| pair.1)
}

pub(crate) fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    }
}

pub(crate) fn is_kanji(c: char) -> bool {
    matches!(c, '一'..='鿿' | '㐀'..='䶿' | '々' | '\u{20000}'..='\u{3FFFF}' | '豈'..='\u{FAFF}')
}

pub(crate) fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

pub(crate) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

pub(crate) fn is_space(c: char) -> bool {
    c == ' '
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        let folded = Folded::new(text);
        folded.string(0, folded.len())
    }

    #[test]
    fn spellings_of_one_word_are_the_same() {
        for (one, other) in
            [("ﾔﾏﾀﾞ", "ヤマダ"), ("ＴＥＬ", "tel"), ("髙﨑", "高崎"), ("か\u{3099}", "が"), ("０４７−", "047-")]
        {
            assert_eq!(fold(one), fold(other));
        }
    }

    #[test]
    fn a_glyph_knows_where_it_stood() {
        let folded = Folded::new("😀ﾔﾏﾀﾞ様");
        assert_eq!(folded.string(0, folded.len()), "😀ヤマダ様");
        assert_eq!(folded.place(1, 4), Some((1, 5, "ﾔﾏﾀﾞ")));
        assert_eq!(folded.place(4, 5), Some((5, 6, "様")));
        assert_eq!(folded.place(4, 4), None);
        assert_eq!(folded.place(4, 9), None);
    }
}
