//! An open page learns what is new without holding a connection.

use super::Team;
use serde_json::{Value, json};
use tests::{Reply, User, message_path, texts};

fn asks(who: &User, room: i64, since: &str) -> Reply {
    let call = who.call("GET", &format!("/api/rooms/{room}/changes?since={since}"));
    call.header("If-None-Match", &format!("\"{since}\"")).send()
}

fn revision(answer: &Value) -> String {
    answer["revision"].as_str().unwrap().to_owned()
}

#[test]
fn who_asks_again_gets_what_is_new_or_changed_and_else_nothing() {
    let team = Team::start();
    let first = team.nurse.writes(team.room, "一つ目");
    let before = revision(&team.doctor.timeline(team.room));
    let nothing = asks(&team.doctor, team.room, &before);
    assert_eq!((nothing.status, nothing.body.len()), (304, 0));
    assert_eq!(nothing.header("etag"), format!("\"{before}\""));

    let second = team.nurse.writes(team.room, "二つ目");
    let _ = team.nurse.put(&message_path(team.room, &first, ""), &json!({ "body": "一つ目(訂正)" })).ok();
    let changes = asks(&team.doctor, team.room, &before).ok();
    assert_eq!(texts(&changes["messages"]), ["一つ目(訂正)", "二つ目"]);
    let now = revision(&changes);
    assert_eq!(asks(&team.doctor, team.room, &now).status, 304);

    let _ = team.nurse.put(&message_path(team.room, &second, "/reactions/good"), &json!({})).ok();
    let changes = asks(&team.doctor, team.room, &now).ok();
    assert_eq!(texts(&changes["messages"]), ["二つ目"]);
    let now = revision(&changes);
    team.doctor.has_read(team.room, &second);
    let changes = asks(&team.nurse, team.room, &now).ok();
    assert_eq!(changes["messages"], json!([]));
    assert_eq!(changes["read_counts"][0], json!({ "message_id": second["message_id"], "read_count": 1 }));
}

#[test]
fn after_a_long_absence_the_page_is_read_anew() {
    let team = Team::start();
    let before = revision(&team.doctor.timeline(team.room));
    for number in 0..101 {
        team.nurse.writes(team.room, &format!("{number}"));
    }
    let changes = asks(&team.doctor, team.room, &before).ok();
    assert_eq!((&changes["too_many"], &changes["messages"]), (&json!(true), &json!([])));
    let _ = asks(&team.doctor, team.room, "x").problem(400, "malformed_query");
}

#[test]
fn r36_asking_again_keeps_no_unattended_screen_open() {
    let team = Team::start();
    let now = revision(&team.doctor.timeline(team.room));
    for _ in 0..14 {
        team.app.clock().advance_minutes(1);
        assert_eq!(asks(&team.doctor, team.room, &now).status, 304);
    }
    team.app.clock().advance_minutes(2);
    let _ = asks(&team.doctor, team.room, &now).problem(401, "session_locked").rule("R36");
}

#[test]
fn r36_who_works_on_the_page_stays_signed_in() {
    let team = Team::start();
    let now = revision(&team.doctor.timeline(team.room));
    for _ in 0..20 {
        team.app.clock().advance_minutes(1);
        let call = team.doctor.call("GET", &format!("/api/rooms/{}/changes?since={now}&active=true", team.room));
        assert_eq!(call.header("If-None-Match", &format!("\"{now}\"")).send().status, 304);
    }
    let _ = team.doctor.me().ok();
}

#[test]
fn r18_who_was_taken_out_is_told_nothing_more() {
    let team = Team::start();
    let now = revision(&team.nurse.timeline(team.room));
    team.nurse_leaves();
    let _ = asks(&team.nurse, team.room, &now).problem(404, "not_found");
    let stranger = team.app.visitor();
    let _ = stranger.get(&format!("/api/rooms/{}/changes?since={now}", team.room)).problem(401, "not_signed_in");
}
