//! Form 5: an organization's data and its manager change, and people get further devices.

use serde_json::{Value, json};
use tests::{App, CHANGES, DeviceKey, PASSWORD, User, with};

#[test]
fn r10_the_new_manager_gets_the_rights_and_the_old_one_loses_them() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let id = manager.organization_id();
    let own = format!("/api/organizations/{id}");
    let successor = json!({
        "name": "山田 花子", "kana": "やまだ はなこ", "email": "yamada@minami.example.jp", "phone": "047-300-0009",
    });
    let form = with(&manager.change_form(), "/new_manager", successor);
    let receipt = manager.files(CHANGES, &form);
    assert_eq!((manager.me().at("/is_manager"), user.me().at("/is_manager")), (json!(true), json!(false)));
    let clerk = app.first_clerk();
    let done = clerk.accepts_at_desk(CHANGES, &receipt);
    assert_eq!((&done["status"], &done["warnings"]), (&json!("completed"), &json!([])), "{done}");
    assert_eq!((manager.me().at("/is_manager"), user.me().at("/is_manager")), (json!(false), json!(true)));
    let seen = user.get(&own).ok();
    let managers = seen["managers"].as_array().unwrap();
    assert_eq!((managers.len(), &managers[0]["name"]), (1, &json!("山田 花子")), "{seen}");
    let _ = manager.get(&own).problem(404, "not_found");
    let _ = manager.sends(CHANGES, &form).problem(403, "only_the_manager_applies");
    // What was written about it stays.
    assert_eq!(app.db_count("SELECT count(*) FROM organization_managers WHERE until IS NOT NULL"), 1);
}

#[test]
fn r10_when_the_manager_is_gone_the_one_to_come_files_it_and_the_desk_is_told() {
    let app = App::start();
    let manager = app.signed_in_manager("みなみ診療所");
    let successor = json!({
        "name": "鈴木 一郎", "kana": "スズキ イチロウ", "email": "suzuki@minami.example.jp", "phone": "047-300-0009",
    });
    let form = json!({
        "organization_id": manager.organization_id(), "applicant": successor, "new_manager": successor, "pledge": true,
    });
    let _ = app
        .visitor()
        .post(&format!("/api/{CHANGES}"), &with(&form, "/new_manager", Value::Null))
        .problem(422, "validation_failed")
        .field_error("applicant.kana", "not_the_manager");
    let receipt = tests::Receipt::of(&app.visitor().post(&format!("/api/{CHANGES}"), &form).created());
    let clerk = app.first_clerk();
    let open = clerk.opens_at_desk(CHANGES, &receipt).ok();
    let codes: Vec<&Value> = open["warnings"].as_array().unwrap().iter().map(|warning| &warning["code"]).collect();
    assert_eq!(codes, ["filed_by_new_manager", "manager_without_account"]);
    clerk.accepts_at_desk(CHANGES, &receipt);
    let seen = clerk.get(&format!("/api/organizations/{}", manager.organization_id())).ok();
    let managers = seen["managers"].as_array().unwrap();
    assert_eq!((managers.len(), &managers[0]["name"]), (1, &json!("鈴木 一郎")), "{seen}");
}

#[test]
fn r10_what_changes_of_an_organization_is_what_the_form_says_and_no_more() {
    let app = App::start();
    let manager = app.signed_in_manager("みなみ診療所");
    let own = format!("/api/organizations/{}", manager.organization_id());
    let before = manager.get(&own).ok();
    let _ = manager
        .sends(CHANGES, &manager.change_form())
        .problem(422, "validation_failed")
        .field_error("changes", "nothing_to_change");
    let form = with(&manager.change_form(), "/changes", json!({ "name": "みなみクリニック", "phone": "047-300-0099" }));
    let _ = manager.sends(CHANGES, &with(&form, "/pledge", false)).field_error("pledge", "pledge_required");
    let receipt = manager.files(CHANGES, &form);
    assert_eq!(manager.get(&own).ok(), before, "nothing changes before the city has decided");
    app.first_clerk().accepts_at_desk(CHANGES, &receipt);
    let after = manager.get(&own).ok();
    let expected = with(&with(&before, "/name", "みなみクリニック"), "/phone", "047-300-0099");
    assert_eq!(after, expected);
    let found = app.visitor().get("/api/organizations?query=みなみクリ").ok();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn r5_a_further_device_has_its_own_code() {
    let Some(app) = App::at("2026-06-01T01:00:00Z") else { return };
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let device = json!({ "login_id": user.login_id, "name": "山田花子", "asset_number": "T-9001", "kind": "laptop" });
    let form = with(&manager.change_form(), "/devices", json!([device]));
    let receipt = manager.files(CHANGES, &form);
    let clerk = app.first_clerk();
    let done = clerk.accepts_at_desk(CHANGES, &receipt);
    // R3: its notice is due in three open days.
    assert_eq!((&done["status"], &done["due_on"]), (&json!("accepted"), &json!("2026-06-04")), "{done}");
    let notice_id = done["accounts"][0]["notice_id"].as_i64().unwrap();
    let notice = clerk.issues(&[notice_id]).remove(0);
    assert_eq!(notice.login_id, user.login_id);
    let browser = app.visitor();
    let key = DeviceKey::default();
    let registered = User::tries_first_login(&browser, &notice, PASSWORD, &key).created();
    assert!(registered["certificate"].is_string(), "{registered}");
    assert_eq!(user.get("/api/me/devices").ok()["items"].as_array().map(Vec::len), Some(2));
    let _ = clerk.post("/api/notices/posted", &json!({ "notice_ids": [notice_id] })).ok();
    let told = manager.follows(CHANGES, &receipt);
    assert_eq!((&told["status"], &told["notices"]), (&json!("completed"), &json!({ "total": 1, "posted": 1 })));
    let stranger = with(&form, "/devices/0/name", "佐藤 太郎");
    let _ = manager.sends(CHANGES, &stranger).field_error("devices[0].login_id", "unknown_person");
}
