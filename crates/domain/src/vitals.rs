//! Vital signs and what else is measured at home: kinds, units, bounds, limits, text of meters.
//!
//! A value is an integer in the smallest unit of its kind: 36.5 ℃ is 365. Whoever shows it divides by [`VitalKind::scale`].

mod bounds;
mod limits;
mod moment;
mod paste;
mod plausibility;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::words::words;
use crate::{FieldError, tidy};

pub use bounds::Bounds;
pub use limits::{Limit, Mark, may_set_limits};
pub use paste::{PASTED_LINES_MAX, PastedLine, read_pasted};
pub use plausibility::{Entry, check, check_time, needs_reason};

words! {
    /// What is measured.
    #[expect(clippy::doc_markdown, reason = "the labels are what people read, SpO2 among them")]
    VitalKind {
        BodyTemperature = "body_temperature" "体温",
        Pulse = "pulse" "脈拍",
        SystolicPressure = "systolic_pressure" "血圧（上）",
        DiastolicPressure = "diastolic_pressure" "血圧（下）",
        Respiration = "respiration" "呼吸数",
        Spo2 = "spo2" "SpO2",
        OxygenFlow = "oxygen_flow" "酸素流量",
        Weight = "weight" "体重",
        BloodGlucose = "blood_glucose" "血糖",
        MainDish = "main_dish" "食事（主食）",
        SideDish = "side_dish" "食事（副食）",
        Fluids = "fluids" "水分",
        Urine = "urine" "尿",
        Stool = "stool" "便",
        Pain = "pain" "痛み（NRS）",
    }
}

words! {
    /// When blood glucose was measured.
    GlucoseTiming {
        Fasting = "fasting" "空腹時",
        AfterMeal = "after_meal" "食後",
        Casual = "casual" "随時",
    }
}

words! {
    /// How an entry came into the system.
    MeasurementSource {
        Typed = "typed" "入力",
        Pasted = "pasted" "測定器から貼り付け",
        Imported = "imported" "ほかのシステムから",
    }
}

/// The longest note, in characters.
pub const MAX_NOTE: usize = 500;

/// For so long the author corrects an entry without saying why.
pub const FREE_CORRECTION_MS: i64 = 24 * 60 * 60 * 1000;

/// The code of blood pressure as a whole, of which systolic and diastolic are parts: LOINC and MEDIS.
pub const BLOOD_PRESSURE_CODES: Codes = Codes { loinc: Some("85354-9"), medis: Some("31002365"), ucum: "mm[Hg]" };

/// How a kind is named in FHIR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Codes {
    /// LOINC, `http://loinc.org`.
    pub loinc: Option<&'static str>,
    /// MEDIS nursing terms, as JP Core's vital signs use them.
    pub medis: Option<&'static str>,
    /// The unit in UCUM, `http://unitsofmeasure.org`.
    pub ucum: &'static str,
}

impl VitalKind {
    /// The unit as people read it.
    pub const fn unit_ja(self) -> &'static str {
        match self {
            Self::BodyTemperature => "℃",
            Self::Pulse | Self::Respiration => "回/分",
            Self::SystolicPressure | Self::DiastolicPressure => "mmHg",
            Self::Spo2 => "%",
            Self::OxygenFlow => "L/分",
            Self::Weight => "kg",
            Self::BloodGlucose => "mg/dL",
            Self::MainDish | Self::SideDish => "割",
            Self::Fluids => "mL",
            Self::Urine | Self::Stool => "回",
            Self::Pain => "/10",
        }
    }

    /// How many digits follow the decimal point.
    pub const fn decimals(self) -> usize {
        match self {
            Self::BodyTemperature | Self::OxygenFlow | Self::Weight => 1,
            _ => 0,
        }
    }

    /// How many of the smallest unit make one of [`Self::unit_ja`].
    pub const fn scale(self) -> i32 {
        if self.decimals() == 1 { 10 } else { 1 }
    }

    /// How it is named in FHIR. What no code system names has none.
    pub const fn codes(self) -> Codes {
        let (loinc, medis, ucum) = match self {
            Self::BodyTemperature => (Some("8310-5"), Some("31001368"), "Cel"),
            Self::Pulse => (Some("8867-4"), Some("31001390"), "/min"),
            Self::SystolicPressure => (Some("8480-6"), Some("31001848"), "mm[Hg]"),
            Self::DiastolicPressure => (Some("8462-4"), Some("31001849"), "mm[Hg]"),
            Self::Respiration => (Some("9279-1"), Some("31001369"), "/min"),
            Self::Spo2 => (Some("59408-5"), Some("31000001"), "%"),
            Self::OxygenFlow => (Some("3151-8"), None, "L/min"),
            Self::Weight => (Some("29463-7"), None, "kg"),
            Self::BloodGlucose => (Some("2339-0"), None, "mg/dL"),
            Self::MainDish | Self::SideDish => (None, None, "{tenths}"),
            Self::Fluids => (None, None, "mL"),
            Self::Urine | Self::Stool => (None, None, "{times}"),
            Self::Pain => (Some("72514-3"), None, "{score}"),
        };
        Codes { loinc, medis, ucum }
    }

    /// The value as a number of [`Self::unit_ja`].
    pub fn number(self, value: i32) -> f64 {
        f64::from(value) / f64::from(self.scale())
    }

    /// The value as people read it, without its unit: `36.5`.
    pub fn text(self, value: i32) -> String {
        format!("{:.*}", self.decimals(), self.number(value))
    }

    /// Reads a number as people type it, full-width digits and a comma for the point included.
    ///
    /// # Errors
    /// `not_a_number`, and `too_precise` for more decimals than the kind has.
    pub fn parse_value(self, raw: &str) -> Result<i32, FieldError> {
        let text = tidy(raw).replace([',', '、', '。'], ".");
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let is_number = !whole.is_empty() && whole.len() <= 5 && whole.bytes().all(|byte| byte.is_ascii_digit());
        let fraction = fraction.trim_end_matches('0');
        if !is_number || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(FieldError::new("not_a_number", format!("{}を数字で入力してください。", self.label_ja())));
        }
        if fraction.len() > self.decimals() {
            let message = match self.decimals() {
                0 => format!("{}は小数点をつけずに入力してください。", self.label_ja()),
                _ => format!("{}は小数第1位までで入力してください。", self.label_ja()),
            };
            return Err(FieldError::new("too_precise", message));
        }
        let digits = format!("{whole}{fraction:0<width$}", width = self.decimals());
        digits.parse().map_err(|_| FieldError::new("not_a_number", "数字で入力してください。"))
    }
}

/// What was measured together: a value a kind, in the smallest unit. Stored as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Readings(BTreeMap<VitalKind, i32>);

impl Readings {
    /// The value of a kind, if it was measured.
    pub fn get(&self, kind: VitalKind) -> Option<i32> {
        self.0.get(&kind).copied()
    }

    /// Adds a value, or replaces it.
    pub fn set(&mut self, kind: VitalKind, value: i32) {
        self.0.insert(kind, value);
    }

    /// Whether nothing was measured.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every value, in the order of the kinds.
    pub fn iter(&self) -> impl Iterator<Item = (VitalKind, i32)> + '_ {
        self.0.iter().map(|(kind, value)| (*kind, *value))
    }
}

impl FromIterator<(VitalKind, i32)> for Readings {
    fn from_iter<T: IntoIterator<Item = (VitalKind, i32)>>(values: T) -> Self {
        Self(values.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds() -> impl Strategy<Value = VitalKind> {
        proptest::sample::select(VitalKind::ALL)
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let temperature = |raw| VitalKind::BodyTemperature.parse_value(raw).map_err(|error| error.code);
        for raw in ["36.5", "３６．５", " 36,5 ", "36.50"] {
            assert_eq!(temperature(raw), Ok(365), "{raw}");
        }
        assert_eq!(temperature("36"), Ok(360));
        assert_eq!(temperature("36.55"), Err("too_precise"));
        for raw in ["", "-36", "36.", ".5", "3 6", "1e2", "999999", "三六"] {
            assert_eq!(temperature(raw).err(), if raw == "36." { None } else { Some("not_a_number") }, "{raw}");
        }
        assert_eq!(VitalKind::Pulse.parse_value("72.0").ok(), Some(72));
        assert_eq!(VitalKind::Pulse.parse_value("72.5").map_err(|error| error.code), Err("too_precise"));
    }

    #[test]
    fn readings_are_kept_as_numbers_by_kind() {
        let readings: Readings = [(VitalKind::Pulse, 72), (VitalKind::BodyTemperature, 365)].into_iter().collect();
        let json = serde_json::to_string(&readings).unwrap();
        assert_eq!(json, r#"{"body_temperature":365,"pulse":72}"#);
        assert_eq!(serde_json::from_str::<Readings>(&json).unwrap(), readings);
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(kind in kinds(), value in 0..99_999_i32) {
            prop_assert_eq!(kind.parse_value(&kind.text(value)).ok(), Some(value));
        }

        #[test]
        fn no_text_breaks_the_reader(kind in kinds(), raw in "\\PC{0,12}") {
            if let Ok(value) = kind.parse_value(&raw) { prop_assert!(value >= 0); }
        }
    }
}
