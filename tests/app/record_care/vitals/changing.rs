//! Corrections and withdrawals: nothing is ever gone (R38).

use super::{Team, entry, entry_path};
use serde_json::{Value, json};

fn correction(measurement: &Value, temperature: f64, reason: &str) -> Value {
    let entry = entry("09:05:00", &json!({ "body_temperature": temperature }));
    json!({ "entry": entry, "version": measurement["version"], "reason": reason })
}

#[test]
fn r38_a_correction_keeps_what_it_said_before() {
    let team = Team::start();
    let input = json!({ "body_temperature": 39.5, "pulse": 88 });
    let stored = team.enters(&team.nurse, "09:00:00", &input).created();
    let path = team.path(&entry_path(&stored, ""));
    let corrected = team.nurse.put(&path, &correction(&stored, 36.5, "")).ok();
    assert_eq!((&corrected["readings"], &corrected["version"]), (&json!({ "body_temperature": 36.5 }), &json!(2)));
    assert_eq!(corrected["measured_at"], "2026-11-26T00:05:00Z");
    let history = team.doctor.get(&team.path(&entry_path(&stored, "/versions"))).ok();
    assert_eq!(history["now"], corrected);
    let before = &history["before"][0];
    assert_eq!((&before["readings"], &before["version"]), (&stored["readings"], &json!(1)));
    assert_eq!((&before["corrected_by_name"], &before["reason"]), (&json!("山田 花子"), &json!("")));
    // The graphs follow: nothing of the old values is left in them.
    assert_eq!(team.app.db_count("SELECT count(*) FROM vital_points"), 1);
    assert_eq!(team.app.db_count("SELECT count(*) FROM vital_points WHERE value = 365"), 1);
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'vitals.corrected'"), 1);
}

#[test]
fn after_a_day_or_by_somebody_else_a_correction_needs_a_reason() {
    let team = Team::start();
    let stored = team.enters(&team.nurse, "09:00:00", &json!({ "body_temperature": 39.5 })).created();
    let path = team.path(&entry_path(&stored, ""));
    let refused = team.doctor.put(&path, &correction(&stored, 36.5, " ")).problem(422, "validation_failed");
    let _ = refused.field_error("reason", "required").field_error_count(1);
    let corrected = team.doctor.put(&path, &correction(&stored, 36.5, "読み違い。看護師に確認した")).ok();
    assert_eq!(corrected["author"]["name"], "山田 花子", "it is still hers");
    team.app.clock().set("2026-11-27T10:30:00+09:00");
    let nurse = team.nurse.second_window_signed_in();
    let refused = nurse.put(&path, &correction(&corrected, 36.4, "")).problem(422, "validation_failed");
    let _ = refused.field_error("reason", "required");
    let _ = nurse.put(&path, &correction(&corrected, 36.4, "手帳と照らし合わせた")).ok();
    let history = nurse.get(&team.path(&entry_path(&stored, "/versions"))).ok();
    let reasons: Vec<&Value> = history["before"].as_array().unwrap().iter().map(|before| &before["reason"]).collect();
    assert_eq!(reasons, ["手帳と照らし合わせた", "読み違い。看護師に確認した"]);
}

#[test]
fn two_who_correct_at_the_same_time_do_not_undo_each_other() {
    let team = Team::start();
    let stored = team.enters(&team.nurse, "09:00:00", &json!({ "body_temperature": 39.5 })).created();
    let path = team.path(&entry_path(&stored, ""));
    let corrected = team.nurse.put(&path, &correction(&stored, 36.5, "")).ok();
    let _ = team.doctor.put(&path, &correction(&stored, 37.5, "読み違い")).problem(409, "measurement_changed");
    assert_eq!(team.nurse.put(&path, &correction(&stored, 36.5, "")).ok(), corrected, "sent twice, it is done once");
    let impossible = team.nurse.put(&path, &correction(&corrected, 350.0, "")).problem(422, "validation_failed");
    let _ = impossible.field_error("entry.readings.body_temperature", "impossible");
}

#[test]
fn r38_what_is_taken_back_stays_to_be_read_and_leaves_the_graphs() {
    let team = Team::start();
    let stored = team.enters(&team.nurse, "09:00:00", &json!({ "body_temperature": 39.5 })).created();
    let path = team.path(&entry_path(&stored, "/withdrawal"));
    let _ = team.doctor.post(&path, &json!({})).problem(422, "validation_failed").field_error("reason", "required");
    let gone = team.doctor.post(&path, &json!({ "reason": "別の方の値" })).ok();
    assert_eq!(gone["readings"], stored["readings"]);
    assert_eq!(
        (&gone["withdrawal"]["by_name"], &gone["withdrawal"]["reason"]),
        (&json!("佐藤 進"), &json!("別の方の値"))
    );
    assert_eq!(team.table(&team.nurse)[0], gone);
    assert_eq!(team.nurse.get(&team.path("/latest")).ok()["values"], json!([]));
    assert_eq!(team.app.db_count("SELECT count(*) FROM vital_points"), 0);
    assert_eq!(team.app.db_count("SELECT count(*) FROM measurements"), 1);
    let again = team.nurse.post(&path, &json!({}));
    let _ = again.problem(409, "measurement_withdrawn");
    let corrected = team.nurse.put(&team.path(&entry_path(&stored, "")), &correction(&stored, 36.5, ""));
    let _ = corrected.problem(409, "measurement_withdrawn");
}
