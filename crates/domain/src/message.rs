//! Messages of a room: what may be written, for how long it may be changed, when to telephone as well (R20, R22, R27).

use crate::validation::FieldError;
use crate::{NoteText, fold_key};
use unicode_normalization::UnicodeNormalization;

/// The longest message, in characters.
pub const BODY_CHARACTERS_MAX: usize = 10_000;

/// The most files of one message.
pub const FILES_MAX: usize = 10;

/// The largest file, in bytes.
pub const FILE_BYTES_MAX: i64 = 10 * 1024 * 1024;

/// The size of each piece of a file but the last, in bytes.
pub const CHUNK_BYTES: i64 = 256 * 1024;

/// The most people that one message addresses or asks by name.
pub const PEOPLE_MAX: usize = 50;

/// The most tags of one message.
pub const TAGS_MAX: usize = 10;

/// The most messages that a room has pinned.
pub const PINS_MAX: i64 = 20;

/// For how long its author may change a message.
pub const EDIT_HOURS: i64 = 24;

/// The shortest reason that says anything, in characters.
pub const REASON_CHARACTERS_MIN: usize = 5;

/// The longest stated need, in characters.
pub const NEED_CHARACTERS_MAX: usize = 300;

/// What a message says of an emergency: its author is reminded to telephone as well (R22).
pub const EMERGENCY_WORDS: &[&str] = &[
    "至急",
    "急変",
    "救急",
    "緊急",
    "急いで",
    "心肺停止",
    "呼吸停止",
    "呼吸が止",
    "息をして",
    "意識がない",
    "意識なし",
    "意識レベル低下",
    "大量出血",
    "吐血",
    "下血",
    "けいれん",
    "痙攣",
    "窒息",
    "胸痛",
    "119",
];

/// Reads what somebody wrote. It stays as it was typed, emoji and all; only line ends and what cannot be seen are made
/// uniform. With files it may be empty.
pub fn body(raw: &str, has_files: bool) -> Result<String, FieldError> {
    text_within(BODY_CHARACTERS_MAX, raw, has_files)
}

/// [`body`], of another length.
pub(crate) fn text_within(limit: usize, raw: &str, may_be_empty: bool) -> Result<String, FieldError> {
    let lines = raw.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    if lines.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err(FieldError::new(
            "not_allowed_characters",
            "使えない文字(制御文字)が含まれています。取り除いてください。",
        ));
    }
    let visible: String = lines.chars().filter(|c| !turns_text_around(*c)).nfc().collect();
    let body = visible.trim_end().trim_start_matches('\n');
    if body.trim().is_empty() && !may_be_empty {
        return Err(FieldError::required());
    }
    if body.chars().count() > limit {
        return Err(FieldError::too_long(limit));
    }
    Ok(body.to_owned())
}

/// Reads why personal information has to be written (R27).
pub fn need(raw: &str) -> Result<String, FieldError> {
    reason(raw, "必要な理由")
}

/// Reads what an export is for.
pub fn purpose(raw: &str) -> Result<String, FieldError> {
    reason(raw, "書き出す目的")
}

/// Why a record of another system is taken over: told to the room.
pub fn takeover_reason(raw: &str) -> Result<String, FieldError> {
    reason(raw, "引き継ぐ理由")
}

fn reason(raw: &str, what: &str) -> Result<String, FieldError> {
    let reason = NoteText::within(NEED_CHARACTERS_MAX, raw)?;
    if reason.as_str().chars().count() < REASON_CHARACTERS_MIN {
        return Err(FieldError::new(
            "too_short",
            format!("{what}を、{REASON_CHARACTERS_MIN}文字以上で書いてください。"),
        ));
    }
    Ok(reason.as_str().to_owned())
}

/// Until when a message written at `at` may be changed, in milliseconds UTC.
pub const fn editable_until(at: i64) -> i64 {
    at.saturating_add(EDIT_HOURS * 60 * 60 * 1000)
}

/// The words of [`EMERGENCY_WORDS`] that a text holds, in either width.
pub fn emergency_words(text: &str) -> Vec<&'static str> {
    let folded = fold_key(text);
    EMERGENCY_WORDS.iter().copied().filter(|word| folded.contains(&fold_key(word))).collect()
}

/// Marks that reverse what follows, so that a text shows other than it is.
fn turns_text_around(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_stays_as_it_was_typed() {
        assert_eq!(
            body("  明日10時に訪問します。\r\n👨‍👩‍👧 で相談を。\n\n", false).as_deref(),
            Ok("  明日10時に訪問します。\n👨‍👩‍👧 で相談を。")
        );
        assert_eq!(body("か\u{3099}", false).as_deref(), Ok("が"));
        assert_eq!(body("a\u{202E}b", false).as_deref(), Ok("ab"));
    }

    #[test]
    fn a_message_says_something_and_has_an_end() {
        assert_eq!(body(" \n\u{3000}", false).unwrap_err().code, "required");
        assert_eq!(body(" \n\u{3000}", true).as_deref(), Ok(""));
        assert_eq!(body("a\u{7}", false).unwrap_err().code, "not_allowed_characters");
        assert!(body(&"あ".repeat(BODY_CHARACTERS_MAX), false).is_ok());
        assert_eq!(body(&"あ".repeat(BODY_CHARACTERS_MAX + 1), false).unwrap_err().code, "too_long");
    }

    #[test]
    fn r22_words_of_an_emergency_are_known_in_any_width() {
        assert_eq!(emergency_words("容体が急変。１１９しました"), ["急変", "119"]);
        assert_eq!(emergency_words("ケイレンあり"), ["けいれん"]);
        assert!(emergency_words("来週の訪問は木曜です").is_empty());
    }

    #[test]
    fn r27_a_need_is_stated_in_words() {
        assert_eq!(need(" 必要 ").unwrap_err().code, "too_short");
        assert_eq!(need("主治医への連絡のため").as_deref(), Ok("主治医への連絡のため"));
        assert_eq!(need(&"あ".repeat(NEED_CHARACTERS_MAX + 1)).unwrap_err().code, "too_long");
    }

    #[test]
    fn a_day_to_change_it() {
        assert_eq!(editable_until(0), 86_400_000);
        assert_eq!(editable_until(i64::MAX), i64::MAX);
    }
}
