//! Form 7 as a Consent.

use super::people::code_extension;
use super::{Resource, coding, extension, instant, present, reference};
use serde::Deserialize;
use serde_json::{Value, json};

/// A consent that was accepted (R14, R19).
#[derive(Debug, Deserialize)]
pub(crate) struct Consented {
    uuid: String,
    signed_by: String,
    representative_name: Option<String>,
    representative_relation: Option<String>,
    signed_on: String,
    scan_agreed_on: Option<String>,
    original_received_by: String,
    original_received_on: String,
    withdrawn_at: Option<i64>,
}

impl Consented {
    pub(crate) fn resource(&self, patient: &str, team: &str) -> Value {
        let performer = match &self.representative_name {
            Some(name) => json!([{ "display": name }]),
            None => json!([reference(patient)]),
        };
        let actor = json!({
            "role": { "coding": [coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP",
                                        "information recipient")] },
            "reference": reference(team),
        });
        let day = |name: &str, day: &str| extension(name, ("valueDate", json!(day)));
        let facts = present([
            Some(code_extension("signed-by", &self.signed_by)),
            self.representative_relation
                .as_ref()
                .map(|relation| extension("representative-relation", ("valueString", json!(relation)))),
            self.scan_agreed_on.as_ref().map(|agreed| day("scan-agreed-on", agreed)),
            Some(code_extension("original-received-by", &self.original_received_by)),
            Some(day("original-received-on", &self.original_received_on)),
            self.withdrawn_at.map(|at| extension("withdrawn-at", ("valueInstant", instant(at)))),
        ]);
        Resource::new("Consent", &self.uuid)
            .with("extension", facts)
            .with("status", json!(if self.withdrawn_at.is_some() { "inactive" } else { "active" }))
            .with(
                "scope",
                json!({ "coding": [coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy",
                                          "Privacy Consent")] }),
            )
            .with("category", json!([{ "coding": [coding("http://loinc.org", "59284-0", "Patient Consent")] }]))
            .with("patient", reference(patient))
            .with("dateTime", json!(self.signed_on))
            .with("performer", performer)
            .with("policyRule", json!({ "text": "様式第7号（登録者支援の部屋での情報共有への同意）" }))
            .with("provision", json!({ "type": "permit", "actor": [actor] }))
            .entry()
    }
}
