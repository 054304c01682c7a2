//! Who has read what, pages of long rooms, what waits (R20, R21).

use super::Team;
use serde_json::{Value, json};
use tests::{App, message_path, texts};

fn reader<'a>(readers: &'a Value, name: &str) -> &'a Value {
    let items = readers["items"].as_array().unwrap();
    items.iter().find(|item| item["name"] == name).unwrap_or_else(|| panic!("no {name} in {readers}"))
}

#[test]
fn r20_every_message_shows_who_read_it_and_when() {
    let team = Team::start();
    let first = team.nurse.writes(team.room, "一つ目");
    let second = team.nurse.writes(team.room, "二つ目");
    let unread = team.doctor.unread();
    // R21: it is asked on every page, so it tells nobody's name.
    assert!(!unread.to_string().contains("国分"), "{unread}");
    assert_eq!((&unread["total"], &unread["rooms"][0]["unread_count"]), (&json!(2), &json!(2)));
    assert_eq!(team.nurse.unread()["total"], 0, "one's own is read");
    team.doctor.has_read(team.room, &first);
    assert_eq!(team.doctor.unread()["total"], 1);
    let page = team.doctor.timeline(team.room);
    assert_eq!((&page["read_up_to"], &page["unread_count"]), (&first["message_id"], &json!(1)));
    let readers = team.nurse.get(&message_path(team.room, &first, "/readers")).ok();
    assert_ne!(reader(&readers, "佐藤 進")["read_at"], Value::Null);
    let readers = team.nurse.get(&message_path(team.room, &second, "/readers")).ok();
    assert_eq!(reader(&readers, "佐藤 進")["read_at"], Value::Null);
    assert_eq!(readers["items"].as_array().unwrap().len(), 1, "the author is no reader");
    let counts: Vec<i64> = team.nurse.timeline(team.room)["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["read_count"].as_i64().unwrap())
        .collect();
    assert_eq!(counts, [1, 0]);
    // A mark never goes back, and reading twice is reading once.
    team.doctor.has_read(team.room, &second);
    team.doctor.has_read(team.room, &first);
    assert_eq!(team.doctor.unread()["rooms"], json!([]));
    assert_eq!(team.nurse.timeline(team.room)["items"][0]["read_count"], 1);
}

#[test]
fn r20_who_left_after_reading_is_named_as_such_and_who_came_later_too() {
    let team = Team::start();
    let message = team.doctor.writes(team.room, "退院の予定です");
    team.nurse.has_read(team.room, &message);
    team.nurse_leaves();
    let readers = team.doctor.get(&message_path(team.room, &message, "/readers")).ok();
    let nurse = reader(&readers, "山田 花子");
    assert_eq!(nurse["has_left"], true);
    assert_ne!(nurse["read_at"], Value::Null);
    team.app.clock().advance_minutes(2);
    team.nurse_comes_back();
    let readers = team.doctor.get(&message_path(team.room, &message, "/readers")).ok();
    let nurse = reader(&readers, "山田 花子");
    assert_eq!((&nurse["has_left"], &nurse["came_later"]), (&json!(false), &json!(true)));
    assert_ne!(nurse["read_at"], Value::Null);
}

#[test]
fn what_was_written_before_somebody_came_is_there_and_does_not_wait() {
    let team = Team::start();
    team.doctor.writes(team.room, "前からの経過");
    team.nurse_leaves();
    team.app.clock().advance_minutes(1);
    team.nurse_comes_back();
    assert_eq!(team.nurse.unread()["total"], 0);
    assert_eq!(team.nurse.reads_texts(team.room), ["前からの経過"]);
    team.app.clock().advance_minutes(1);
    team.doctor.writes(team.room, "今日のこと");
    assert_eq!(team.nurse.unread()["total"], 1);
}

#[test]
fn a_long_room_is_read_page_by_page_in_both_directions() {
    let team = Team::start();
    let all: Vec<Value> = (0..130).map(|number| team.nurse.writes(team.room, &format!("{number}番目"))).collect();
    let numbered = |range: std::ops::Range<usize>| range.map(|number| format!("{number}番目")).collect::<Vec<_>>();
    let page = |query: String| team.doctor.get(&format!("/api/rooms/{}/messages?{query}", team.room)).ok();
    let last = page(String::new());
    assert_eq!(texts(&last["items"]), numbered(80..130));
    assert_eq!((&last["has_older"], &last["has_newer"]), (&json!(true), &json!(false)));
    let before = page(format!("before={}", all[80]["message_id"]));
    assert_eq!(texts(&before["items"]), numbered(30..80));
    assert_eq!(before["has_newer"], true);
    let first = page(format!("before={}&limit=100", all[30]["message_id"]));
    assert_eq!((texts(&first["items"]), &first["has_older"]), (numbered(0..30), &json!(false)));
    let after = page(format!("after={}&limit=10", all[29]["message_id"]));
    assert_eq!(texts(&after["items"]), numbered(30..40));
    let around = page(format!("around={}&limit=10", all[60]["message_id"]));
    assert_eq!(texts(&around["items"]), numbered(55..65));
    let address = format!("/api/rooms/{}/messages?around=99999", team.room);
    let _ = team.doctor.get(&address).problem(404, "not_found");
    assert_eq!(team.doctor.unread()["total"], 100, "a hundred stand for more");
}

#[test]
fn r21_reading_messages_is_a_view_of_the_registrant() {
    let team = Team::start();
    let message = team.nurse.writes(team.room, "記録");
    let views = |what: &str| team.app.db_count(&format!("SELECT count(*) FROM registrant_views WHERE what = '{what}'"));
    assert_eq!(views("messages"), 0);
    let page = team.doctor.timeline(team.room);
    assert_eq!(views("messages"), 1);
    let revision = page["revision"].as_str().unwrap();
    let call = team.doctor.call("GET", &format!("/api/rooms/{}/changes?since={revision}", team.room));
    assert_eq!(call.header("If-None-Match", &format!("\"{revision}\"")).send().status, 304);
    assert_eq!(views("messages"), 1, "nothing new shows nothing");
    let _ = team.doctor.finds("q=%E8%A8%98%E9%8C%B2");
    assert_eq!(views("search"), 1);
    let _ = team.doctor.get(&message_path(team.room, &message, "/readers")).ok();
    let log = team.nurse.get(&format!("/api/rooms/{}/views", team.room)).ok();
    assert!(log.to_string().contains("\"what\":\"messages\""), "{log}");
}

#[test]
fn r21_the_association_reads_through_broken_glass_and_changes_nothing() {
    let team = Team::start();
    let message = team.nurse.writes(team.room, "記録");
    let address = format!("/api/rooms/{}/messages", team.room);
    let _ = team.association.get(&address).problem(404, "not_found");
    let reason = json!({ "reason": "ご家族からの緊急の問い合わせのため" });
    let broken = team.association.post(&format!("/api/rooms/{}/broken-glass", team.room), &reason);
    assert!(broken.status < 300, "{broken}");
    assert_eq!(team.association.reads_texts(team.room), ["記録"]);
    let _ = team.association.posts(team.room, &json!({ "body": "書けません" })).problem(404, "not_found");
    let mark = json!({ "up_to": message["message_id"] });
    let _ = team.association.put(&format!("/api/rooms/{}/read-mark", team.room), &mark).problem(404, "not_found");
    let revision = team.association.timeline(team.room)["revision"].as_str().unwrap().to_owned();
    let changes = format!("/api/rooms/{}/changes?since={revision}", team.room);
    let call = team.association.call("GET", &changes).header("If-None-Match", &format!("\"{revision}\""));
    assert_eq!(call.send().status, 304);
    let glass =
        team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'messages' AND via = 'broken_glass'");
    assert!(glass >= 1);
    let _ = team.app.first_clerk().get(&address).problem(404, "not_found");
}

#[test]
fn unread_is_told_room_by_room_the_latest_first() {
    let app = App::start();
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let other = app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    let first = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse, &other]);
    let second = app.collaboration_room("災害時の安否確認", &[&nurse, &other]);
    app.clock().advance_minutes(1);
    other.writes(second, "訓練は来週です。");
    app.clock().advance_minutes(1);
    other.writes(first, "資料を用意しました。");
    other.writes(first, "会場は3階です。");
    let unread = nurse.unread();
    assert_eq!(unread["total"], 3);
    let rooms: Vec<(i64, i64)> = unread["rooms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|room| (room["room_id"].as_i64().unwrap(), room["unread_count"].as_i64().unwrap()))
        .collect();
    assert_eq!(rooms, [(first, 2), (second, 1)]);
}
