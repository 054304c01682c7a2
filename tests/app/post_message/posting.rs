//! Somebody writes, others see it.

use super::Team;
use serde_json::{Value, json};
use tests::{App, texts};

#[test]
fn a_team_talks() {
    let team = Team::start();
    let first = team.nurse.writes(team.room, "明日の訪問は10時です。\n創部の写真を撮ります。👍");
    assert_eq!(first["author"]["name"], "山田 花子");
    assert_eq!((&first["author"]["is_me"], &first["author"]["profession"]), (&json!(true), &json!("visiting_nurse")));
    let answer = json!({
        "body": "承知しました。", "reply_to": first["message_id"], "mentions": [team.nurse.id()],
    });
    let answer = team.doctor.posts(team.room, &answer).created();
    assert_eq!(answer["reply_to"]["author_name"], "山田 花子");
    assert_eq!(answer["reply_to"]["excerpt"], "明日の訪問は10時です。\n創部の写真を撮ります。👍");
    assert_eq!(answer["mentions"], json!([{ "user_id": team.nurse.id(), "name": "山田 花子" }]));
    let seen = team.nurse.timeline(team.room);
    assert_eq!(texts(&seen["items"]), ["明日の訪問は10時です。\n創部の写真を撮ります。👍", "承知しました。"]);
    assert_eq!((&seen["has_older"], &seen["has_newer"]), (&json!(false), &json!(false)));
    assert_eq!(seen["items"][1]["author"]["is_me"], false);
}

#[test]
fn every_mistake_of_a_message_is_named_at_its_field() {
    let team = Team::start();
    let other = team.app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    let _ = team
        .nurse
        .posts(team.room, &json!({ "body": " \n " }))
        .problem(422, "validation_failed")
        .field_error("body", "required");
    let wrong = json!({
        "body": "あ", "reply_to": 999, "tags": [998], "mentions": [other.id(), team.doctor.id()], "files": [997],
        "confirm": "named", "confirm_by": [team.nurse.id()],
    });
    let refused = team.nurse.posts(team.room, &wrong).problem(422, "validation_failed").field_error_count(5);
    let refused = refused.field_error("reply_to", "unknown_message").field_error("tags[0]", "unknown_tag");
    let refused = refused.field_error("mentions[0]", "not_in_room").field_error("files[0]", "file_not_here");
    let _ = refused.field_error("confirm_by[0]", "is_author");
    let nobody = json!({ "body": "あ", "confirm": "named" });
    let _ =
        team.nurse.posts(team.room, &nobody).problem(422, "validation_failed").field_error("confirm_by", "required");
    let long = json!({ "body": "あ".repeat(10_001) });
    let _ = team.nurse.posts(team.room, &long).problem(422, "validation_failed").field_error("body", "too_long");
    let many = json!({ "body": "あ", "mentions": vec![1; 51], "tags": vec![1; 11] });
    let _ = team.nurse.posts(team.room, &many).problem(422, "validation_failed").field_error_count(2);
    assert!(team.nurse.reads_texts(team.room).is_empty());
}

#[test]
fn a_phone_that_tries_again_posts_once() {
    let team = Team::start();
    let send = |body: &str| {
        let call = team.nurse.call("POST", &format!("/api/rooms/{}/messages", team.room));
        call.idempotency_key("phone-intent-000001").json(&json!({ "body": body })).send()
    };
    let first = send("朝の体温は36.5度でした。").created();
    assert_eq!(send("朝の体温は36.5度でした。").created()["message_id"], first["message_id"]);
    let _ = send("別の内容").problem(422, "idempotency_key_reused");
    assert_eq!(team.nurse.reads_texts(team.room).len(), 1);
    // Somebody else's key is another one.
    let call = team.doctor.call("POST", &format!("/api/rooms/{}/messages", team.room));
    let _ = call.idempotency_key("phone-intent-000001").json(&json!({ "body": "医師から" })).send().created();
    assert_eq!(team.nurse.reads_texts(team.room).len(), 2);
}

#[test]
fn the_same_intent_at_the_same_moment_is_one_message() {
    let team = Team::start();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let window = team.nurse.second_window();
                let call = window.call("POST", &format!("/api/rooms/{}/messages", team.room));
                let _ = call.idempotency_key("double-tap-0000001").json(&json!({ "body": "送信" })).send().created();
            });
        }
    });
    assert_eq!(team.nurse.reads_texts(team.room), ["送信"]);
}

#[test]
fn messages_of_many_at_once_stand_in_one_order_for_all() {
    let team = Team::start();
    std::thread::scope(|scope| {
        for (writer, who) in [&team.nurse, &team.doctor].into_iter().enumerate() {
            for lane in 0..4 {
                let (window, room) = (who.second_window(), team.room);
                scope.spawn(move || {
                    for number in 0..5 {
                        let body = json!({ "body": format!("{writer}-{lane}-{number}") });
                        let _ = window.post(&format!("/api/rooms/{room}/messages"), &body).created();
                    }
                });
            }
        }
    });
    let seen = team.nurse.reads_texts(team.room);
    assert_eq!(seen.len(), 40);
    assert_eq!(team.doctor.reads_texts(team.room), seen);
    // Each writer's own stand in the order in which they were acknowledged.
    for lane in ["0-0", "0-3", "1-2"] {
        let own: Vec<&String> = seen.iter().filter(|text| text.starts_with(lane)).collect();
        assert!(own.is_sorted() && own.len() == 5, "{own:?}");
    }
    assert_eq!(team.app.first_clerk().get("/api/audit/verification").ok()["intact"], true);
    let posted = team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'message.posted'");
    assert_eq!(posted, 40);
    assert_eq!(team.app.db_count("SELECT count(*) FROM outbox WHERE topic = 'message.posted'"), 40);
    // Who did what, and not what was written.
    let said = team.app.db_count("SELECT count(*) FROM audit_events WHERE detail LIKE '%0-0-0%'");
    assert_eq!(said, 0);
}

#[test]
fn r18_who_was_taken_out_writes_and_reads_no_more() {
    let team = Team::start();
    team.nurse.writes(team.room, "担当のあいだの記録");
    team.nurse_leaves();
    let address = format!("/api/rooms/{}/messages", team.room);
    let _ = team.nurse.get(&address).problem(404, "not_found");
    let _ = team.nurse.posts(team.room, &json!({ "body": "まだ書けますか" })).problem(404, "not_found");
    assert_eq!(team.nurse.unread()["rooms"], json!([]));
    team.nurse_comes_back();
    assert_eq!(team.nurse.reads_texts(team.room), ["担当のあいだの記録"]);
}

#[test]
fn r26_a_post_ends_the_silence_and_a_closed_room_takes_none() {
    let app = App::start();
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    app.clock().advance_days(95);
    let (city, nurse) = (app.first_clerk().second_window_signed_in(), nurse.second_window_signed_in());
    assert_ne!(nurse.get(&format!("/api/rooms/{room}")).at("/collaboration/quiet_since"), Value::Null);
    nurse.writes(room, "次回の研修は来月の第2木曜日です。");
    assert_eq!(nurse.get(&format!("/api/rooms/{room}")).at("/collaboration/quiet_since"), Value::Null);
    assert_eq!(city.get("/api/room-register?state=quiet").ok()["items"], json!([]));
    let closed = city.post(&format!("/api/room-register/{room}/closing"), &json!({ "reason": "研修が終わったため" }));
    assert!(closed.status < 300, "{closed}");
    let _ = nurse.posts(room, &json!({ "body": "終わりました" })).problem(404, "not_found");
    let _ = nurse.get(&format!("/api/rooms/{room}/messages")).problem(404, "not_found");
}

#[test]
fn r28_tags_of_the_common_set_stand_on_messages_and_a_retired_one_stays() {
    let team = Team::start();
    let city = team.app.first_clerk();
    let tag = city.post("/api/tags", &json!({ "name": "褥瘡" })).created()["tag_id"].clone();
    let posted = team.nurse.posts(team.room, &json!({ "body": "処置しました", "tags": [tag] })).created();
    assert_eq!(posted["tags"], json!([{ "tag_id": tag, "name": "褥瘡" }]));
    let _ = city.post(&format!("/api/tags/{tag}/retirement"), &json!({})).ok();
    let refused = team.nurse.posts(team.room, &json!({ "body": "もう一度", "tags": [tag] }));
    let _ = refused.problem(422, "validation_failed").field_error("tags[0]", "unknown_tag");
    assert_eq!(team.doctor.timeline(team.room)["items"][0]["tags"][0]["name"], "褥瘡");
}

#[test]
fn r22_the_words_of_an_emergency_are_told_to_the_writing_box() {
    let team = Team::start();
    let words = team.nurse.get(&format!("/api/rooms/{}/writing-box", team.room)).ok()["emergency_words"].clone();
    for word in ["至急", "急変", "救急"] {
        assert!(words.as_array().unwrap().contains(&json!(word)), "{words}");
    }
}
