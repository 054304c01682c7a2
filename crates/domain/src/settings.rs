//! What the city may set, and how far: a setting never leaves its bounds, whoever sends it.

use chrono::{Datelike, NaiveDate};

use crate::FieldError;

/// One thing the city may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the database and the API.
    pub name: &'static str,
    /// What people read.
    pub label: &'static str,
    /// What the number counts; empty for a day.
    pub unit: &'static str,
    /// What may stand in it.
    pub range: Range,
    /// The rule it serves, such as `R35`.
    pub rule: &'static str,
}

/// What may stand in a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// A whole number from the first to the second.
    Number(i64, i64),
    /// A day in the years from the first to the second.
    Day(i32, i32),
}

/// A value that is within its setting's bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
}

/// Every setting, in the order in which the city is shown them. What R36 asks for may be made stricter, never looser.
pub const SETTINGS: &[Setting] = &[
    day("R13", "applications_open_on", "申請の受付を始める日", (2020, 2099)),
    number("R3", "decision_open_days", "申請を受け付けてから判断するまでの開庁日数", "開庁日", (1, 20)),
    number("R3", "notice_open_days", "受理してから通知書を発送するまでの開庁日数", "開庁日", (1, 20)),
    number("R4", "code_valid_days", "認証コードが使える日数", "日", (3, 60)),
    number("R35", "lock_after_wrong_passwords", "ロックするまでの、異なる誤ったパスワードの回数", "回", (3, 10)),
    number("R35", "lock_minutes", "誤ったパスワードによるロックの時間", "分", (5, 1440)),
    number("R36", "session_idle_minutes", "操作がないときに画面をロックするまでの時間", "分", (3, 15)),
    number("R36", "session_hours", "一度のログインで使える時間", "時間", (1, 12)),
    number("R36", "fresh_login_minutes", "窓口の判断に必要な、ログインからの時間", "分", (5, 30)),
    number("R5", "emergency_code_hours", "緊急用のコードと、それで登録した端末が使える時間", "時間", (1, 72)),
    number("R21", "broken_glass_minutes", "医師会の窓口が非常時の閲覧をできる時間", "分", (5, 240)),
    number("R30", "notification_days", "お知らせと、その送信の結果を残す日数", "日", (90, 3650)),
    number("R26", "cost_yen_per_month", "システムにかかる費用(1か月。0は、まだ決めていない)", "円", (0, 100_000_000)),
    // Neither is ever below five years, whatever the city wants.
    number("R38", "content_retention_years", "閉じた支援の部屋の内容を保存する年数", "年", (5, 100)),
    number("R38", "log_years", "操作の記録を保存する年数", "年", (5, 100)),
];

const fn number(
    rule: &'static str,
    name: &'static str,
    label: &'static str,
    unit: &'static str,
    (min, max): (i64, i64),
) -> Setting {
    Setting { name, label, unit, range: Range::Number(min, max), rule }
}

const fn day(rule: &'static str, name: &'static str, label: &'static str, (from, to): (i32, i32)) -> Setting {
    Setting { name, label, unit: "", range: Range::Day(from, to), rule }
}

impl Setting {
    /// The setting of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.name == name)
    }

    /// Reads a value as people type it.
    pub fn parse(&self, raw: &str) -> Result<Value, FieldError> {
        let raw = crate::tidy(raw);
        if raw.is_empty() {
            return Err(FieldError::required());
        }
        match self.range {
            Range::Number(min, max) => match raw.parse() {
                Ok(number) if (min..=max).contains(&number) => Ok(Value::Number(number)),
                Ok(_) => Err(self.out_of_range()),
                Err(_) => Err(FieldError::new("not_a_number", "整数で入力してください。")),
            },
            Range::Day(from, to) => match raw.parse::<NaiveDate>() {
                Ok(day) if (from..=to).contains(&day.year()) => Ok(Value::Day(day)),
                Ok(_) => Err(self.out_of_range()),
                Err(_) => Err(FieldError::new("not_a_day", "日付を入力してください。例: 2026-04-01")),
            },
        }
    }

    /// The least and the greatest value.
    pub fn bounds(&self) -> (Value, Value) {
        match self.range {
            Range::Number(min, max) => (Value::Number(min), Value::Number(max)),
            Range::Day(from, to) => {
                let first = NaiveDate::from_ymd_opt(from, 1, 1).unwrap_or_default();
                let last = NaiveDate::from_ymd_opt(to, 12, 31).unwrap_or_default();
                (Value::Day(first), Value::Day(last))
            }
        }
    }

    fn out_of_range(&self) -> FieldError {
        let (min, max) = self.bounds();
        let unit = self.unit;
        FieldError::new("out_of_range", format!("{min}{unit}から{max}{unit}までの間で入力してください。"))
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(out),
            Self::Day(day) => day.fmt(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn refusal(name: &str, raw: &str) -> &'static str {
        Setting::named(name).unwrap().parse(raw).unwrap_err().code
    }

    #[test]
    fn names_are_unique_and_bounds_are_values() {
        let names: BTreeSet<_> = SETTINGS.iter().map(|setting| setting.name).collect();
        assert_eq!(names.len(), SETTINGS.len());
        for setting in SETTINGS {
            let (min, max) = setting.bounds();
            assert_eq!(setting.parse(&min.to_string()), Ok(min), "{}", setting.name);
            assert_eq!(setting.parse(&max.to_string()), Ok(max), "{}", setting.name);
            assert!(setting.rule.starts_with('R') && !setting.label.is_empty(), "{}", setting.name);
        }
        assert_eq!(Setting::named("no_such_setting"), None);
    }

    #[test]
    fn logs_and_contents_are_never_kept_less_than_five_years() {
        for name in ["log_years", "content_retention_years"] {
            let years = Setting::named(name).unwrap();
            assert_eq!(years.parse("5"), Ok(Value::Number(5)));
            for refused in ["4", "0", "-5", "101"] {
                let error = years.parse(refused).unwrap_err();
                assert_eq!(
                    (error.code, error.message.as_str()),
                    ("out_of_range", "5年から100年までの間で入力してください。")
                );
            }
        }
    }

    #[test]
    fn what_is_no_value_is_refused_with_its_reason() {
        assert_eq!(refusal("lock_minutes", ""), "required");
        assert_eq!(refusal("lock_minutes", "fifteen"), "not_a_number");
        assert_eq!(refusal("lock_minutes", "15.5"), "not_a_number");
        assert_eq!(refusal("lock_minutes", "99999999999999999999"), "not_a_number");
        assert_eq!(refusal("applications_open_on", "2026-02-30"), "not_a_day");
        assert_eq!(refusal("applications_open_on", "1999-12-31"), "out_of_range");
    }

    #[test]
    fn full_width_digits_are_read() {
        assert_eq!(Setting::named("lock_minutes").unwrap().parse(" ３０ "), Ok(Value::Number(30)));
    }

    proptest! {
        #[test]
        fn nothing_outside_the_bounds_gets_in(index in 0..SETTINGS.len(), number in any::<i64>()) {
            let setting = &SETTINGS[index];
            if let (Ok(Value::Number(read)), Range::Number(min, max)) = (setting.parse(&number.to_string()), setting.range) {
                prop_assert!(read == number && (min..=max).contains(&read));
            }
        }
    }
}
