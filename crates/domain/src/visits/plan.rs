//! A visit as somebody plans it: checked, all mistakes at once.

use super::{Moved, Repeat, Series, VisitKind, WITHOUT_END};
use crate::ids::UserId;
use crate::message::text_within;
use crate::text::{OrganizationName, PersonName};
use crate::validation::{FieldError, Violations};
use crate::words::Profession;
use chrono::{Days, NaiveDate};
use serde::Deserialize;
use utoipa::ToSchema;

/// The longest note of a visit, in characters.
pub const NOTE_CHARACTERS_MAX: usize = 1_000;

/// How far ahead and back a visit is planned or entered, in days: nearly three years.
const DAYS_AWAY_MAX: u64 = 1_000;
const DAY_MINUTES: i64 = 24 * 60;

/// A visit as it is typed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanInput {
    pub visitor: VisitorInput,
    /// A word of [`VisitKind`].
    #[schema(value_type = VisitKind)]
    pub kind: String,
    /// The day of the visit, or from when a series counts.
    #[schema(value_type = String, format = Date)]
    pub first_day: Option<NaiveDate>,
    /// Minutes since midnight in Japan.
    pub start_minute: i64,
    /// How long it takes.
    pub minutes: i64,
    /// Null: once.
    #[serde(default)]
    pub repeat: Option<Repeat>,
    /// Up to and with this day; null: without end.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub last_day: Option<NaiveDate>,
    #[serde(default)]
    pub note: String,
}

/// Who comes: a member of the team by `user_id`, or somebody else by name.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitorInput {
    #[serde(default)]
    pub user_id: Option<UserId>,
    /// Of somebody without an account here.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    #[schema(value_type = Option<Profession>)]
    pub profession: String,
    #[serde(default)]
    pub organization_name: String,
}

/// Who comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visitor {
    /// A member of the team; whether that is so, the use case asks.
    Member(UserId),
    /// Somebody else.
    Outside { name: String, profession: Profession, organization_name: String },
}

/// A visit that may be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub visitor: Visitor,
    pub kind: VisitKind,
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub start_minute: i64,
    pub minutes: i64,
    pub repeat: Option<Repeat>,
    pub note: String,
}

impl Plan {
    /// When it takes place.
    pub fn series(&self) -> Series<'_> {
        let Self { first, last, start_minute, minutes, .. } = *self;
        Series { first, last, repeat: self.repeat.as_ref(), start_minute, minutes }
    }
}

impl PlanInput {
    /// The visit, or everything that is wrong with it.
    pub fn check(&self, today: NaiveDate) -> Result<Plan, Violations> {
        let mut found = Violations::new();
        let visitor = self.visitor.check(&mut found);
        let kind = found.word("kind", &self.kind, VisitKind::parse);
        let first = found.required("first_day", self.first_day);
        if let Some(first) = first
            && !is_near(first, today)
        {
            found.push("first_day", "too_far", "日付を確かめてください。3年より先や前の日は入れられません。");
        }
        check_time(&mut found, "", self.start_minute, self.minutes);
        let note = found.field("note", text_within(NOTE_CHARACTERS_MAX, &self.note, true));
        let last = first.and_then(|first| self.last(&mut found, first));
        found.finish(|| {
            Some(Plan {
                visitor: visitor?,
                kind: kind?,
                first: first?,
                last: last?,
                start_minute: self.start_minute,
                minutes: self.minutes,
                repeat: self.repeat.clone(),
                note: note?,
            })
        })
    }

    fn last(&self, found: &mut Violations, first: NaiveDate) -> Option<NaiveDate> {
        let Some(repeat) = &self.repeat else { return Some(first) };
        let last = self.last_day.unwrap_or(WITHOUT_END);
        if last < first {
            found.push("last_day", "ends_before_it_begins", "終わりの日は、始まりの日より後にしてください。");
            return None;
        }
        let series =
            Series { first, last, repeat: Some(repeat), start_minute: self.start_minute, minutes: self.minutes };
        if !repeat.is_sound() || series.days(first, last).next().is_none() {
            found.push("repeat", "never", "この繰り返しでは、一度も訪問がありません。曜日や日にちを確かめてください。");
            return None;
        }
        Some(last)
    }
}

impl VisitorInput {
    fn check(&self, found: &mut Violations) -> Option<Visitor> {
        if let Some(user) = self.user_id {
            return Some(Visitor::Member(user));
        }
        let name = found.field("visitor.name", PersonName::parse(&self.name)).map(String::from);
        let profession = found.word("visitor.profession", &self.profession, Profession::parse);
        let organization =
            found.optional("visitor.organization_name", &self.organization_name, OrganizationName::parse);
        let organization_name = organization.map(String::from).unwrap_or_default();
        Some(Visitor::Outside { name: name?, profession: profession?, organization_name })
    }
}

/// What is to be different about one visit of a series, as it is typed. Neither cancelled nor moved: as planned again.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OccurrenceInput {
    #[serde(default)]
    pub is_cancelled: bool,
    /// Another time; null: as planned.
    #[serde(default)]
    pub moved: Option<MovedInput>,
    /// Why, or what is special this time.
    #[serde(default)]
    pub note: String,
}

/// Another time.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MovedInput {
    #[schema(value_type = String, format = Date)]
    pub day: Option<NaiveDate>,
    pub start_minute: i64,
    pub minutes: i64,
}

impl OccurrenceInput {
    /// Where it is moved, and the note; or everything that is wrong with it.
    pub fn check(&self, today: NaiveDate) -> Result<(Option<Moved>, String), Violations> {
        let mut found = Violations::new();
        let note = found.field("note", text_within(NOTE_CHARACTERS_MAX, &self.note, true));
        let mut moved = None;
        if let Some(MovedInput { day, start_minute, minutes }) = &self.moved {
            let (start_minute, minutes) = (*start_minute, *minutes);
            check_time(&mut found, "moved.", start_minute, minutes);
            let day = found.required("moved.day", *day);
            if day.is_some_and(|day| !is_near(day, today)) {
                found.push("moved.day", "too_far", "日付を確かめてください。3年より先や前の日は入れられません。");
            }
            moved = day.map(|day| Moved { day, start_minute, minutes });
        }
        found.finish(|| Some((moved, note?)))
    }
}

/// Whether a visit may be on this day at all.
fn is_near(day: NaiveDate, today: NaiveDate) -> bool {
    let away = Days::new(DAYS_AWAY_MAX);
    today.checked_sub_days(away).is_none_or(|from| from <= day)
        && today.checked_add_days(away).is_none_or(|to| day <= to)
}

/// Checks a time of a day, at the fields below `prefix`.
fn check_time(found: &mut Violations, prefix: &str, start_minute: i64, minutes: i64) {
    if !(0..DAY_MINUTES).contains(&start_minute) {
        let error = FieldError::required();
        found.push(format!("{prefix}start_minute"), error.code, "始まる時刻を入れてください。");
    }
    if !(1..=DAY_MINUTES).contains(&minutes) {
        found.push(format!("{prefix}minutes"), "minutes", "かかる時間は、1分から24時間までです。");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visits::WeekDay;

    fn input() -> PlanInput {
        PlanInput {
            visitor: VisitorInput {
                user_id: Some(UserId(3)),
                name: String::new(),
                profession: String::new(),
                organization_name: String::new(),
            },
            kind: "home_nursing".to_owned(),
            first_day: "2026-11-27".parse().ok(),
            start_minute: 540,
            minutes: 60,
            repeat: None,
            last_day: None,
            note: String::new(),
        }
    }

    fn fields(input: &PlanInput) -> Vec<String> {
        let checked = input.check("2026-11-26".parse().unwrap());
        checked.err().into_iter().flatten().map(|violation| violation.field).collect()
    }

    #[test]
    fn a_single_visit_ends_on_its_day_and_a_series_may_go_on() {
        let today = "2026-11-26".parse().unwrap();
        assert_eq!(input().check(today).unwrap().last.to_string(), "2026-11-27");
        let repeat = Some(Repeat::Week { weeks: 1, weekdays: vec![WeekDay::Friday] });
        assert_eq!(PlanInput { repeat, ..input() }.check(today).unwrap().last, WITHOUT_END);
    }

    #[test]
    fn every_mistake_is_told() {
        let visitor = VisitorInput { user_id: None, ..input().visitor };
        let wrong = PlanInput {
            visitor,
            kind: "x".to_owned(),
            first_day: None,
            start_minute: 1440,
            minutes: 0,
            note: "\0".to_owned(),
            ..input()
        };
        assert_eq!(
            fields(&wrong),
            ["visitor.name", "visitor.profession", "kind", "first_day", "start_minute", "minutes", "note"]
        );
        let far = PlanInput { first_day: "2036-11-27".parse().ok(), ..input() };
        assert_eq!(fields(&far), ["first_day"]);
    }

    #[test]
    fn a_series_without_any_visit_is_none() {
        for repeat in [
            Repeat::Week { weeks: 0, weekdays: vec![WeekDay::Friday] },
            Repeat::Week { weeks: 1, weekdays: vec![] },
            Repeat::MonthDay { day: 32 },
            Repeat::MonthWeekday { nth: 0, weekday: WeekDay::Friday },
        ] {
            assert_eq!(fields(&PlanInput { repeat: Some(repeat), ..input() }), ["repeat"]);
        }
        let repeat = Some(Repeat::Week { weeks: 1, weekdays: vec![WeekDay::Monday] });
        let last_day = "2026-11-29".parse().ok();
        assert_eq!(fields(&PlanInput { repeat: repeat.clone(), last_day, ..input() }), ["repeat"]);
        let last_day = "2026-11-26".parse().ok();
        assert_eq!(fields(&PlanInput { repeat, last_day, ..input() }), ["last_day"]);
    }
}
