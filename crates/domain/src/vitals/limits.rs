//! Limits of one registrant, set by a doctor; a value outside is marked and told of. This is no alarm system.

use super::VitalKind;
use crate::Violations;
use crate::words::{Profession, words};

words! {
    /// On which side of its limits a value lies.
    Mark {
        Low = "low" "下限より低い",
        High = "high" "上限より高い",
    }
}

/// What a doctor asked to be told of, for one kind, in its smallest unit. Both ends are still within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Below this it is marked.
    pub low: Option<i32>,
    /// Above this it is marked.
    pub high: Option<i32>,
}

impl Limit {
    /// The mark of a value; none when it lies within.
    pub fn mark(self, value: i32) -> Option<Mark> {
        if self.low.is_some_and(|low| value < low) {
            Some(Mark::Low)
        } else if self.high.is_some_and(|high| value > high) {
            Some(Mark::High)
        } else {
            None
        }
    }

    /// Whether the ends make sense for the kind.
    ///
    /// # Errors
    /// `impossible` at `low` or `high`, `order` at `high`.
    pub fn check(self, kind: VitalKind) -> Result<Self, Violations> {
        let mut violations = Violations::new();
        for (field, end) in [("low", self.low), ("high", self.high)] {
            let possible = kind.possible();
            if end.is_some_and(|end| !possible.hold(end)) {
                let (least, greatest) = (kind.text(possible.least), kind.text(possible.greatest));
                let message = format!("{least}から{greatest}までの値を入力してください。");
                violations.push(field, "impossible", message);
            }
        }
        if let (Some(low), Some(high)) = (self.low, self.high)
            && low >= high
        {
            violations.push("high", "order", "上限は下限より大きい値にしてください。");
        }
        violations.finish(|| Some(self))
    }
}

/// Limits are a doctor's order: nobody else of the team sets them.
pub fn may_set_limits(profession: Profession) -> bool {
    profession == Profession::Doctor
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ends_are_within() {
        let limit = Limit { low: Some(355), high: Some(375) };
        let marks: Vec<_> = [354, 355, 375, 376].into_iter().map(|value| limit.mark(value)).collect();
        assert_eq!(marks, [Some(Mark::Low), None, None, Some(Mark::High)]);
        assert_eq!(Limit { low: None, high: None }.mark(9), None);
    }

    #[test]
    fn limits_that_make_no_sense_are_refused() {
        let refused = |low, high| Limit { low, high }.check(VitalKind::BodyTemperature).unwrap_err();
        assert!(refused(Some(380), Some(370)).has("high", "order"));
        assert!(refused(Some(0), Some(9_000)).has("low", "impossible"));
        assert!(Limit { low: None, high: Some(375) }.check(VitalKind::BodyTemperature).is_ok());
    }

    #[test]
    fn only_a_doctor_sets_them() {
        let may: Vec<_> = Profession::ALL.iter().filter(|profession| may_set_limits(**profession)).collect();
        assert_eq!(may, [&Profession::Doctor]);
    }

    proptest! {
        #[test]
        fn a_marked_value_lies_outside_on_the_side_it_says(
            low in proptest::option::of(0..500_i32), span in 1..500_i32, has_high: bool, value in 0..1_000_i32,
        ) {
            let high = has_high.then_some(low.unwrap_or(0) + span);
            match (Limit { low, high }).mark(value) {
                Some(Mark::Low) => prop_assert!(value < low.unwrap()),
                Some(Mark::High) => prop_assert!(value > high.unwrap()),
                None => prop_assert!(low.is_none_or(|low| low <= value) && high.is_none_or(|high| value <= high)),
            }
        }
    }
}
