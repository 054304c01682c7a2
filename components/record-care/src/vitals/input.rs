//! One entry as it is sent: read, and looked at for what cannot be.

use domain::NoteText;
use domain::validation::Violations;
use domain::vitals::{Entry, GlucoseTiming, MAX_NOTE, Readings, VitalKind, check, check_time};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Values by kind, in the unit people read: 36.5 ℃ is 36.5.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = BTreeMap<String, f64>)]
pub(crate) struct ReadingsInput(BTreeMap<VitalKind, serde_json::Number>);

/// One entry: whatever was measured together, at least one value.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryInput {
    /// When it was measured, RFC 3339; kept to the minute.
    #[schema(value_type = String, format = DateTime)]
    measured_at: chrono::DateTime<chrono::Utc>,
    #[serde(default)]
    #[schema(required = true)]
    readings: ReadingsInput,
    #[serde(default)]
    glucose_timing: Option<GlucoseTiming>,
    /// At most 500 characters.
    #[serde(default)]
    note: String,
    /// Somebody looked at the unusual values and says that they were measured so.
    #[serde(default)]
    confirmed: bool,
}

/// One entry that can be stored.
#[derive(Debug, Clone)]
pub(crate) struct Checked {
    pub(crate) measured_at: i64,
    pub(crate) entry: Entry,
    pub(crate) note: String,
}

impl EntryInput {
    /// The entry, or nothing and what is wrong with it in `violations`, each field with `prefix` before it.
    pub(crate) fn check(&self, now: i64, prefix: &str, violations: &mut Violations) -> Option<Checked> {
        let at = |field: &str| format!("{prefix}{field}");
        let measured_at = violations.field(at("measured_at"), check_time(self.measured_at.timestamp_millis(), now));
        let note = match self.note.trim() {
            "" => Some(String::new()),
            note => violations.field(at("note"), NoteText::within(MAX_NOTE, note)).map(|note| note.as_str().to_owned()),
        };
        let mut readings = Some(Readings::default());
        for (kind, number) in &self.readings.0 {
            let value = violations.field(at(&format!("readings.{kind}")), kind.parse_value(&number.to_string()));
            match (value, &mut readings) {
                (Some(value), Some(readings)) => readings.set(*kind, value),
                _ => readings = None,
            }
        }
        // What could not be read is named already; the rest waits until it can.
        let entry = Entry { readings: readings?, glucose_timing: self.glucose_timing };
        let found = check(&entry, self.confirmed);
        let is_sound = found.is_empty();
        for one in found {
            violations.push(at(&one.field), one.code, one.message);
        }
        Some(Checked { measured_at: measured_at?, entry, note: note? }).filter(|_| is_sound)
    }
}
