//! My password and my sessions.

use super::WRONG;
use serde_json::{Value, json};
use tests::{App, PASSWORD, Reply, User};

const NEW: &str = "kumo5-no-Ito-tane";

fn changes(user: &User, current: &str, new: &str) -> Reply {
    user.put("/api/me/password", &json!({ "current_password": current, "new_password": new }))
}

#[test]
fn r34_a_new_password_replaces_the_old_one_and_ends_other_sessions() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let at_the_reception = user.second_window_elsewhere();
    let _ = changes(&user, PASSWORD, NEW).status(204);
    let _ = user.me().ok();
    let _ = at_the_reception.me().problem(401, "session_expired");
    let _ = user.signs_in_with(PASSWORD).problem(401, "sign_in_refused");
    let _ = user.signs_in_with(NEW).created();
}

#[test]
fn r34_the_last_five_passwords_are_refused() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let mut current = PASSWORD.to_owned();
    for number in 1..=4 {
        let next = format!("{NEW}{number}");
        let _ = changes(&user, &current, &next).status(204);
        current = next;
    }
    let refused = |password: &str| {
        let _ = changes(&user, &current, password)
            .problem(422, "validation_failed")
            .rule("R34")
            .field_error("new_password", "password_used_before");
    };
    refused(PASSWORD);
    refused(&format!("{NEW}2"));
    refused(&current);
    let fifth = format!("{NEW}5");
    let _ = changes(&user, &current, &fifth).status(204);
    // Five others lie between: the first one is free again.
    let _ = changes(&user, &fifth, PASSWORD).status(204);
}

#[test]
fn r34_a_new_password_keeps_the_rules_and_the_old_one_is_asked_for() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let _ = changes(&user, PASSWORD, "password2026")
        .problem(422, "validation_failed")
        .field_error("new_password", "password_common");
    let _ =
        changes(&user, WRONG, NEW).problem(422, "validation_failed").field_error("current_password", "sign_in_refused");
    let _ = user.signs_in().created();
}

#[test]
fn a_session_left_open_elsewhere_is_seen_and_ended() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let elsewhere = user.second_window_elsewhere();
    let listed = user.get("/api/me/sessions").ok();
    let items = listed["items"].as_array().expect("items").clone();
    assert_eq!(items.len(), 2, "{listed}");
    let is_this = |item: &&Value| item["this_session"] == true;
    assert_eq!(items.iter().filter(is_this).count(), 1, "{listed}");
    let other = items.iter().find(|item| item["this_session"] == false).expect("the other session");
    let path = format!("/api/me/sessions/{}", other["id"].as_str().expect("an id"));
    // Nobody else can end it.
    let colleague = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let _ = colleague.delete(&path).problem(404, "not_found");
    let _ = elsewhere.me().ok();
    let _ = user.delete(&path).status(204);
    let _ = elsewhere.me().problem(401, "session_expired");
    let _ = user.me().ok();
    let _ = user.delete(&path).problem(404, "not_found");
}
