//! The device failed on a Friday evening: a code for a day, by two clerks (R5, R33).

use serde_json::{Value, json};
use tests::{App, DeviceKey, Notice, PASSWORD, Reply, User};

fn asks(clerk: &User, login_id: &str) -> Reply {
    let input = json!({
        "login_id": login_id, "reason": "訪問中に端末が動かなくなった", "asset_number": "PC-0099", "kind": "laptop",
    });
    clerk.post("/api/emergency-codes", &input)
}

fn confirmation(request: &Value) -> String {
    format!("/api/emergency-codes/{}/confirmation", request["id"])
}

#[test]
fn r33_a_code_for_a_day_needs_two_clerks_and_lets_a_spare_device_in() {
    let Some(app) = App::at("2026-06-05T17:00:00+09:00") else { return };
    let nurse = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let (first, second) = (app.first_clerk(), app.city_clerk("八幡 京子", "ヤワタ キョウコ"));
    let request = asks(first, &nurse.login_id).created();
    assert_eq!((&request["state"], &request["user_name"]), (&json!("waiting"), &json!("山田 花子")));
    let _ = first.post(&confirmation(&request), &json!({})).problem(409, "same_clerk");
    let confirmed = second.post(&confirmation(&request), &json!({})).ok();
    let _ = second.post(&confirmation(&request), &json!({})).problem(409, "already_decided");
    // The password is hers; only the device is new.
    let notice = Notice::from_issued(&confirmed);
    let (browser, key) = (app.visitor(), DeviceKey::default());
    let _ = User::tries_first_login(&browser, &notice, "chigau8-Kagi-desu", &key).problem(401, "sign_in_refused");
    let spare = User::first_login(browser, app.clock().clone(), &notice);
    let devices = spare.get("/api/me/devices").ok();
    let valid_until = devices["items"][1]["valid_until"].as_str().expect("an end").to_owned();
    assert_eq!(valid_until, confirmed["expires_at"].as_str().expect("an end"));
    let _ = nurse.signs_in_with(PASSWORD).created();
    // A day later the spare device is a stranger again, and her own is not.
    app.clock().advance_days(1);
    let _ = spare.me().refused();
    let _ = spare.signs_in().problem(403, "device_not_registered").rule("R33");
    let _ = nurse.signs_in().created();
}

#[test]
fn r33_a_request_is_refused_expires_and_is_written_down() {
    let Some(app) = App::at("2026-06-05T17:00:00+09:00") else { return };
    let nurse = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let (first, second) = (app.first_clerk(), app.city_clerk("八幡 京子", "ヤワタ キョウコ"));
    let refused = asks(first, &nurse.login_id).created();
    let answer = second.post(&format!("/api/emergency-codes/{}/refusal", refused["id"]), &json!({})).ok();
    assert_eq!((&answer["state"], &answer["decided_by_name"]), (&json!("refused"), &json!("八幡 京子")));
    let _ = second.post(&confirmation(&refused), &json!({})).problem(409, "already_decided");
    let late = asks(first, &nurse.login_id).created();
    for _ in 0..6 {
        app.clock().advance_minutes(11);
        let _ = second.me().ok();
    }
    let _ = second.signs_in().created();
    let _ = second.post(&confirmation(&late), &json!({})).problem(409, "request_expired");
    let listed = second.get("/api/emergency-codes").ok();
    assert_eq!((&listed["items"][0]["state"], &listed["items"][1]["state"]), (&json!("expired"), &json!("refused")));
    let written = "SELECT count(*) FROM audit_events WHERE action LIKE 'emergency_code.%'";
    assert_eq!(app.db_count(written), 3);
}

#[test]
fn r33_a_request_names_everything_that_is_wrong() {
    let app = App::start();
    let clerk = app.first_clerk();
    let input = json!({ "login_id": "1234-5678", "reason": "", "asset_number": "", "kind": "abacus" });
    let _ = clerk
        .post("/api/emergency-codes", &input)
        .problem(422, "validation_failed")
        .field_error("login_id", "unknown_login_id")
        .field_error("reason", "required")
        .field_error("asset_number", "required")
        .field_error("kind", "unknown_value");
}
