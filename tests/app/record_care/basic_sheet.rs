//! The basic sheet: written, confirmed, compared, and never overwritten unseen (R9, R18, R21, R32, R38).

use super::Team;
use serde_json::{Value, json};
use tests::{App, Reply, User, with};

/// Nothing is known yet.
fn empty() -> Value {
    json!({
        "allergies": { "none_known": false, "items": [] },
        "wishes": { "matters": "", "resuscitation": "", "said_on": null, "said_by": "" },
        "care": { "level": null, "valid_from": null, "valid_until": null, "insured_number": "" },
        "diagnoses": [], "medicines": [], "treatments": [], "doctors": [], "contacts": [], "living": "", "caution": "",
    })
}

pub(super) fn full() -> Value {
    json!({
        "allergies": { "none_known": false, "items": [{ "substance": "ペニシリン", "reaction": "全身の発疹" }] },
        "wishes": {
            "matters": "家で過ごしたい", "resuscitation": "心臓マッサージは望まない", "said_on": "2026-10-01",
            "said_by": "本人",
        },
        "care": {
            "level": "care_3", "valid_from": "2026-04-01", "valid_until": "2027-03-31", "insured_number": "",
        },
        "diagnoses": [{ "name": "脳梗塞後遺症", "since": "2019年", "is_main": true }],
        "medicines": [{ "name": "アムロジピン錠５ｍｇ", "usage": "1日1回 朝食後", "prescriber": "みなみ診療所" }],
        "treatments": [{ "name": "在宅酸素", "detail": "安静時 1L" }],
        "doctors": [{ "organization_name": "みなみ診療所", "name": "佐藤 進", "phone": "047-300-0001", "note": "" }],
        "contacts": [{
            "name": "国分 健", "relation": "長男", "phone": "090-1234-5678", "lives_together": false, "note": "",
        }],
        "living": "一人暮らし。玄関の鍵は郵便受け。", "caution": "右側から声をかける",
    })
}

impl Team {
    pub(super) fn writes(&self, person: &User, known: i64, sheet: &Value) -> Reply {
        let call = person.call("PUT", &self.path("basic-sheet")).header("If-Match", &format!("\"{known}\""));
        call.json(sheet).send()
    }

    fn sheet(&self, person: &User) -> Value {
        person.get(&self.path("basic-sheet")).ok()
    }
}

#[test]
fn r32_a_sheet_is_written_and_read_by_the_team_and_says_who_wrote_it() {
    let team = Team::start();
    let nothing = team.sheet(&team.nurse);
    assert_eq!((&nothing["version"], &nothing["written"], &nothing["sheet"]), (&json!(0), &Value::Null, &empty()));
    let written = team.writes(&team.nurse, 0, &full()).status(200);
    assert_eq!(written.header("etag"), "\"1\"");
    assert_eq!(written.json()["changed"].as_array().unwrap().len(), 10);
    let read = team.doctor.get(&team.path("basic-sheet")).status(200);
    assert_eq!(read.header("etag"), "\"1\"");
    let now = read.json();
    assert_eq!(now["sheet"]["medicines"][0]["name"], "アムロジピン錠5mg");
    // As the nurse was then (R9).
    let by = &now["written"];
    let me = team.nurse.me().ok();
    assert_eq!((&by["user_id"], &by["name"], &by["profession"]), (&me["user_id"], &me["name"], &me["profession"]));
    assert_eq!(team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'records'"), 2);
    // The same again is no new version.
    assert_eq!(team.writes(&team.doctor, 1, &now["sheet"]).ok()["version"], 1);
    // What was written is nowhere in the audit trail, what kind of part was is.
    let noted = team.app.first_clerk().get("/api/audit/events?action=basic_sheet.written").ok();
    assert_eq!(noted["items"][0]["detail"]["version"], 1);
    assert!(!noted.to_string().contains("ペニシリン"), "{noted}");
}

#[test]
fn r38_of_two_who_write_at_once_the_second_is_told_what_the_first_changed() {
    let team = Team::start();
    team.writes(&team.nurse, 0, &full()).ok();
    let nurses = with(&full(), "/caution", "左側から声をかける");
    team.writes(&team.nurse, 1, &nurses).ok();
    let doctors = with(&full(), "/living", "長男と二人暮らし");
    let refused = team.writes(&team.doctor, 1, &doctors).problem(412, "changed_meanwhile").rule("R38");
    assert_eq!(refused.json()["changed"], json!(["caution"]));
    assert_eq!(team.sheet(&team.doctor)["sheet"]["caution"], "左側から声をかける");
    let both = with(&nurses, "/living", "長男と二人暮らし");
    assert_eq!(team.writes(&team.doctor, 2, &both).ok()["version"], 3);
    // Without saying what was read nothing is written; nor with a version that never was.
    let _ = team.doctor.put(&team.path("basic-sheet"), &full()).problem(428, "if_match_missing");
    let _ = team.writes(&team.doctor, 99, &full()).problem(404, "not_found");
}

#[test]
fn r38_every_version_stays_and_is_compared_with_the_one_before() {
    let team = Team::start();
    team.writes(&team.nurse, 0, &full()).ok();
    team.writes(&team.doctor, 1, &with(&full(), "/medicines", json!([]))).ok();
    let history = team.nurse.get(&team.path("basic-sheet/versions")).ok();
    let changed: Vec<&Value> = history["items"].as_array().unwrap().iter().map(|item| &item["changed"]).collect();
    assert_eq!((changed.len(), changed[0]), (2, &json!(["medicines"])));
    assert_eq!(history["items"][0]["written"]["name"], "佐藤 進");
    let compared = team.nurse.get(&team.path("basic-sheet/versions/2")).ok();
    assert_eq!(compared["before"]["medicines"].as_array().unwrap().len(), 1);
    assert_eq!(compared["after"]["medicines"], json!([]));
    let _ = team.nurse.get(&team.path("basic-sheet/versions/3")).problem(404, "not_found");
    for number in 3..30 {
        team.writes(&team.nurse, number - 1, &with(&full(), "/caution", format!("{number}"))).ok();
    }
    let first = team.nurse.get(&team.path("basic-sheet/versions")).ok();
    let next = format!("basic-sheet/versions?after={}", first["next"].as_str().unwrap());
    let second = team.nurse.get(&team.path(&next)).ok();
    assert_eq!((first["items"].as_array().unwrap().len(), second["items"].as_array().unwrap().len()), (20, 9));
    assert_eq!((&second["items"][8]["version"], &second["next"]), (&json!(1), &Value::Null));
}

#[test]
fn r38_a_sheet_is_confirmed_and_after_ninety_days_the_team_is_reminded() {
    let team = Team::of(App::start());
    team.writes(&team.nurse, 0, &full()).ok();
    let confirms = |person: &User, version: i64, key: &str| {
        let call = person.call("POST", &team.path("basic-sheet/confirmations")).idempotency_key(key);
        call.json(&json!({ "version": version })).send()
    };
    team.app.clock().advance_days(90);
    let nurse = team.nurse.second_window_signed_in();
    let doctor = team.doctor.second_window_signed_in();
    assert_eq!(team.sheet(&nurse)["is_confirmation_due"], true);
    confirms(&doctor, 1, "confirm-1-0123456789").created();
    confirms(&doctor, 1, "confirm-1-0123456789").created();
    let now = team.sheet(&nurse);
    assert_eq!((&now["is_confirmation_due"], &now["confirmed"]["name"]), (&json!(false), &json!("佐藤 進")));
    assert_eq!(team.app.db_count("SELECT count(*) FROM basic_sheet_confirmations"), 1);
    team.writes(&nurse, 1, &with(&full(), "/caution", "なし")).ok();
    let _ = confirms(&doctor, 1, "confirm-2-0123456789").problem(412, "changed_meanwhile");
    let history = nurse.get(&team.path("basic-sheet/versions")).ok();
    assert_eq!(history["items"][1]["confirmations"][0]["name"], "佐藤 進");
}

#[test]
fn r18_whoever_leaves_the_team_sees_no_sheet_and_broken_glass_only_reads() {
    let team = Team::start();
    team.writes(&team.nurse, 0, &full()).ok();
    let reason = json!({ "reason": "ご家族からの苦情を確かめるため" });
    team.association.post(&team.room.path("/broken-glass"), &reason).created();
    assert_eq!(team.sheet(&team.association)["version"], 1);
    assert_eq!(
        team.app.db_count("SELECT count(*) FROM registrant_views WHERE via = 'broken_glass' AND what = 'records'"),
        1
    );
    let _ = team.writes(&team.association, 1, &empty()).problem(404, "not_found");
    team.nurse_leaves();
    let _ = team.nurse.get(&team.path("basic-sheet")).problem(404, "not_found");
    let _ = team.nurse.get(&team.path("basic-sheet/versions/1")).problem(404, "not_found");
    let _ = team.writes(&team.nurse, 1, &empty()).problem(404, "not_found");
}

#[test]
fn r38_no_version_is_changed_or_deleted_in_an_open_room() {
    let team = Team::start();
    team.writes(&team.nurse, 0, &full()).ok();
    let database = team.app.db_connection();
    for statement in ["UPDATE basic_sheet_versions SET content = '{}'", "DELETE FROM basic_sheet_versions"] {
        assert!(database.execute(statement, []).is_err(), "{statement}");
    }
}

#[test]
fn what_no_person_types_is_refused_and_named() {
    let team = Team::start();
    for (pointer, value, field) in [
        ("/medicines/0/name", json!(""), "medicines[0].name"),
        ("/contacts/0/phone", json!("119"), "contacts[0].phone"),
        ("/wishes/said_on", Value::Null, "wishes.said_on"),
        ("/living", json!("長".repeat(4_001)), "living"),
        ("/allergies/none_known", json!(true), "allergies.none_known"),
        ("/care/valid_until", json!("2026-03-31"), "care.valid_until"),
        ("/caution", json!("\u{0}"), "caution"),
    ] {
        let refused = team.writes(&team.nurse, 0, &with(&full(), pointer, value)).problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    for whole in [json!(null), json!([]), json!({}), with(&full(), "/care/level", "care_9"), with(&full(), "/x", 1)] {
        let refused = team.writes(&team.nurse, 0, &whole);
        assert!((400..500).contains(&refused.status), "{refused}");
    }
    let many = with(&full(), "/medicines", vec![full()["medicines"][0].clone(); 61]);
    let _ = team.writes(&team.nurse, 0, &many).problem(422, "validation_failed").field_error("medicines", "too_many");
    assert_eq!(team.sheet(&team.nurse)["version"], 0);
}
