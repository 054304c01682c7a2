//! Errors of what people typed: all of them at once, each at its field, in words they understand.

use std::fmt;

use serde::Serialize;
use utoipa::ToSchema;

/// Why one value is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct FieldError {
    /// Stable, for programs: `required`, `too_long` …
    pub code: &'static str,
    /// Japanese, for people.
    pub message: String,
}

impl FieldError {
    /// An error with its stable code and its Japanese message.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// Nothing was given.
    pub fn required() -> Self {
        Self::new("required", "入力してください。")
    }

    /// More than `limit` characters were given.
    pub fn too_long(limit: usize) -> Self {
        Self::new("too_long", format!("{limit}文字以内で入力してください。"))
    }

    /// Characters that cannot be used here, such as control characters or emoji.
    pub fn not_allowed_characters() -> Self {
        Self::new("not_allowed_characters", "使えない文字(絵文字や制御文字など)が含まれています。取り除いてください。")
    }

    /// A word that is none of the choices.
    pub fn unknown_value() -> Self {
        Self::new("unknown_value", "選択肢の中から選んでください。")
    }
}

/// One error at one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Violation {
    /// The path in the input: `organization.name`, `people[0].kana`.
    pub field: String,
    /// Stable, for programs.
    #[schema(value_type = String)]
    pub code: &'static str,
    /// Japanese, for people.
    pub message: String,
    /// The rule that refused, such as `R2`; none for a plain mistake in a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub rule: Option<&'static str>,
}

/// Every error found in an input, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the value, or records its error at `field`.
    pub fn field<T>(&mut self, field: impl Into<String>, value: Result<T, FieldError>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(error) => {
                self.push(field, error.code, error.message);
                None
            }
        }
    }

    /// As [`Self::field`], for a value that may be left empty: an empty text is no error and no value.
    pub fn optional<T>(
        &mut self,
        field: impl Into<String>,
        raw: &str,
        parse: impl FnOnce(&str) -> Result<T, FieldError>,
    ) -> Option<T> {
        if raw.trim().is_empty() { None } else { self.field(field, parse(raw)) }
    }

    /// Takes the value of a word, or records that it is missing or unknown.
    pub fn word<T>(&mut self, field: impl Into<String>, raw: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let raw = raw.trim();
        let value = if raw.is_empty() { Err(FieldError::required()) } else { Ok(raw) };
        self.field(field, value.and_then(|raw| parse(raw).ok_or_else(FieldError::unknown_value)))
    }

    /// Takes the value, or records that it is missing.
    pub fn required<T>(&mut self, field: impl Into<String>, value: Option<T>) -> Option<T> {
        self.field(field, value.ok_or_else(FieldError::required))
    }

    /// Records an error.
    pub fn push(&mut self, field: impl Into<String>, code: &'static str, message: impl Into<String>) {
        self.0.push(Violation { field: field.into(), code, message: message.into(), rule: None });
    }

    /// Records that a rule refused.
    pub fn push_rule(
        &mut self,
        rule: &'static str,
        field: impl Into<String>,
        code: &'static str,
        message: impl Into<String>,
    ) {
        self.0.push(Violation { field: field.into(), code, message: message.into(), rule: Some(rule) });
    }

    /// Puts what was found into the order of the form: by section, and within one by its rows, as people look for it.
    pub fn in_order_of(&mut self, sections: &[&str]) {
        self.0.sort_by_key(|violation| {
            let section = sections.iter().position(|section| violation.field.starts_with(section));
            let row = violation.field.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
            (section.unwrap_or(sections.len()), row.and_then(|(row, _)| row.parse::<usize>().ok()))
        });
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was found, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// What was found, in order.
    pub fn into_vec(self) -> Vec<Violation> {
        self.0
    }

    /// Whether `code` was found at `field`.
    pub fn has(&self, field: &str, code: &str) -> bool {
        self.0.iter().any(|violation| violation.field == field && violation.code == code)
    }

    /// The rule that refused, when rules are all that is wrong: a plain mistake comes first.
    pub fn rule(&self) -> Option<&'static str> {
        let mut rules = self.0.iter().map(|violation| violation.rule);
        let first = rules.next().flatten()?;
        rules.all(|rule| rule.is_some()).then_some(first)
    }

    /// The value built from the parts when nothing was found, else everything found.
    ///
    /// `build` returns none only when a part is missing, and each missing part has recorded its error; one that
    /// has not is reported as missing at the whole input, never let through.
    pub fn finish<T>(mut self, build: impl FnOnce() -> Option<T>) -> Result<T, Self> {
        if self.is_empty() {
            if let Some(value) = build() {
                return Ok(value);
            }
            self.field::<T>("", Err(FieldError::required()));
        }
        Err(self)
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} errors in the input", self.0.len())?;
        self.0.iter().try_for_each(|violation| write!(f, "; {}: {}", violation.field, violation.code))
    }
}

impl std::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(raw: &str) -> Result<u8, FieldError> {
        raw.parse().map_err(|_| FieldError::unknown_value())
    }

    #[test]
    fn every_error_is_reported_at_once() {
        let mut v = Violations::new();
        let a = v.field("a", number("x"));
        let b = v.field("b", number("2"));
        let c = v.required::<u8>("c", None);
        v.push_rule("R2", "d", "shared_account", "…");
        assert_eq!(v.rule(), None);
        let found = v.finish(|| Some((a?, b?, c?))).unwrap_err();
        assert_eq!(found.iter().map(|v| v.field.as_str()).collect::<Vec<_>>(), ["a", "c", "d"]);
        assert!(found.has("c", "required") && !found.has("c", "too_long"));
        assert_eq!(found.to_string(), "3 errors in the input; a: unknown_value; c: required; d: shared_account");
    }

    #[test]
    fn a_value_comes_out_only_when_nothing_was_found() {
        let mut v = Violations::new();
        let a = v.field("a", number("1"));
        let b = v.optional("b", "  ", number);
        assert_eq!(v.finish(|| Some((a?, b))), Ok((1, None)));
        assert!(Violations::new().finish(|| None::<u8>).is_err());
    }

    #[test]
    fn words_are_required_and_known() {
        let mut v = Violations::new();
        assert_eq!(v.word("k", "clinic", crate::OrganizationKind::parse), Some(crate::OrganizationKind::Clinic));
        assert_eq!(v.word("k", "", crate::OrganizationKind::parse), None);
        assert_eq!(v.word("l", "bar", crate::OrganizationKind::parse), None);
        assert!(v.has("k", "required") && v.has("l", "unknown_value"));
    }

    #[test]
    fn a_rule_is_named_when_only_rules_refuse() {
        let mut v = Violations::new();
        v.push_rule("R1", "pledge", "pledge_required", "…");
        assert_eq!(v.rule(), Some("R1"));
    }
}
