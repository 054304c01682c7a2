//! The devices of an organization's people (R6).

use serde_json::{Value, json};
use tests::{App, PASSWORD, User};

fn devices(user: &User) -> Vec<Value> {
    user.get("/api/devices").ok()["items"].as_array().expect("items").clone()
}

/// A manager who has an account, and the path of the device of a nurse of the same organization.
fn manager_and_nurse(app: &App) -> (User, User, String) {
    let (manager, nurse) = app.signed_in_manager_with("ひがし訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let of_nurse = devices(&manager).into_iter().find(|device| device["user_name"] == "山田 花子").expect("her device");
    (manager, nurse, format!("/api/devices/{}", of_nurse["id"]))
}

#[test]
fn r6_the_manager_sees_names_and_revokes_the_devices_of_his_people() {
    let app = App::start();
    let (manager, nurse, path) = manager_and_nurse(&app);
    assert_eq!(devices(&manager).len(), 2);
    let named = manager.put(&path, &json!({ "label": "訪問用 2号機" })).ok();
    assert_eq!(named["label"], "訪問用 2号機");
    let revoked = manager.post(&format!("{path}/revocation"), &json!({ "reason": "replaced" })).ok();
    assert_eq!((&revoked["status"], &revoked["label"]), (&json!("revoked"), &json!("訪問用 2号機")));
    let _ = nurse.me().problem(401, "session_expired");
    let _ = nurse.signs_in().problem(403, "device_not_registered").rule("R33");
    // Revoking again changes nothing.
    let again = manager.post(&format!("{path}/revocation"), &json!({ "reason": "lost" })).ok();
    assert_eq!(again["revoked_at"], revoked["revoked_at"]);
}

#[test]
fn r6_a_lost_device_is_reported_by_whoever_lost_it_and_its_sessions_end_at_once() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let window = user.second_window();
    let mine = user.get("/api/me/devices").ok();
    let path = format!("/api/devices/{}/revocation", mine["items"][0]["id"]);
    let _ = user.post(&path, &json!({ "reason": "lost" })).ok();
    let _ = window.get("/api/me").problem(401, "session_expired");
    let _ = user.signs_in().problem(403, "device_not_registered");
}

#[test]
fn r6_nobody_else_knows_of_a_device() {
    let app = App::start();
    let (_, nurse, path) = manager_and_nurse(&app);
    let stranger = app.signed_in_manager("きた薬局");
    let colleague = app.user("みなみ診療所", "佐藤 太郎", "サトウ タロウ");
    let reason = json!({ "reason": "lost" });
    let _ = stranger.post(&format!("{path}/revocation"), &reason).problem(404, "not_found");
    let _ = stranger.put(&path, &json!({ "label": "x" })).problem(404, "not_found");
    let _ = colleague.post(&format!("{path}/revocation"), &reason).problem(404, "not_found");
    let _ = colleague.get("/api/devices").problem(404, "not_found");
    let organization = nurse.me().ok()["organization"]["id"].clone();
    let _ = stranger.get(&format!("/api/devices?organization_id={organization}")).problem(404, "not_found");
    // The city owns all accounts.
    let seen = app.first_clerk().get(&format!("/api/devices?organization_id={organization}")).ok();
    assert_eq!(seen["items"].as_array().map(Vec::len), Some(2));
    let _ = nurse.signs_in_with(PASSWORD).created();
}
