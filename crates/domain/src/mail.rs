//! Mails between users: what may be written, and to how many (R29).

use crate::message::text_within;
use crate::validation::FieldError;

/// The longest subject, in characters.
pub const SUBJECT_CHARACTERS_MAX: usize = 100;

/// The longest mail, in characters.
pub const BODY_CHARACTERS_MAX: usize = 20_000;

/// The most people that one mail addresses.
pub const PEOPLE_MAX: usize = 50;

/// The most files of one mail, forwarded ones among them.
pub const FILES_MAX: usize = 10;

/// The most mails that one person has begun.
pub const DRAFTS_MAX: i64 = 50;

/// The longest text that is kept as begun: more than a mail may have, so that what is too long is not lost before it
/// was made shorter.
pub const DRAFT_CHARACTERS_MAX: usize = 5 * BODY_CHARACTERS_MAX;

/// Reads a subject: one line, as it was typed.
pub fn subject(raw: &str) -> Result<String, FieldError> {
    let line = raw.split(['\r', '\n', '\t', '\u{2028}', '\u{2029}', '\u{85}']).collect::<Vec<_>>().join(" ");
    text_within(SUBJECT_CHARACTERS_MAX, line.trim(), false)
}

/// Reads what a mail says. It may be empty when it carries files or passes another mail on.
pub fn body(raw: &str, may_be_empty: bool) -> Result<String, FieldError> {
    text_within(BODY_CHARACTERS_MAX, raw, may_be_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r29_a_subject_is_one_line_as_it_was_typed() {
        assert_eq!(subject("  往診の日程①\r\n（😊） ").as_deref(), Ok("往診の日程①  （😊）"));
        assert_eq!(subject(" \n\u{3000}").unwrap_err().code, "required");
        assert_eq!(subject("a\u{7}").unwrap_err().code, "not_allowed_characters");
        assert!(subject(&"あ".repeat(SUBJECT_CHARACTERS_MAX)).is_ok());
        assert_eq!(subject(&"あ".repeat(SUBJECT_CHARACTERS_MAX + 1)).unwrap_err().code, "too_long");
    }

    #[test]
    fn r29_a_mail_says_something_or_carries_something() {
        assert_eq!(body("", false).unwrap_err().code, "required");
        assert_eq!(body("", true).as_deref(), Ok(""));
        assert!(body(&"あ".repeat(BODY_CHARACTERS_MAX), false).is_ok());
        assert_eq!(body(&"あ".repeat(BODY_CHARACTERS_MAX + 1), false).unwrap_err().code, "too_long");
    }
}
