//! The person whose care is shared (登録者), and whether two of them may be one.

use chrono::NaiveDate;

use crate::words::Likeness;
use crate::{AddressText, KanaName, PersonName, PhoneNumber, PostalCode, fold_key};

/// A registrant as a Form 7 or 8 names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registrant {
    /// The name.
    pub name: PersonName,
    /// Its reading.
    pub kana: KanaName,
    /// The day of birth.
    pub birth_date: NaiveDate,
    /// The postal code, when it was given.
    pub postal_code: Option<PostalCode>,
    /// Where the person lives.
    pub address: AddressText,
    /// The telephone, when it was given.
    pub phone: Option<PhoneNumber>,
}

/// How many letters two readings may differ by: one in short ones, two from this length on.
const LONG_READING: usize = 6;

/// Whether two people with the same birth date may be one: the same reading, one that differs by a slip of the pen, or
/// the same given name with another family name, as after a marriage. Readings as people type them.
pub fn likeness(kana: &str, other: &str) -> Option<Likeness> {
    let (key, other_key) = (fold_key(kana), fold_key(other));
    if key.is_empty() || other_key.is_empty() {
        return None;
    }
    if key == other_key {
        return Some(Likeness::SameKana);
    }
    let allowed = if key.chars().count().min(other_key.chars().count()) >= LONG_READING { 2 } else { 1 };
    let slip = strsim::osa_distance(&plain(&key), &plain(&other_key)) <= allowed;
    let same_given = given_name(kana).is_some_and(|given| Some(given) == given_name(other));
    (slip || same_given).then_some(Likeness::SimilarKana)
}

/// The reading without the marks that are most often left out: voicing, small letters, the long vowel.
fn plain(key: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let unmarked = key.nfd().filter(|c| !matches!(c, '\u{3099}' | '\u{309A}' | 'ー'));
    unmarked
        .map(|c| match c {
            'ぁ' => 'あ',
            'ぃ' => 'い',
            'ぅ' => 'う',
            'ぇ' => 'え',
            'ぉ' | 'を' => 'お',
            'っ' => 'つ',
            'ゃ' => 'や',
            'ゅ' => 'ゆ',
            'ょ' => 'よ',
            _ => c,
        })
        .collect()
}

/// What stands after the first space.
fn given_name(kana: &str) -> Option<String> {
    let tidy = crate::tidy(kana);
    let (_, given) = tidy.split_once(' ')?;
    Some(fold_key(given)).filter(|given| given.chars().count() >= 2)
}

/// How people are addressed, as [`fold_key`] leaves it.
const HONORIFICS: [&str; 6] = ["さん", "さま", "様", "氏", "ちゃん", "くん"];

/// Whether a text calls this person by the full name or its reading, or by a part of it with さん, in whatever spelling. A
/// family name alone is also that of streets and towns.
pub fn is_named_in(text: &str, name: &str, kana: &str) -> bool {
    let text = fold_key(text);
    let contains = |key: &str| key.chars().count() > 1 && text.contains(key);
    let addressed = |part: &str| {
        let key = fold_key(part);
        key.chars().count() > 1 && HONORIFICS.iter().any(|honorific| text.contains(&format!("{key}{honorific}")))
    };
    [name, kana].into_iter().any(|name| contains(&fold_key(name)) || name.split_whitespace().any(addressed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_is_found_in_any_spelling() {
        for text in ["山﨑 花子さんの急変", "山崎花子", "やまざきはなこ様", "ﾔﾏｻﾞｷ･ﾊﾅｺ"]
        {
            assert!(is_named_in(text, "山崎 花子", "ヤマザキ ハナコ"), "{text}");
        }
        for text in ["山崎町の担当者から電話", "主治医と連絡がつかない", ""] {
            assert!(!is_named_in(text, "山崎 花子", "ヤマザキ ハナコ"), "{text}");
        }
        assert!(!is_named_in("", "", ""));
    }

    #[test]
    fn one_reading_written_in_two_ways_is_the_same() {
        assert_eq!(likeness("ヤマダ ハナコ", "やまだはなこ"), Some(Likeness::SameKana));
        assert_eq!(likeness("ｻﾄｳ ﾀﾛｳ", "サトウ・タロウ"), Some(Likeness::SameKana));
    }

    #[test]
    fn a_slip_of_the_pen_is_similar() {
        for (one, other) in [
            ("ナカジマ ミドリ", "ナカシマ ミドリ"),
            ("オオノ ショウコ", "オノ シヨウコ"),
            ("サイトウ ジュン", "サイトー ジュン"),
            ("タナカ イチロウ", "タナカ イチロー"),
            ("ワタナベ キヨ", "ワタナベ キヨエ"),
        ] {
            assert_eq!(likeness(one, other), Some(Likeness::SimilarKana), "{one} {other}");
            assert_eq!(likeness(other, one), Some(Likeness::SimilarKana), "{other} {one}");
        }
    }

    #[test]
    fn another_family_name_after_a_marriage_is_similar() {
        assert_eq!(likeness("スズキ ヨシコ", "ハセガワ ヨシコ"), Some(Likeness::SimilarKana));
    }

    #[test]
    fn other_people_are_other_people() {
        for (one, other) in [
            ("ヤマダ ハナコ", "サトウ タロウ"),
            ("オカ ミキ", "アベ ユウ"),
            ("ヤマダ ハナコ", ""),
            ("モリ アイ", "ハラ レイ"),
        ] {
            assert_eq!(likeness(one, other), None, "{one} {other}");
        }
    }
}
