//! Mail addresses.

use super::office::is_office;
use crate::finding::{Found, Kind};
use crate::folded::Folded;
use crate::message::Message;

const REASON: &str = "メールアドレスです。個人の連絡先は、その人の支援の部屋か電話で伝えてください。";

/// How people write the sign, also so that no program takes it for one.
const SIGNS: [&str; 8] = ["@", "(at)", "[at]", "<at>", " at ", "(アット)", "アットマーク", "(アットマーク)"];

/// Longer ones do not exist.
const LOCAL_LIMIT: usize = 64;
const DOMAIN_LIMIT: usize = 253;

pub(super) fn find(message: &Message<'_>) -> Vec<Found> {
    let text = &message.text;
    let addresses = text.places(&SIGNS).into_iter().filter_map(|(start, end)| address(text, start, end));
    let private = addresses.filter(|(start, end)| !is_office(message, *start, *end));
    private.map(|(start, end)| Found::new(Kind::Email, start, end, REASON)).collect()
}

/// The address around a sign.
fn address(text: &Folded<'_>, sign: usize, sign_end: usize) -> Option<(usize, usize)> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let is_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    // Nobody puts spaces around the sign itself.
    let is_veiled = sign_end > sign + 1;
    let is_gap = |c: char| is_veiled && c == ' ';
    let (sign, sign_end) = (text.skip_back(sign, is_gap), text.skip(sign_end, is_gap));
    let start = text.skip_back(sign, is_local).max(sign.saturating_sub(LOCAL_LIMIT));
    let mut end = text.skip(sign_end, is_domain).min(sign_end + DOMAIN_LIMIT);
    while end > sign_end && matches!(text.before(end), '.' | '-') {
        end -= 1;
    }
    let domain = text.string(sign_end, end);
    let (name, top) = domain.rsplit_once('.')?;
    let is_top = top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    (start < sign && !name.is_empty() && is_top).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use crate::{Directory, Kind, screen};

    fn emails(text: &str) -> Vec<String> {
        let findings = screen(text, &Directory::default()).findings;
        findings.into_iter().filter(|one| one.kind == Kind::Email).map(|one| one.text).collect()
    }

    #[test]
    fn addresses_of_people_are_found() {
        assert_eq!(emails("息子さん→taro_y77@mail.example.com です"), ["taro_y77@mail.example.com"]);
        assert_eq!(emails("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ"), ["ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ"]);
        assert_eq!(emails("taro(at)example.com"), ["taro(at)example.com"]);
        assert_eq!(emails("taro [at] example.com です"), ["taro [at] example.com"]);
        assert!(emails("@高橋さん 了解です").is_empty());
        assert!(emails("申込先 kensyu@example.jp").is_empty());
        assert!(emails("taro@localhost").is_empty());
    }
}
