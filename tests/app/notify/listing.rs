//! What a person is told in the application.

use super::{City, told};
use serde_json::json;
use tests::{SupportRoom, User};

const NEW: &str = "部屋に新しい書き込みがあります。";
const FOR_YOU: &str = "あなたあての書き込みか、了解を求める書き込みがあります。";

#[test]
fn a_lively_room_is_one_line_until_it_is_read() {
    let city = City::start();
    for text in ["体温37.8℃", "水分は取れています", "夜間に電話がありました"] {
        city.nurse.writes(city.room, text);
    }
    city.works();
    let list = city.doctor.get("/api/notifications").ok();
    assert_eq!(told(&city.doctor), [NEW]);
    let item = &list["items"][0];
    assert_eq!((&item["count"], &item["path"]), (&json!(3), &json!(format!("/rooms/{}", city.room))));
    assert_eq!((&list["unseen_count"], &item["seen_at"]), (&json!(1), &json!(null)));
    assert!(told(&city.nurse).is_empty(), "nobody is told of what he wrote himself");
    // Whoever reads the room has seen it.
    let newest = city.doctor.timeline(city.room)["items"][2]["message_id"].clone();
    let _ = city.doctor.put(&format!("/api/rooms/{}/read-mark", city.room), &json!({ "up_to": newest })).ok();
    assert_eq!(city.doctor.get("/api/notifications").ok()["unseen_count"], 0);
    city.nurse.writes(city.room, "明日の訪問は10時です");
    city.works();
    assert_eq!(told(&city.doctor), [NEW], "and the next one is told anew");
}

#[test]
fn whoever_has_read_it_already_is_not_told() {
    let city = City::start();
    let message = city.nurse.writes(city.room, "体温37.8℃");
    let mark = json!({ "up_to": message["message_id"] });
    let _ = city.doctor.put(&format!("/api/rooms/{}/read-mark", city.room), &mark).ok();
    city.works();
    assert!(told(&city.doctor).is_empty());
}

#[test]
fn r30_a_muted_room_is_heard_only_when_one_is_addressed() {
    let city = City::start();
    let muted = format!("/api/notifications/muted-rooms/{}", city.room);
    assert_eq!(city.doctor.put(&muted, &json!({})).ok()["is_muted"], true);
    assert_eq!(city.doctor.get("/api/notifications/muted-rooms").ok()["rooms"], json!([city.room]));
    city.nurse.writes(city.room, "体温37.8℃");
    city.works();
    assert!(told(&city.doctor).is_empty());
    let asks = json!({ "body": "金曜14時に会議です", "confirm": "all" });
    let _ = city.nurse.post(&format!("/api/rooms/{}/messages", city.room), &asks).created();
    let names = json!({ "body": "お願いします", "mentions": [city.doctor.id()] });
    let _ = city.nurse.post(&format!("/api/rooms/{}/messages", city.room), &names).created();
    city.works();
    assert_eq!(told(&city.doctor), [FOR_YOU]);
    assert_eq!(city.doctor.get("/api/notifications").ok()["items"][0]["count"], 2);
    assert_eq!(city.doctor.delete(&muted).ok()["is_muted"], false);
    city.nurse.writes(city.room, "SpO2 97%");
    city.works();
    assert_eq!(told(&city.doctor), [NEW, FOR_YOU]);
}

#[test]
fn r18_whoever_left_the_room_before_the_worker_came_hears_nothing_of_it() {
    let city = City::start();
    city.nurse.writes(city.room, "体温37.8℃");
    let stranger = city.app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    let _ =
        stranger.put(&format!("/api/notifications/muted-rooms/{}", city.room), &json!({})).problem(404, "not_found");
    city.works();
    assert!(told(&stranger).is_empty());
    assert_eq!(told(&city.doctor).len(), 1);
}

#[test]
fn what_happens_to_an_application_is_told_to_the_desk_and_to_whoever_filed_it() {
    let city = City::start();
    let clerk = city.app.first_clerk();
    let _ = clerk.put("/api/notifications/seen", &json!({ "up_to": 1_000_000 })).ok();
    let manager = city.app.signed_in_manager("ひがし歯科");
    city.works();
    assert_eq!(told(clerk), ["窓口に新しい申請が届いています。"], "a Form 4 came to the desk");
    drop(manager);
}

#[test]
fn one_is_seen_alone_or_with_all_before_it() {
    let city = City::start();
    city.nurse.writes(city.room, "一つ目");
    let _ = city
        .nurse
        .post(
            &format!("/api/rooms/{}/messages", city.room),
            &json!({ "body": "二つ目", "mentions": [city.doctor.id()] }),
        )
        .created();
    city.works();
    let list = city.doctor.get("/api/notifications").ok();
    assert_eq!(list["unseen_count"], 2);
    let newest = list["items"][0]["notification_id"].clone();
    let _ = city.doctor.put("/api/notifications/seen", &json!({ "up_to": newest, "only": true })).ok();
    assert_eq!(city.doctor.get("/api/notifications").ok()["unseen_count"], 1);
    // Nobody sees for another.
    let _ = city.nurse.put("/api/notifications/seen", &json!({ "up_to": 1_000_000 })).ok();
    assert_eq!(city.doctor.get("/api/notifications").ok()["unseen_count"], 1);
    let _ = city.doctor.put("/api/notifications/seen", &json!({ "up_to": newest })).ok();
    assert_eq!(city.doctor.get("/api/notifications").ok()["unseen_count"], 0);
}

#[test]
fn r29_a_mail_is_told_to_each_addressee_and_to_every_clerk_of_a_desk() {
    let city = City::start();
    let clerk = city.app.first_clerk();
    let _ = clerk.put("/api/notifications/seen", &json!({ "up_to": 1_000_000 })).ok();
    let mail = json!({ "to": [city.doctor.id()], "desks": ["city"], "subject": "お尋ね", "body": "国分 千草さんの書類について" });
    let sent = city.nurse.post("/api/mail", &mail).created();
    city.works();
    assert_eq!(told(&city.doctor), ["利用者間メールが届いています。"]);
    assert_eq!(told(clerk), ["利用者間メールが届いています。"]);
    assert!(told(&city.nurse).is_empty() && told(&city.association).iter().all(|text| !text.contains("メール")));
    let _ = city.doctor.put(&format!("/api/mail/{}/opened?box=mine", sent["mail_id"]), &json!({})).ok();
    assert!(told(&city.doctor).is_empty(), "opening it is seeing it");
}

#[test]
fn r18_whoever_joins_on_a_later_day_is_told_on_that_day_and_nobody_whose_joining_was_called_off() {
    let city = City::start();
    let pharmacist = city.app.user_working_as("きた薬局", "髙﨑 ユミ", "タカサキ ユミ", "pharmacist");
    let careful = city.app.user_working_as("ひがし薬局", "鈴木 恵", "スズキ メグミ", "pharmacist");
    let room = SupportRoom { room: city.room, registrant: city.registrant };
    let change = |who: &User, change: &str| {
        let form = city.nurse.team_notice(room, json!([who.changes_on(change, "2026-11-27")]));
        let _ = city.association.accepts_notice(&city.nurse.files_notice(&form));
    };
    change(&pharmacist, "add");
    change(&careful, "add");
    change(&careful, "remove");
    city.works();
    assert!(told(&pharmacist).is_empty(), "the room is not there yet");
    city.app.clock().set("2026-11-27T07:00:00+09:00");
    city.works();
    let pharmacist = pharmacist.second_window_signed_in();
    assert!(told(&pharmacist).is_empty(), "nobody is woken for it");
    city.app.clock().set("2026-11-27T08:01:00+09:00");
    city.works();
    let (pharmacist, careful) = (pharmacist.second_window_signed_in(), careful.second_window_signed_in());
    assert_eq!(told(&pharmacist), ["部屋に加わりました。"]);
    assert!(!told(&careful).contains(&"部屋に加わりました。".to_owned()));
}

#[test]
fn r30_what_was_told_long_ago_goes_and_the_record_of_what_happened_stays() {
    let city = City::start();
    super::wants(&city.doctor, "at_once", "off");
    city.nurse.writes(city.room, "体温37.8℃");
    city.works();
    let count = |table: &str| city.app.db_count(&format!("SELECT count(*) FROM {table}"));
    assert!(count("notifications") > 0 && count("deliveries") > 0);
    let events = count("audit_events");
    city.app.clock().advance_days(399);
    city.works();
    assert!(count("notifications") > 0 && count("deliveries") > 0, "for 400 days");
    city.app.clock().advance_days(2);
    city.works();
    assert_eq!((count("notifications"), count("deliveries"), count("audit_events")), (0, 0, events));
}
