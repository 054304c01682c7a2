//! What was measured, as Observations: one a value, blood pressure as one with two parts.

use super::people::{Author, code_extension};
use super::{Resource, coding, extension, instant, present, reference};
use domain::vitals::{BLOOD_PRESSURE_CODES, Codes, GlucoseTiming, Readings, VitalKind};
use serde::Deserialize;
use serde_json::{Value, json};

/// Whatever was measured together.
#[derive(Debug, Deserialize)]
pub(crate) struct Measurement {
    id: i64,
    measured_at: i64,
    recorded_at: i64,
    author: Author,
    readings: Readings,
    glucose_timing: Option<GlucoseTiming>,
    note: String,
    corrected_at: Option<i64>,
    withdrawn_at: Option<i64>,
}

impl Measurement {
    /// An entry a value. `numbers`: how this system's numbers begin.
    pub(crate) fn resources(&self, patient: &str, numbers: &str) -> Vec<Value> {
        let pressure = self.pressure(patient, numbers);
        let single = self.readings.iter().filter(|(kind, _)| !is_pressure(*kind) || pressure.is_none());
        let mut all: Vec<Value> = single.map(|(kind, value)| self.single(patient, numbers, kind, value)).collect();
        all.extend(pressure);
        all
    }

    fn single(&self, patient: &str, numbers: &str, kind: VitalKind, value: i32) -> Value {
        let timing = self.glucose_timing.filter(|_| kind == VitalKind::BloodGlucose);
        let extensions = present([
            Some(extension("measured-together", ("valueString", json!(self.id.to_string())))),
            timing.map(|timing| code_extension("glucose-timing", timing.as_str())),
        ]);
        self.observation(patient, &self.uuid(numbers, place(kind)), &code(kind.codes(), kind))
            .with("extension", extensions)
            .with("valueQuantity", quantity(kind, value))
            .entry()
    }

    /// Blood pressure, when both parts of it were measured.
    fn pressure(&self, patient: &str, numbers: &str) -> Option<Value> {
        let component = |kind: VitalKind| {
            let value = self.readings.get(kind)?;
            Some(json!({ "code": code(kind.codes(), kind), "valueQuantity": quantity(kind, value) }))
        };
        let systolic = component(VitalKind::SystolicPressure)?;
        let diastolic = component(VitalKind::DiastolicPressure)?;
        let whole = codings(BLOOD_PRESSURE_CODES, "血圧");
        let together = extension("measured-together", ("valueString", json!(self.id.to_string())));
        let observation = self
            .observation(patient, &self.uuid(numbers, 0), &json!({ "coding": whole, "text": "血圧" }))
            .with("extension", json!([together]))
            .with("component", json!([systolic, diastolic]));
        Some(observation.entry())
    }

    fn observation(&self, patient: &str, uuid: &str, code: &Value) -> Resource {
        let status = match (self.withdrawn_at, self.corrected_at) {
            (Some(_), _) => "entered-in-error",
            (None, Some(_)) => "amended",
            (None, None) => "final",
        };
        let category =
            coding("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs", "Vital Signs");
        let note = (!self.note.is_empty()).then(|| json!({ "text": self.note }));
        Resource::new("Observation", uuid)
            .profile("JP_Observation_VitalSigns")
            .with("status", json!(status))
            .with("category", json!([{ "coding": [category] }]))
            .with("code", code.clone())
            .with("subject", reference(patient))
            .with("effectiveDateTime", instant(self.measured_at))
            .with("issued", instant(self.recorded_at))
            .with("performer", json!([self.author.reference()]))
            .with("note", present([note]))
    }

    fn uuid(&self, numbers: &str, place: usize) -> String {
        format!("{numbers}-8a{place:02x}-8000-{:012x}", self.id)
    }
}

fn is_pressure(kind: VitalKind) -> bool {
    matches!(kind, VitalKind::SystolicPressure | VitalKind::DiastolicPressure)
}

/// Where the kind stands among all, from 1.
fn place(kind: VitalKind) -> usize {
    VitalKind::ALL.iter().take_while(|one| **one != kind).count() + 1
}

fn code(codes: Codes, kind: VitalKind) -> Value {
    let mut all = codings(codes, kind.label_ja());
    all.push(super::people::word("vital", kind.as_str(), kind.label_ja()));
    json!({ "coding": all, "text": kind.label_ja() })
}

fn codings(codes: Codes, display: &str) -> Vec<Value> {
    const MEDIS: &str = "http://jpfhir.jp/fhir/core/CodeSystem/JP_ObservationVitalSignsCode_CS";
    let loinc = codes.loinc.map(|code| json!({ "system": "http://loinc.org", "code": code }));
    let medis = codes.medis.map(|code| coding(MEDIS, code, display));
    loinc.into_iter().chain(medis).collect()
}

fn quantity(kind: VitalKind, value: i32) -> Value {
    json!({
        "value": decimal(kind.number(value)),
        "unit": kind.unit_ja(),
        "system": "http://unitsofmeasure.org",
        "code": kind.codes().ucum,
    })
}

/// As every reader of JSON writes it again: 128, not 128.0.
fn decimal(number: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of a measurement is small")]
    let whole = number.trunc() as i64;
    if number.fract() == 0.0 { json!(whole) } else { json!(number) }
}
