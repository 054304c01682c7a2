//! A paper is filed and read by the others of the team (R9, R32).

use super::{Team, about, paper, photo};
use serde_json::{Value, json};
use tests::with;

#[test]
fn r32_a_photo_is_filed_and_read_by_the_others_as_it_was_sent() {
    let team = Team::start();
    let content = photo(600_000);
    let file = team.sends(&team.nurse, "創部 1.jpg", &content);
    let said = with(&about("創部の写真", "image"), "/note", "右踵");
    let filed = team.files_as(&team.nurse, &said, file).created();
    let shown = team.shown(&team.doctor, &filed);
    let document = &shown["document"];
    assert_eq!(document["file"], json!({ "name": "創部 1.jpg", "media_type": "image/jpeg", "bytes": 600_000 }));
    assert_eq!((&document["title"], &document["note"]), (&json!("創部の写真"), &json!("右踵")));
    assert_eq!((&document["version"], &document["folder_id"]), (&json!(1), &Value::Null));
    // As the nurse was then (R9).
    let me = team.nurse.me().ok();
    for by in [&document["filed"], &document["newest"], &shown["versions"][0]["written"]] {
        assert_eq!((&by["name"], &by["profession"]), (&me["name"], &me["profession"]));
        assert_eq!(by["organization_name"], "さくら訪問看護ステーション");
    }
    let got = team.opens(&team.doctor, &filed, 1).status(200);
    assert_eq!(got.body, content);
    assert_eq!(got.header("content-type"), "image/jpeg");
    assert_eq!(got.header("x-content-type-options"), "nosniff");
    assert!(got.header("content-disposition").starts_with("attachment;"), "{}", got.header("content-disposition"));
    assert!(got.header("content-security-policy").contains("sandbox"));
}

#[test]
fn a_retry_never_files_twice() {
    let team = Team::start();
    let file = team.sends(&team.nurse, "指示書.pdf", &paper("1"));
    let document = json!({ "about": about("指示書", "instruction"), "file_id": file });
    let files = |document: &Value| {
        let call = team.nurse.call("POST", &team.path("documents")).idempotency_key("document-1-0123456789");
        call.json(document).send()
    };
    let first = files(&document).created();
    assert_eq!(files(&document).created(), first);
    assert_eq!(team.titles(&team.doctor, ""), ["指示書"]);
    assert_eq!(team.app.db_count("SELECT count(*) FROM outbox WHERE topic = 'document.filed'"), 1);
    // The same key for something else is a mistake of the page.
    let _ = files(&with(&document, "/about/title", "計画書")).problem(422, "idempotency_key_reused");
    // Without a key the file itself is not filed twice.
    let again = team.nurse.post(&team.path("documents"), &document);
    let _ = again.problem(422, "validation_failed").field_error("file_id", "file_not_here");
}

#[test]
fn what_no_person_types_is_refused_and_named() {
    let team = Team::start();
    let file = team.sends(&team.nurse, "a.pdf", &paper("a"));
    let good = about("指示書", "instruction");
    for (pointer, value, field) in [
        ("/title", json!(" "), "title"),
        ("/title", json!("長".repeat(101)), "title"),
        ("/kind", json!("letter"), "kind"),
        ("/dated_on", json!("2026-02-30"), "dated_on"),
        ("/dated_on", json!("2199-01-01"), "dated_on"),
        ("/note", json!("長".repeat(1_001)), "note"),
        ("/folder_id", json!(99), "folder_id"),
    ] {
        let refused = team.files_as(&team.nurse, &with(&good, pointer, value), file).problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    let both = with(&with(&good, "/title", ""), "/kind", "");
    let _ = team.files_as(&team.nurse, &both, 99).problem(422, "validation_failed").field_error_count(3);
    for whole in [json!(null), json!([]), json!({}), with(&good, "/x", 1)] {
        let refused = team.files_as(&team.nurse, &whole, file);
        assert!((400..500).contains(&refused.status), "{refused}");
    }
    assert!(team.titles(&team.nurse, "").is_empty());
}

#[test]
fn r18_the_team_is_told_without_a_word_of_it_but_not_who_muted_the_room_or_has_read_it() {
    let team = Team::start();
    let told = |who: &tests::User| {
        while team.app.visitor().post("/api/notifications/work", &json!({})).ok()["has_more"] == true {}
        let list = who.get("/api/notifications").ok();
        let items = list["items"].as_array().unwrap().clone();
        items.into_iter().filter(|item| item["kind"] == "record").collect::<Vec<Value>>()
    };
    let filed = team.files(&team.nurse, "創部の写真 国分様");
    let notifications = told(&team.doctor);
    assert_eq!(notifications.len(), 1);
    assert_eq!(notifications[0]["path"], format!("/rooms/{}/documents", team.room.room));
    assert!(!notifications[0].to_string().contains("国分"), "{}", notifications[0]);
    assert!(told(&team.nurse).is_empty(), "whoever filed it knows");
    // Several of a room are one until it is seen.
    team.replaces(&team.nurse, &filed, 1, "2").created();
    let notifications = told(&team.doctor);
    assert_eq!(notifications[0]["count"], 2);
    team.doctor.put("/api/notifications/seen", &json!({ "up_to": notifications[0]["notification_id"] })).ok();
    team.doctor.put(&format!("/api/notifications/muted-rooms/{}", team.room.room), &json!({})).ok();
    team.files(&team.nurse, "報告書");
    assert_eq!(told(&team.doctor).len(), 1);
    team.doctor.delete(&format!("/api/notifications/muted-rooms/{}", team.room.room)).ok();
    let read = team.files(&team.nurse, "計画書");
    let _ = team.opens(&team.doctor, &read, 1).status(200);
    assert_eq!(told(&team.doctor).len(), 1, "read before anybody told of it");
}
