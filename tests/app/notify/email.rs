//! E-mail: when, how often, and never about a patient (R30).

use super::{City, wants};
use serde_json::json;

#[test]
fn r30_an_e_mail_tells_that_there_is_something_and_never_of_whom() {
    let city = City::start();
    wants(&city.doctor, "at_once", "off");
    city.nurse.writes(city.room, "国分 千草さんの体温は37.8℃です");
    city.works();
    let [received] = city.mail.received().try_into().unwrap();
    assert_eq!(
        (received.path.as_str(), received.headers["authorization"].as_str()),
        ("/v3/mail/send", "Bearer SG.key")
    );
    let mail = received.json();
    assert_eq!(mail["from"]["email"], "tasuki@city.example.lg.jp");
    assert_eq!(mail["tracking_settings"]["click_tracking"]["enable"], false);
    let [(to, text)] = city.mails().try_into().unwrap();
    assert!(to.contains('@'));
    assert!(text.contains(&format!("https://tasuki.city.example.lg.jp/rooms/{}", city.room)), "{text}");
    for secret in ["国分", "千草", "コクブ", "37.8", "体温", "山田"] {
        assert!(!mail.to_string().contains(secret), "{secret}: {mail}");
    }
    city.works();
    assert_eq!(city.mails().len(), 1, "once");
}

#[test]
fn r30_no_text_of_any_notification_names_the_registrant() {
    let city = City::start();
    wants(&city.nurse, "at_once", "off");
    wants(&city.doctor, "at_once", "off");
    wants(&city.association, "at_once", "off");
    city.nurse.writes(city.room, "国分 千草さんのこと");
    let place = tests::SupportRoom { room: city.room, registrant: city.registrant };
    let receipt = city.doctor.files_notice(&city.doctor.team_notice(place, json!([city.nurse.leaves_today()])));
    city.works();
    city.association.accepts_notice(&receipt);
    city.works();
    let mails: Vec<String> = city.mail.received().iter().map(|received| received.json().to_string()).collect();
    assert!(mails.len() >= 3, "{mails:?}");
    let lists =
        [&city.nurse, &city.doctor, &city.association].map(|who| who.get("/api/notifications").ok().to_string());
    for text in mails.iter().chain(&lists) {
        for secret in ["国分", "千草", "コクブ", "チグサ"] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
    }
}

#[test]
fn a_lively_room_is_one_e_mail_until_it_is_read() {
    let city = City::start();
    wants(&city.doctor, "at_once", "off");
    for number in 0..5 {
        city.nurse.writes(city.room, &format!("{number}回目"));
        city.works();
    }
    assert_eq!(city.mails().len(), 1);
    let last = city.doctor.timeline(city.room)["items"][4]["message_id"].clone();
    let _ = city.doctor.put(&format!("/api/rooms/{}/read-mark", city.room), &json!({ "up_to": last })).ok();
    city.nurse.writes(city.room, "次の日");
    city.works();
    assert_eq!(city.mails().len(), 2);
}

#[test]
fn r30_quiet_hours_and_the_summary_of_the_day() {
    let city = City::start();
    let choices = json!([
        { "kind": "message", "email": "daily", "push": "off" },
        { "kind": "addressed", "email": "at_once", "push": "off" },
    ]);
    let settings = json!({ "choices": choices, "quiet": { "from": 22 * 60, "until": 7 * 60 }, "daily_at": 8 * 60 });
    let _ = city.doctor.put("/api/notifications/settings", &settings).ok();
    let asks = json!({ "body": "明朝お願いします", "mentions": [city.doctor.id()] });
    city.app.clock().set("2026-11-26T23:00:00+09:00");
    let _ = city.nurse.signs_in().created();
    let _ = city.nurse.post(&format!("/api/rooms/{}/messages", city.room), &asks).created();
    city.nurse.writes(city.room, "おやすみなさい");
    city.works();
    assert!(city.mails().is_empty(), "at night");
    city.app.clock().set("2026-11-27T07:01:00+09:00");
    city.works();
    let [(_, text)] = city.mails().try_into().unwrap();
    assert!(text.contains("あなたあて") && !text.contains("新しい書き込み"), "{text}");
    city.app.clock().set("2026-11-27T08:01:00+09:00");
    city.works();
    let mails = city.mails();
    assert_eq!(mails.len(), 2);
    assert!(mails[1].1.contains("部屋に新しい書き込みがあります"), "{mails:?}");
}

#[test]
fn what_was_seen_meanwhile_needs_no_e_mail() {
    let city = City::start();
    let daily = json!({ "choices": [{ "kind": "message", "email": "daily", "push": "off" }] });
    let _ = city.doctor.put("/api/notifications/settings", &daily).ok();
    let message = city.nurse.writes(city.room, "体温37.8℃");
    city.works();
    let mark = json!({ "up_to": message["message_id"] });
    let _ = city.doctor.put(&format!("/api/rooms/{}/read-mark", city.room), &mark).ok();
    city.app.clock().set("2026-11-27T08:01:00+09:00");
    city.works();
    assert!(city.mails().is_empty());
}
