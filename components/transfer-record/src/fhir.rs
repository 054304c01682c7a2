//! FHIR R4 resources that a record becomes. Pure: rows in, JSON out.
//!
//! JP Core profiles are named where they exist (`JP_Patient`, `JP_Observation_VitalSigns` …); all else is base R4. What
//! R4 has no place for is an extension below [`EXTENSIONS`].

pub(crate) mod basic_sheet;
pub(crate) mod care_team;
pub(crate) mod communication;
pub(crate) mod consent;
pub(crate) mod documents;
pub(crate) mod entry;
pub(crate) mod files;
pub(crate) mod looks;
pub(crate) mod patient;
pub(crate) mod people;
pub(crate) mod visits;
pub(crate) mod vitals;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

/// Below this address are the extensions of this system; docs/operator-guide.md says what each means.
pub(crate) const EXTENSIONS: &str = "http://tasuki.example/fhir/StructureDefinition/";
const JP_CORE: &str = "http://jpfhir.jp/fhir/core/StructureDefinition/";

/// A resource of this type with this id; its other elements follow with [`Resource::with`].
#[derive(Debug)]
pub(crate) struct Resource(Map<String, Value>);

impl Resource {
    pub(crate) fn new(resource_type: &str, uuid: &str) -> Self {
        let mut elements = Map::new();
        elements.insert("resourceType".to_owned(), json!(resource_type));
        elements.insert("id".to_owned(), json!(uuid));
        Self(elements)
    }

    /// Says that it is as a JP Core profile wants it.
    pub(crate) fn profile(self, name: &str) -> Self {
        self.with("meta", json!({ "profile": [format!("{JP_CORE}{name}")] }))
    }

    /// An element. What is empty is left out: FHIR knows neither null nor empty lists.
    pub(crate) fn with(mut self, name: &str, value: Value) -> Self {
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(elements) => elements.is_empty(),
            Value::Bool(_) | Value::Number(_) => false,
        };
        if !is_empty {
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    /// An entry of a Bundle.
    pub(crate) fn entry(self) -> Value {
        let url = self.0.get("id").and_then(Value::as_str).map(|id| format!("urn:uuid:{id}"));
        json!({ "fullUrl": url, "resource": self.0 })
    }
}

/// A reference to another entry of the Bundle.
pub(crate) fn reference(uuid: &str) -> Value {
    json!({ "reference": format!("urn:uuid:{uuid}") })
}

/// [`reference`], with what people read.
pub(crate) fn named_reference(uuid: &str, display: &str) -> Value {
    json!({ "reference": format!("urn:uuid:{uuid}"), "display": display })
}

/// An extension of this system with its value, such as `("valueDateTime", …)`.
pub(crate) fn extension(name: &str, (kind, value): (&str, Value)) -> Value {
    json!({ "url": format!("{EXTENSIONS}{name}"), kind: value })
}

/// An extension of this system that consists of others.
pub(crate) fn nested_extension(name: &str, parts: Vec<Value>) -> Value {
    let parts = Value::Array(parts);
    json!({ "url": format!("{EXTENSIONS}{name}"), "extension": parts })
}

/// A part of a [`nested_extension`].
pub(crate) fn part(name: &str, (kind, value): (&str, Value)) -> Value {
    json!({ "url": name, kind: value })
}

/// A code of a system.
pub(crate) fn coding(system: &str, code: &str, display: &str) -> Value {
    json!({ "system": system, "code": code, "display": display })
}

/// An instant, to the millisecond.
pub(crate) fn instant(at_ms: i64) -> Value {
    let time = DateTime::<Utc>::from_timestamp_millis(at_ms).unwrap_or_default();
    json!(time.to_rfc3339_opts(SecondsFormat::Millis, true))
}

/// Whatever was there and still is.
pub(crate) fn present(values: impl IntoIterator<Item = Option<Value>>) -> Value {
    Value::Array(values.into_iter().flatten().collect())
}
