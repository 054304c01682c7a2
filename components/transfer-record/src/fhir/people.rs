//! Who wrote, read, measured and looked: practitioners with their organizations.

use super::patient::{identifier, written};
use super::{Resource, extension, named_reference, part, reference};
use domain::words::{OrganizationKind, Profession};
use serde::Deserialize;
use serde_json::{Value, json};

/// An organization that people of the record belong to.
#[derive(Debug, Deserialize)]
pub(crate) struct Organization {
    uuid: String,
    name: String,
    kind: OrganizationKind,
}

/// Somebody who has to do with the record.
#[derive(Debug, Deserialize)]
pub(crate) struct Person {
    uuid: String,
    role_uuid: String,
    organization_uuid: String,
    name: String,
    kana: String,
    profession: Profession,
}

/// Who wrote something, as the person was then: nobody moves between organizations (R9), but names change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Author {
    /// Of the practitioner.
    pub(crate) uuid: String,
    pub(crate) name: String,
    pub(crate) profession: Profession,
    pub(crate) organization_name: String,
}

impl Organization {
    pub(crate) fn resource(&self) -> Value {
        let kind = json!([{ "coding": [word("organization-kind", self.kind.as_str(), self.kind.label_ja())] }]);
        Resource::new("Organization", &self.uuid)
            .profile("JP_Organization")
            .with("identifier", json!([identifier(&self.uuid)]))
            .with("active", json!(true))
            .with("type", kind)
            .with("name", json!(self.name))
            .entry()
    }
}

impl Person {
    pub(crate) fn practitioner(&self) -> Value {
        Resource::new("Practitioner", &self.uuid)
            .profile("JP_Practitioner")
            .with("identifier", json!([identifier(&self.uuid)]))
            .with("name", json!([written(&self.name, "IDE"), written(&self.kana, "SYL")]))
            .entry()
    }

    pub(crate) fn role(&self) -> Value {
        let profession = word("profession", self.profession.as_str(), self.profession.label_ja());
        Resource::new("PractitionerRole", &self.role_uuid)
            .profile("JP_PractitionerRole")
            .with("practitioner", reference(&self.uuid))
            .with("organization", reference(&self.organization_uuid))
            .with("code", json!([{ "coding": [profession] }]))
            .entry()
    }
}

impl Author {
    /// Who it is, with what the person was then.
    pub(crate) fn reference(&self) -> Value {
        let mut reference = named_reference(&self.uuid, &self.name);
        let then = super::nested_extension(
            "author-then",
            vec![
                part("profession", ("valueCode", json!(self.profession.as_str()))),
                part("organization", ("valueString", json!(self.organization_name))),
            ],
        );
        if let Some(elements) = reference.as_object_mut() {
            elements.insert("extension".to_owned(), json!([then]));
        }
        reference
    }
}

/// A word of this system as a coding.
pub(crate) fn word(vocabulary: &str, word: &str, label: &str) -> Value {
    json!({ "system": format!("http://tasuki.example/fhir/CodeSystem/{vocabulary}"), "code": word, "display": label })
}

/// When somebody did something, as an extension.
pub(crate) fn done_by(name: &str, person: &str, at: Option<Value>) -> Value {
    let who = part("who", ("valueReference", reference(person)));
    let at = at.map(|at| part("at", ("valueInstant", at)));
    super::nested_extension(name, std::iter::once(who).chain(at).collect())
}

/// A word as an extension.
pub(crate) fn code_extension(name: &str, code: &str) -> Value {
    extension(name, ("valueCode", json!(code)))
}
