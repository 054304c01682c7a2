//! What a signed-in manager sees of the organization: its applications (R13b), its people, and whether each grant is
//! right (R37).

use serde_json::{Value, json};
use tests::{ACCOUNTS, App, STOPS, User, person, with};

/// The people of the manager's organization by name and a field.
#[track_caller]
fn people(manager: &User, field: &str) -> Vec<(String, Value)> {
    let list = manager.get(&format!("/api/organizations/{}/people", manager.organization_id())).ok();
    let items = list["items"].as_array().unwrap();
    items.iter().map(|item| (item["name"].as_str().unwrap().to_owned(), item[field].clone())).collect()
}

/// Form 4 of a manager who is signed in.
fn form_of(manager: &User, people: &[Value]) -> Value {
    json!({
        "organization": { "id": manager.organization_id() }, "applicant": manager.as_applicant(), "pledge": true,
        "people": people,
    })
}

#[test]
fn r13b_a_signed_in_manager_follows_all_applications_without_a_passcode() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let asked = manager.files(ACCOUNTS, &form_of(&manager, &[person("佐藤 太郎", "サトウ タロウ")]));
    let stop = manager.files(STOPS, &manager.stop_form(&[&user]));
    let path = format!("/api/organizations/{}/applications", manager.organization_id());
    let list = manager.get(&path).ok();
    let lines: Vec<(&Value, &Value)> =
        list["items"].as_array().unwrap().iter().map(|item| (&item["kind"], &item["status"])).collect();
    // Newest first; the first application was the organization's own, filed before anybody had a login.
    let expected = [(STOPS, "received"), (ACCOUNTS, "received"), (ACCOUNTS, "accepted")];
    assert_eq!(lines, expected.map(|(kind, status)| (json!(kind), json!(status))).each_ref().map(|(a, b)| (a, b)));
    let first = manager.get(&format!("{path}?limit=2")).ok();
    let next = first["next"].as_str().expect("a further page");
    let rest = manager.get(&format!("{path}?limit=2&after={next}")).ok();
    assert_eq!((rest["items"].as_array().map(Vec::len), &rest["next"]), (Some(1), &Value::Null));
    // Without a passcode: follow, correct, withdraw.
    app.first_clerk().returns(&asked, "職種を直してください。");
    let seen = manager.follows(ACCOUNTS, &asked);
    assert_eq!((&seen["note"], &seen["can_correct"]), (&json!("職種を直してください。"), &json!(true)));
    let corrected = with(&seen["content"], "/people/0/profession", "pharmacist");
    let answer = manager.post(&format!("/api/{ACCOUNTS}/{}/correction", asked.number), &corrected).ok();
    assert_eq!(answer["status"], "resubmitted");
    let history = app.first_clerk().opens_application(&asked)["history"].clone();
    assert_eq!(history.as_array().unwrap().last().unwrap()["actor_name"], "南 和子");
    let _ = manager.post(&format!("/api/{STOPS}/{}/withdrawal", stop.number), &json!({})).ok();
    // Nobody else does.
    let stranger = app.signed_in_manager("ひがし歯科");
    for other in [&stranger, &user] {
        let _ = other.get(&path).problem(404, "not_found");
        let _ = other.get(&format!("/api/{ACCOUNTS}/{}/follow-up", asked.number)).status(401);
        let _ = other.post(&format!("/api/{ACCOUNTS}/{}/correction", asked.number), &corrected).status(401);
    }
    assert_eq!(app.first_clerk().get(&path).status, 200);
}

#[test]
fn r37_the_manager_sees_how_far_each_account_has_come() {
    let Some(app) = App::at("2026-06-01T01:00:00Z") else { return };
    let manager = app.signed_in_manager("みなみ診療所");
    let receipt = manager.files(ACCOUNTS, &form_of(&manager, &[person("山田 花子", "ヤマダ ハナコ")]));
    let clerk = app.first_clerk();
    clerk.accepts(&receipt);
    let state = |manager: &User| manager.finds_person("やまだ")["state"].clone();
    assert_eq!(state(&manager), "to_print");
    let ids = clerk.notice_ids_of(&receipt);
    let notice = clerk.issues(&ids).remove(0);
    assert_eq!(state(&manager), "printed");
    let _ = clerk.post("/api/notices/posted", &json!({ "notice_ids": ids })).ok();
    let seen = manager.finds_person("やまだ");
    assert_eq!((&seen["state"], &seen["overdue"]), (&json!("posted"), &json!(false)));
    app.clock().set("2026-06-14T01:00:00Z");
    let _ = User::first_login(app.visitor(), app.clock().clone(), &notice);
    let manager = manager.second_window_signed_in();
    assert_eq!(state(&manager), "first_login_done");
    assert_eq!(
        people(&manager, "is_manager"),
        [("南 和子".to_owned(), json!(true)), ("山田 花子".to_owned(), json!(false))]
    );
    assert_eq!(people(&manager, "devices")[1].1, 1);
}

#[test]
fn r37_a_letter_that_lies_for_two_weeks_is_noticed() {
    let Some(app) = App::at("2026-06-01T01:00:00Z") else { return };
    let manager = app.signed_in_manager("みなみ診療所");
    let receipt = manager.files(ACCOUNTS, &form_of(&manager, &[person("山田 花子", "ヤマダ ハナコ")]));
    let clerk = app.first_clerk();
    clerk.accepts(&receipt);
    let ids = clerk.notice_ids_of(&receipt);
    let _ = clerk.issues(&ids);
    let _ = clerk.post("/api/notices/posted", &json!({ "notice_ids": ids })).ok();
    app.clock().set("2026-06-15T02:00:00Z");
    let manager = manager.second_window_signed_in();
    assert_eq!(manager.finds_person("山田")["overdue"], true);
}

#[test]
fn r37_the_manager_confirms_or_objects_and_the_desk_answers() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let id = manager.organization_id();
    let seen = manager.finds_person("山田");
    assert_eq!(seen["confirmation"], "none");
    let (notice, person) = (seen["notice_id"].clone(), seen["user_id"].clone());
    let path = format!("/api/organizations/{id}/people/{person}/confirmation");
    let objects = |note: &str| manager.post(&path, &json!({ "notice_id": notice, "confirmed": false, "note": note }));
    let _ = objects("").problem(422, "validation_failed").field_error("note", "required");
    let objected = objects("職種が違います。").ok();
    assert_eq!((&objected["confirmation"], &objected["objection"]), (&json!("objected"), &json!("職種が違います。")));
    let clerk = app.first_clerk();
    let open = clerk.notices("objected");
    assert_eq!((open.len(), &open[0]["objection"]), (1, &json!("職種が違います。")));
    let answer = format!("/api/notices/{notice}/answer");
    let _ = clerk.post(&answer, &json!({ "answer": "" })).field_error("answer", "required");
    let answered = clerk.post(&answer, &json!({ "answer": "様式第5号で届け出てください。" })).ok();
    assert!(answered["answered_at"].is_string(), "{answered}");
    let _ = clerk.post(&answer, &json!({ "answer": "もう一度" })).problem(409, "not_objected");
    assert!(clerk.notices("objected").is_empty());
    let read = manager.finds_person("山田");
    assert_eq!((&read["confirmation"], &read["answer"]), (&json!("answered"), &json!("様式第5号で届け出てください。")));
    let confirmed = manager.post(&path, &json!({ "notice_id": notice, "confirmed": true })).ok();
    assert_eq!(confirmed["confirmation"], "confirmed");
    // Neither the person nor another manager has a say, and an outdated page confirms nothing.
    let _ = user.post(&path, &json!({ "notice_id": notice, "confirmed": true })).status(403);
    let stranger = app.signed_in_manager("ひがし歯科");
    let _ = stranger.post(&path, &json!({ "notice_id": notice, "confirmed": true })).problem(404, "not_found");
    let stale = json!({ "notice_id": 999_999, "confirmed": true });
    let _ = manager.post(&path, &stale).problem(409, "changed_meanwhile");
    let said =
        app.db_count("SELECT count(*) FROM audit_events WHERE action LIKE 'notice.%' AND action <> 'notice.printed'");
    assert_eq!(said, 3, "objected, answered, confirmed");
}
