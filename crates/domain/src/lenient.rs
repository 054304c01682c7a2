//! Reading of form posts, in which every value is text, and of JSON, with the same types.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

/// Text; a missing or null value is the empty text.
pub(crate) fn text<'de, D: Deserializer<'de>>(source: D) -> Result<String, D::Error> {
    source.deserialize_any(Text)
}

/// Text; a missing, null or blank value is none.
pub(crate) fn optional_text<'de, D: Deserializer<'de>>(source: D) -> Result<Option<String>, D::Error> {
    text(source).map(|text| if text.trim().is_empty() { None } else { Some(text) })
}

/// A tick: true, or what forms send for one. Anything else is no tick: a pledge is not guessed.
pub(crate) fn tick<'de, D: Deserializer<'de>>(source: D) -> Result<bool, D::Error> {
    source.deserialize_any(Tick)
}

/// An id: a number or its digits; null or a blank text is none. What is no id becomes 0, which nothing has, so
/// that it is reported at its field.
pub(crate) fn optional_id<'de, D: Deserializer<'de>>(source: D) -> Result<Option<i64>, D::Error> {
    source.deserialize_any(Id)
}

struct Text;

impl Visitor<'_> for Text {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<String, E> {
        Ok(value)
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok(String::new())
    }

    fn visit_none<E: Error>(self) -> Result<String, E> {
        self.visit_unit()
    }
}

struct Tick;

impl Visitor<'_> for Tick {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("true or false")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<bool, E> {
        Ok(["true", "on", "1", "yes"].iter().any(|tick| tick.eq_ignore_ascii_case(value.trim())))
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        self.visit_unit()
    }
}

struct Id;

impl Visitor<'_> for Id {
    type Value = Option<i64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id or nothing")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Option<i64>, E> {
        Ok(Some(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Option<i64>, E> {
        i64::try_from(value).map(Some).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Option<i64>, E> {
        let digits = value.trim();
        Ok(if digits.is_empty() { None } else { Some(digits.parse().unwrap_or(0)) })
    }

    fn visit_unit<E: Error>(self) -> Result<Option<i64>, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Option<i64>, E> {
        self.visit_unit()
    }
}
