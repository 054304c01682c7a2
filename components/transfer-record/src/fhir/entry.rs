//! An entry of a Bundle that comes from elsewhere: what must be known of it before it is kept as it came.

use domain::fold_key;
use domain::validation::FieldError;
use serde::Deserialize;

/// What a record consists of, here and elsewhere.
const RESOURCE_TYPES: [&str; 17] = [
    "AllergyIntolerance",
    "Appointment",
    "AuditEvent",
    "Binary",
    "CareTeam",
    "Communication",
    "Condition",
    "Consent",
    "DocumentReference",
    "MedicationStatement",
    "Observation",
    "Organization",
    "Patient",
    "Practitioner",
    "PractitionerRole",
    "QuestionnaireResponse",
    "RelatedPerson",
];

/// What an entry says it is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Identified {
    pub(crate) uuid: String,
    pub(crate) resource_type: String,
}

/// Of whom a record is.
#[derive(Debug)]
pub(crate) struct Whose {
    pub(crate) uuid: String,
    pub(crate) birth_date: String,
    /// In all ways of writing.
    pub(crate) names: Vec<String>,
}

#[derive(Deserialize)]
struct Entry<Resource> {
    #[serde(rename = "fullUrl")]
    full_url: String,
    resource: Resource,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(rename = "resourceType")]
    resource_type: String,
}

#[derive(Deserialize)]
struct Patient {
    #[serde(rename = "birthDate", default)]
    birth_date: String,
    #[serde(default)]
    name: Vec<HumanName>,
}

#[derive(Deserialize)]
struct HumanName {
    #[serde(default)]
    text: String,
}

/// Reads what an entry is. Anything else about it is kept as it came, and never trusted.
pub(crate) fn identify(text: &str) -> Result<Identified, FieldError> {
    // Read whole: what is nested too deeply to be read again is refused here, and not when somebody wants to see it.
    let whole: serde_json::Value = serde_json::from_str(text).map_err(|_| unreadable())?;
    let entry: Entry<Typed> = serde_json::from_value(whole).map_err(|_| unreadable())?;
    let uuid = uuid(&entry.full_url).ok_or_else(unreadable)?;
    let resource_type = entry.resource.resource_type;
    if !RESOURCE_TYPES.contains(&resource_type.as_str()) {
        let message = "この種類の記録は引き継げません。Tasukiが書き出したファイルを選んでください。";
        return Err(FieldError::new("unknown_resource", message));
    }
    Ok(Identified { uuid, resource_type })
}

/// Reads of whom the record is.
pub(crate) fn whose(text: &str) -> Result<Whose, FieldError> {
    let Identified { uuid, resource_type } = identify(text)?;
    if resource_type != "Patient" {
        return Err(FieldError::new("not_a_patient", "だれの記録かが、ファイルに書かれていません。"));
    }
    let entry: Entry<Patient> = serde_json::from_str(text).map_err(|_| unreadable())?;
    let names = entry.resource.name.into_iter().map(|name| name.text).filter(|name| !name.is_empty()).collect();
    Ok(Whose { uuid, birth_date: entry.resource.birth_date, names })
}

impl Whose {
    /// Whether one of the names is this one, however it is spaced and in whatever width.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        let key = |name: &str| fold_key(name).replace(char::is_whitespace, "");
        self.names.iter().any(|one| key(one) == key(name))
    }
}

/// Of `urn:uuid:…` (RFC 9562 §4), in lower case.
fn uuid(full_url: &str) -> Option<String> {
    let uuid = full_url.strip_prefix("urn:uuid:")?;
    let is_right = uuid.len() == 36
        && uuid.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        });
    is_right.then(|| uuid.to_owned())
}

fn unreadable() -> FieldError {
    FieldError::new("unreadable", "記録として読めません。ファイルが壊れていないか確かめてください。")
}

#[cfg(test)]
mod tests {
    use super::*;

    const UUID: &str = "0b0e3f6a-1c2d-8100-8000-00000000002a";

    fn entry(url: &str, resource: &str) -> String {
        format!("{{\"fullUrl\":\"{url}\",\"resource\":{resource}}}")
    }

    #[test]
    fn an_entry_names_itself_and_is_of_a_known_kind() {
        let url = format!("urn:uuid:{UUID}");
        let known = identify(&entry(&url, r#"{"resourceType":"Observation","x":[1,{"y":null}]}"#)).unwrap();
        assert_eq!(known, Identified { uuid: UUID.to_owned(), resource_type: "Observation".to_owned() });
        for (url, resource, code) in [
            (url.as_str(), r#"{"resourceType":"Device"}"#, "unknown_resource"),
            (url.as_str(), r"{}", "unreadable"),
            ("urn:uuid:x", r#"{"resourceType":"Patient"}"#, "unreadable"),
            ("urn:uuid:0B0E3F6A-1C2D-8100-8000-00000000002A", r#"{"resourceType":"Patient"}"#, "unreadable"),
            ("https://example.org/1", r#"{"resourceType":"Patient"}"#, "unreadable"),
            (url.as_str(), r#"{"resourceType":"Patient""#, "unreadable"),
        ] {
            assert_eq!(identify(&entry(url, resource)).unwrap_err().code, code, "{url} {resource}");
        }
        let deep = entry(&url, &format!(r#"{{"resourceType":"Patient","x":{}1{}}}"#, "[".repeat(400), "]".repeat(400)));
        assert_eq!(identify(&deep).unwrap_err().code, "unreadable");
    }

    #[test]
    fn a_name_is_the_same_however_it_is_spaced() {
        let resource =
            r#"{"resourceType":"Patient","birthDate":"1940-01-01","name":[{"text":"国分　千草"},{"text":"ｺｸﾌﾞ ﾁｸﾞｻ"}]}"#;
        let whose = whose(&entry(&format!("urn:uuid:{UUID}"), resource)).unwrap();
        assert_eq!(whose.birth_date, "1940-01-01");
        assert!(whose.is_called("国分 千草") && whose.is_called("コクブ チグサ") && !whose.is_called("国分 千春"));
        assert_eq!(
            super::whose(&entry(&format!("urn:uuid:{UUID}"), r#"{"resourceType":"Consent"}"#)).unwrap_err().code,
            "not_a_patient"
        );
    }
}
