//! The support room with those who are and were in it as a `CareTeam`.

use super::{Resource, instant, named_reference, reference};
use serde::Deserialize;
use serde_json::{Value, json};

/// The room.
#[derive(Debug, Deserialize)]
pub(crate) struct Team {
    pub(crate) uuid: String,
    created_at: i64,
    closed_at: Option<i64>,
}

/// One stay in the team.
#[derive(Debug, Deserialize)]
pub(crate) struct Stay {
    uuid: String,
    name: String,
    since: i64,
    until: Option<i64>,
}

impl Team {
    pub(crate) fn resource(&self, patient: &str, stays: &[Stay]) -> Value {
        let participants: Vec<Value> = stays.iter().map(Stay::participant).collect();
        Resource::new("CareTeam", &self.uuid)
            .with("status", json!(if self.closed_at.is_some() { "inactive" } else { "active" }))
            .with("name", json!("登録者支援の部屋の担当者"))
            .with("subject", reference(patient))
            .with("period", period(self.created_at, self.closed_at))
            .with("participant", Value::Array(participants))
            .entry()
    }
}

impl Stay {
    fn participant(&self) -> Value {
        json!({ "member": named_reference(&self.uuid, &self.name), "period": period(self.since, self.until) })
    }
}

fn period(start: i64, end: Option<i64>) -> Value {
    match end {
        Some(end) => json!({ "start": instant(start), "end": instant(end) }),
        None => json!({ "start": instant(start) }),
    }
}
