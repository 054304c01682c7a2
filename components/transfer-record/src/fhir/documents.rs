//! The documents of a registrant: every version a `DocumentReference` that replaces the one before; its content is a
//! Binary of the same Bundle.

use super::people::{Author, done_by, word};
use super::{Resource, extension, instant, present, reference};
use chrono::NaiveDate;
use domain::documents::DocumentKind;
use domain::words::Profession;
use serde::Deserialize;
use serde_json::{Value, json};

/// A version of a document.
#[derive(Debug, Deserialize)]
pub(crate) struct DocumentVersion {
    /// Of its file.
    pub(crate) id: i64,
    uuid: String,
    pub(crate) binary_uuid: String,
    /// The version before.
    replaces_uuid: Option<String>,
    name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: i64,
    title: String,
    kind: DocumentKind,
    folder_name: Option<String>,
    dated_on: NaiveDate,
    note: String,
    version: i64,
    is_newest: i64,
    version_note: String,
    withdrawn_at: Option<i64>,
    at: i64,
    author_uuid: String,
    author_name: String,
    author_profession: Profession,
    author_organization_name: String,
    /// JSON.
    reads: String,
}

/// Somebody opened a version (R20).
#[derive(Debug, Deserialize)]
struct Read {
    who: String,
    at: i64,
}

impl DocumentVersion {
    /// What was put away is shown to nobody: it may have been another person's paper.
    pub(crate) fn has_content(&self) -> bool {
        self.withdrawn_at.is_none()
    }

    pub(crate) fn resource(&self, patient: &str) -> Value {
        let status = match (self.withdrawn_at, self.is_newest) {
            (Some(_), _) => "entered-in-error",
            (None, 1) => "current",
            _ => "superseded",
        };
        let kind = word("document", self.kind.as_str(), self.kind.label_ja());
        let replaced = self.replaces_uuid.as_ref();
        let replaced = replaced.map(|uuid| json!({ "code": "replaces", "target": reference(uuid) }));
        let resource = Resource::new("DocumentReference", &self.uuid)
            .with("status", json!(status))
            .with("type", json!({ "coding": [kind], "text": self.kind.label_ja() }))
            .with("subject", reference(patient))
            .with("date", instant(self.at))
            .with("author", json!([self.author().reference()]))
            .with("relatesTo", present([replaced]));
        if self.has_content() { self.told(resource) } else { self.silent(resource) }.entry()
    }

    fn author(&self) -> Author {
        Author {
            uuid: self.author_uuid.clone(),
            name: self.author_name.clone(),
            profession: self.author_profession,
            organization_name: self.author_organization_name.clone(),
        }
    }

    fn told(&self, resource: Resource) -> Resource {
        let folder = self.folder_name.as_ref().map(|name| json!({ "text": name }));
        let attachment = json!({
            "contentType": self.media_type,
            "url": format!("urn:uuid:{}", self.binary_uuid),
            "size": self.bytes,
            "title": self.name,
            "creation": instant(self.at),
        });
        resource
            .with("extension", self.extensions())
            .with("category", present([folder]))
            .with("description", json!(self.title))
            .with("content", json!([{ "attachment": attachment }]))
            .with("context", json!({ "period": { "start": self.dated_on } }))
    }

    /// That there was something, and of what kind.
    fn silent(&self, resource: Resource) -> Resource {
        let attachment = json!({ "contentType": self.media_type, "size": self.bytes, "creation": instant(self.at) });
        resource.with("content", json!([{ "attachment": attachment }]))
    }

    /// What R4 has no place for: the number of the version, notes, who has read it.
    fn extensions(&self) -> Value {
        let text = |name: &str, text: &str| {
            Some(text).filter(|text| !text.is_empty()).map(|text| extension(name, ("valueString", json!(text))))
        };
        let number = Some(extension("document-version", ("valueInteger", json!(self.version))));
        let notes = [text("document-note", &self.note), text("document-version-note", &self.version_note)];
        let reads: Vec<Read> = serde_json::from_str(&self.reads).unwrap_or_default();
        let reads = reads.iter().map(|read| Some(done_by("read", &read.who, Some(instant(read.at)))));
        present([number].into_iter().chain(notes).chain(reads))
    }
}
