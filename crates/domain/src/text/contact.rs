//! Where to reach people and organizations.

use super::{is_hyphen, line, text_value};
use crate::FieldError;

text_value! {
    /// One e-mail address: at most 254 ASCII characters, the domain in lower case.
    Email, example = "hanako@sakura.example.jp"
}

impl Email {
    /// The longest address, in characters.
    pub const LIMIT: usize = 254;

    /// Reads one plain address: no display name, no quoting, no comment.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let text = line(raw, Self::LIMIT)?;
        let (local, domain) = text.rsplit_once('@').ok_or_else(Self::invalid)?;
        let domain = domain.to_ascii_lowercase();
        if is_local_part(local) && is_domain(&domain) {
            Ok(Self(format!("{local}@{domain}")))
        } else {
            Err(Self::invalid())
        }
    }

    /// The key of the mailbox: lower case and without a `+tag`, which leads to the same mailbox.
    pub fn key(&self) -> String {
        let key = self.0.to_ascii_lowercase();
        match (key.split_once('+'), key.rsplit_once('@')) {
            (Some((mailbox, _)), Some((_, domain))) if !mailbox.is_empty() => format!("{mailbox}@{domain}"),
            _ => key,
        }
    }

    /// What stands before the `@`.
    pub fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }

    fn invalid() -> FieldError {
        FieldError::new("email_invalid", "メールアドレスの形が正しくありません。例:hanako@example.jp")
    }
}

fn is_local_part(local: &str) -> bool {
    let atom = |atom: &str| {
        !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
    };
    local.len() <= 64 && local.split('.').all(atom)
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = |(_, top): (&str, &str)| top.len() >= 2 && top.starts_with(|c: char| c.is_ascii_alphabetic());
    domain.split('.').all(label) && domain.rsplit_once('.').is_some_and(top)
}

text_value! {
    /// A Japanese telephone number: 10 or 11 digits from 0, with the hyphens as given.
    PhoneNumber, example = "047-300-0001"
}

impl PhoneNumber {
    /// Reads digits with hyphens, brackets or spaces, of either width, and `+81`.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let text = line(raw, 40)?;
        let national =
            text.strip_prefix("+81").map_or(text.clone(), |rest| format!("0{}", rest.trim_start_matches(separates)));
        let groups: Vec<&str> = national.split(separates).filter(|group| !group.is_empty()).collect();
        let digits = groups.concat();
        let well_formed = (10..=11).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && digits.starts_with('0')
            && !digits.starts_with("00");
        if well_formed { Ok(Self(groups.join("-"))) } else { Err(Self::invalid()) }
    }

    /// Without hyphens, for comparison.
    pub fn digits(&self) -> String {
        self.0.replace('-', "")
    }

    fn invalid() -> FieldError {
        FieldError::new("phone_invalid", "電話番号は、市外局番から10けた又は11けたで入力してください。例:047-300-0001")
    }
}

fn separates(c: char) -> bool {
    is_hyphen(c) || matches!(c, ' ' | '(' | ')' | '.')
}

text_value! {
    /// A postal code of seven digits, kept as `272-0001`.
    PostalCode, example = "272-0001"
}

impl PostalCode {
    /// Reads seven digits with or without 〒 and hyphen, of either width.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let text = line(raw, 20)?;
        let digits: String = text.chars().filter(|c| !matches!(c, '〒' | ' ') && !is_hyphen(*c)).collect();
        match (digits.get(..3), digits.get(3..)) {
            (Some(area), Some(town)) if digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Ok(Self(format!("{area}-{town}")))
            }
            _ => Err(FieldError::new("postal_code_invalid", "郵便番号は7けたの数字で入力してください。例:272-0001")),
        }
    }
}

text_value! {
    /// A postal address of one line: at most 200 characters.
    AddressText, example = "千葉県市川市八幡1-1-1"
}

impl AddressText {
    /// The longest address, in characters.
    pub const LIMIT: usize = 200;

    /// Reads an address; line breaks become spaces.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        line(raw, Self::LIMIT).map(Self)
    }
}
