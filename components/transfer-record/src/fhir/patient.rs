//! The registrant as `JP_Patient`.

use super::{Resource, present};
use serde::Deserialize;
use serde_json::{Value, json};

/// How a name is written (HL7 v3 EN representation): ideographic or syllabic.
const REPRESENTATION: &str = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

/// A registrant, as the register has the person.
#[derive(Debug, Deserialize)]
pub(crate) struct Registrant {
    pub(crate) uuid: String,
    name: String,
    kana: String,
    birth_date: String,
    postal_code: String,
    address: String,
    phone: String,
    /// JSON: whom the records were of that were taken over.
    carried: String,
}

impl Registrant {
    pub(crate) fn patient(&self) -> Value {
        let phone = (!self.phone.is_empty()).then(|| json!({ "system": "phone", "value": self.phone }));
        let carried: Vec<String> = serde_json::from_str(&self.carried).unwrap_or_default();
        let link = |uuid: &String| Some(json!({ "other": super::reference(uuid), "type": "seealso" }));
        let address = json!({ "use": "home", "text": self.address, "postalCode": self.postal_code, "country": "JP" });
        Resource::new("Patient", &self.uuid)
            .profile("JP_Patient")
            .with("identifier", json!([identifier(&self.uuid)]))
            .with("active", json!(true))
            .with("name", json!([written(&self.name, "IDE"), written(&self.kana, "SYL")]))
            .with("telecom", present([phone]))
            .with("birthDate", json!(self.birth_date))
            .with("address", json!([address]))
            .with("link", present(carried.iter().map(link)))
            .entry()
    }
}

/// An identifier that is unique everywhere, whichever system made it (FHIR R4, Identifier, "urn:ietf:rfc:3986").
pub(super) fn identifier(uuid: &str) -> Value {
    json!({ "system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{uuid}") })
}

/// A name in one way of writing; family and given name apart where a space parts them.
pub(super) fn written(name: &str, representation: &str) -> Value {
    let way = json!([{ "url": REPRESENTATION, "valueCode": representation }]);
    match name.split_once([' ', '\u{3000}']) {
        Some((family, given)) => {
            json!({ "extension": way, "use": "official", "text": name, "family": family, "given": [given] })
        }
        None => json!({ "extension": way, "use": "official", "text": name }),
    }
}
