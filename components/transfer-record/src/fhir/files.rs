//! A file as a `DocumentReference`; its content is a Binary of the same Bundle.

use super::{Resource, instant, reference};
use serde::Deserialize;
use serde_json::{Value, json};

/// A file that came with a message.
#[derive(Debug, Deserialize)]
pub(crate) struct RoomFile {
    pub(crate) id: i64,
    uuid: String,
    pub(crate) binary_uuid: String,
    name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: i64,
    author_uuid: String,
    message_uuid: String,
    at: i64,
}

impl RoomFile {
    pub(crate) fn resource(&self, patient: &str) -> Value {
        let attachment = json!({
            "contentType": self.media_type,
            "url": format!("urn:uuid:{}", self.binary_uuid),
            "size": self.bytes,
            "title": self.name,
            "creation": instant(self.at),
        });
        Resource::new("DocumentReference", &self.uuid)
            .with("status", json!("current"))
            .with("type", json!({ "text": "書き込みのファイル" }))
            .with("subject", reference(patient))
            .with("date", instant(self.at))
            .with("author", json!([reference(&self.author_uuid)]))
            .with("content", json!([{ "attachment": attachment }]))
            .with("context", json!({ "related": [reference(&self.message_uuid)] }))
            .entry()
    }
}
