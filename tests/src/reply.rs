//! What came back, and what a scenario says about it.

use crate::Page;
use http::HeaderMap;
use serde_json::Value;
use std::fmt;

/// An answer of the system.
#[must_use]
pub struct Reply {
    pub(crate) request: String,
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl Reply {
    /// It has this status.
    #[track_caller]
    pub fn status(self, expected: u16) -> Self {
        assert_eq!(self.status, expected, "status of {self}");
        self
    }

    /// 200 with JSON.
    #[track_caller]
    pub fn ok(self) -> Value {
        self.status(200).json()
    }

    /// 201 with JSON.
    #[track_caller]
    pub fn created(self) -> Value {
        self.status(201).json()
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("no JSON ({error}): {self}"))
    }

    /// The value at a JSON pointer.
    #[track_caller]
    pub fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}: {self}")).clone()
    }

    /// The body as text.
    #[track_caller]
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap_or_else(|error| panic!("no UTF-8 ({error}): {self}"))
    }

    /// The body as a page.
    #[track_caller]
    pub fn page(&self) -> Page {
        let content_type = self.header("content-type");
        assert!(content_type.starts_with("text/html"), "no page but {content_type}: {self}");
        Page::parse(&self.text())
    }

    /// A header's value; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// A well-formed problem (RFC 9457) with this status and code, and a title for people.
    #[track_caller]
    pub fn problem(self, status: u16, code: &str) -> Self {
        let problem = self.status(status);
        let json = problem.assert_well_formed_problem();
        assert_eq!(json["code"], code, "code of {problem}");
        problem
    }

    /// Any refusal of what was sent: 4xx with a well-formed problem, or with a page for someone who asked for one.
    #[track_caller]
    pub fn refused(self) -> Self {
        assert!((400..500).contains(&self.status), "not refused: {self}");
        if self.header("content-type").starts_with("text/html") {
            assert!(!self.text().trim().is_empty(), "an empty page: {self}");
        } else {
            self.assert_well_formed_problem();
        }
        self
    }

    /// The rule that refused.
    #[track_caller]
    pub fn rule(self, rule: &str) -> Self {
        assert_eq!(self.json()["rule"], rule, "rule of {self}");
        self
    }

    /// An error with this code at a field, with a message in Japanese.
    #[track_caller]
    pub fn field_error(self, field: &str, code: &str) -> Self {
        let json = self.json();
        let errors = json["errors"].as_array().unwrap_or_else(|| panic!("no errors: {self}"));
        let found = errors.iter().find(|error| error["field"] == field && error["code"] == code);
        let found = found.unwrap_or_else(|| panic!("no {code} at {field}: {self}"));
        assert!(is_japanese(&found["message"]), "message of {found}");
        self
    }

    /// How many fields are refused.
    #[track_caller]
    pub fn field_error_count(self, expected: usize) -> Self {
        let count = self.json()["errors"].as_array().map_or(0, Vec::len);
        assert_eq!(count, expected, "errors of {self}");
        self
    }

    #[track_caller]
    fn assert_well_formed_problem(&self) -> Value {
        let content_type = self.header("content-type");
        assert!(content_type.starts_with("application/problem+json"), "no problem but {content_type:?}: {self}");
        let json = self.json();
        assert_eq!(json["status"], self.status, "status in the body of {self}");
        assert!(json["type"].as_str().is_some_and(|kind| !kind.is_empty()), "type of {self}");
        assert!(json["code"].as_str().is_some_and(|code| !code.is_empty()), "code of {self}");
        assert!(is_japanese(&json["title"]), "title of {self}");
        json
    }
}

fn is_japanese(text: &Value) -> bool {
    text.as_str().is_some_and(|text| text.chars().any(|character| ('ぁ'..='龯').contains(&character)))
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = String::from_utf8_lossy(&self.body);
        let excerpt: String = text.chars().take(2_000).collect();
        write!(f, "{} → {} {}\n{excerpt}", self.request, self.status, self.header("content-type"))
    }
}
