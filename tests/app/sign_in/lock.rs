//! The unattended screen, and the login that is too old to decide (R36).

use super::WRONG;
use serde_json::json;
use tests::{App, PASSWORD, Reply, User, person};

fn unlocks(user: &User, password: &str) -> Reply {
    user.post("/api/session/unlock", &json!({ "password": password }))
}

#[test]
fn r36_an_idle_session_is_locked_after_fifteen_minutes_and_the_password_opens_it() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for _ in 0..3 {
        app.clock().advance_minutes(13);
        let _ = user.me().ok();
    }
    app.clock().advance_minutes(16);
    let _ = user.me().problem(401, "session_locked").rule("R36");
    let _ = user.get("/api/me/devices").problem(401, "session_locked");
    let _ = unlocks(&user, WRONG).problem(401, "sign_in_refused");
    let _ = user.me().problem(401, "session_locked");
    assert_eq!(unlocks(&user, PASSWORD).ok()["me"]["name"], "山田 花子");
    let _ = user.me().ok();
}

#[test]
fn r36_an_old_cookie_does_not_make_an_idle_session_young() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let first = user.cookie("tasuki_session").expect("a session cookie");
    app.clock().advance_minutes(10);
    let _ = user.me().ok();
    let renewed = user.cookie("tasuki_session").expect("a session cookie");
    assert_ne!(first, renewed, "a cookie in use is renewed");
    // The one from the beginning still names the session, and the store knows that it is in use.
    user.puts_cookie("tasuki_session", &first);
    app.clock().advance_minutes(10);
    let _ = user.me().ok();
    app.clock().advance_minutes(16);
    for stale in [&first, &renewed] {
        user.puts_cookie("tasuki_session", stale);
        let _ = user.me().problem(401, "session_locked");
    }
}

#[test]
fn r36_a_screen_locked_by_hand_shows_nothing_in_any_window() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let other_window = user.second_window();
    let _ = user.post("/api/session/lock", &json!({})).status(204);
    let _ = user.me().problem(401, "session_locked");
    let _ = other_window.get("/api/me").problem(401, "session_locked");
    let _ = unlocks(&user, PASSWORD).ok();
    let _ = other_window.get("/api/me").ok();
    // Logging out needs no unlocking.
    let _ = user.post("/api/session/lock", &json!({})).status(204);
    let _ = user.signs_out().status(204);
    let _ = unlocks(&user, PASSWORD).problem(401, "not_signed_in");
}

#[test]
fn r35_guessing_at_the_locked_screen_locks_the_account() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let _ = user.post("/api/session/lock", &json!({})).status(204);
    for number in 1..=5 {
        let _ = unlocks(&user, &format!("{WRONG}{number}")).problem(401, "sign_in_refused");
    }
    let _ = unlocks(&user, PASSWORD).problem(423, "account_locked").rule("R35");
    let _ = user.signs_in().problem(423, "account_locked");
}

#[test]
fn r36_nobody_decides_with_a_login_older_than_thirty_minutes() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let clerk = app.first_clerk();
    for _ in 0..3 {
        app.clock().advance_minutes(11);
        let _ = clerk.me().ok();
    }
    let _ = clerk.decides(&receipt, "accept", None).problem(403, "login_too_old").rule("R36");
    assert_eq!(clerk.opens_application(&receipt)["status"], "received");
    // Unlocking is no login: it asks for the password only.
    let _ = clerk.post("/api/session/lock", &json!({})).status(204);
    let _ = unlocks(clerk, PASSWORD).ok();
    let _ = clerk.decides(&receipt, "accept", None).problem(403, "login_too_old");
    let _ = clerk.signs_in().created();
    assert_eq!(clerk.accepts(&receipt)["status"], "accepted");
}
