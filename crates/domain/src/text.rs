//! Text as people type it, made comparable; and the value types that a form's fields become.

mod contact;
mod day;
mod marks;
mod names;
mod pairs;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

pub use contact::{AddressText, Email, PhoneNumber, PostalCode};
pub use day::{day, day_invalid};
pub use marks::marks;
pub use names::{AssetNumber, KanaName, NoteText, OrganizationName, PersonName, RoomName, ShortText, TagName};
pub use pairs::{pairs, pairs_query};

use crate::FieldError;

/// Makes a text uniform without changing what it says: NFKC, no control or invisible characters, trimmed, every
/// run of white space one space.
///
/// ```
/// assert_eq!(domain::tidy(" ﾔﾏﾀﾞ　　ﾊﾅｺ\n"), "ヤマダ ハナコ");
/// ```
pub fn tidy(text: &str) -> String {
    let visible: String = text.chars().filter(|c| c.is_whitespace() || !is_invisible(*c)).nfkc().collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key under which two spellings of one name are the same: also lower case, hiragana for katakana, no white
/// space or middle dots, and one character for the variants of a kanji.
///
/// ```
/// assert_eq!(domain::fold_key("髙﨑　ユミ"), domain::fold_key("高崎ゆみ"));
/// ```
pub fn fold_key(text: &str) -> String {
    let lower = tidy(text).to_lowercase();
    let letters = lower.nfkc().filter(|c| !c.is_whitespace() && !is_middle_dot(*c) && !is_variation_selector(*c));
    // Again NFKC: a mark may follow another letter now.
    letters.map(fold).nfkc().collect()
}

/// White space or something people type between groups of digits.
pub(crate) fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_hyphen(c)
}

/// A hyphen, or what people type for one, among them the long vowel mark.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{207B}' | '\u{208B}' | '\u{FE63}' | '\u{FF0D}' | 'ー' | 'ｰ' | '─'
    )
}

pub(crate) fn is_middle_dot(c: char) -> bool {
    matches!(c, '・' | '･' | '·' | '•' | '‧' | '∙' | '⋅')
}

/// Takes no room on the page: control and format characters and fillers. White space is judged elsewhere.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E00FF}')
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Emoji, private use (gaiji) and what is no character: another machine shows them differently or not at all.
fn is_unportable(c: char) -> bool {
    matches!(c,
        '\u{20D0}'..='\u{20FF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{E000}'..='\u{F8FF}'
        | '\u{FFFC}' | '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// A control character that no text field may hold; tabs and line breaks count as white space.
fn is_forbidden_control(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
}

/// One character of a comparison key.
fn fold(c: char) -> char {
    match c {
        // Katakana and its iteration marks lie 0x60 above hiragana.
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).map_or(c, fold_small_ke),
        'ゕ' | 'ゖ' => fold_small_ke(c),
        _ => old_form(c),
    }
}

/// The small ヵ and ヶ of 八ヶ岳 are often typed as large ones.
fn fold_small_ke(c: char) -> char {
    match c {
        'ゕ' => 'か',
        'ゖ' => 'け',
        _ => c,
    }
}

/// The usual form of a kanji that family names write in an old or variant form. NFKC leaves these alone.
fn old_form(c: char) -> char {
    match c {
        '髙' => '高',
        '﨑' | '嵜' | '碕' => '崎',
        '濵' | '濱' => '浜',
        '邊' | '邉' => '辺',
        '齋' | '齊' | '斎' => '斉',
        '澤' => '沢',
        '廣' => '広',
        '櫻' => '桜',
        '嶋' | '嶌' => '島',
        '德' => '徳',
        '眞' => '真',
        '國' => '国',
        '龍' => '竜',
        '瀨' => '瀬',
        '槇' => '槙',
        '壽' => '寿',
        '惠' => '恵',
        '榮' => '栄',
        '藏' => '蔵',
        '當' => '当',
        '會' => '会',
        '實' => '実',
        '條' => '条',
        '假' => '仮',
        '鐵' => '鉄',
        '寬' => '寛',
        '黑' => '黒',
        '曾' => '曽',
        '關' => '関',
        '圓' => '円',
        '增' => '増',
        '萬' => '万',
        '豐' => '豊',
        '應' => '応',
        '彌' => '弥',
        '禮' => '礼',
        '靜' => '静',
        '來' => '来',
        '𠮷' => '吉',
        '冨' => '富',
        '峯' => '峰',
        '桒' => '桑',
        '栁' => '柳',
        '舘' => '館',
        '籔' | '薮' => '藪',
        '鄕' => '郷',
        '靑' => '青',
        '淸' => '清',
        '橫' => '横',
        '內' => '内',
        '戶' => '戸',
        '飮' => '飲',
        '巖' | '嵓' => '巌',
        _ => c,
    }
}

/// More than two marks on one letter: no name has them, and they cover the lines around.
fn piles_up_marks(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|c| {
        marks = if canonical_combining_class(c) == 0 { 0 } else { marks + 1 };
        marks > 2
    })
}

/// A tidy text of one line, at most `limit` characters, with nothing that cannot be shown everywhere.
fn line(raw: &str, limit: usize) -> Result<String, FieldError> {
    let text = tidy(raw);
    if raw.chars().any(is_forbidden_control) || text.chars().any(is_unportable) || piles_up_marks(&text) {
        return Err(FieldError::not_allowed_characters());
    }
    if text.is_empty() {
        return Err(FieldError::required());
    }
    if text.chars().count() > limit {
        return Err(FieldError::too_long(limit));
    }
    Ok(text)
}

/// Declares a type that holds a text only `parse` can make, and travels as that text.
macro_rules! text_value {
    ($(#[$doc:meta])* $name:ident, example = $example:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        #[serde(try_from = "String", into = "String")]
        #[schema(value_type = String, example = $example)]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::FieldError;

            fn try_from(raw: String) -> Result<Self, $crate::FieldError> {
                Self::parse(&raw)
            }
        }
    };
}
use text_value;

#[cfg(test)]
mod tests;
