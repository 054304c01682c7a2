//! The basic sheet: every version as it was filled in, and of the newest what other systems know by resources of its own.

use super::people::Author;
use super::{Resource, coding, instant, reference};
use domain::basic_sheet::{Allergy, BasicSheet, Contact, Diagnosis, Medicine, SheetSection};
use serde::Deserialize;
use serde_json::{Value, json};

/// A version of the sheet.
#[derive(Debug, Deserialize)]
pub(crate) struct Version {
    pub(crate) id: i64,
    pub(crate) is_newest: i64,
    at: i64,
    author: Author,
    content: BasicSheet,
}

impl Version {
    /// The version as a `QuestionnaireResponse`; of the newest also diagnoses, allergies, medicines and contacts.
    pub(crate) fn resources(&self, patient: &str, numbers: &str) -> Vec<Value> {
        let mut all = vec![self.response(patient, numbers)];
        if self.is_newest == 0 {
            return all;
        }
        let sheet = &self.content;
        let uuid = |kind: &str, index: usize| format!("{numbers}-{kind}-8{:03x}-{:012x}", index & 0xfff, self.id);
        all.extend(sheet.diagnoses.iter().enumerate().map(|(i, one)| self.condition(one, patient, &uuid("8d01", i))));
        all.extend(
            sheet.allergies.items.iter().enumerate().map(|(i, one)| self.allergy(one, patient, &uuid("8d02", i))),
        );
        all.extend(sheet.medicines.iter().enumerate().map(|(i, one)| self.medicine(one, patient, &uuid("8d03", i))));
        all.extend(sheet.contacts.iter().enumerate().map(|(i, one)| contact(one, patient, &uuid("8d04", i))));
        if sheet.allergies.none_known {
            let none = coding("http://snomed.info/sct", "716186003", "No known allergy");
            let code = json!({ "coding": [none], "text": "アレルギーはない（確かめた）" });
            all.push(self.intolerance(&code, patient, &uuid("8d05", 0)).entry());
        }
        all
    }

    fn response(&self, patient: &str, numbers: &str) -> Value {
        let content = serde_json::to_value(&self.content).unwrap_or_default();
        let section = |section: &SheetSection| {
            let answered = answers(content.get(section.as_str())?);
            let mut item = json!({ "linkId": section.as_str(), "text": section.label_ja() });
            merge(&mut item, answered?);
            Some(item)
        };
        let items: Vec<Value> = SheetSection::ALL.iter().filter_map(section).collect();
        Resource::new("QuestionnaireResponse", &format!("{numbers}-8d00-8000-{:012x}", self.id))
            .with("status", json!(if self.is_newest == 1 { "completed" } else { "amended" }))
            .with("subject", reference(patient))
            .with("authored", instant(self.at))
            .with("author", self.author.reference())
            .with("item", Value::Array(items))
            .entry()
    }

    fn condition(&self, one: &Diagnosis, patient: &str, uuid: &str) -> Value {
        let active = coding("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active");
        let since = json!(one.since);
        Resource::new("Condition", uuid)
            .profile("JP_Condition")
            .with("clinicalStatus", json!({ "coding": [active] }))
            .with("code", json!({ "text": one.name }))
            .with("subject", reference(patient))
            .with("onsetString", since)
            .with("recordedDate", instant(self.at))
            .entry()
    }

    fn allergy(&self, one: &Allergy, patient: &str, uuid: &str) -> Value {
        let reaction = match one.reaction.as_str() {
            "" => Value::Null,
            text => json!([{ "manifestation": [{ "text": text }] }]),
        };
        self.intolerance(&json!({ "text": one.substance }), patient, uuid).with("reaction", reaction).entry()
    }

    fn intolerance(&self, code: &Value, patient: &str, uuid: &str) -> Resource {
        let active = coding("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active", "Active");
        Resource::new("AllergyIntolerance", uuid)
            .profile("JP_AllergyIntolerance")
            .with("clinicalStatus", json!({ "coding": [active] }))
            .with("code", code.clone())
            .with("patient", reference(patient))
            .with("recordedDate", instant(self.at))
    }

    fn medicine(&self, one: &Medicine, patient: &str, uuid: &str) -> Value {
        let dosage = match one.usage.as_str() {
            "" => Value::Null,
            text => json!([{ "text": text }]),
        };
        let prescriber = match one.prescriber.as_str() {
            "" => Value::Null,
            text => json!([{ "text": text }]),
        };
        Resource::new("MedicationStatement", uuid)
            .profile("JP_MedicationStatement")
            .with("status", json!("active"))
            .with("medicationCodeableConcept", json!({ "text": one.name }))
            .with("subject", reference(patient))
            .with("dateAsserted", instant(self.at))
            .with("note", prescriber)
            .with("dosage", dosage)
            .entry()
    }
}

fn contact(one: &Contact, patient: &str, uuid: &str) -> Value {
    let text = |text: &str| if text.is_empty() { Value::Null } else { json!([{ "text": text }]) };
    let phone = match one.phone.as_str() {
        "" => Value::Null,
        number => json!([{ "system": "phone", "value": number }]),
    };
    Resource::new("RelatedPerson", uuid)
        .with("active", json!(true))
        .with("patient", reference(patient))
        .with("relationship", text(&one.relation))
        .with("name", text(&one.name))
        .with("telecom", phone)
        .entry()
}

/// What was filled in, as `answer` or as further items; none when nothing was.
fn answers(value: &Value) -> Option<Value> {
    match value {
        Value::Null | Value::Number(_) => None,
        Value::Bool(said) => said.then(|| json!({ "answer": [{ "valueBoolean": true }] })),
        Value::String(text) => (!text.is_empty()).then(|| json!({ "answer": [{ "valueString": text }] })),
        Value::Array(rows) => {
            let row = |(index, row): (usize, &Value)| {
                let mut item = json!({ "linkId": (index + 1).to_string() });
                merge(&mut item, answers(row)?);
                Some(item)
            };
            nested(rows.iter().enumerate().filter_map(row).collect())
        }
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| {
                let mut item = json!({ "linkId": name });
                merge(&mut item, answers(value)?);
                Some(item)
            };
            nested(fields.iter().filter_map(field).collect())
        }
    }
}

fn nested(items: Vec<Value>) -> Option<Value> {
    if items.is_empty() {
        None
    } else {
        Some(Value::Object([("item".to_owned(), Value::Array(items))].into_iter().collect()))
    }
}

fn merge(into: &mut Value, from: Value) {
    if let (Some(into), Value::Object(from)) = (into.as_object_mut(), from) {
        into.extend(from);
    }
}
