//! Receipt numbers: what an applicant keeps, reads out on the telephone, and types in again.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

/// A receipt number, shown as `4-26-000123-45`: form, year, serial number of the form in the year, check digits.
///
/// It holds the nine digits before the check digits. The check digits are ISO/IEC 7064 MOD 97-10: one wrong digit, or two neighbours swapped, is always noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "4-26-000123-46")]
pub struct ReceiptNumber(u64);

/// Why a text or its parts are no receipt number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// Not eleven digits.
    #[error("a receipt number has eleven digits")]
    Digits,
    /// No such form: they are 1 to 9.
    #[error("no such form")]
    Form,
    /// The serial number is 0 or has more than six digits.
    #[error("the serial number is out of range")]
    Serial,
    /// The check digits belong to another number: a typing mistake.
    #[error("the check digits do not match")]
    CheckDigits,
}

impl ReceiptError {
    /// Japanese, for people.
    pub const fn message_ja(self) -> &'static str {
        match self {
            Self::Digits => "受付番号は11けたの数字です。例:4-26-000123-46",
            Self::Form | Self::Serial | Self::CheckDigits => {
                "受付番号が正しくありません。打ち間違いがないか確かめてください。"
            }
        }
    }
}

impl ReceiptNumber {
    /// The largest serial number of a form in a year.
    pub const LAST_SERIAL: u32 = 999_999;

    /// The number of the `serial`-th application (from 1) of `form` (1 to 9) in a calendar `year` such as 2026.
    pub fn new(form: u8, year: i32, serial: u32) -> Result<Self, ReceiptError> {
        if !(1..=9).contains(&form) {
            return Err(ReceiptError::Form);
        }
        if !(1..=Self::LAST_SERIAL).contains(&serial) {
            return Err(ReceiptError::Serial);
        }
        // A remainder of 100 fits.
        let year = u64::try_from(year.rem_euclid(100)).unwrap_or(0);
        Ok(Self((u64::from(form) * 100 + year) * 1_000_000 + u64::from(serial)))
    }

    /// The form it was given for: 4 for 様式第4号. Those about collaboration rooms have no such number on paper; theirs are 1
    /// to 3, and 9 is a form that came by mail ([`crate::application::kind`]).
    pub const fn form(self) -> u64 {
        self.0 / 100_000_000
    }

    /// The last two digits of the year.
    pub const fn year(self) -> u64 {
        self.0 / 1_000_000 % 100
    }

    /// Its place among the applications of its form and year, from 1.
    pub const fn serial(self) -> u64 {
        self.0 % 1_000_000
    }

    /// 02 to 98: the whole number leaves 1 when divided by 97.
    const fn check_digits(self) -> u64 {
        98 - self.0 * 100 % 97
    }
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:06}-{:02}", self.form(), self.year(), self.serial(), self.check_digits())
    }
}

impl FromStr for ReceiptNumber {
    type Err = ReceiptError;

    /// Reads what a person typed: full width digits, any or no hyphens and spaces.
    fn from_str(text: &str) -> Result<Self, ReceiptError> {
        let digits: String = text.nfkc().filter(|c| !crate::text::is_separator(*c)).take(12).collect();
        if digits.len() != 11 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ReceiptError::Digits);
        }
        let number: u64 = digits.parse().map_err(|_| ReceiptError::Digits)?;
        let part = |value: u64| u32::try_from(value).map_err(|_| ReceiptError::Digits);
        let form = u8::try_from(number / 10_000_000_000).map_err(|_| ReceiptError::Form)?;
        let year = i32::try_from(number / 100_000_000 % 100).map_err(|_| ReceiptError::Digits)?;
        let receipt = Self::new(form, year, part(number / 100 % 1_000_000)?)?;
        // Exactly these two digits: 01 would leave the same remainder as 98.
        if receipt.check_digits() == number % 100 { Ok(receipt) } else { Err(ReceiptError::CheckDigits) }
    }
}

impl TryFrom<String> for ReceiptNumber {
    type Error = ReceiptError;

    fn try_from(text: String) -> Result<Self, ReceiptError> {
        text.parse()
    }
}

impl From<ReceiptNumber> for String {
    fn from(receipt: ReceiptNumber) -> Self {
        receipt.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn digits(receipt: ReceiptNumber) -> Vec<u8> {
        receipt.to_string().replace('-', "").into_bytes()
    }

    fn read(digits: &[u8]) -> Result<ReceiptNumber, ReceiptError> {
        std::str::from_utf8(digits).unwrap().parse()
    }

    #[test]
    fn the_check_digits_are_mod_97_10() {
        let receipt = ReceiptNumber::new(4, 2026, 123).unwrap();
        assert_eq!(receipt.to_string(), "4-26-000123-46");
        assert_eq!(42_600_012_346_u64 % 97, 1);
        assert_eq!((receipt.form(), receipt.year(), receipt.serial()), (4, 26, 123));
    }

    #[test]
    fn is_read_as_people_type_it() {
        let receipt = ReceiptNumber::new(4, 2026, 123).unwrap();
        for text in
            ["4-26-000123-46", "42600012346", "４－２６－０００１２３－４６", " 4 26 000123 46 ", "4ー26ー000123ー46"]
        {
            assert_eq!(text.parse(), Ok(receipt), "{text}");
        }
        for (text, error) in [
            ("", ReceiptError::Digits),
            ("4-26-000123", ReceiptError::Digits),
            ("4-26-000123-460", ReceiptError::Digits),
            ("4-26-00012a-46", ReceiptError::Digits),
            ("9-26-000123-46", ReceiptError::CheckDigits),
            ("0-26-000123-46", ReceiptError::Form),
            ("4-26-000000-46", ReceiptError::Serial),
            ("4-26-000123-49", ReceiptError::CheckDigits),
        ] {
            assert_eq!(text.parse::<ReceiptNumber>(), Err(error), "{text}");
        }
        assert_eq!(ReceiptNumber::new(4, 2026, 1_000_000), Err(ReceiptError::Serial));
    }

    prop_compose! {
        fn some_receipt()(form in 1..=9_u8, year in 2000..2100, serial in 1..=999_999_u32) -> ReceiptNumber {
            ReceiptNumber::new(form, year, serial).unwrap()
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(receipt in some_receipt()) {
            prop_assert_eq!(receipt.to_string().parse(), Ok(receipt));
            let json = serde_json::to_string(&receipt).unwrap();
            prop_assert_eq!(serde_json::from_str::<ReceiptNumber>(&json).unwrap(), receipt);
        }

        #[test]
        fn one_wrong_digit_is_noticed(receipt in some_receipt(), at in 0..11_usize, by in 1..10_u8) {
            let mut wrong = digits(receipt);
            wrong[at] = b'0' + (wrong[at] - b'0' + by) % 10;
            prop_assert!(read(&wrong).is_err());
        }

        #[test]
        fn swapped_neighbours_are_noticed(receipt in some_receipt(), at in 0..10_usize) {
            let mut wrong = digits(receipt);
            prop_assume!(wrong[at] != wrong[at + 1]);
            wrong.swap(at, at + 1);
            prop_assert!(read(&wrong).is_err());
        }
    }
}
