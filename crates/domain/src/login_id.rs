//! The number a person logs in with.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

/// Eight digits, the first not zero, shown as `4827-1935`.
///
/// Random rather than counted, so that one does not tell the others. It is no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "4827-1935")]
pub struct LoginId(u32);

/// The text is no login ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a login ID has eight digits")]
pub struct InvalidLoginId;

const FIRST: u32 = 10_000_000;
const COUNT: u64 = 90_000_000;

impl LoginId {
    /// A login ID from random bytes. The remainder favours low numbers by less than one part in 10¹¹.
    pub fn from_random(bytes: [u8; 8]) -> Self {
        let offset = u64::from_le_bytes(bytes) % COUNT;
        // The remainder is below `COUNT` and so fits.
        Self(FIRST + u32::try_from(offset).unwrap_or(0))
    }

    /// The eight digits without the hyphen, as stored.
    pub fn digits(self) -> String {
        self.0.to_string()
    }
}

impl FromStr for LoginId {
    type Err = InvalidLoginId;

    /// Reads what a person typed: full width digits, spaces and hyphens anywhere are fine.
    fn from_str(text: &str) -> Result<Self, InvalidLoginId> {
        let digits: String = text.nfkc().filter(|c| !crate::text::is_separator(*c)).take(9).collect();
        if digits.len() != 8 || digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(InvalidLoginId);
        }
        digits.parse().map(Self).map_err(|_| InvalidLoginId)
    }
}

impl fmt::Display for LoginId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

impl TryFrom<String> for LoginId {
    type Error = InvalidLoginId;

    fn try_from(text: String) -> Result<Self, InvalidLoginId> {
        text.parse()
    }
}

impl From<LoginId> for String {
    fn from(id: LoginId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn is_read_as_people_type_it() {
        for text in ["4827-1935", "48271935", " 4827 1935 ", "４８２７－１９３５", "4827ー1935"] {
            assert_eq!(text.parse::<LoginId>().unwrap().to_string(), "4827-1935", "{text}");
        }
        for text in ["", "0827-1935", "4827-193", "4827-19355", "4827-193a", "４８２７-１９３五"] {
            assert!(text.parse::<LoginId>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_random_id_is_well_formed(bytes: [u8; 8]) {
            let id = LoginId::from_random(bytes);
            prop_assert_eq!(id.digits().len(), 8);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(id.digits().parse(), Ok(id));
        }
    }
}
