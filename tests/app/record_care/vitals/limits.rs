//! Limits that a doctor sets; what lies outside is marked and told of. No alarm system.

use super::{Team, entry, entry_path};
use serde_json::{Value, json};
use tests::User;

#[test]
fn only_a_doctor_of_the_team_sets_limits_and_every_one_stays_on_record() {
    let team = Team::start();
    let path = team.path("/limits/body_temperature");
    let refused = team.nurse.put(&path, &json!({ "low": 35.5, "high": 37.5 })).problem(403, "not_a_doctor");
    assert!(refused.text().contains("医師だけ"), "{refused}");
    let elsewhere = team.app.user_working_as("きた診療所", "今井 誠", "イマイ マコト", "doctor");
    let _ = elsewhere.put(&path, &json!({ "low": 35.5, "high": 37.5 })).problem(404, "not_found");
    team.limits("body_temperature", Some(35.5), Some(37.5));
    team.limits("body_temperature", Some(35.5), Some(37.5));
    team.app.clock().advance_minutes(1);
    let all = team.limits("body_temperature", None, Some(38.0));
    assert_eq!(all["now"].as_array().unwrap().len(), 1);
    let now = &all["now"][0];
    assert_eq!((&now["low"], &now["high"], &now["set_by_name"]), (&json!(null), &json!(38.0), &json!("佐藤 進")));
    assert_eq!(all["history"].as_array().unwrap().len(), 2, "the same again is no change");
    assert_eq!((&all["history"][1]["high"], &all["history"][1]["ended_at"]), (&json!(37.5), &now["set_at"]));
    let none = team.limits("body_temperature", None, None);
    assert_eq!((&none["now"], &none["history"][0]["high"]), (&json!([]), &json!(null)));
    let seen = team.nurse.get(&team.path("/limits")).ok();
    assert_eq!((&seen["history"], &seen["may_set_limits"]), (&none["history"], &json!(false)));
    assert_eq!(none["may_set_limits"], true);
    let turned = team.doctor.put(&path, &json!({ "low": 38, "high": 37 })).problem(422, "validation_failed");
    let _ = turned.field_error("high", "order");
    let _ = team.doctor.put(&path, &json!({ "low": 3, "high": null })).problem(422, "validation_failed");
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'vitals.limit_set'"), 3);
}

#[test]
fn a_value_outside_is_marked_as_the_limits_were_then() {
    let team = Team::start();
    team.limits("body_temperature", Some(35.5), Some(37.5));
    team.limits("spo2", Some(90.0), None);
    let stored = team.enters(&team.nurse, "09:00:00", &json!({ "body_temperature": 37.6, "spo2": 90 })).created();
    assert_eq!(stored["marks"], json!({ "body_temperature": "high" }));
    team.limits("body_temperature", None, Some(39.0));
    assert_eq!(team.table(&team.doctor)[0]["marks"], stored["marks"]);
    let later = team.enters(&team.nurse, "09:30:00", &json!({ "body_temperature": 38.0, "spo2": 89 })).created();
    assert_eq!(later["marks"], json!({ "spo2": "low" }));
    let latest = team.doctor.get(&team.path("/latest")).ok();
    let marks: Vec<&Value> = latest["values"].as_array().unwrap().iter().map(|value| &value["mark"]).collect();
    assert_eq!(marks, [&json!(null), &json!("low")]);
    // A correction is looked at again.
    let entry = entry("09:30:00", &json!({ "spo2": 95 }));
    let corrected = json!({ "entry": entry, "version": 1 });
    let corrected = team.nurse.put(&team.path(&entry_path(&later, "")), &corrected).ok();
    assert_eq!(corrected["marks"], json!({}));
}

fn told(who: &User) -> Vec<Value> {
    let list = who.get("/api/notifications").ok();
    list["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "record").cloned().collect()
}

#[test]
fn r30_the_others_are_told_of_a_value_outside_once_and_without_a_word_about_the_patient() {
    let team = Team::start();
    team.limits("body_temperature", Some(35.5), Some(37.5));
    team.enters(&team.nurse, "09:00:00", &json!({ "body_temperature": 36.5 })).created();
    team.works();
    assert!(told(&team.doctor).is_empty(), "within the limits there is nothing to tell");
    team.enters(&team.nurse, "09:10:00", &json!({ "body_temperature": 38.5, "pulse": 110 })).created();
    team.enters(&team.nurse, "09:20:00", &json!({ "body_temperature": 38.7 })).created();
    team.works();
    let items = told(&team.doctor);
    assert_eq!(items.len(), 1, "{items:?}");
    assert_eq!((&items[0]["count"], &items[0]["path"]), (&json!(2), &json!(format!("/rooms/{}/vitals", team.room))));
    let text = items[0]["text"].as_str().unwrap();
    for word in ["国分", "千草", "38", "体温", "発熱"] {
        assert!(!text.contains(word), "{text}");
    }
    assert!(told(&team.nurse).is_empty(), "nobody is told of what she entered herself");
    let outbox = team.app.db_count("SELECT count(*) FROM outbox WHERE topic LIKE 'vitals.%' AND payload LIKE '%38%'");
    assert_eq!(outbox, 0);
}

#[test]
fn r18_whoever_left_is_told_of_nothing_more() {
    let team = Team::start();
    team.limits("pulse", None, Some(100.0));
    team.nurse_leaves();
    team.enters(&team.doctor, "09:10:00", &json!({ "pulse": 110 })).created();
    team.works();
    assert!(told(&team.nurse).is_empty());
}
