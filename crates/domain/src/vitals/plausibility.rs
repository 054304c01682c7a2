//! Whether what was typed can have been measured: the impossible is never stored, the unusual is asked about once.

use super::{FREE_CORRECTION_MS, GlucoseTiming, Readings, VitalKind};
use crate::{FieldError, Violations};

/// 2000-01-01 in Japan, in milliseconds UTC: nothing here was measured before.
const EARLIEST_MS: i64 = 946_652_400_000;
/// The clocks of people and of the system differ a little.
const GRACE_MS: i64 = 5 * 60 * 1000;

/// What one entry says, besides when and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What was measured.
    pub readings: Readings,
    /// When blood glucose was measured, if it was.
    pub glucose_timing: Option<GlucoseTiming>,
}

/// The time of measurement, cut to its minute, in milliseconds UTC.
///
/// # Errors
/// `in_the_future`, with a few minutes' grace, and `too_long_ago`.
pub fn check_time(at: i64, now: i64) -> Result<i64, FieldError> {
    if at > now.saturating_add(GRACE_MS) {
        return Err(FieldError::new("in_the_future", "測定した日時が、今より先になっています。"));
    }
    if at < EARLIEST_MS {
        return Err(FieldError::new("too_long_ago", "測定した日を確かめてください。2000年より前になっています。"));
    }
    Ok(at - at.rem_euclid(60_000))
}

/// Whether whoever changes an entry must say why: everybody but its author on the first day.
pub const fn needs_reason(is_author: bool, recorded_at: i64, now: i64) -> bool {
    !is_author || now >= recorded_at.saturating_add(FREE_CORRECTION_MS)
}

/// Every field that cannot be right, and, unless it was confirmed, every one that is unusual.
pub fn check(entry: &Entry, is_confirmed: bool) -> Violations {
    let mut violations = Violations::new();
    if entry.readings.is_empty() {
        violations.push("readings", "required", "測定した値を1つ以上入力してください。");
    }
    for (kind, value) in entry.readings.iter() {
        if !kind.possible().hold(value) {
            violations.push(field(kind), "impossible", impossible(kind, value));
        } else if !is_confirmed && !kind.usual().hold(value) {
            let (text, unit) = (kind.text(value), kind.unit_ja());
            let message =
                format!("{}が{text}{unit}です。まちがいなければ、もう一度保存してください。", kind.label_ja());
            violations.push(field(kind), "unusual", message);
        }
    }
    check_together(entry, &mut violations);
    violations
}

/// What does not go together.
fn check_together(entry: &Entry, violations: &mut Violations) {
    let readings = &entry.readings;
    let (upper, lower) = (readings.get(VitalKind::SystolicPressure), readings.get(VitalKind::DiastolicPressure));
    let lower_field = field(VitalKind::DiastolicPressure);
    match (upper, lower) {
        (Some(upper), Some(lower)) if upper <= lower => {
            let message = format!("血圧の下が上以上です。{lower}/{upper} ではありませんか。");
            violations.push(lower_field, "impossible", message);
        }
        (None, Some(_)) => {
            violations.push(field(VitalKind::SystolicPressure), "incomplete", "血圧の上も入力してください。");
        }
        _ => {}
    }
    if readings.get(VitalKind::OxygenFlow).is_some() && readings.get(VitalKind::Spo2).is_none() {
        violations.push(field(VitalKind::Spo2), "incomplete", "酸素流量は、SpO2といっしょに入力してください。");
    }
    if entry.glucose_timing.is_some() && readings.get(VitalKind::BloodGlucose).is_none() {
        violations.push(field(VitalKind::BloodGlucose), "incomplete", "血糖の値を入力してください。");
    }
}

fn field(kind: VitalKind) -> String {
    format!("readings.{kind}")
}

/// What is wrong, and what was probably meant.
fn impossible(kind: VitalKind, value: i32) -> String {
    let (label, unit) = (kind.label_ja(), kind.unit_ja());
    match meant(kind, value) {
        Some(meant) => {
            format!("{label}の{}{unit}は入力できません。{} ではありませんか。", kind.text(value), kind.text(meant))
        }
        None => {
            let (least, greatest) = (kind.text(kind.possible().least), kind.text(kind.possible().greatest));
            format!("{label}は{least}から{greatest}までの値を入力してください。")
        }
    }
}

/// The usual value that is typed so when the point is forgotten, or a digit too many or too few.
fn meant(kind: VitalKind, value: i32) -> Option<i32> {
    let candidates = [Some(value / 10), value.checked_mul(10), Some(value / 100)];
    candidates.into_iter().flatten().find(|candidate| *candidate > 0 && kind.usual().hold(*candidate))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(values: &[(VitalKind, i32)]) -> Entry {
        Entry { readings: values.iter().copied().collect(), glucose_timing: None }
    }

    fn found(values: &[(VitalKind, i32)], is_confirmed: bool) -> Vec<(String, &'static str)> {
        check(&entry(values), is_confirmed).into_iter().map(|found| (found.field, found.code)).collect()
    }

    #[test]
    fn a_forgotten_point_is_asked_about_and_never_stored() {
        for is_confirmed in [false, true] {
            let violations = check(&entry(&[(VitalKind::BodyTemperature, 3_500)]), is_confirmed).into_vec();
            assert_eq!((violations[0].field.as_str(), violations[0].code), ("readings.body_temperature", "impossible"));
            assert_eq!(violations[0].message, "体温の350.0℃は入力できません。35.0 ではありませんか。");
        }
        assert_eq!(meant(VitalKind::BodyTemperature, 3_650), Some(365));
        assert_eq!(meant(VitalKind::Weight, 5_200), Some(520));
        assert_eq!(meant(VitalKind::Pain, 11), Some(1));
        assert_eq!(meant(VitalKind::Spo2, 0), None);
    }

    #[test]
    fn the_unusual_is_stored_once_confirmed() {
        let fever = [(VitalKind::BodyTemperature, 415), (VitalKind::Spo2, 74)];
        let fields = [("readings.body_temperature".into(), "unusual"), ("readings.spo2".into(), "unusual")];
        assert_eq!(found(&fever, false), fields);
        assert_eq!(found(&fever, true), []);
    }

    #[test]
    fn values_go_together() {
        use VitalKind::{DiastolicPressure, OxygenFlow, SystolicPressure};
        let swapped = check(&entry(&[(SystolicPressure, 82), (DiastolicPressure, 120)]), true).into_vec();
        assert!(swapped[0].message.contains("120/82 ではありませんか"), "{swapped:?}");
        assert_eq!(found(&[(DiastolicPressure, 80)], false)[0].1, "incomplete");
        assert_eq!(found(&[(SystolicPressure, 120)], false), [], "felt at the wrist, there is no lower one");
        assert_eq!(found(&[(OxygenFlow, 20)], false)[0].0, "readings.spo2");
        assert_eq!(found(&[], false)[0], ("readings".into(), "required"));
        let timing = Entry { readings: Readings::default(), glucose_timing: Some(GlucoseTiming::Fasting) };
        assert!(check(&timing, false).has("readings.blood_glucose", "incomplete"));
    }

    #[test]
    fn times_are_whole_minutes_neither_ahead_nor_ages_ago() {
        let now = 1_795_618_800_000;
        assert_eq!(check_time(now + 59_999, now), Ok(now));
        assert_eq!(check_time(now + GRACE_MS, now), Ok(now + GRACE_MS));
        assert_eq!(check_time(now + GRACE_MS + 1, now).unwrap_err().code, "in_the_future");
        assert_eq!(check_time(EARLIEST_MS - 1, now).unwrap_err().code, "too_long_ago");
        assert_eq!(check_time(EARLIEST_MS, now), Ok(EARLIEST_MS));
    }

    #[test]
    fn only_its_author_needs_no_reason_and_only_for_a_day() {
        assert!(!needs_reason(true, 0, FREE_CORRECTION_MS - 1) && needs_reason(true, 0, FREE_CORRECTION_MS));
        assert!(needs_reason(false, 0, 1));
    }

    proptest! {
        #[test]
        fn nothing_impossible_passes_and_nothing_usual_is_asked_about(
            kind in proptest::sample::select(VitalKind::ALL), value in -10..20_000_i32, is_confirmed: bool,
        ) {
            let mut readings: Readings = [(VitalKind::Spo2, 97), (VitalKind::SystolicPressure, 300)].into_iter().collect();
            readings.set(kind, value);
            let asked = check(&Entry { readings, glucose_timing: None }, is_confirmed);
            let of_kind = |code| asked.has(&field(kind), code);
            prop_assert_eq!(of_kind("impossible"), !kind.possible().hold(value));
            prop_assert_eq!(of_kind("unusual"), kind.possible().hold(value) && !kind.usual().hold(value) && !is_confirmed);
        }

        #[test]
        fn what_was_meant_is_usual(kind in proptest::sample::select(VitalKind::ALL), value in 0..99_999_i32) {
            if let Some(meant) = meant(kind, value) { prop_assert!(kind.usual().hold(meant)); }
        }
    }
}
