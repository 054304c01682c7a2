//! A message as a Communication. A withdrawn one keeps its place and says nothing (R38).

use super::people::{Author, code_extension, done_by};
use super::{Resource, extension, instant, nested_extension, part, present, reference};
use domain::words::{Confirm, Reaction};
use serde::Deserialize;
use serde_json::{Value, json};

/// A message with all that belongs to it.
#[derive(Debug, Deserialize)]
pub(crate) struct Message {
    uuid: String,
    author: Author,
    at: i64,
    body: String,
    reply_to_uuid: Option<String>,
    confirm: Confirm,
    edited_at: Option<i64>,
    withdrawn_at: Option<i64>,
    pinned_at: Option<i64>,
    pinned_by_uuid: Option<String>,
    mentions: Vec<String>,
    tags: Vec<String>,
    files: Vec<String>,
    reactions: Vec<Reacted>,
    confirmations: Vec<Confirmation>,
    versions: Vec<Version>,
}

#[derive(Debug, Deserialize)]
struct Reacted {
    reaction: Reaction,
    who: String,
    at: i64,
}

#[derive(Debug, Deserialize)]
struct Confirmation {
    who: String,
    is_asked: i64,
    confirmed_at: Option<i64>,
}

#[derive(Debug, Deserialize)]
struct Version {
    at: i64,
    body: String,
}

impl Message {
    pub(crate) fn resource(&self, patient: &str) -> Value {
        let is_withdrawn = self.withdrawn_at.is_some();
        let references = |uuids: &[String]| Value::Array(uuids.iter().map(|uuid| reference(uuid)).collect());
        let tags = self.tags.iter().map(|tag| json!({ "text": tag })).collect();
        Resource::new("Communication", &self.uuid)
            .with("extension", self.extensions())
            .with("inResponseTo", present([self.reply_to_uuid.as_deref().map(reference)]))
            .with("status", json!(if is_withdrawn { "entered-in-error" } else { "completed" }))
            .with("category", Value::Array(tags))
            .with("subject", reference(patient))
            .with("sent", instant(self.at))
            .with("recipient", references(&self.mentions))
            .with("sender", self.author.reference())
            .with("payload", if is_withdrawn { Value::Null } else { self.payload() })
            .entry()
    }

    fn payload(&self) -> Value {
        let text = (!self.body.is_empty()).then(|| json!({ "contentString": self.body }));
        let files = self.files.iter().map(|file| Some(json!({ "contentReference": reference(file) })));
        present(std::iter::once(text).chain(files))
    }

    fn extensions(&self) -> Value {
        let time = |name: &str, at: Option<i64>| at.map(|at| extension(name, ("valueInstant", instant(at))));
        let asked = (self.confirm != Confirm::None).then(|| code_extension("confirm", self.confirm.as_str()));
        let pinned = self.pinned_at.zip(self.pinned_by_uuid.as_deref());
        let single = [
            asked,
            time("edited-at", self.edited_at),
            time("withdrawn-at", self.withdrawn_at),
            pinned.map(|(at, by)| done_by("pinned", by, Some(instant(at)))),
        ];
        let reactions = self.reactions.iter().map(|one| Some(one.extension()));
        let confirmations = self.confirmations.iter().map(|one| Some(one.extension()));
        // What was taken back is shown to nobody, nor is what it said before.
        let versions = self.versions.iter().filter(|_| self.withdrawn_at.is_none()).map(|one| Some(one.extension()));
        present(single.into_iter().chain(reactions).chain(confirmations).chain(versions))
    }
}

impl Reacted {
    fn extension(&self) -> Value {
        nested_extension(
            "reaction",
            vec![
                part("reaction", ("valueCode", json!(self.reaction.as_str()))),
                part("who", ("valueReference", reference(&self.who))),
                part("at", ("valueInstant", instant(self.at))),
            ],
        )
    }
}

impl Confirmation {
    /// R20: of whom 了解 was asked, and who gave it when.
    fn extension(&self) -> Value {
        let name = if self.is_asked == 1 { "confirmation-asked" } else { "confirmation" };
        done_by(name, &self.who, self.confirmed_at.map(instant))
    }
}

impl Version {
    fn extension(&self) -> Value {
        nested_extension(
            "earlier-version",
            vec![part("at", ("valueInstant", instant(self.at))), part("body", ("valueString", json!(self.body)))],
        )
    }
}
