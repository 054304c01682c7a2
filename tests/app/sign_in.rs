//! First login, device certificates, login, logout, my account.

mod devices;
mod emergency;
mod lock;
mod my_account;

use serde_json::{Value, json};
use tests::{App, DeviceKey, Notice, PASSWORD, User, Visitor, person};

const WRONG: &str = "chigau8-Kagi-desu";

fn checks_code(visitor: &Visitor, notice: &Notice) -> tests::Reply {
    visitor.post("/api/session/first-login/check", &json!({ "login_id": notice.login_id, "code": notice.code }))
}

#[test]
fn r5_a_code_shows_whose_it_is_and_for_which_device() {
    let app = App::start();
    let notice = app.notice("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let shown = checks_code(&app.visitor(), &notice).ok();
    assert_eq!(shown["name"], "山田 花子");
    assert_eq!(shown["organization_name"], "みなみ診療所");
    assert_eq!(shown["needs_new_password"], true);
    assert_eq!(shown["device"]["kind"], "tablet");
    // Looking does not use it up.
    let _ = checks_code(&app.visitor(), &notice).ok();
}

#[test]
fn r5_first_login_registers_the_device_and_signs_in() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let me = user.me().ok();
    assert_eq!(me["login_id"], user.login_id.as_str());
    assert_eq!(me["organization"]["name"], "みなみ診療所");
    assert_eq!((&me["desk"], &me["is_manager"]), (&Value::Null, &json!(false)));
    let devices = user.get("/api/me/devices").ok();
    assert_eq!(devices["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(devices["items"][0]["status"], "active");
    assert_eq!(devices["items"][0]["this_device"], true);
    let _ = user.signs_in().created();
}

#[test]
fn r4_a_code_registers_one_device_only() {
    let app = App::start();
    let notice = app.notice("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let first = User::first_login(app.visitor(), app.clock().clone(), &notice);
    let other = DeviceKey::default();
    let _ = User::tries_first_login(&app.visitor(), &notice, PASSWORD, &other)
        .problem(422, "authentication_code_invalid")
        .rule("R4");
    let _ = checks_code(&app.visitor(), &notice).problem(422, "authentication_code_invalid");
    let _ = first.me().ok();
}

#[test]
fn r4_two_devices_with_one_code_at_the_same_moment_one_wins() {
    let app = App::start();
    let notice = app.notice("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let mut statuses: Vec<u16> = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| User::tries_first_login(&app.visitor(), &notice, PASSWORD, &DeviceKey::default()).status)
            })
            .collect();
        tries.into_iter().map(|handle| handle.join().unwrap()).collect()
    });
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422, 422]);
}

#[test]
fn r5_the_answer_to_a_first_login_that_got_lost_can_be_fetched_again() {
    let app = App::start();
    let notice = app.notice("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let (visitor, key) = (app.visitor(), DeviceKey::default());
    let _lost = User::tries_first_login(&visitor, &notice, PASSWORD, &key).created();
    // Another password with the same key is somebody else at the same device.
    let _ = User::tries_first_login(&app.visitor(), &notice, WRONG, &key).refused();
    let again = User::tries_first_login(&app.visitor(), &notice, PASSWORD, &key).created();
    assert_eq!(again["me"]["name"], "山田 花子");
    let _ = User::tries_first_login(&app.visitor(), &notice, PASSWORD, &DeviceKey::default()).refused();
}

#[test]
fn r4_wrong_expired_and_unknown_codes_get_the_same_answer() {
    let app = App::start();
    let notice = app.notice("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let guess = Notice { code: "ABCD-EFGH-JKMN".to_owned(), ..notice.clone() };
    let nobody = Notice { login_id: "1234-5678".to_owned(), ..notice };
    let answers = [guess, nobody]
        .map(|notice| checks_code(&app.visitor(), &notice).problem(422, "authentication_code_invalid").json());
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn r4_guessing_codes_is_limited() {
    let app = App::start();
    let notice = app.notice("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let guess = Notice { code: "ABCD-EFGH-JKMN".to_owned(), ..notice };
    let statuses: Vec<u16> = (0..20).map(|_| checks_code(&app.visitor(), &guess).status).collect();
    assert!(statuses.contains(&429), "twenty guesses went through: {statuses:?}");
    let limited = checks_code(&app.visitor(), &guess).problem(429, "too_many_attempts");
    assert!(limited.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
}

#[test]
fn r33_neither_password_nor_device_alone_signs_in() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let proof = user.proof();
    let _ = user.sends_sign_in(WRONG, Some(&user.certificate), Some(&proof)).problem(401, "sign_in_refused");
    let _ = user.sends_sign_in(PASSWORD, None, None).problem(403, "device_not_registered").rule("R33");
    let _ = user.sends_sign_in(PASSWORD, Some(&user.certificate), None).problem(403, "device_not_registered");
    let _ = user.signs_in().created();
}

#[test]
fn r33_another_browser_with_the_right_password_is_told_why_not() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let colleague = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    // A certificate without its key, the key of another device, another person's device: none is this device.
    let foreign_key = DeviceKey::default().proof(&user.challenge(), app.clock().now());
    let _ =
        user.sends_sign_in(PASSWORD, Some(&user.certificate), Some(&foreign_key)).problem(403, "device_not_registered");
    let proof = colleague.proof();
    let _ = user
        .sends_sign_in(PASSWORD, Some(&colleague.certificate), Some(&proof))
        .problem(403, "device_not_registered")
        .rule("R33");
    let _ = user.sends_sign_in(PASSWORD, Some("no.certificate.at-all"), Some("nor a proof")).refused();
}

#[test]
fn r33_a_challenge_is_signed_once() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let proof = user.proof();
    let _ = user.sends_sign_in(PASSWORD, Some(&user.certificate), Some(&proof)).created();
    let _ = user.sends_sign_in(PASSWORD, Some(&user.certificate), Some(&proof)).problem(403, "challenge_expired");
}

#[test]
fn r33_a_signed_challenge_cannot_be_replayed_later() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let overheard = user.proof();
    let _ = user.sends_sign_in(PASSWORD, Some(&user.certificate), Some(&overheard)).created();
    for _ in 0..20 {
        app.clock().advance_minutes(1);
        // Somebody else's login is when used challenges are forgotten.
        let _ = user.signs_in().created();
        let _ =
            user.sends_sign_in(PASSWORD, Some(&user.certificate), Some(&overheard)).problem(403, "challenge_expired");
    }
}

#[test]
fn r33_a_challenge_is_ours_and_fresh() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let own_invention = user.key.proof("a challenge of my own", app.clock().now());
    let _ =
        user.sends_sign_in(PASSWORD, Some(&user.certificate), Some(&own_invention)).problem(403, "challenge_expired");
    let challenge = user.challenge();
    app.clock().advance_minutes(4);
    let late = user.key.proof(&challenge, app.clock().now());
    let _ = user.sends_sign_in(PASSWORD, Some(&user.certificate), Some(&late)).problem(403, "challenge_expired");
}

#[test]
fn r33_a_device_whose_clock_is_wrong_by_minutes_signs_in_all_the_same() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for minutes in [-20, 20] {
        let device_time = app.clock().now() + chrono::TimeDelta::minutes(minutes);
        let proof = user.key.proof(&user.challenge(), device_time);
        let _ = user.sends_sign_in(PASSWORD, Some(&user.certificate), Some(&proof)).created();
    }
}

#[test]
fn r34_password_rules_name_everything_that_is_wrong() {
    let app = App::start();
    let notice = app.notice("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let tries = |password: &str| User::tries_first_login(&app.visitor(), &notice, password, &DeviceKey::default());
    let refused = |password: &str, code: &str| {
        let _ = tries(password).problem(422, "validation_failed").field_error("password", code);
    };
    refused("a1b2c3d4e", "password_too_short");
    refused("mizuironeko-to", "password_letters_and_digits");
    refused("password2026", "password_common");
    refused(&format!("neko{}", notice.login_id), "password_contains_login_id");
    refused(&"mizuiro8neko".repeat(11), "password_too_long");
    let _ = tries("").problem(422, "validation_failed").rule("R34").field_error("password", "password_too_short");
    // None of these tries used the code up.
    let _ = tries("mizuiro8neko").created();
}

#[test]
fn r35_five_different_wrong_passwords_lock_for_fifteen_minutes() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for number in 1..=4 {
        let _ = user.signs_in_with(&format!("{WRONG}{number}")).problem(401, "sign_in_refused");
    }
    let _fifth = user.signs_in_with(&format!("{WRONG}5")).refused();
    let locked = user.signs_in().problem(423, "account_locked").rule("R35");
    let seconds: i64 = locked.header("retry-after").parse().expect("Retry-After in seconds");
    assert!((14 * 60..=15 * 60).contains(&seconds), "{seconds}");
    app.clock().advance_minutes(14);
    let _ = user.signs_in().problem(423, "account_locked");
    app.clock().advance_minutes(2);
    let _ = user.signs_in().created();
}

#[test]
fn r35_the_same_wrong_password_again_does_not_lock() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for _ in 0..6 {
        let _ = user.signs_in_with(WRONG).problem(401, "sign_in_refused");
    }
    let _ = user.signs_in().created();
}

#[test]
fn r35_success_forgets_the_wrong_passwords_before_it() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for round in 0..2 {
        for number in 1..=4 {
            let _ = user.signs_in_with(&format!("{WRONG}{round}{number}")).problem(401, "sign_in_refused");
        }
        let _ = user.signs_in().created();
    }
}

#[test]
fn r35_unknown_accounts_get_the_same_answer() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let asks = |login_id: &str| {
        let input = json!({ "login_id": login_id, "password": WRONG });
        app.visitor().post("/api/session", &input).problem(401, "sign_in_refused").json()
    };
    let known = asks(&user.login_id);
    assert_eq!(known, asks("1234-5678"));
    assert_eq!(known, asks("somebody@example.jp"));
    assert_eq!(known, asks(""));
}

#[test]
fn r35_an_account_before_its_first_login_cannot_sign_in_and_is_not_told_apart() {
    let app = App::start();
    let notice = app.notice("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let input = json!({ "login_id": notice.login_id, "password": PASSWORD });
    let _ = app.visitor().post("/api/session", &input).problem(401, "sign_in_refused");
}

#[test]
fn r36_a_busy_session_ends_after_twelve_hours() {
    let Some(app) = App::at("2026-06-01T08:00:00+09:00") else { return };
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for _ in 0..71 {
        app.clock().advance_minutes(10);
        let _ = user.me().ok();
    }
    app.clock().advance_minutes(11);
    let _ = user.me().problem(401, "session_expired");
}

#[test]
fn signing_out_ends_the_session_for_good() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let stolen = user.cookie("tasuki_session").expect("a session cookie");
    let _ = user.signs_out().status(204);
    assert_eq!(user.cookie("tasuki_session"), None);
    let _ = user.me().problem(401, "not_signed_in");
    user.puts_cookie("tasuki_session", &stolen);
    let _ = user.me().problem(401, "session_expired");
    // Signing out twice, or without ever having signed in, is no mistake.
    let _ = user.signs_out().status(204);
    let _ = app.visitor().delete("/api/session").status(204);
}

#[test]
fn a_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let reply = user.signs_in().status(201);
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("tasuki_session="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "no {attribute} in {cookie}");
    }
    assert!(!cookie.contains("Domain="), "{cookie}");
}

#[test]
fn a_forged_cookie_is_no_session() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let real = user.cookie("tasuki_session").expect("a session cookie");
    let (head, rest) = real.split_once('.').expect("a JWT");
    let payload = rest.split('.').next().expect("a payload");
    for forged in ["", "x", "a.b.c", &format!("eyJhbGciOiJub25lIn0.{payload}."), &format!("{head}.{payload}.AAAA")] {
        let thief = app.visitor();
        thief.puts_cookie("tasuki_session", forged);
        let _ = thief.get("/api/me").status(401).refused();
    }
    // An applicant's cookie is no session either.
    let manager = app.manager("ひがし歯科");
    let receipt = manager.applies_for(&[person("鈴木 恵", "スズキ メグミ")]);
    let _ = manager.shows(&receipt).ok();
    let applicant = manager.browser.cookie("tasuki_applicant").expect("an applicant's cookie");
    manager.browser.puts_cookie("tasuki_session", &applicant);
    let _ = manager.browser.get("/api/me").status(401).refused();
}

#[test]
fn r7_without_assignment_there_is_no_room() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    assert_eq!(user.me().ok()["rooms"], json!({ "support": 0, "collaboration": 0 }));
}

#[test]
fn logging_in_again_in_the_same_browser_leaves_one_session() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let before = user.second_window();
    let _ = user.signs_in().created();
    let _ = before.get("/api/me").problem(401, "session_expired");
    let sessions = user.get("/api/me/sessions").ok();
    assert_eq!(sessions["items"].as_array().map(Vec::len), Some(1), "{sessions}");
}

fn setup_input(token: &str) -> Value {
    json!({
        "setup_token": token,
        "organization": {
            "name": "市川市", "postal_code": "272-8501", "address": "千葉県市川市八幡1-1-1", "phone": "047-300-0003",
        },
        "person": person("市川 次郎", "イチカワ ジロウ"),
    })
}

#[test]
fn the_first_clerk_is_made_once_and_only_with_the_token() {
    let app = App::start();
    let input = setup_input("guessed");
    let _ = app.visitor().post("/api/setup", &input).problem(404, "not_found");
    let clerk = app.first_clerk();
    assert_eq!(clerk.me().ok()["desk"], "city");
    let again = tests::with(&input, "/setup_token", "setup-token-of-the-tests-4711");
    let _ = app.visitor().post("/api/setup", &again).problem(404, "not_found");
}

#[test]
fn without_a_configured_token_nobody_becomes_the_first_clerk() {
    let app = App::builder().variable("setup_token", "").start();
    for token in ["", "anything at all"] {
        let _ = app.visitor().post("/api/setup", &setup_input(token)).problem(404, "not_found");
    }
}

#[test]
fn clerks_of_both_desks_are_registered_by_the_city() {
    let app = App::start();
    let city = app.city_clerk("八幡 京子", "ヤワタ キョウコ");
    assert_eq!(city.me().ok()["desk"], "city");
    let association = app.association_clerk("真間 進", "ママ ススム");
    let me = association.me().ok();
    assert_eq!((&me["desk"], &me["organization"]["name"]), (&json!("association"), &json!("市川市医師会")));
}

#[test]
fn requests_from_other_sites_do_nothing() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    for origin in ["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost"] {
        let _ = user.call("DELETE", "/api/session").header("Origin", origin).send().problem(403, "foreign_origin");
    }
    let _ = user.me().ok();
    // A program sends no Origin.
    let _ = user.call("DELETE", "/api/session").without("Origin").send().status(204);
}

#[test]
fn the_lost_answer_of_the_setup_can_be_asked_for_again_until_the_first_login() {
    let app = App::start();
    let input = setup_input("setup-token-of-the-tests-4711");
    let lost = Notice::from_issued(&app.visitor().post("/api/setup", &input).created());
    let told = Notice::from_issued(&app.visitor().post("/api/setup", &input).created());
    assert_eq!(lost.login_id, told.login_id);
    let _ = checks_code(&app.visitor(), &lost).problem(422, "authentication_code_invalid");
    let _ = User::first_login(app.visitor(), app.clock().clone(), &told);
    let _ = app.visitor().post("/api/setup", &input).problem(404, "not_found");
}
