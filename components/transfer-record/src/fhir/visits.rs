//! Planned visits as Appointments. R4 knows no series: the first visit stands for all, and extensions say how it repeats
//! and what is different on single days.

use super::people::word;
use super::{Resource, extension, instant, named_reference, nested_extension, part, present, reference};
use chrono::NaiveDate;
use domain::open_days::japan_day_begins_ms;
use domain::visits::{Repeat, VisitKind, WITHOUT_END};
use domain::words::Profession;
use serde::Deserialize;
use serde_json::{Value, json};

/// A visit, or a series of visits.
#[derive(Debug, Deserialize)]
pub(crate) struct Visit {
    uuid: String,
    /// Of a visitor with an account.
    visitor_uuid: Option<String>,
    visitor_name: String,
    visitor_profession: Profession,
    kind: VisitKind,
    first_day: NaiveDate,
    last_day: NaiveDate,
    start_minute: i64,
    minutes: i64,
    repeat: Option<Repeat>,
    note: String,
    at: i64,
    withdrawn_at: Option<i64>,
    occurrences: Vec<Occurrence>,
}

/// What is different on one day.
#[derive(Debug, Deserialize)]
struct Occurrence {
    day: NaiveDate,
    cancelled_at: Option<i64>,
    moved_to_day: Option<NaiveDate>,
    moved_to_minute: Option<i64>,
    moved_minutes: Option<i64>,
    note: Option<String>,
    done_at: Option<i64>,
}

impl Visit {
    pub(crate) fn resource(&self, patient: &str) -> Value {
        let start = moment(self.first_day, self.start_minute);
        let kind = word("visit", self.kind.as_str(), self.kind.label_ja());
        let visitor = match &self.visitor_uuid {
            Some(uuid) => named_reference(uuid, &self.visitor_name),
            None => json!({ "display": format!("{}（{}）", self.visitor_name, self.visitor_profession.label_ja()) }),
        };
        let is_single = self.repeat.is_none();
        let status = match self.occurrences.first() {
            _ if self.withdrawn_at.is_some() => "entered-in-error",
            Some(only) if is_single && only.cancelled_at.is_some() => "cancelled",
            Some(only) if is_single && only.done_at.is_some() => "fulfilled",
            _ => "booked",
        };
        Resource::new("Appointment", &self.uuid)
            .with("extension", self.extensions())
            .with("status", json!(status))
            .with("serviceType", json!([{ "coding": [kind] }]))
            .with("start", instant(start))
            .with("end", instant(start + self.minutes * 60_000))
            .with("created", instant(self.at))
            .with("comment", json!(self.note))
            .with(
                "participant",
                json!([{ "actor": reference(patient), "status": "accepted" }, { "actor": visitor, "status": "accepted" }]),
            )
            .entry()
    }

    fn extensions(&self) -> Value {
        let repeat = self.repeat.as_ref().and_then(|repeat| serde_json::to_string(repeat).ok());
        let repeat = repeat.map(|repeat| extension("repeats", ("valueString", json!(repeat))));
        let ends = self.repeat.is_some() && self.last_day != WITHOUT_END;
        let last = ends.then(|| extension("repeats-until", ("valueDate", json!(self.last_day))));
        let days = self.occurrences.iter().map(|one| Some(one.extension()));
        present([repeat, last].into_iter().chain(days))
    }
}

impl Occurrence {
    fn extension(&self) -> Value {
        let moved = self.moved_to_day.zip(self.moved_to_minute).map(|(day, minute)| moment(day, minute));
        let parts = [
            Some(part("day", ("valueDate", json!(self.day)))),
            self.cancelled_at.map(|at| part("cancelled-at", ("valueInstant", instant(at)))),
            moved.map(|at| part("moved-to", ("valueInstant", instant(at)))),
            self.moved_minutes.map(|minutes| part("minutes", ("valueInteger", json!(minutes)))),
            self.note.as_ref().filter(|note| !note.is_empty()).map(|note| part("note", ("valueString", json!(note)))),
            self.done_at.map(|at| part("done-at", ("valueInstant", instant(at)))),
        ];
        nested_extension("visit-day", parts.into_iter().flatten().collect())
    }
}

/// A minute of a day in Japan.
fn moment(day: NaiveDate, minute: i64) -> i64 {
    japan_day_begins_ms(day) + minute * 60_000
}
