//! Form 6: people stop using the system, and everything that was theirs to use ends at once.

use serde_json::{Value, json};
use tests::{ACCOUNTS, App, STOPS, User, person, with};

/// A room of which this user is a member.
fn db_put_into_room(app: &App, user: &User) {
    let (user, now) = (user.me().at("/user_id").as_i64().unwrap(), 1_790_000_000_000_i64);
    let database = app.db_connection();
    let room = "INSERT INTO rooms (kind, name, created_at) VALUES ('support', '山本 茂', ?1)";
    database.execute(room, [now]).unwrap();
    let member = "INSERT INTO room_members (room_id, user_id, since) VALUES (last_insert_rowid(), ?1, ?2)";
    database.execute(member, [user, now]).unwrap();
}

#[test]
fn r8_a_stop_ends_sessions_certificates_codes_and_memberships_at_once() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    db_put_into_room(&app, &user);
    let second = user.second_window_elsewhere();
    let receipt = manager.files(STOPS, &manager.stop_form(&[&user]));
    assert_eq!(user.me().at("/rooms/support"), 1, "nothing ends before the city has decided");
    let clerk = app.first_clerk();
    let open = clerk.opens_at_desk(STOPS, &receipt).ok();
    assert_eq!(open["warnings"][0]["code"], "care_team_member", "{open}");
    let done = clerk.accepts_at_desk(STOPS, &receipt);
    assert_eq!((&done["status"], &done["due_on"]), (&json!("completed"), &Value::Null), "{done}");
    assert_eq!(done["accounts"][0]["login_id"], user.login_id.as_str());
    for window in [&user, &second] {
        assert_eq!(window.me().status, 401);
    }
    let refused = user.signs_in().refused();
    assert_eq!(refused.json()["code"], "account_stopped", "{refused}");
    let id = done["accounts"][0]["user_id"].as_i64().unwrap();
    let left = |sql: &str| app.db_count(&sql.replace('?', &id.to_string()));
    assert_eq!(left("SELECT count(*) FROM devices WHERE user_id = ? AND status <> 'revoked'"), 0);
    assert_eq!(left("SELECT count(*) FROM sessions WHERE user_id = ? AND ended_at IS NULL"), 0);
    assert_eq!(left("SELECT count(*) FROM room_members WHERE user_id = ? AND until IS NULL"), 0);
    assert_eq!(left("SELECT count(*) FROM room_members WHERE user_id = ?"), 1, "that she was there stays known");
    assert_eq!(manager.finds_person("山田")["state"], "stopped");
    assert_eq!(clerk.get("/api/audit/verification").ok()["intact"], true);
}

#[test]
fn r8_a_code_that_was_printed_before_the_stop_opens_nothing() {
    let app = App::start();
    let manager = app.signed_in_manager("みなみ診療所");
    let form = json!({
        "organization": { "id": manager.organization_id() }, "applicant": manager.as_applicant(), "pledge": true,
        "people": [person("山田 花子", "ヤマダ ハナコ")],
    });
    let asked = manager.files(ACCOUNTS, &form);
    let clerk = app.first_clerk();
    clerk.accepts(&asked);
    let notice = clerk.issues_notices_of(&asked).remove(0);
    let stop = json!({
        "organization_id": manager.organization_id(), "applicant": manager.as_applicant(),
        "people": [{ "login_id": notice.login_id, "name": "山田花子", "reason": "no_longer_needed" }],
    });
    clerk.accepts_at_desk(STOPS, &manager.files(STOPS, &stop));
    let key = tests::DeviceKey::default();
    let _ = User::tries_first_login(&app.visitor(), &notice, tests::PASSWORD, &key).refused();
    // Nobody waits for a letter that will not be sent.
    assert_eq!(clerk.opens_application(&asked)["status"], "completed");
    assert!(!clerk.notices("to_post").iter().any(|waiting| waiting["user_name"] == "山田 花子"));
}

#[test]
fn r8_each_person_is_decided_alone_and_the_applicant_reads_why() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let form = json!({
        "organization": { "id": manager.organization_id() }, "applicant": manager.as_applicant(), "pledge": true,
        "people": [person("佐藤 太郎", "サトウ タロウ")],
    });
    let asked = manager.files(ACCOUNTS, &form);
    let clerk = app.first_clerk();
    clerk.accepts(&asked);
    let other = User::first_login(app.visitor(), app.clock().clone(), &clerk.issues_notices_of(&asked).remove(0));
    let receipt = manager.files(STOPS, &manager.stop_form(&[&user, &other]));
    let everybody = json!([{ "person": 0, "note": "在職中です。" }, { "person": 1, "note": "在職中です。" }]);
    let _ = clerk
        .decides_on(STOPS, &receipt, json!({ "decision": "accept", "excluded": everybody }))
        .problem(422, "validation_failed")
        .field_error("excluded", "nobody_left");
    let _ = clerk
        .decides_on(STOPS, &receipt, json!({ "decision": "accept", "excluded": [{ "person": 0, "note": " " }] }))
        .problem(422, "validation_failed")
        .field_error("excluded[0].note", "required");
    let _ = clerk
        .decides_on(STOPS, &receipt, json!({ "decision": "accept", "excluded": [{ "person": 2, "note": "?" }] }))
        .field_error("excluded[0].person", "unknown_person");
    let some = json!({ "decision": "accept", "excluded": [{ "person": 0, "note": "在職中とのことでした。" }] });
    let done = clerk.decides_on(STOPS, &receipt, some).ok();
    assert_eq!(done["accounts"].as_array().map(Vec::len), Some(1), "{done}");
    assert_eq!((user.me().status, other.me().status), (200, 401));
    let told = manager.follows(STOPS, &receipt);
    assert_eq!(told["excluded"], json!([{ "person": 0, "note": "在職中とのことでした。" }]));
    manager.opens(&format!("/apply/status/{}", receipt.number)).page().says("在職中とのことでした。");
}

#[test]
fn r8_a_form_4_is_decided_person_by_person_too() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let people = [person("山田 花子", "ヤマダ ハナコ"), person("佐藤 太郎", "サトウ タロウ")];
    let receipt = manager.applies_for(&people);
    let some = json!({ "decision": "accept", "excluded": [{ "person": 1, "note": "職種を確かめています。" }] });
    let done = app.first_clerk().decides_on(ACCOUNTS, &receipt, some).ok();
    let names: Vec<&Value> = done["accounts"].as_array().unwrap().iter().map(|account| &account["name"]).collect();
    assert_eq!((names, &done["excluded"][0]["person"]), (vec![&json!("山田 花子")], &json!(1)));
    assert_eq!(manager.follows(&receipt)["excluded"][0]["note"], "職種を確かめています。");
}

#[test]
fn r10_the_only_manager_hands_over_before_she_stops() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let form = manager.stop_form(&[&user, &manager]);
    let _ = manager
        .sends(STOPS, &form)
        .problem(422, "validation_failed")
        .field_error("people[1].login_id", "last_manager")
        .rule("R10");
}

#[test]
fn r1_only_the_manager_reports_a_stop_and_nobody_learns_whose_number_it_is() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let form = manager.stop_form(&[&user]);
    let _ = user.sends(STOPS, &form).problem(403, "only_the_manager_applies").rule("R1");
    let stranger = app.signed_in_manager("ひがし歯科");
    let _ = stranger.sends(STOPS, &form).problem(403, "only_the_manager_applies");
    let visitor = app.visitor();
    let path = format!("/api/{STOPS}");
    let not_hers = with(&form, "/applicant/kana", "ヤマダ ハナコ");
    let _ = visitor
        .post(&path, &not_hers)
        .problem(422, "validation_failed")
        .field_error("applicant.kana", "not_the_manager");
    let wrong_name = visitor.post(&path, &with(&form, "/people/0/name", "佐藤 花子"));
    let no_such_id = visitor.post(&path, &with(&form, "/people/0/login_id", "9999-9999"));
    let wrong_name = wrong_name.field_error("people[0].login_id", "unknown_person").json();
    assert_eq!(wrong_name, no_such_id.field_error("people[0].login_id", "unknown_person").json());
    // Without a login the manager files it all the same.
    let _ = visitor.post(&path, &form).created();
}

#[test]
fn r9_who_changes_employer_starts_anew_and_inherits_nothing() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    db_put_into_room(&app, &user);
    let clerk = app.first_clerk();
    // The new employer applies while the old account lives: the same mailbox is refused, and the desk is warned.
    let next = app.manager("きた薬局");
    let mut moving = person("山田 花子", "ヤマダ ハナコ");
    let early = next.applies_for(&[moving.clone()]);
    assert_eq!(clerk.opens_application(&early)["warnings"][0]["code"], "same_person_elsewhere");
    let _ = next.shows(&early).ok();
    let _ = next.withdraws(&early).ok();
    let old_mailbox = manager.finds_person("山田")["email"].clone();
    moving["email"] = old_mailbox;
    let _ = next.sends(&next.form(&[moving.clone()])).field_error("people[0].email", "shared_mailbox");
    clerk.accepts_at_desk(STOPS, &manager.files(STOPS, &manager.stop_form(&[&user])));
    let receipt = next.applies_for(&[moving]);
    clerk.accepts(&receipt);
    let again = User::first_login(app.visitor(), app.clock().clone(), &clerk.issues_notices_of(&receipt).remove(0));
    let me = again.me().ok();
    assert_ne!(again.login_id, user.login_id);
    assert_eq!((&me["organization"]["name"], &me["rooms"]["support"]), (&json!("きた薬局"), &json!(0)), "{me}");
    assert_eq!(again.get("/api/me/devices").ok()["items"].as_array().map(Vec::len), Some(1));
    let _ = user.signs_in().refused();
}
