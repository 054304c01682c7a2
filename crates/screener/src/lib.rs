//! Has a message screened for personal information (R27) by whatever engine `spin.toml` puts behind
//! `wit/screening.wit`.
//!
//! A component that uses this crate imports `tasuki:screening/screen`, so its entry in `spin.toml` needs
//! `dependencies = { "tasuki:screening/screen" = { component = "screen-message" } }`.
//!
//! ```
//! use screener::{Kind, Person, Screener};
//! let registrants = [Person { name: "山﨑 ヨシ江".to_owned(), kana: "ヤマザキ ヨシエ".to_owned() }];
//! let screener = Screener::new(&registrants, &[]);
//! let verdict = screener.screen("山崎よし江様、熱発です。");
//! assert!(!verdict.is_clear());
//! assert_eq!(verdict.findings[0].kind, Kind::RegistrantName);
//! ```

#[cfg(target_arch = "wasm32")]
#[path = "component.rs"]
mod engine;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod engine;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Somebody whose name the system knows, with family and given name apart by a space where that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Person {
    /// The name.
    pub name: String,
    /// Its reading; may be empty.
    pub kana: String,
}

/// What kind of personal information a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ScreeningKind)]
pub enum Kind {
    /// Somebody's name.
    Name,
    /// The name of a registrant of this system.
    RegistrantName,
    /// A telephone number of a person.
    Phone,
    /// A mail address of a person.
    Email,
    /// The postal code of a home.
    PostalCode,
    /// Where somebody lives.
    Address,
    /// A day or year of birth.
    BirthDate,
    /// A number of a health, care or pension insurance, or of a patient's file.
    InsuranceNumber,
    /// An individual number (個人番号).
    MyNumber,
    /// Several facts that together let one person be guessed.
    Combination,
}

/// A place in a message, and why its author should look at it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ScreeningFinding)]
pub struct Finding {
    /// What was found.
    pub kind: Kind,
    /// Where it begins, in Unicode scalar values.
    pub start: u32,
    /// Where it ends, in Unicode scalar values; not included.
    pub end: u32,
    /// What stands there.
    pub text: String,
    /// Why it was found, as a sentence for the author.
    pub reason: String,
    /// What could stand there instead, where that is safe to say.
    #[schema(required = true)]
    pub suggestion: Option<String>,
}

/// What a screening came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ScreeningVerdict)]
pub struct Verdict {
    /// By their place.
    pub findings: Vec<Finding>,
    /// Whether the message was longer than the engine reads, so that nobody has seen its end.
    pub is_cut: bool,
}

impl Verdict {
    /// Whether the message may be stored as it is. A cut one may not.
    pub fn is_clear(&self) -> bool {
        self.findings.is_empty() && !self.is_cut
    }

    /// The word for it in the API.
    pub fn as_str(&self) -> &'static str {
        if self.is_clear() { "clear" } else { "review" }
    }
}

/// An engine that has read the system's names. Making one reads them all, which takes milliseconds with thousands: keep it
/// for as long as they stay the same. Requests that an instance answers at once can share it.
pub struct Screener(engine::Engine);

impl Screener {
    /// Lets the engine read the names of those whom the system is about, and of those who work with it.
    pub fn new(registrants: &[Person], users: &[Person]) -> Self {
        Self(engine::Engine::new(registrants, users))
    }

    /// Looks through a message.
    pub fn screen(&self, text: &str) -> Verdict {
        self.0.screen(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_written_as_the_api_says() {
        let verdict = Screener::new(&[], &[]).screen("娘さんの電話は090-1234-5678です。");
        let written = serde_json::to_value(&verdict).unwrap();
        assert_eq!(written["findings"][0]["kind"], "phone");
        assert_eq!(written["findings"][0]["start"], 7);
        assert_eq!(written["is_cut"], false);
    }

    #[test]
    fn requests_can_share_one() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Screener::new(&[], &[]));
    }

    #[test]
    fn every_kind_has_the_engine_s_word() {
        for kind in screening::Kind::ALL {
            assert_eq!(serde_json::to_value(Kind::from(kind)).unwrap(), kind.as_str());
        }
    }
}
