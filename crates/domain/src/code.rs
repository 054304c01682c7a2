//! Secrets that are printed and typed in again: the one-time code of a notice (R4), the passcode of an applicant.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The characters of a code: none of 0 O 1 I L, which look alike on paper.
pub const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// The characters in a code.
pub const LENGTH: usize = 12;

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Not twelve characters.
    #[error("a code has twelve characters")]
    Length,
    /// One of 0 O 1 I L, which no code holds.
    #[error("{0} occurs in no code")]
    LookAlike(char),
    /// Neither a letter nor a digit.
    #[error("{0:?} is no letter or digit")]
    Character(char),
}

impl CodeError {
    /// Japanese, for people.
    pub fn message_ja(self) -> String {
        match self {
            Self::Length => "英数字12文字で入力してください。".to_owned(),
            Self::LookAlike(c) => {
                format!(
                    "「{c}」は使われていません。数字の0と1、英字のO・I・Lは、似た文字と見分けるため使っていません。"
                )
            }
            Self::Character(c) => format!("「{c}」は使えません。英数字12文字で入力してください。"),
        }
    }
}

/// Declares a code. The digests of one kind never equal those of another, whatever the code.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident in $domain:literal),* $(,)?) => {$(
        $(#[$doc])*
        ///
        /// Twelve random characters (59 bits), shown as `ABCD-EFGH-JKMN`. Only its digest is stored.
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name([u8; LENGTH]);

        impl $name {
            /// A code from random bytes.
            pub fn from_random(bytes: [u8; 2 * LENGTH]) -> Self {
                Self(from_random(bytes))
            }

            /// What is stored of the code. `context` ties it to its owner, so that a row copied to another owner
            /// does not open it.
            pub fn digest(&self, context: &str) -> [u8; 32] {
                digest($domain, context, &self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                show(&self.0, f)
            }
        }

        /// Does not show the code: it must not reach a log.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl FromStr for $name {
            type Err = CodeError;

            /// Reads what a person typed: either case and width, with or without hyphens and spaces.
            fn from_str(text: &str) -> Result<Self, CodeError> {
                read(text).map(Self)
            }
        }
    )*};
}

codes! {
    /// The code (認証コード) that binds one device to one account, once (R4, R5).
    OneTimeCode in "tasuki one-time code v1",
    /// What an applicant without login shows together with the receipt number (R13b).
    Passcode in "tasuki applicant passcode v1",
}

/// Two bytes make one character: 65 536 leaves 2 when divided by 31, so that no character is more than 0.05 %
/// likelier than another, which costs a guesser nothing worth counting.
fn from_random(bytes: [u8; 2 * LENGTH]) -> [u8; LENGTH] {
    let mut code = [b'2'; LENGTH];
    for (character, pair) in code.iter_mut().zip(bytes.chunks_exact(2)) {
        let number = pair.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
        if let Some(letter) = ALPHABET.get(number % ALPHABET.len()) {
            *character = *letter;
        }
    }
    code
}

fn show(code: &[u8; LENGTH], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, character) in code.iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", char::from(*character))?;
    }
    Ok(())
}

fn read(text: &str) -> Result<[u8; LENGTH], CodeError> {
    let mut code = [0; LENGTH];
    let mut places = code.iter_mut();
    for typed in text.nfkc().filter(|c| !crate::text::is_separator(*c)) {
        let letter = typed.to_ascii_uppercase();
        let known = u8::try_from(letter).ok().filter(|byte| ALPHABET.contains(byte));
        let byte = known.ok_or(match letter {
            '0' | 'O' | '1' | 'I' | 'L' => CodeError::LookAlike(letter),
            _ => CodeError::Character(typed),
        })?;
        *places.next().ok_or(CodeError::Length)? = byte;
    }
    if places.next().is_some() { Err(CodeError::Length) } else { Ok(code) }
}

fn digest(domain: &str, context: &str, code: &[u8; LENGTH]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [domain.as_bytes(), context.as_bytes(), code] {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_code(text: &str) -> Result<String, CodeError> {
        text.parse::<Passcode>().map(|code| code.to_string())
    }

    #[test]
    fn is_read_as_people_type_it() {
        for text in
            ["ABCD-EFGH-JKMN", "abcdefghjkmn", " abcd efgh jkmn ", "ＡＢＣＤ－ｅｆｇｈ－ＪＫＭＮ", "abcdーefghーjkmn"]
        {
            assert_eq!(read_code(text).unwrap(), "ABCD-EFGH-JKMN", "{text}");
        }
    }

    #[test]
    fn a_wrong_code_says_what_is_wrong() {
        assert_eq!(read_code("ABCD-EFGH-JKM"), Err(CodeError::Length));
        assert_eq!(read_code("ABCD-EFGH-JKMNP"), Err(CodeError::Length));
        assert_eq!(read_code(""), Err(CodeError::Length));
        assert_eq!(read_code("ABCD-EFGH-JKM0"), Err(CodeError::LookAlike('0')));
        assert_eq!(read_code("lBCD-EFGH-JKMN"), Err(CodeError::LookAlike('L')));
        assert_eq!(read_code("ABCD-EFGH-JK漢N"), Err(CodeError::Character('漢')));
        assert!(CodeError::LookAlike('0').message_ja().starts_with("「0」"));
    }

    #[test]
    fn a_code_does_not_reach_a_log() {
        let code: OneTimeCode = "ABCD-EFGH-JKMN".parse().unwrap();
        assert_eq!(format!("{code:?}"), "OneTimeCode(…)");
    }

    #[test]
    fn every_character_can_occur_and_none_looks_alike() {
        let mut bytes = [0; 24];
        let mut seen = std::collections::BTreeSet::new();
        for number in 0..31 {
            bytes[1] = number;
            seen.extend(Passcode::from_random(bytes).to_string().chars().next());
        }
        assert_eq!(seen.len(), 31);
        assert!(seen.is_disjoint(&"0O1IL".chars().collect()));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(bytes: [u8; 24]) {
            let code = OneTimeCode::from_random(bytes);
            prop_assert_eq!(code.to_string().parse::<OneTimeCode>().unwrap(), code.clone());
            prop_assert_eq!(code.to_string().to_lowercase().replace('-', "").parse::<OneTimeCode>().unwrap(), code);
        }

        #[test]
        fn digests_differ_by_kind_context_and_code(a: [u8; 24], b: [u8; 24], x in "[a-z]{0,8}", y in "[a-z]{0,8}") {
            let (one, passcode) = (OneTimeCode::from_random(a), Passcode::from_random(a));
            prop_assert_ne!(one.digest(&x), passcode.digest(&x));
            prop_assert_eq!(one.digest(&x) == one.digest(&y), x == y);
            let other = OneTimeCode::from_random(b);
            prop_assert_eq!(one.digest(&x) == other.digest(&x), one == other);
        }

        #[test]
        fn no_text_breaks_the_reader(text: String) {
            let _ = text.parse::<Passcode>();
        }
    }
}
