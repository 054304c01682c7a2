//! One visit of a series is moved, cancelled, done; from a day on all are planned otherwise; nothing is lost (R38).

use super::Team;
use serde_json::{Value, json};
use tests::{App, Reply, User};

const DECEMBER: &str = "visits?from=2026-12-01&to=2026-12-31";

/// The nurse comes on every Monday at nine.
struct Series {
    team: Team,
    visit: i64,
}

impl Series {
    fn start() -> Option<Self> {
        let team = Team::of(App::at("2026-12-01T09:00:00+09:00")?);
        let visit = team.nurse.post(&team.path("visits"), &every_monday(&team.nurse, "2026-12-01", 540)).created();
        let visit = visit["visit_id"].as_i64().unwrap();
        Some(Self { team, visit })
    }

    fn changes(&self, person: &User, day: &str, known: i64, change: &Value) -> Reply {
        let path = self.team.path(&format!("visits/{}/days/{day}", self.visit));
        person.call("PUT", &path).header("If-Match", &format!("\"{known}\"")).json(change).send()
    }

    fn changes_from_on(&self, person: &User, known: i64, change: &Value) -> Reply {
        let path = self.team.path(&format!("visits/{}/following", self.visit));
        let call = person.call("POST", &path).header("If-Match", &format!("\"{known}\""));
        call.idempotency_key("following-0123456789").json(change).send()
    }

    fn marks(&self, person: &User, day: &str, done: bool) -> Reply {
        person.put(&self.team.path(&format!("visits/{}/days/{day}/done", self.visit)), &json!({ "done": done }))
    }

    /// Day, start, and what became of it.
    fn december(&self) -> Vec<(String, i64, &'static str)> {
        let items = self.team.doctor.get(&self.team.path(DECEMBER)).ok()["items"].as_array().unwrap().clone();
        let line = |item: &Value| {
            let state = match (&item["is_cancelled"], &item["is_moved"], &item["done_at"]) {
                (Value::Bool(true), _, _) => "cancelled",
                (_, Value::Bool(true), _) => "moved",
                (_, _, Value::Null) => "planned",
                _ => "done",
            };
            (item["on"].as_str().unwrap()[8..].to_owned(), item["start_minute"].as_i64().unwrap(), state)
        };
        items.iter().map(line).collect()
    }
}

fn every_monday(visitor: &User, from: &str, start_minute: i64) -> Value {
    json!({
        "visitor": { "user_id": visitor.id() }, "kind": "home_nursing", "first_day": from, "start_minute": start_minute,
        "minutes": 60, "repeat": { "every": "week", "weeks": 1, "weekdays": ["mon"] },
    })
}

fn expected(lines: &[(&str, i64, &'static str)]) -> Vec<(String, i64, &'static str)> {
    lines.iter().map(|(day, start, state)| ((*day).to_owned(), *start, *state)).collect()
}

#[test]
fn one_visit_is_moved_and_another_cancelled_and_the_others_stay() {
    let Some(series) = Series::start() else { return };
    let Team { nurse, doctor, .. } = &series.team;
    let moved = json!({ "moved": { "day": "2026-12-09", "start_minute": 600, "minutes": 30 }, "note": "受診のため" });
    series.changes(doctor, "2026-12-07", 1, &moved).ok();
    // Whoever has not seen that is told.
    let _ = series.changes(nurse, "2026-12-14", 1, &json!({ "is_cancelled": true })).problem(412, "changed_meanwhile");
    series.changes(nurse, "2026-12-14", 2, &json!({ "is_cancelled": true })).ok();
    let rest = [("21", 540, "planned"), ("28", 540, "planned")];
    let now = [&[("09", 600, "moved"), ("14", 540, "cancelled")][..], &rest].concat();
    assert_eq!(series.december(), expected(&now));
    // As planned again.
    series.changes(nurse, "2026-12-14", 3, &json!({})).ok();
    let now = [&[("09", 600, "moved"), ("14", 540, "planned")][..], &rest].concat();
    assert_eq!(series.december(), expected(&now));
    // A Tuesday is none of its days.
    let _ = series.changes(nurse, "2026-12-15", 4, &json!({ "is_cancelled": true })).problem(404, "not_found");
    let far = json!({ "moved": { "day": "2040-01-01", "start_minute": 0, "minutes": 1 } });
    let _ = series
        .changes(nurse, "2026-12-21", 4, &far)
        .problem(422, "validation_failed")
        .field_error("moved.day", "too_far");
}

#[test]
fn r38_from_a_day_on_all_are_planned_otherwise_and_what_was_stays() {
    let Some(series) = Series::start() else { return };
    let Team { nurse, doctor, app, .. } = &series.team;
    let later = json!({ "day": "2026-12-21", "plan": every_monday(doctor, "2026-12-21", 840) });
    let first = series.changes_from_on(doctor, 1, &later).created();
    assert_eq!(series.changes_from_on(doctor, 1, &later).created(), first, "sent again it is done once");
    let now = [("07", 540, "planned"), ("14", 540, "planned"), ("21", 840, "planned"), ("28", 840, "planned")];
    assert_eq!(series.december(), expected(&now));
    let _ = series.changes_from_on(nurse, 1, &json!({ "day": "2026-12-14" })).problem(412, "changed_meanwhile");
    series.changes_from_on(nurse, 2, &json!({ "day": "2026-12-07" })).created();
    assert_eq!(series.december(), expected(&now[2..]));
    // The series of which nothing is left is still there, and so is each step with what was before.
    assert_eq!(app.db_count("SELECT count(*) FROM visits"), 2);
    assert_eq!(app.db_count("SELECT count(*) FROM visit_changes WHERE before LIKE '%\"start_minute\":540%'"), 2);
    assert!(app.db_connection().execute("DELETE FROM visits", []).is_err());
}

#[test]
fn the_visitor_alone_says_that_a_visit_is_done() {
    let Some(series) = Series::start() else { return };
    let Team { nurse, doctor, app, .. } = &series.team;
    let _ = series.marks(nurse, "2026-12-07", true).problem(409, "not_yet");
    app.clock().advance_days(6);
    let (nurse, doctor) = (nurse.second_window_signed_in(), doctor.second_window_signed_in());
    let series = Series { team: Team { nurse, doctor, ..series.team }, ..series };
    let Team { nurse, doctor, .. } = &series.team;
    let _ = series.marks(doctor, "2026-12-07", true).problem(403, "not_the_visitor");
    series.marks(nurse, "2026-12-07", true).ok();
    series.marks(nurse, "2026-12-07", true).ok();
    assert_eq!(series.december()[0], ("07".to_owned(), 540, "done"));
    let _ = series.changes(nurse, "2026-12-07", 1, &json!({ "is_cancelled": true })).problem(409, "visit_done");
    // Nor does it vanish with its series.
    let _ = series.changes_from_on(nurse, 1, &json!({ "day": "2026-12-07" })).problem(409, "visit_done");
    series.marks(nurse, "2026-12-07", false).ok();
    series.changes(nurse, "2026-12-07", 1, &json!({ "is_cancelled": true })).ok();
    let _ = series.marks(nurse, "2026-12-07", true).problem(409, "visit_cancelled");
}

#[test]
fn r18_nobody_outside_the_room_changes_a_visit_not_even_from_another_room() {
    let Some(series) = Series::start() else { return };
    let Team { nurse, association, app, .. } = &series.team;
    let stranger = app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    let other = app.support_room(association, &tests::registrant("南 ウメ", "ミナミ ウメ"), &[nurse]);
    let _ = series.changes(&stranger, "2026-12-07", 1, &json!({ "is_cancelled": true })).problem(404, "not_found");
    let elsewhere = other.path(&format!("/records/visits/{}/days/2026-12-07", series.visit));
    let call = nurse.call("PUT", &elsewhere).header("If-Match", "\"1\"").json(&json!({ "is_cancelled": true }));
    let _ = call.send().problem(404, "not_found");
    series.team.nurse_leaves();
    let _ = series.marks(nurse, "2026-12-07", true).problem(404, "not_found");
}
