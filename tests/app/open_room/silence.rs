//! Rooms that fell silent (R26).

use serde_json::{Value, json};
use tests::{App, User};

fn quiet(city: &User) -> Vec<i64> {
    let list = city.get("/api/room-register?state=quiet").ok();
    list["items"].as_array().unwrap().iter().map(|room| room["room_id"].as_i64().unwrap()).collect()
}

#[test]
fn r26_after_ninety_silent_days_city_and_members_see_a_candidate_and_one_click_keeps_it() {
    let app = App::start();
    let (city, nurse) = (app.first_clerk(), app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ"));
    let first = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    app.clock().advance_days(1);
    let (city_now, nurse_now) = (city.second_window_signed_in(), nurse.second_window_signed_in());
    let receipt = nurse_now.files(tests::ROOMS, &nurse_now.room_form("災害時の安否確認", &[]));
    let second = city_now.opens_collaboration_room(&receipt);
    app.clock().advance_days(89);
    let (city, nurse) = (city.second_window_signed_in(), nurse.second_window_signed_in());
    assert_eq!(quiet(&city), [first]);
    assert_ne!(nurse.get(&format!("/api/rooms/{first}")).at("/collaboration/quiet_since"), Value::Null);
    assert_eq!(nurse.get(&format!("/api/rooms/{second}")).at("/collaboration/quiet_since"), Value::Null);
    let list = nurse.get("/api/rooms").ok();
    let since = |room: i64| {
        let items = list["items"].as_array().unwrap();
        items.iter().find(|item| item["room_id"] == room).unwrap()["quiet_since"].clone()
    };
    assert!(since(first) != Value::Null && since(second) == Value::Null);

    nurse.post(&format!("/api/collaboration-rooms/{first}/still-needed"), &json!({})).ok();
    assert!(quiet(&city).is_empty());
    let header = nurse.get(&format!("/api/rooms/{first}")).ok();
    assert_eq!(header["collaboration"]["quiet_since"], Value::Null);
    assert_eq!(header["collaboration"]["needed_by_name"], "山田 花子");
    assert_eq!(header["events"][0]["kind"], "still_needed");

    app.clock().advance_days(90);
    let city = city.second_window_signed_in();
    assert_eq!(quiet(&city), [second, first], "the longest silent first");
    city.post(&format!("/api/room-register/{second}/still-needed"), &json!({})).ok();
    assert_eq!(quiet(&city), [first]);
    let searched = city.get("/api/room-register?state=quiet&query=%E7%81%BD%E5%AE%B3").ok();
    assert_eq!(searched["items"], json!([]));
}

#[test]
fn r26_nobody_from_outside_says_that_a_room_is_needed() {
    let app = App::start();
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let other = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    assert_eq!(other.post(&format!("/api/collaboration-rooms/{room}/still-needed"), &json!({})).status, 404);
    assert_eq!(other.post(&format!("/api/room-register/{room}/still-needed"), &json!({})).status, 403);
}
