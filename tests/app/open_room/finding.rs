//! Where people find a room to ask for, and the city's register (R24, R25).

use serde_json::{Value, json};
use std::fmt::Write as _;
use tests::{App, MEMBERSHIPS, User, names, with};

fn listed(who: &User, query: &str) -> Vec<String> {
    names(&who.get(&format!("/api/collaboration-rooms{query}")).at("/items"))
}

#[test]
fn r25_rooms_are_found_by_name_and_purpose_unless_they_are_not_listed() {
    let app = App::start();
    let city = app.first_clerk();
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let other = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let open = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    let hidden = with(&nurse.room_form("虐待対応の打合せ", &[]), "/visibility", "unlisted");
    let hidden = city.opens_collaboration_room(&nurse.files(tests::ROOMS, &hidden));
    let disaster = with(&nurse.room_form("災害時の安否確認", &[]), "/theme_id", 6);
    city.opens_collaboration_room(&nurse.files(tests::ROOMS, &disaster));

    assert_eq!(listed(&other, ""), ["災害時の安否確認", "褥瘡ケア研修の連絡"]);
    assert_eq!(listed(&other, "?theme_id=6"), ["災害時の安否確認"]);
    // 褥瘡, one character, and a word of the purpose
    assert_eq!(listed(&other, "?query=%E8%A4%A5%E7%98%A1"), ["褥瘡ケア研修の連絡"]);
    assert_eq!(listed(&other, "?query=%E7%81%BD"), ["災害時の安否確認"]);
    assert_eq!(listed(&other, "?query=%E8%B3%87%E6%96%99").len(), 2);
    assert!(listed(&other, "?query=%E8%99%90%E5%BE%85").is_empty(), "not listed, not found");

    let room = other.get(&format!("/api/collaboration-rooms/{open}")).ok();
    assert_eq!((&room["my_state"], &room["member_count"]), (&json!("none"), &json!(1)));
    assert_eq!(other.get(&format!("/api/collaboration-rooms/{hidden}")).status, 404);
    assert_eq!(nurse.get(&format!("/api/collaboration-rooms/{hidden}")).at("/my_state"), "member");
    assert_eq!(app.visitor().get("/api/collaboration-rooms").status, 401);

    let receipt = other.asks_membership("join", open, &[&other]);
    assert_eq!(other.get(&format!("/api/collaboration-rooms/{open}")).at("/my_state"), "join_pending");
    city.accepts_at_desk(MEMBERSHIPS, &receipt);
    assert_eq!(other.get(&format!("/api/collaboration-rooms/{open}")).at("/my_state"), "member");
}

#[test]
fn a_support_room_is_in_none_of_these_lists() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &tests::registrant("国分 千草", "コクブ チグサ"), &[&nurse]).room;
    let city = app.first_clerk();
    assert!(listed(&nurse, "").is_empty());
    assert_eq!(city.get("/api/room-register").at("/items"), json!([]));
    for path in [format!("/api/collaboration-rooms/{room}"), format!("/api/collaboration-rooms/{room}/members")] {
        assert_eq!(nurse.get(&path).status, 404, "{path}");
    }
    assert_eq!(nurse.post(&format!("/api/collaboration-rooms/{room}/still-needed"), &json!({})).status, 404);
    for path in [format!("/api/room-register/{room}"), format!("/api/room-register/{room}/members")] {
        assert_eq!(city.get(&path).status, 404, "{path}");
    }
    assert_eq!(city.post(&format!("/api/room-register/{room}/closing"), &json!({ "reason": "不要" })).status, 404);
    let refused = nurse.sends(MEMBERSHIPS, &nurse.membership_form("leave", room, &[&nurse]));
    let _ = refused.field_error("room_id", "unknown_room");
}

#[test]
fn thousands_of_rooms_and_people_are_paged_without_gap_or_repetition() {
    let app = App::start();
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    let database = app.db_connection();
    database
        .execute_batch(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
             INSERT INTO rooms (kind, name, name_key, purpose, scope, theme_id, created_at, silent_since)
             SELECT 'collaboration', printf('勉強会%04d', i), printf('勉強会%04d', i), '目的', '参加者', 2, i, i FROM n;
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
             INSERT INTO users (organization_id, login_id, name, name_key, kana, kana_key, profession, email, email_key,
                                created_at)
             SELECT 1, printf('9%07d', i), printf('参加者%04d', i), printf('参加者%04d', i), 'サンカシャ',
                    printf('さんかしゃ%04d', i % 7), 'pharmacist', '', printf('p%04d', i), 0 FROM n;",
        )
        .unwrap();
    let add = std::fs::read_to_string(tests::workspace().join("crates/web/sql/add-participant.sql")).unwrap();
    for index in 0..1000 {
        let user: i64 = database
            .query_row("SELECT id FROM users WHERE email_key = ?1", [format!("p{:04}", index + 1)], |row| row.get(0))
            .unwrap();
        let mut statement = database.prepare(&add).unwrap();
        let added = statement.query_map(rusqlite::params![room, user, 1_780_000_000_000_i64, 1], |_| Ok(())).unwrap();
        assert_eq!(added.count(), 1);
    }
    let all = |path: &str, key: &str| {
        let (mut found, mut after): (Vec<i64>, String) = (Vec::new(), String::new());
        loop {
            let page = nurse.get(&format!("{path}?limit=150{after}")).ok();
            found.extend(page["items"].as_array().unwrap().iter().map(|item| item[key].as_i64().unwrap()));
            match &page["next"] {
                Value::String(next) => after = format!("&after={}", urlencoding(next)),
                _ => break found,
            }
        }
    };
    let rooms = all("/api/collaboration-rooms", "room_id");
    let people = all(&format!("/api/collaboration-rooms/{room}/members"), "user_id");
    for found in [&rooms, &people] {
        assert_eq!(found.len(), 1001);
        assert_eq!(found.iter().collect::<std::collections::BTreeSet<_>>().len(), 1001);
    }
    assert_eq!(nurse.get("/api/rooms").at("/items/0/member_count"), 1001);
    let searched = nurse.get(&format!("/api/collaboration-rooms/{room}/members?query=%E5%B1%B1%E7%94%B0")).ok();
    assert_eq!(names(&searched["items"]), ["山田 花子"]);
}

fn urlencoding(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        write!(encoded, "%{byte:02X}").unwrap();
        encoded
    })
}
