//! Where the words of a search stand in a text, so that its reader sees why it was found.

use super::fold_key;
use super::pairs::{QUERY_CHARACTERS_MAX, searchable};
use unicode_normalization::char::is_combining_mark;

/// More places than anybody looks at.
const MARKS_MAX: usize = 100;

/// The places of the words of `query` in `text`, as `[start, end)` in Unicode scalar values; in order, none within
/// another. They are found as [`pairs_query`](super::pairs_query) finds texts: in either width, kana and kanji variant.
///
/// ```
/// assert_eq!(domain::text::marks("本日、ｶﾃｰﾃﾙを交換。かてーてる良好", "カテーテル"), [(3, 8), (12, 17)]);
/// ```
pub fn marks(text: &str, query: &str) -> Vec<(usize, usize)> {
    let letters = letters(text);
    let bounded: String = query.chars().take(QUERY_CHARACTERS_MAX).collect();
    let words: Vec<Vec<char>> = bounded.split_whitespace().map(searchable).filter(|word| !word.is_empty()).collect();
    let mut places: Vec<(usize, usize)> = words.iter().flat_map(|word| places_of(&letters, word)).collect();
    places.sort_unstable();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (start, end) in places {
        let is_full = marks.len() == MARKS_MAX;
        match marks.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ if is_full => break,
            _ => marks.push((start, end)),
        }
    }
    marks
}

/// One folded letter, and the place of what it was made from.
struct Letter {
    folded: char,
    start: usize,
    end: usize,
}

/// The letters that a search looks at.
fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    let mut group = String::new();
    let mut start = 0;
    let mut flush = |group: &mut String, start: usize, end: usize| {
        let folded = fold_key(group);
        letters.extend(folded.chars().filter(|c| c.is_alphanumeric()).map(|folded| Letter { folded, start, end }));
        group.clear();
    };
    let mut end = 0;
    for c in text.chars() {
        // A mark belongs to the letter before it: half width ガ is two characters.
        let belongs = is_combining_mark(c) || matches!(c, 'ﾞ' | 'ﾟ' | '゛' | '゜');
        if !belongs {
            flush(&mut group, start, end);
            start = end;
        }
        group.push(c);
        end += 1;
    }
    flush(&mut group, start, end);
    letters
}

fn places_of<'a>(letters: &'a [Letter], word: &'a [char]) -> impl Iterator<Item = (usize, usize)> + 'a {
    letters.windows(word.len()).filter_map(move |window| {
        let same = window.iter().map(|letter| letter.folded).eq(word.iter().copied());
        let (first, last) = (window.first()?, window.last()?);
        same.then_some((first.start, last.end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{pairs, pairs_query};
    use proptest::prelude::*;

    #[test]
    fn words_are_marked_however_they_are_written() {
        assert_eq!(marks("発熱 38.5℃、発熱", "発熱"), [(0, 2), (9, 11)]);
        assert_eq!(marks("褥瘡の処置", "瘡"), [(1, 2)]);
        assert_eq!(marks("ガーゼ、ｶﾞｰｾﾞ、がーぜ", "がーぜ"), [(0, 3), (4, 9), (10, 13)]);
        assert_eq!(marks("髙橋さん", "高橋"), [(0, 2)]);
        assert_eq!(marks("SpO2 が低下", "ｓｐｏ２ 低"), [(0, 4), (6, 7)]);
        assert!(marks("発熱", " ").is_empty() && marks("", "発熱").is_empty() && marks("熱発", "発熱").is_empty());
    }

    #[test]
    fn words_that_overlap_are_one_mark_and_marks_are_bounded() {
        assert_eq!(marks("訪問看護師", "訪問看護 看護師"), [(0, 5)]);
        assert_eq!(marks(&"あい".repeat(500), "あ").len(), MARKS_MAX);
    }

    proptest! {
        #[test]
        fn a_part_of_a_word_is_marked_where_it_stands(before in "[ぁ-んァ-ヶ一-龠]{0,5}", word in "[ぁ-んァ-ヶ一-龠]{1,4}") {
            let text = format!("{before}{word}");
            prop_assert!(!marks(&text, &word).is_empty());
            prop_assert!(marks(&text, &word).iter().all(|(start, end)| start < end && *end <= text.chars().count()));
            prop_assert!(pairs_query(&word).is_some() && !pairs([text.as_str()]).is_empty());
        }
    }
}
