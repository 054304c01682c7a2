//! Words made searchable: overlapping pairs of characters for a full text index (FTS5 with unicode61), so that a part
//! of a name is found from its first character on. An index of three characters would miss 褥瘡 and most family names.

use super::fold_key;

/// The longest search that is looked for; what follows narrows nothing that matters.
pub(super) const QUERY_CHARACTERS_MAX: usize = 100;

/// The tokens of these words: each pair of neighbouring characters, and the last one alone, which keeps a search from
/// reaching over into the next word.
///
/// ```
/// assert_eq!(domain::text::pairs(["山田 花子"]), "山田 田花 花子 子");
/// ```
pub fn pairs<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let tokens: Vec<String> = words.into_iter().flat_map(|word| tokens(&searchable(word))).collect();
    tokens.join(" ")
}

/// The search for texts that hold each of the words of `query` somewhere, in the language of FTS5; none when it holds
/// nothing to look for.
///
/// ```
/// assert_eq!(domain::text::pairs_query("花子 山").as_deref(), Some(r#""花子" AND "山"*"#));
/// ```
pub fn pairs_query(query: &str) -> Option<String> {
    let bounded: String = query.chars().take(QUERY_CHARACTERS_MAX).collect();
    let words = bounded.split_whitespace().map(searchable).filter(|word| !word.is_empty());
    let phrases: Vec<String> = words.map(|word| phrase(&word)).collect();
    if phrases.is_empty() { None } else { Some(phrases.join(" AND ")) }
}

/// The characters that count: letters and digits, as [`fold_key`] makes them comparable. The tokenizer would split at
/// any other.
pub(super) fn searchable(text: &str) -> Vec<char> {
    fold_key(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn tokens(word: &[char]) -> Vec<String> {
    let pairs = word.windows(2).map(|pair| pair.iter().collect());
    pairs.chain(word.last().map(char::to_string)).collect()
}

/// A single character begins a pair or is the last of its word; more are a phrase of pairs.
fn phrase(word: &[char]) -> String {
    match word {
        [single] => format!("\"{single}\"*"),
        _ => {
            let pairs: Vec<String> = word.windows(2).map(|pair| pair.iter().collect()).collect();
            format!("\"{}\"", pairs.join(" "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What FTS5 does with the tokens of an index and one phrase.
    fn finds(index: &str, query: &str) -> bool {
        let tokens: Vec<&str> = index.split(' ').collect();
        query.split(" AND ").all(|phrase| match phrase.strip_suffix('*') {
            Some(prefix) => tokens.iter().any(|token| token.starts_with(prefix.trim_matches('"'))),
            None => {
                let wanted: Vec<&str> = phrase.trim_matches('"').split(' ').collect();
                tokens.windows(wanted.len()).any(|window| window == wanted)
            }
        })
    }

    fn found(words: &[&str], query: &str) -> bool {
        pairs_query(query).is_some_and(|query| finds(&pairs(words.iter().copied()), &query))
    }

    #[test]
    fn one_character_and_more_are_found_anywhere_in_a_word() {
        let words = ["みなみ訪問看護ステーション", "髙﨑 ユミ", "4-26-000123-46"];
        for query in [
            "み",
            "ン",
            "看護",
            "訪問看護",
            "すてーしょん",
            "高崎",
            "髙",
            "ゆみ",
            "高崎ゆみ",
            "4-26-000123",
            "000123",
            "高崎 看護",
        ] {
            assert!(found(&words, query), "{query}");
        }
        for query in ["護問", "崎高", "ンた", "高崎 薬局", "000124"] {
            assert!(!found(&words, query), "{query}");
        }
    }

    #[test]
    fn a_search_does_not_reach_over_into_the_next_word() {
        assert!(!found(&["山田", "花子"], "田花"));
        assert!(found(&["山田", "花子"], "山田 花子"));
    }

    #[test]
    fn nothing_to_look_for_is_no_search() {
        for query in ["", " ", "\"", "*-・", "\u{200B}"] {
            assert_eq!(pairs_query(query), None, "{query:?}");
        }
    }

    #[test]
    fn operators_are_words_like_any_other() {
        assert_eq!(pairs_query("a\" OR \"b NEAR(").as_deref(), Some(r#""a"* AND "or" AND "b"* AND "ne ea ar""#));
    }

    proptest! {
        #[test]
        fn a_word_is_found_when_it_is_a_part(
            word in "[山田花子高崎みなみアイウ]{1,12}", other in "[山田花子高崎みなみアイウ]{1,6}", at in 0..12_usize, length in 1..6_usize,
        ) {
            let part: String = word.chars().skip(at % word.chars().count()).take(length).collect();
            prop_assert!(found(&["先", &word, "後"], &part));
            prop_assert_eq!(found(&[&word], &other), fold_key(&word).contains(&fold_key(&other)));
        }

        #[test]
        fn no_text_breaks_a_query(text: String) {
            if let Some(query) = pairs_query(&text) {
                // Quotes only around phrases, and nothing in them that the tokenizer would split.
                for phrase in query.split(" AND ") {
                    let inner = phrase.trim_end_matches('*').trim_matches('"');
                    prop_assert!(inner.chars().all(|c| c.is_alphanumeric() || c == ' '), "{}", query);
                }
            }
        }
    }
}
