//! Names of people, organizations and things, and free notes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{fold_key, is_forbidden_control, is_hyphen, is_invisible, is_middle_dot, is_unportable, line, text_value};
use crate::FieldError;

text_value! {
    /// What a person is called: at most 60 characters of letters.
    PersonName, example = "山田 花子"
}

impl PersonName {
    /// The longest name, in characters.
    pub const LIMIT: usize = 60;

    /// Reads a name. Digits may occur (R2 refuses 看護師1 with a better reason) but not alone.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let text = line(raw, Self::LIMIT)?;
        if !text.chars().all(is_name_character) || !text.chars().any(char::is_alphabetic) {
            return Err(FieldError::not_allowed_characters());
        }
        Ok(Self(text))
    }

    /// The key under which two spellings of one name are the same.
    pub fn key(&self) -> String {
        fold_key(&self.0)
    }
}

fn is_name_character(c: char) -> bool {
    c.is_alphanumeric()
        || is_combining_mark(c)
        || is_hyphen(c)
        || is_middle_dot(c)
        || matches!(c, ' ' | '.' | ',' | '\'' | '’' | '(' | ')' | '々' | '〆' | '〇' | '゛' | '゜')
}

text_value! {
    /// How a name is read: at most 60 characters, kept as full width katakana.
    KanaName, example = "ヤマダ ハナコ"
}

impl KanaName {
    /// The longest reading, in characters.
    pub const LIMIT: usize = 60;

    /// Reads hiragana or katakana of either width.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let text: String = line(raw, Self::LIMIT)?.chars().map(katakana).collect();
        let kana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ヽ' | 'ヾ');
        if !text.chars().all(|c| kana(c) || matches!(c, 'ー' | '・' | ' ')) || !text.chars().any(kana) {
            return Err(FieldError::new("kana_expected", "ふりがなを、ひらがな又はカタカナで入力してください。"));
        }
        Ok(Self(text))
    }

    /// The key under which two spellings of one reading are the same.
    pub fn key(&self) -> String {
        fold_key(&self.0)
    }
}

fn katakana(c: char) -> char {
    match c {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        _ if is_hyphen(c) => 'ー',
        _ if is_middle_dot(c) => '・',
        _ => c,
    }
}

text_value! {
    /// What an organization is called: at most 100 characters.
    OrganizationName, example = "さくら訪問看護ステーション"
}

impl OrganizationName {
    /// The longest name, in characters.
    pub const LIMIT: usize = 100;

    /// Reads a name of one line.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        line(raw, Self::LIMIT).map(Self)
    }

    /// The key under which two spellings of one name are the same.
    pub fn key(&self) -> String {
        fold_key(&self.0)
    }
}

text_value! {
    /// A short free text of one line, such as a profession not in the list: at most 60 characters.
    ShortText, example = "音楽療法士"
}

impl ShortText {
    /// The longest text, in characters.
    pub const LIMIT: usize = 60;

    /// Reads a text of one line.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        line(raw, Self::LIMIT).map(Self)
    }
}

text_value! {
    /// What a tag is called (R28): at most 20 characters, since it stands beside every message.
    TagName, example = "褥瘡"
}

impl TagName {
    /// The longest name, in characters.
    pub const LIMIT: usize = 20;

    /// Reads a name of one line; a leading `#` that people are used to type is left out.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let text = line(raw, Self::LIMIT + 1)?;
        let name = text.trim_start_matches('#').trim();
        if name.is_empty() {
            return Err(FieldError::required());
        }
        if name.chars().count() > Self::LIMIT {
            return Err(FieldError::too_long(Self::LIMIT));
        }
        Ok(Self(name.to_owned()))
    }

    /// The key under which two spellings of one name are the same.
    pub fn key(&self) -> String {
        fold_key(&self.0)
    }
}

text_value! {
    /// What a collaboration room is called (R24): at most 60 characters.
    RoomName, example = "褥瘡ケア研修（令和8年度）の連絡"
}

impl RoomName {
    /// The longest name, in characters.
    pub const LIMIT: usize = 60;

    /// Reads a name of one line.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        line(raw, Self::LIMIT).map(Self)
    }

    /// The key under which two spellings of one name are the same.
    pub fn key(&self) -> String {
        fold_key(&self.0)
    }
}

text_value! {
    /// The number an organization manages a device under (R6): at most 40 printable ASCII characters.
    AssetNumber, example = "SKR-T-012"
}

impl AssetNumber {
    /// The longest number, in characters.
    pub const LIMIT: usize = 40;

    /// Reads a number; full width letters and digits become ASCII.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let text: String = line(raw, Self::LIMIT)?.chars().map(|c| if is_hyphen(c) { '-' } else { c }).collect();
        if !text.chars().all(|c| matches!(c, ' '..='~')) {
            let message = "管理番号は、英数字と記号で入力してください。";
            return Err(FieldError::new("not_allowed_characters", message));
        }
        Ok(Self(text))
    }
}

text_value! {
    /// A note of several lines: at most 2000 characters.
    NoteText, example = "電話番号をご確認ください。"
}

impl NoteText {
    /// The longest note, in characters.
    pub const LIMIT: usize = 2000;

    /// Reads a note that may have at most so many characters.
    pub fn within(limit: usize, raw: &str) -> Result<Self, FieldError> {
        let note = Self::parse(raw)?;
        if note.0.chars().count() > limit { Err(FieldError::too_long(limit)) } else { Ok(note) }
    }

    /// Reads a note. Its wording stays as typed; only line ends and invisible characters are made uniform.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        if raw.chars().any(is_forbidden_control) {
            return Err(FieldError::not_allowed_characters());
        }
        let lines = raw.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
        let visible = lines.chars().filter(|c| matches!(c, '\n' | '\t') || !is_invisible(*c) && !is_private(*c));
        let text = visible.nfc().collect::<String>().trim().to_owned();
        if text.is_empty() {
            return Err(FieldError::required());
        }
        if text.chars().count() > Self::LIMIT {
            return Err(FieldError::too_long(Self::LIMIT));
        }
        Ok(Self(text))
    }
}

/// A note may carry emoji, but no private characters.
fn is_private(c: char) -> bool {
    is_unportable(c) && matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}
