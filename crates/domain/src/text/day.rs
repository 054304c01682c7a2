//! A day as people type it.

use chrono::{Datelike as _, NaiveDate};

use crate::{FieldError, tidy};

/// Reads `2026-12-31` or `2026/12/31`, in either width. Which days make sense is for the form to say.
pub fn day(raw: &str) -> Result<NaiveDate, FieldError> {
    let text = tidy(raw).replace('/', "-");
    if text.is_empty() {
        return Err(FieldError::required());
    }
    text.parse::<NaiveDate>().ok().filter(|day| (1850..2200).contains(&day.year())).ok_or_else(day_invalid)
}

/// What is no day, or none that can be meant.
pub fn day_invalid() -> FieldError {
    FieldError::new("day_invalid", "日付は2026-12-31のように入力してください。")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_type_it() {
        let new_year = NaiveDate::from_ymd_opt(2026, 1, 1);
        for typed in ["2026-01-01", " 2026/1/1 ", "２０２６／０１／０１"] {
            assert_eq!(day(typed).ok(), new_year, "{typed}");
        }
        assert_eq!(day(" ").unwrap_err().code, "required");
        for wrong in ["2026-02-30", "きのう", "0001-01-01", "9999-12-31"] {
            assert_eq!(day(wrong).unwrap_err(), day_invalid(), "{wrong}");
        }
    }
}
