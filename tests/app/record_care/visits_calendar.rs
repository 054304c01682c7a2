//! Visits as a file for other calendars (RFC 5545), the steps of a visit, and calendars that are too full (R18, R21, R30, R38).

use super::Team;
use serde_json::{Value, json};
use tests::{App, Reply, User, registrant};

const NOTE: &str = "創部の処置、長男さんに電話";

/// The nurse comes on every Monday at nine.
struct Calendar {
    team: Team,
    visit: i64,
}

impl Calendar {
    fn start() -> Option<Self> {
        let team = Team::of(App::at("2026-12-01T09:00:00+09:00")?);
        let visit = team.nurse.post(&team.path("visits"), &every_monday(&team.nurse)).created();
        let visit = visit["visit_id"].as_i64().unwrap();
        Some(Self { team, visit })
    }

    fn changes(&self, day: &str, known: i64, change: &Value) {
        let path = self.team.path(&format!("visits/{}/days/{day}", self.visit));
        let call = self.team.doctor.call("PUT", &path).header("If-Match", &format!("\"{known}\"")).json(change);
        call.send().ok();
    }

    fn ends_from(&self, day: &str, known: i64) {
        let path = self.team.path(&format!("visits/{}/following", self.visit));
        let call = self.team.nurse.call("POST", &path).header("If-Match", &format!("\"{known}\""));
        call.json(&json!({ "day": day })).send().created();
    }

    fn file(&self, input: &Value) -> Reply {
        self.team.nurse.post(&self.team.path("visits/exports"), input)
    }

    fn steps(&self, person: &User) -> Value {
        person.get(&self.team.path(&format!("visits/{}/changes", self.visit))).ok()
    }
}

fn every_monday(visitor: &User) -> Value {
    json!({
        "visitor": { "user_id": visitor.id() }, "kind": "home_nursing", "first_day": "2026-12-01", "start_minute": 540,
        "minutes": 60, "repeat": { "every": "week", "weeks": 1, "weekdays": ["mon"] }, "note": NOTE,
    })
}

/// The events of a file, their lines unfolded (§3.1).
fn events(file: &Reply) -> Vec<Vec<String>> {
    let text = file.text().replace("\r\n ", "");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    let parts = text.split("BEGIN:VEVENT\r\n").skip(1);
    parts.map(|part| part.split("END:VEVENT").next().unwrap().lines().map(str::to_owned).collect()).collect()
}

fn has(event: &[String], line: &str) -> bool {
    event.iter().any(|one| one == line)
}

#[test]
fn r30_a_file_without_names_holds_times_and_numbers_and_is_on_record() {
    let Some(calendar) = Calendar::start() else { return };
    let moved = json!({ "moved": { "day": "2026-12-09", "start_minute": 600, "minutes": 30 }, "note": "受診のため" });
    calendar.changes("2026-12-07", 1, &moved);
    calendar.changes("2026-12-14", 2, &json!({ "is_cancelled": true }));
    let file = calendar.file(&json!({})).status(200);
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"visits-2026-12-01.ics\""));
    let events = events(&file);
    assert_eq!(events.len(), 3, "the series, and each day that is different");
    let [series, moved, cancelled] = [&events[0], &events[1], &events[2]];
    for line in [
        "DTSTART;TZID=Asia/Tokyo:20261207T090000",
        "DTEND;TZID=Asia/Tokyo:20261207T100000",
        "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;WKST=MO",
        "SEQUENCE:3",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
    ] {
        assert!(has(series, line), "{line}: {series:#?}");
    }
    assert!(has(moved, "RECURRENCE-ID;TZID=Asia/Tokyo:20261207T090000"), "{moved:#?}");
    assert!(has(moved, "DTSTART;TZID=Asia/Tokyo:20261209T100000"), "{moved:#?}");
    assert!(has(cancelled, "RECURRENCE-ID;TZID=Asia/Tokyo:20261214T090000"), "{cancelled:#?}");
    assert!(has(cancelled, "STATUS:CANCELLED"), "{cancelled:#?}");
    let uid = |event: &Vec<String>| event.iter().find(|line| line.starts_with("UID:")).cloned().unwrap();
    assert_eq!((uid(series), uid(moved)), (uid(cancelled), uid(series)), "one series, one name");
    let whole = file.text().replace("\r\n ", "");
    for secret in ["国分", "千草", "創部", "受診", "長男"] {
        assert!(!whole.contains(secret), "{secret}: {whole}");
    }
    assert!(whole.contains(&format!("SUMMARY:訪問看護 登録者番号{}", calendar.team.room.registrant)), "{whole}");
    let count = |sql: &str| calendar.team.app.db_count(sql);
    assert_eq!(count("SELECT count(*) FROM audit_events WHERE action = 'visit.exported'"), 1);
    assert_eq!(count("SELECT count(*) FROM registrant_views WHERE what = 'record_export'"), 1);
    assert_eq!(count("SELECT count(*) FROM room_events WHERE kind = 'visits_exported'"), 0);
}

#[test]
fn r21_a_file_with_names_needs_a_purpose_and_the_room_is_told() {
    let Some(calendar) = Calendar::start() else { return };
    let _ = calendar.file(&json!({ "with_names": true })).problem(422, "validation_failed");
    let file = calendar.file(&json!({ "with_names": true, "purpose": "事業所の予定表に入れるため" })).status(200);
    let whole = file.text().replace("\r\n ", "");
    assert!(whole.contains("SUMMARY:訪問看護 国分 千草さん") && whole.contains("創部の処置"), "{whole}");
    let told = calendar.team.doctor.get(&calendar.team.room.path("")).ok()["events"][0].clone();
    assert_eq!((&told["kind"], &told["note"]), (&json!("visits_exported"), &json!("目的：事業所の予定表に入れるため")));
}

#[test]
fn a_calendar_that_has_a_visit_hears_that_it_is_over_or_taken_back() {
    let Some(calendar) = Calendar::start() else { return };
    calendar.ends_from("2026-12-21", 1);
    let events_now = events(&calendar.file(&json!({})));
    assert!(
        has(&events_now[0], "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;WKST=MO;UNTIL=20261220T145959Z"),
        "{events_now:#?}"
    );
    let uid = events_now[0].iter().find(|line| line.starts_with("UID:")).cloned().unwrap();
    calendar.ends_from("2026-12-07", 2);
    let events_now = events(&calendar.file(&json!({})));
    assert!(has(&events_now[0], &uid) && has(&events_now[0], "STATUS:CANCELLED"), "{events_now:#?}");
    assert!(has(&events_now[0], "SEQUENCE:3"), "{events_now:#?}");
    assert!(!events_now[0].iter().any(|line| line.starts_with("RRULE")), "{events_now:#?}");
}

#[test]
fn r18_the_own_file_holds_the_callers_visits_in_the_rooms_that_are_open_to_him() {
    let Some(calendar) = Calendar::start() else { return };
    let Team { nurse, doctor, association, app, .. } = &calendar.team;
    let other = app.support_room(association, &registrant("南 ウメ", "ミナミ ウメ"), &[doctor]);
    for path in [calendar.team.path("visits"), other.path("/records/visits")] {
        let visit = json!({
            "visitor": { "user_id": doctor.id() }, "kind": "home_medical_care", "first_day": "2026-12-08",
            "start_minute": 1410, "minutes": 60,
        });
        doctor.post(&path, &visit).created();
    }
    let own = |person: &User, input: &Value| person.post("/api/records/visits/exports", input).status(200);
    let doctors = events(&own(doctor, &json!({})));
    assert_eq!(doctors.len(), 2, "{doctors:#?}");
    assert!(has(&doctors[0], "DTEND;TZID=Asia/Tokyo:20261209T003000"), "over midnight: {doctors:#?}");
    assert_eq!(events(&own(nurse, &json!({}))).len(), 1);
    let named = json!({ "with_names": true, "purpose": "往診の予定表に入れるため" });
    assert!(own(doctor, &named).text().contains("南 ウメさん"));
    assert_eq!(app.db_count("SELECT count(*) FROM room_events WHERE kind = 'visits_exported'"), 2, "each room is told");
    calendar.team.nurse_leaves();
    assert_eq!(events(&own(nurse, &json!({}))), Vec::<Vec<String>>::new());
    let _ = calendar.file(&json!({})).problem(404, "not_found");
}

#[test]
fn r38_who_changed_what_of_a_visit_is_shown() {
    let Some(calendar) = Calendar::start() else { return };
    let Team { nurse, doctor, .. } = &calendar.team;
    let moved = json!({ "moved": { "day": "2026-12-09", "start_minute": 600, "minutes": 30 }, "note": "受診のため" });
    calendar.changes("2026-12-07", 1, &moved);
    calendar.changes("2026-12-07", 2, &json!({ "is_cancelled": true, "note": "入院のため" }));
    let following = calendar.team.path(&format!("visits/{}/following", calendar.visit));
    let plan = every_monday(doctor);
    let too_early = json!({ "day": "2026-12-21", "plan": plan });
    let call = || nurse.call("POST", &following).header("If-Match", "\"3\"");
    let _ =
        call().json(&too_early).send().problem(422, "validation_failed").field_error("first_day", "before_the_change");
    let later = tests::with(&too_early, "/plan/first_day", "2026-12-21");
    let next = call().json(&later).send().created()["visit_id"].as_i64().unwrap();

    let steps = calendar.steps(nurse)["items"].as_array().unwrap().clone();
    let what: Vec<&str> = steps.iter().map(|step| step["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["following", "changed", "changed", "planned"]);
    assert_eq!(
        (&steps[0]["written"]["name"], &steps[1]["written"]["name"]),
        (&nurse.me().ok()["name"], &json!("佐藤 進"))
    );
    assert_eq!((&steps[0]["day"], &steps[0]["plan_before"]["start_minute"]), (&json!("2026-12-21"), &json!(540)));
    assert_eq!(steps[0]["plan_before"]["repeat"]["weekdays"], json!(["mon"]));
    let (cancelled, moved) = (&steps[1], &steps[2]);
    assert_eq!(
        (&cancelled["day_before"]["moved_to_day"], &cancelled["day_after"]["moved_to_day"]),
        (&json!("2026-12-09"), &Value::Null)
    );
    assert_eq!(
        (&cancelled["day_after"]["is_cancelled"], &cancelled["day_after"]["note"]),
        (&json!(true), &json!("入院のため"))
    );
    assert_eq!(moved["day_after"], cancelled["day_before"], "what one step left, the next one found");
    assert_eq!((&moved["day_before"]["moved_to_day"], &steps[3]["day_before"]), (&Value::Null, &Value::Null));
    // The series that goes on knows where it comes from.
    let path = calendar.team.path(&format!("visits/{next}/changes"));
    let all = doctor.get(&path).ok();
    assert_eq!(all["items"].as_array().unwrap().len(), 5);
    assert_eq!(all["is_cut"], false);
    // R18: another room's visit is none.
    let other =
        calendar.team.app.support_room(&calendar.team.association, &registrant("南 ウメ", "ミナミ ウメ"), &[nurse]);
    let elsewhere = other.path(&format!("/records/visits/{}/changes", calendar.visit));
    let _ = nurse.get(&elsewhere).problem(404, "not_found");
}

#[test]
fn a_calendar_over_too_many_visits_says_that_some_are_missing() {
    let Some(calendar) = Calendar::start() else { return };
    let Team { nurse, app, .. } = &calendar.team;
    let window = "from=2026-12-07&to=2026-12-13";
    let ask = |of: &str| nurse.get(&format!("{of}?{window}")).ok();
    let (room, own) = (calendar.team.path("visits"), "/api/records/visits".to_owned());
    for of in [&room, &own] {
        assert_eq!(ask(of)["is_cut"], false);
    }
    // So many that nobody plans them by hand.
    let columns = "room_id, visitor_user_id, visitor_name, visitor_profession, visitor_organization_name, kind, first_day, \
                   last_day, start_minute, minutes, repeat, note, revision, author_user_id, author_name, \
                   author_profession, author_organization_name, at";
    let many = format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
         INSERT INTO visits ({columns}) SELECT {columns} FROM visits JOIN n"
    );
    app.db_connection().execute(&many, []).unwrap();
    for of in [&room, &own] {
        let full = ask(of);
        assert_eq!((&full["is_cut"], full["items"].as_array().unwrap().len()), (&json!(true), 3000));
    }
    for path in [calendar.team.path("visits/exports"), "/api/records/visits/exports".to_owned()] {
        let _ = nurse.post(&path, &json!({})).problem(409, "too_many_visits");
    }
}
