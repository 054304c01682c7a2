//! A message is changed within a day, taken back, pinned; nothing vanishes without a trace (R38).

use super::Team;
use serde_json::{Value, json};
use tests::{message_path, texts};

#[test]
fn the_author_changes_a_message_for_a_day_and_the_old_wording_stays() {
    let team = Team::start();
    let message = team.nurse.writes(team.room, "体温は36.5度");
    let address = message_path(team.room, &message, "");
    let edited = team.nurse.put(&address, &json!({ "body": "体温は38.5度" })).ok();
    assert_eq!(edited["body"], "体温は38.5度");
    assert_ne!(edited["edited_at"], Value::Null);
    let versions = team.doctor.get(&message_path(team.room, &message, "/versions")).ok();
    assert_eq!(texts(&versions["items"]), ["体温は36.5度", "体温は38.5度"]);
    assert_eq!(team.doctor.finds("q=38.5"), ["体温は38.5度"]);
    assert!(team.doctor.finds("q=36.5").is_empty(), "found by what it says now");
    let _ = team.doctor.put(&address, &json!({ "body": "体温は40度" })).problem(403, "not_the_author");
    let _ = team
        .nurse
        .put(&address, &json!({ "body": "" }))
        .problem(422, "validation_failed")
        .field_error("body", "required");
    team.app.clock().advance_minutes(24 * 60 + 1);
    let nurse = team.nurse.second_window_signed_in();
    let _ = nurse.put(&address, &json!({ "body": "体温は37度" })).problem(409, "edit_closed");
}

#[test]
fn r38_a_message_taken_back_leaves_a_trace_and_its_text_is_retained() {
    let team = Team::start();
    let file = team.nurse.sends_file(team.room, "memo.txt", "別の人の記録".as_bytes());
    let message = team.nurse.posts(team.room, &json!({ "body": "部屋を間違えました", "files": [file] })).created();
    team.doctor.writes(team.room, "続き");
    let reply = json!({ "body": "どれですか", "reply_to": message["message_id"] });
    let _ = team.doctor.posts(team.room, &reply).created();
    let address = message_path(team.room, &message, "/withdrawal");
    let _ = team.doctor.post(&address, &json!({})).problem(403, "not_the_author");
    let withdrawn = team.nurse.post(&address, &json!({})).ok();
    assert_eq!((&withdrawn["body"], &withdrawn["files"]), (&Value::Null, &json!([])));
    assert_ne!(withdrawn["withdrawn_at"], Value::Null);
    let seen = team.doctor.timeline(team.room);
    assert_eq!(texts(&seen["items"]), ["", "続き", "どれですか"]);
    assert_eq!(seen["items"][2]["reply_to"]["excerpt"], Value::Null);
    assert!(team.doctor.finds("q=%E9%96%93%E9%81%95").is_empty());
    let _ = team.doctor.get(&format!("/api/rooms/{}/files/{file}", team.room)).problem(404, "not_found");
    let _ = team.doctor.get(&message_path(team.room, &message, "/versions")).problem(404, "not_found");
    let _ = team.nurse.post(&address, &json!({})).problem(409, "message_withdrawn");
    let _ = team
        .nurse
        .put(&message_path(team.room, &message, ""), &json!({ "body": "直す" }))
        .problem(409, "message_withdrawn");
    assert_eq!(team.app.db_count("SELECT count(*) FROM messages WHERE body = '部屋を間違えました'"), 1);
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'message.withdrawn'"), 1);
}

#[test]
fn what_the_room_wants_at_hand_is_pinned_by_anybody_in_it() {
    let team = Team::start();
    let first = team.nurse.writes(team.room, "緊急連絡先は電話帳の3番");
    let pin = message_path(team.room, &first, "/pin");
    assert_ne!(team.doctor.put(&pin, &json!({})).ok()["pinned_at"], Value::Null);
    let pinned = |who: &tests::User| texts(&who.get(&format!("/api/rooms/{}/pinned", team.room)).ok()["items"]);
    assert_eq!(pinned(&team.nurse), ["緊急連絡先は電話帳の3番"]);
    for number in 0..19 {
        let more = team.nurse.writes(team.room, &format!("{number}"));
        let _ = team.nurse.put(&message_path(team.room, &more, "/pin"), &json!({})).ok();
    }
    let over = team.nurse.writes(team.room, "もう一つ");
    let _ = team.nurse.put(&message_path(team.room, &over, "/pin"), &json!({})).problem(409, "too_many_pins");
    assert_eq!(team.nurse.delete(&pin).ok()["pinned_at"], Value::Null);
    assert_eq!(pinned(&team.doctor).len(), 19);
}

#[test]
fn a_message_of_another_room_does_not_exist_here() {
    let team = Team::start();
    let other = team.app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    let elsewhere = team.app.collaboration_room("災害時の安否確認", &[&other, &team.nurse]);
    let message = team.nurse.writes(team.room, "国分さんのこと");
    // She is in both rooms, and the message still is not in the other one.
    for rest in ["/readers", "/versions"] {
        let _ = team.nurse.get(&message_path(elsewhere, &message, rest)).problem(404, "not_found");
    }
    for rest in ["/pin", "/reactions/thanks", "/confirmation"] {
        let _ = team.nurse.put(&message_path(elsewhere, &message, rest), &json!({})).problem(404, "not_found");
    }
    let _ =
        team.nurse.put(&message_path(elsewhere, &message, ""), &json!({ "body": "移す" })).problem(404, "not_found");
    let _ = team.nurse.post(&message_path(elsewhere, &message, "/withdrawal"), &json!({})).problem(404, "not_found");
    let reply = json!({ "body": "返信", "reply_to": message["message_id"] });
    let _ = team
        .nurse
        .posts(elsewhere, &reply)
        .problem(422, "validation_failed")
        .field_error("reply_to", "unknown_message");
    team.nurse.has_read(elsewhere, &message);
    assert_eq!(team.app.db_count("SELECT count(*) FROM reading_marks"), 0);
}
