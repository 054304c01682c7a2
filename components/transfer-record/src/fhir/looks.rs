//! Who looked (R21), and who read up to where (R20), as `AuditEvent`s.

use super::people::{code_extension, word};
use super::{Resource, coding, instant, present, reference};
use domain::words::{Viewed, ViewedVia};
use serde::Deserialize;
use serde_json::{Value, json};

/// Somebody looked at the registrant.
#[derive(Debug, Deserialize)]
pub(crate) struct Look {
    pub(crate) id: i64,
    uuid: String,
    who: String,
    at: i64,
    what: Viewed,
    via: ViewedVia,
}

/// Somebody read the room's messages up to one of them.
#[derive(Debug, Deserialize)]
pub(crate) struct ReadingStep {
    uuid: String,
    who: String,
    up_to_uuid: String,
    from_uuid: Option<String>,
    at: i64,
}

impl Look {
    pub(crate) fn resource(&self, patient: &str) -> Value {
        let subtype = word("viewed", self.what.as_str(), self.what.label_ja());
        event(&self.uuid, &subtype, (&self.who, self.at))
            .with("extension", present([Some(code_extension("via", self.via.as_str()))]))
            .with("entity", json!([{ "what": reference(patient) }]))
            .entry()
    }
}

impl ReadingStep {
    pub(crate) fn resource(&self) -> Value {
        let up_to = Some(json!({ "what": reference(&self.up_to_uuid), "name": "up-to" }));
        let from = self.from_uuid.as_ref().map(|from| json!({ "what": reference(from), "name": "after" }));
        event(&self.uuid, &word("viewed", "read_up_to", "ここまで読んだ"), (&self.who, self.at))
            .with("entity", present([up_to, from]))
            .entry()
    }
}

fn event(uuid: &str, subtype: &Value, (who, at): (&str, i64)) -> Resource {
    Resource::new("AuditEvent", uuid)
        .with("type", coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"))
        .with("subtype", json!([subtype]))
        .with("action", json!("R"))
        .with("recorded", instant(at))
        .with("outcome", json!("0"))
        .with("agent", json!([{ "who": reference(who), "requestor": true }]))
        .with("source", json!({ "observer": { "display": "Tasuki" } }))
}
