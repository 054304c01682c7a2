//! What is begun lies ready on every device, as it was typed.

use super::People;
use serde_json::{Value, json};

#[test]
fn r29_a_draft_is_written_on_at_another_device() {
    let People { app, nurse, doctor, .. } = People::start();
    let file = nurse.sends_mail_file("予定.txt", b"10:00");
    let typed = json!({ "to": [doctor.id(), 987_654], "desks": ["city"], "subject": "途中", "body": "ここまで書いて\n", "files": [file, 4_711] });
    let draft = nurse.post("/api/mail/drafts", &typed).created();
    let elsewhere = nurse.second_window_elsewhere();
    let seen = elsewhere.get("/api/mail/drafts").ok()["items"][0].clone();
    assert_eq!(seen, draft);
    assert_eq!((&seen["to"], &seen["desks"], &seen["body"]), (&typed["to"], &typed["desks"], &typed["body"]));
    assert_eq!((&seen["to_people"][0]["name"], seen["to_people"].as_array().unwrap().len()), (&json!("佐藤 進"), 1));
    assert_eq!(seen["files"], json!([{ "file_id": file, "name": "予定.txt", "media_type": "text/plain", "bytes": 5 }]));
    assert_eq!((&seen["reply_to"], &seen["from_desk"]), (&Value::Null, &json!(false)));
    let address = format!("/api/mail/drafts/{}", draft["draft_id"]);
    // A file of a draft waits for as long as the draft does.
    app.clock().advance_days(5);
    let elsewhere = nurse.second_window_signed_in();
    elsewhere.sends_mail_file("別.txt", b"11:00");
    let changed = elsewhere.put(&address, &json!({ "subject": "途中", "body": "続き", "files": [file] })).ok();
    assert_eq!((&changed["body"], &changed["files"][0]["file_id"]), (&json!("続き"), &json!(file)));
    let doctor = doctor.second_window_signed_in();
    assert_eq!(doctor.get("/api/mail/drafts").ok()["items"], json!([]));
    let _ = doctor.put(&address, &json!({ "body": "他人の" })).problem(404, "not_found");
    let _ = doctor.delete(&address).problem(404, "not_found");
    assert_eq!(elsewhere.delete(&address).ok(), json!({}));
    assert_eq!(elsewhere.get("/api/mail/drafts").ok()["items"], json!([]));
    // Nobody needs its file any more, and after some days it is gone.
    app.clock().advance_days(4);
    nurse.second_window_signed_in().sends_mail_file("三つ目.txt", b"12:00");
    assert_eq!(app.db_count(&format!("SELECT count(*) FROM mail_files WHERE id = {file}")), 0);
}

#[test]
fn r29_what_is_too_long_to_be_sent_is_kept_all_the_same() {
    let People { app: _app, nurse, .. } = People::start();
    let long = "あ".repeat(30_000);
    let draft = nurse.post("/api/mail/drafts", &json!({ "subject": "い".repeat(200), "body": long })).created();
    assert_eq!(draft["body"].as_str().unwrap().chars().count(), 30_000);
    let endless = json!({ "body": "あ".repeat(100_001), "files": vec![1; 11] });
    let _ = nurse
        .post("/api/mail/drafts", &endless)
        .problem(422, "validation_failed")
        .field_error("body", "too_long")
        .field_error("files", "too_many");
}

#[test]
fn r29_a_retry_begins_one_draft_and_fifty_are_enough() {
    let People { app: _app, nurse, .. } = People::start();
    let begin = || {
        let call = nurse.call("POST", "/api/mail/drafts").idempotency_key("draft-intent-00001");
        call.json(&json!({ "body": "書きかけ" })).send()
    };
    let first = begin().created();
    assert_eq!(begin().created()["draft_id"], first["draft_id"]);
    let _ =
        nurse.post("/api/mail/drafts", &json!({})).problem(422, "validation_failed").field_error("body", "required");
    for number in 1..50 {
        let _ = nurse.post("/api/mail/drafts", &json!({ "body": format!("{number}") })).created();
    }
    let _ = nurse.post("/api/mail/drafts", &json!({ "body": "多すぎる" })).problem(409, "too_many_drafts");
    let items = nurse.get("/api/mail/drafts").ok()["items"].clone();
    assert_eq!((items.as_array().unwrap().len(), &items[0]["body"]), (50, &json!("49")));
}

#[test]
fn r29_a_retry_that_comes_after_the_draft_was_sent_is_answered_as_the_first_time() {
    let People { app, nurse, doctor, .. } = People::start();
    let begin = || {
        let call = nurse.call("POST", "/api/mail/drafts").idempotency_key("draft-intent-00002");
        call.json(&json!({ "to": [doctor.id()], "subject": "途中", "body": "書きかけ" })).send().created()
    };
    let first = begin();
    let mail = json!({ "to": [doctor.id()], "subject": "途中", "body": "書きました", "draft": first["draft_id"] });
    let _ = nurse.mails(&mail).created();
    let again = begin();
    assert_eq!((&again["draft_id"], &again["body"]), (&first["draft_id"], &first["body"]));
    assert_eq!(nurse.get("/api/mail/drafts").ok()["items"], json!([]));
    assert_eq!(app.db_count("SELECT count(*) FROM mail_drafts"), 0);
}
