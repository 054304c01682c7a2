//! What the city may set.

use serde_json::{Value, json};
use tests::{App, User, person};

fn setting(clerk: &User, name: &str) -> Value {
    let list = clerk.get("/api/settings").ok();
    let items = list["items"].as_array().expect("items");
    items.iter().find(|item| item["name"] == name).unwrap_or_else(|| panic!("no {name}")).clone()
}

#[test]
fn every_setting_says_what_it_is_and_how_far_it_goes() {
    let app = App::start();
    let clerk = app.first_clerk();
    let list = clerk.get("/api/settings").ok();
    let items = list["items"].as_array().expect("items");
    for item in items {
        assert!(item["label"].as_str().is_some_and(|label| !label.is_empty()), "{item}");
        assert!(item["rule"].as_str().is_some_and(|rule| rule.starts_with('R')), "{item}");
        assert!(["number", "day"].iter().any(|kind| item["kind"] == *kind), "{item}");
        // Each stands within its bounds from the beginning, and its own value may be sent back.
        let path = format!("/api/settings/{}", item["name"].as_str().expect("a name"));
        assert_eq!(clerk.put(&path, &json!({ "value": item["value"] })).ok(), *item);
    }
    let stored = app.db_count("SELECT count(*) FROM settings");
    assert_eq!(items.len(), usize::try_from(stored).unwrap(), "a setting that nobody can see");
    assert_eq!(
        app.db_count("SELECT count(*) FROM audit_events WHERE action = 'setting.changed'"),
        0,
        "nothing changed"
    );
}

#[test]
fn r38_logs_are_kept_five_years_or_more() {
    let app = App::start();
    let clerk = app.first_clerk();
    for refused in [json!(4), json!(0), json!(-1), json!("4"), json!(i64::MAX)] {
        let _ = clerk
            .put("/api/settings/log_years", &json!({ "value": refused }))
            .problem(422, "validation_failed")
            .rule("R38")
            .field_error("value", "out_of_range");
    }
    assert_eq!(setting(clerk, "log_years")["value"], "5");
    assert_eq!(clerk.put("/api/settings/log_years", &json!({ "value": "10" })).ok()["value"], "10");
    assert_eq!(setting(clerk, "log_years")["value"], "10");
}

#[test]
fn r36_what_protects_sessions_is_made_stricter_but_not_looser() {
    let app = App::start();
    let clerk = app.first_clerk();
    for (name, refused) in [("session_idle_minutes", 16), ("session_hours", 13), ("fresh_login_minutes", 31)] {
        let path = format!("/api/settings/{name}");
        let _ = clerk
            .put(&path, &json!({ "value": refused }))
            .problem(422, "validation_failed")
            .rule("R36")
            .field_error("value", "out_of_range");
        let stricter = refused - 2;
        assert_eq!(clerk.put(&path, &json!({ "value": stricter })).ok()["value"], stricter.to_string());
    }
}

#[test]
fn a_change_is_kept_with_its_before_and_after() {
    let app = App::start();
    let clerk = app.first_clerk();
    let _ = clerk.put("/api/settings/lock_minutes", &json!({ "value": "３０" })).ok();
    let _ = clerk.put("/api/settings/lock_minutes", &json!({ "value": 45 })).ok();
    let events = clerk.get("/api/audit/events?subject=setting:lock_minutes").ok();
    let details: Vec<_> = events["items"].as_array().expect("items").iter().map(|event| &event["detail"]).collect();
    assert_eq!(details, [&json!({ "before": "30", "after": "45" }), &json!({ "before": "15", "after": "30" })]);
    assert_eq!(events["items"][0]["actor_name"], "市川 一郎");
}

#[test]
fn r35_a_lock_follows_the_setting() {
    let app = App::start();
    let clerk = app.first_clerk();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let _ = clerk.put("/api/settings/lock_after_wrong_passwords", &json!({ "value": 3 })).ok();
    for wrong in ["chigau-Kagi-01", "chigau-Kagi-02"] {
        let _ = user.signs_in_with(wrong).problem(401, "sign_in_refused");
    }
    let _ = user.signs_in_with("chigau-Kagi-03").refused();
    let _ = user.signs_in().problem(423, "account_locked");
}

#[test]
fn r13_the_first_day_of_applications_is_the_citys_to_set() {
    let app = App::start();
    let clerk = app.first_clerk();
    let manager = app.manager("みなみ診療所");
    let form = manager.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    let changed = clerk.put("/api/settings/applications_open_on", &json!({ "value": "2099-04-01" })).ok();
    assert_eq!((&changed["value"], &changed["kind"]), (&json!("2099-04-01"), &json!("day")));
    let _ = manager.sends(&form).refused().rule("R13");
    let _ = clerk.put("/api/settings/applications_open_on", &json!({ "value": "2026-04-01" })).ok();
    let _ = manager.sends(&form).created();
}

#[test]
fn what_is_no_setting_or_no_value_is_refused() {
    let app = App::start();
    let clerk = app.first_clerk();
    let _ = clerk.put("/api/settings/no_such_setting", &json!({ "value": 5 })).problem(404, "not_found");
    let path = "/api/settings/applications_open_on";
    for (value, code) in
        [("", "required"), ("明日", "not_a_day"), ("2026-02-30", "not_a_day"), ("1999-01-01", "out_of_range")]
    {
        let _ =
            clerk.put(path, &json!({ "value": value })).problem(422, "validation_failed").field_error("value", code);
    }
    for input in [json!({}), json!({ "value": null }), json!({ "value": [5] }), json!({ "value": 5, "extra": 1 })] {
        let _ = clerk.put(path, &input).refused();
    }
    let association = app.association_clerk("真間 進", "ママ ススム");
    let _ = association.get("/api/settings").problem(403, "forbidden");
    let _ = association.put(path, &json!({ "value": "2026-05-01" })).problem(403, "forbidden");
}
