//! What a password must be (R34).

use unicode_normalization::UnicodeNormalization;

use crate::{FieldError, LoginId};

/// The fewest characters of a password.
pub const MIN_LENGTH: usize = 10;
/// The most characters of a password: more costs time to hash and guards no better.
pub const MAX_LENGTH: usize = 128;

/// The passwords, and the words they are made from, that people choose most.
const COMMON: &str = include_str!("common_passwords.txt");

/// Checks a new password and names everything that is wrong with it (R34).
///
/// `is_common` is [`is_common_password`], or that and more. Whether it was used before only the store knows.
pub fn check_password(
    password: &str,
    login_id: LoginId,
    is_common: impl Fn(&str) -> bool,
) -> Result<(), Vec<FieldError>> {
    let length = password.chars().count();
    let has_letter = password.chars().any(char::is_alphabetic);
    let has_digit = password.chars().any(char::is_numeric);
    let bare: String = password.nfkc().filter(|c| c.is_numeric()).collect();
    let checks = [
        (length >= MIN_LENGTH, "password_too_short", "10文字以上にしてください。"),
        (length <= MAX_LENGTH, "password_too_long", "128文字以内にしてください。"),
        (has_letter && has_digit, "password_letters_and_digits", "英字と数字の両方を入れてください。"),
        (!bare.contains(&login_id.digits()), "password_contains_login_id", "ログインIDを含めないでください。"),
        (
            !is_common(password),
            "password_common",
            "よく使われていて推測されやすいパスワードです。別のものにしてください。",
        ),
    ];
    let wrong = checks.into_iter().filter(|(holds, ..)| !holds);
    let wrong: Vec<_> = wrong.map(|(_, code, message)| FieldError::new(code, message)).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Whether a password is on the list of common ones, whatever digits and signs stand around it and whatever
/// letters it writes as digits or signs; or is made from fewer than five different characters.
pub fn is_common_password(password: &str) -> bool {
    let folded: String = password.nfkc().flat_map(char::to_lowercase).collect();
    let word = folded.trim_matches(|c: char| !c.is_alphabetic());
    let plain: String = folded.chars().map(letter_meant).collect();
    let plain_word: String = folded.trim_end_matches(|c: char| !c.is_alphabetic()).chars().map(letter_meant).collect();
    let digits = folded.trim_matches(|c: char| !c.is_numeric());
    // `123456789a` is the digits; `neko12345678` is not.
    let digits = if folded.len() - digits.len() <= 2 { digits } else { word };
    let candidates = [folded.as_str(), word, digits, &plain, &plain_word];
    let listed = |entry: &str| candidates.iter().any(|candidate| *candidate == entry || repeats(candidate, entry));
    let mut characters: Vec<char> = folded.chars().collect();
    characters.sort_unstable();
    characters.dedup();
    characters.len() < 5 || COMMON.lines().any(|entry| !entry.is_empty() && listed(entry))
}

/// Whether the text is the entry twice or more.
fn repeats(text: &str, entry: &str) -> bool {
    text.len() > entry.len() && text.len().is_multiple_of(entry.len()) && text.replace(entry, "").is_empty()
}

/// The letter that a digit or sign stands for in `p@ssw0rd`.
fn letter_meant(c: char) -> char {
    match c {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(password: &str) -> Vec<&'static str> {
        let errors = check_password(password, "4827-1935".parse().unwrap(), is_common_password);
        errors.err().into_iter().flatten().map(|error| error.code).collect()
    }

    #[test]
    fn r34_good_passwords_pass() {
        for good in
            ["kaze7fukeba-oke", "mizuiro8neko", "Tb9-vXq2mKd", "とても長い合い言葉2つ目です", "correct horse 9 battery"]
        {
            assert_eq!(codes(good), [""; 0], "{good}");
        }
    }

    #[test]
    fn r34_every_fault_is_named() {
        assert_eq!(codes("a1b2c3d4e"), ["password_too_short"]);
        assert_eq!(codes(&"mizuiro8neko".repeat(11)), ["password_too_long"]);
        assert_eq!(codes("mizuironeko"), ["password_letters_and_digits"]);
        assert_eq!(codes("7391640258"), ["password_letters_and_digits"]);
        assert_eq!(codes("nuko48271935"), ["password_contains_login_id"]);
        assert_eq!(codes("nuko4827-1935"), ["password_contains_login_id"]);
        assert_eq!(codes("nuko４８２７１９３５"), ["password_contains_login_id"]);
        assert_eq!(codes(""), ["password_too_short", "password_letters_and_digits", "password_common"]);
    }

    #[test]
    fn r34_common_passwords_are_refused_however_they_are_dressed() {
        for common in [
            "password123",
            "Password2026!",
            "p@ssw0rd2026",
            "P@$$w0rd1234",
            "sakura2026",
            "sakura20260401",
            "SAKURA-2026",
            "ichikawa123",
            "Ichikawa2026",
            "qwerty12345",
            "1q2w3e4r5t",
            "abcd123456",
            "123456789a",
            "a123456789",
            "aaaaaaaa11",
            "kangoshi123",
            "doraemon0903",
            "iloveyou1234",
            "ｐａｓｓｗｏｒｄ１２３",
            "admin123456",
            "2026sakura",
            "sakurasakura1",
            "asdfghjkl1",
            "zaq12wsxcde3",
            "himawari2020",
            "houmonkango1",
            "welcome2026",
            "chiba12345",
        ] {
            assert!(is_common_password(common), "{common}");
        }
    }

    #[test]
    fn the_list_is_tidy() {
        let entries: Vec<&str> = COMMON.lines().collect();
        let unique: std::collections::BTreeSet<&str> = entries.iter().copied().collect();
        assert!(entries.len() >= 300, "{}", entries.len());
        assert_eq!(unique.len(), entries.len(), "an entry occurs twice");
        for entry in entries {
            assert!(entry.len() >= 4 && entry == entry.trim().to_lowercase(), "{entry:?}");
        }
    }

    proptest! {
        #[test]
        fn dressing_up_a_common_password_does_not_help(digits in "[0-9]{0,8}", sign in "[-!#._]?") {
            let dressed = format!("{digits}Sakura{sign}{digits}");
            prop_assert!(is_common_password(&dressed));
        }

        #[test]
        fn random_passwords_are_not_common(password in "[b-df-hj-np-tv-z]{2}[0-9]{2}[b-df-hj-np-tv-z]{6}[0-9]") {
            prop_assume!(password.chars().collect::<std::collections::BTreeSet<_>>().len() >= 5);
            prop_assert!(check_password(&password, LoginId::from_random([0; 8]), is_common_password).is_ok());
        }
    }
}
