//! The record of a registrant on one page, and what it is printed for.

use crate::message::{purpose, text_within};
use crate::validation::Violations;
use crate::words::words;

/// The longest words beside a purpose, in characters: they stand in one line of the paper.
pub const WORDS_CHARACTERS_MAX: usize = 60;

words! {
    /// What the page is printed for.
    PrintPurpose {
        Visit = "visit" "訪問",
        EmergencyTransfer = "emergency_transfer" "救急搬送",
        Admission = "admission" "入院",
        Conference = "conference" "カンファレンス",
        Other = "other" "その他",
    }
}

/// What a paper is for, as it is kept and printed on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedFor {
    pub purpose: PrintPurpose,
    /// More about it; empty where the purpose says enough.
    pub words: String,
}

impl PrintedFor {
    /// Reads a word of [`PrintPurpose`] and what else was typed: その他 needs words, the others may do without.
    pub fn parse(typed: &str, words: &str) -> Result<Self, Violations> {
        let mut found = Violations::new();
        let chosen = found.word("purpose", typed, PrintPurpose::parse);
        let mut words =
            found.field("words", text_within(WORDS_CHARACTERS_MAX, words, true).map(|text| one_line(&text)));
        if chosen == Some(PrintPurpose::Other)
            && let Some(typed) = &words
        {
            words = found.field("words", purpose(typed));
        }
        found.finish(|| Some(Self { purpose: chosen?, words: words? }))
    }

    /// As the room is told and the paper says it.
    pub fn label_ja(&self) -> String {
        let Self { purpose, words } = self;
        match purpose {
            PrintPurpose::Other => words.clone(),
            _ if words.is_empty() => purpose.label_ja().to_owned(),
            _ => format!("{}（{words}）", purpose.label_ja()),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(purpose: &str, words: &str) -> Vec<String> {
        let found = PrintedFor::parse(purpose, words);
        found.err().into_iter().flatten().map(|violation| violation.field).collect()
    }

    #[test]
    fn a_purpose_is_chosen_and_another_one_is_said_in_words() {
        let said = |purpose, words| PrintedFor::parse(purpose, words).unwrap().label_ja();
        assert_eq!(said("emergency_transfer", ""), "救急搬送");
        assert_eq!(said("admission", " 市川病院\n3階 "), "入院（市川病院 3階）");
        assert_eq!(said("other", "施設見学の資料のため"), "施設見学の資料のため");
    }

    #[test]
    fn what_says_nothing_or_too_much_is_refused() {
        assert_eq!(fields("", ""), ["purpose"]);
        assert_eq!(fields("holiday", &"あ".repeat(61)), ["purpose", "words"]);
        assert_eq!(fields("other", " "), ["words"]);
        assert_eq!(fields("other", "他"), ["words"]);
    }
}
