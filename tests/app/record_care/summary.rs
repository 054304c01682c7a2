//! The record of a registrant on one page: looked at, and printed with a number and a purpose (R18, R21, R38).

use super::Team;
use super::basic_sheet::full;
use serde_json::{Value, json};
use tests::{App, Reply, User};

impl Team {
    fn summary(&self, person: &User) -> Value {
        person.get(&self.room.path("/summary")).ok()
    }

    fn prints(&self, person: &User, key: &str, input: &Value) -> Reply {
        person.call("POST", &self.room.path("/summary/printouts")).idempotency_key(key).json(input).send()
    }

    fn measures(&self, time: &str, readings: &Value) {
        let measured = json!({ "measured_at": format!("2026-11-26T{time}+09:00"), "readings": readings });
        self.nurse.post(&self.path("vitals"), &measured).created();
    }

    /// What the room was told last.
    fn told(&self) -> Value {
        self.doctor.get(&self.room.path("")).ok()["events"][0].clone()
    }
}

#[test]
fn the_page_gathers_what_the_record_holds() {
    let Some(team) = App::at("2026-11-26T12:00:00+09:00").map(Team::of) else { return };
    let empty = team.summary(&team.nurse);
    assert_eq!(
        (&empty["sheet"]["version"], &empty["vitals"], &empty["next_visits"]),
        (&json!(0), &json!([]), &json!([])),
        "what is missing is there as missing"
    );
    team.writes(&team.nurse, 0, &full()).ok();
    for (time, temperature) in [("07:00:00", 36.4), ("09:00:00", 38.2), ("11:00:00", 37.1)] {
        team.measures(time, &json!({ "body_temperature": temperature }));
    }
    team.measures("10:00:00", &json!({ "pulse": 88 }));
    let weekly = json!({
        "visitor": { "user_id": team.nurse.id() }, "kind": "home_nursing", "first_day": "2026-11-12", "start_minute": 540,
        "minutes": 60, "repeat": { "every": "week", "weeks": 1, "weekdays": ["mon", "thu"] },
    });
    let visit = team.nurse.post(&team.path("visits"), &weekly).created()["visit_id"].clone();
    let cancelled = team.path(&format!("visits/{visit}/days/2026-11-30"));
    let call = team.doctor.call("PUT", &cancelled).header("If-Match", "\"1\"").json(&json!({ "is_cancelled": true }));
    call.send().ok();

    let page = team.summary(&team.doctor);
    let registrant = &page["registrant"];
    assert_eq!((&registrant["name"], &registrant["kana"]), (&json!("国分 千草"), &json!("コクブ チグサ")));
    assert_eq!(page["sheet"]["sheet"]["allergies"]["items"][0]["substance"], "ペニシリン");
    assert_eq!(page["sheet"]["written"]["name"], team.nurse.me().ok()["name"]);
    let team_lines = page["team"].as_array().unwrap();
    assert_eq!((team_lines.len(), &team_lines[1]["name"]), (2, &json!("佐藤 進")));
    assert!(team_lines.iter().all(|member| !member["organization_phone"].as_str().unwrap().is_empty()), "{page}");
    let vitals = page["vitals"].as_array().unwrap();
    let values: Vec<&Value> = vitals.iter().map(|vital| &vital["latest"]["value"]).collect();
    assert_eq!(values, [&json!(37.1), &json!(88.0)]);
    let recent: Vec<&Value> = vitals[0]["recent"].as_array().unwrap().iter().map(|one| &one["value"]).collect();
    assert_eq!(recent, [&json!(36.4), &json!(38.2), &json!(37.1)], "oldest first");
    let days = |name: &str| -> Vec<String> {
        page[name].as_array().unwrap().iter().map(|one| one["on"].as_str().unwrap()[5..].to_owned()).collect()
    };
    // At noon the visit of this morning is over, and the cancelled one does not take place.
    assert_eq!(days("last_visits"), ["11-26", "11-23", "11-19", "11-16", "11-12"]);
    assert_eq!(days("next_visits"), ["12-03", "12-07", "12-10", "12-14", "12-17", "12-21", "12-24"]);
    assert_eq!((&page["next_visits_count"], &page["last_visits_count"]), (&json!(7), &json!(5)));
}

#[test]
fn many_visits_are_counted_when_not_all_are_named() {
    let Some(team) = App::at("2026-11-26T12:00:00+09:00").map(Team::of) else { return };
    let daily = json!({
        "visitor": { "user_id": team.nurse.id() }, "kind": "home_nursing", "first_day": "2026-12-01", "start_minute": 540,
        "minutes": 60,
        "repeat": { "every": "week", "weeks": 1, "weekdays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
    });
    team.nurse.post(&team.path("visits"), &daily).created();
    let page = team.summary(&team.nurse);
    assert_eq!(page["next_visits"].as_array().unwrap().len(), 8);
    assert_eq!(page["next_visits_count"], 27, "until the 27th of December");
}

#[test]
fn r21_a_printout_has_a_number_is_told_and_a_repeat_is_the_same_one() {
    let team = Team::start();
    team.writes(&team.nurse, 0, &full()).ok();
    let ambulance = json!({ "purpose": "emergency_transfer", "words": "市川総合病院へ" });
    let first = team.prints(&team.nurse, "printout-0123456789", &ambulance).created();
    assert_eq!(
        (&first["printout"]["number"], &first["printout"]["purpose"]),
        (&json!(1), &json!("救急搬送（市川総合病院へ）"))
    );
    assert_eq!(first["printout"]["printed"]["name"], team.nurse.me().ok()["name"]);
    assert_eq!(first["summary"]["sheet"]["version"], 1, "the page comes with it, as it was at that moment");
    let again = team.prints(&team.nurse, "printout-0123456789", &ambulance).created();
    assert_eq!(again["printout"], first["printout"]);
    let count = |sql: &str| team.app.db_count(sql);
    assert_eq!(count("SELECT count(*) FROM summary_printouts"), 1);
    assert_eq!(count("SELECT count(*) FROM audit_events WHERE action = 'summary.printed'"), 1);
    assert_eq!(count("SELECT count(*) FROM room_events WHERE kind = 'summary_printed'"), 1);
    assert_eq!(count("SELECT count(*) FROM registrant_views WHERE what = 'record_export'"), 1);
    let told = team.told();
    assert_eq!(told["kind"], "summary_printed");
    assert_eq!(told["note"], "第1号 目的：救急搬送（市川総合病院へ）");
    // The trail names nobody: what was typed stays in the room.
    assert_eq!(count("SELECT count(*) FROM audit_events WHERE detail LIKE '%市川総合%'"), 0);
    let second = team.prints(&team.doctor, "printout-9876543210", &json!({ "purpose": "visit" })).created();
    assert_eq!(second["printout"]["number"], 2);
    let mut database = team.app.db_connection();
    let transaction = database.transaction().unwrap();
    assert!(transaction.execute("DELETE FROM summary_printouts", []).is_err());
    assert!(transaction.execute("UPDATE summary_printouts SET purpose = 'visit'", []).is_err());
}

#[test]
fn looking_is_no_printout_and_a_printout_without_a_purpose_is_none() {
    let team = Team::start();
    team.summary(&team.nurse);
    assert_eq!(team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'records'"), 1);
    for (input, field) in [
        (json!({}), "purpose"),
        (json!({ "purpose": "holiday" }), "purpose"),
        (json!({ "purpose": "other" }), "words"),
        (json!({ "purpose": "visit", "words": "あ".repeat(61) }), "words"),
    ] {
        let refused = team.prints(&team.nurse, "printout-0123456789", &input).problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    assert_eq!(team.app.db_count("SELECT count(*) FROM summary_printouts"), 0);
    assert_ne!(team.told()["kind"], "summary_printed");
}

#[test]
fn r18_whoever_left_the_team_sees_no_page_and_prints_none() {
    let team = Team::start();
    let stranger = team.app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    team.nurse_leaves();
    for person in [&team.nurse, &stranger, &team.association] {
        let _ = person.get(&team.room.path("/summary")).problem(404, "not_found");
        let _ = team.prints(person, "printout-0123456789", &json!({ "purpose": "visit" })).problem(404, "not_found");
    }
    let page = team.summary(&team.doctor);
    assert_eq!(page["team"].as_array().unwrap().len(), 1, "who left does not stand on the paper");
}
