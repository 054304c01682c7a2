//! The mail API is down, slow, overrun, or loses its answers: nothing is lost, and no storm follows.

use super::{City, wants};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::thread;
use tests::{Answer, User};

/// So many people in a room besides the nurse, who all want e-mail at once.
fn crowd(city: &City, size: usize) -> (Vec<User>, i64) {
    let names = ["田中 翔", "鈴木 一", "高橋 陽", "渡辺 桜", "伊藤 光", "山本 海", "中村 空", "小林 緑"];
    let kana = [
        "タナカ ショウ",
        "スズキ ハジメ",
        "タカハシ ヨウ",
        "ワタナベ サクラ",
        "イトウ ヒカル",
        "ヤマモト ウミ",
        "ナカムラ ソラ",
        "コバヤシ ミドリ",
    ];
    let people: Vec<User> = names
        .iter()
        .zip(kana)
        .take(size)
        .enumerate()
        .map(|(at, (name, kana))| city.app.user(&format!("第{at}薬局"), name, kana))
        .collect();
    let mut members: Vec<&User> = vec![&city.nurse];
    members.extend(&people);
    let room = city.app.collaboration_room("褥瘡ケア研修の連絡", &members);
    city.works();
    for who in &people {
        let _ = who.put("/api/notifications/seen", &json!({ "up_to": 1_000_000 })).ok();
        wants(who, "at_once", "off");
    }
    (people, room)
}

fn receivers(city: &City) -> Vec<String> {
    city.mails().into_iter().map(|(to, _)| to).collect()
}

/// What the city sees; hours may have passed since its clerk was here.
fn failures(city: &City) -> Value {
    let clerk = city.app.first_clerk();
    let _ = clerk.signs_in().created();
    clerk.get("/api/notifications/failures").ok()
}

#[test]
fn an_hour_without_mail_api_loses_nothing_and_the_queue_drains() {
    let city = City::start();
    let (people, room) = crowd(&city, 6);
    city.mail.answers_always(Some(Answer::Status(503)));
    city.nurse.writes(room, "資料を用意しました。");
    for _ in 0..60 {
        city.works();
        city.app.clock().advance_minutes(1);
    }
    let tried = city.mail.received().len();
    assert!(tried > 0 && tried <= 12, "a service that is down is asked seldom: {tried}");
    city.mail.answers_always(None);
    let before = city.mail.received().len();
    for _ in 0..70 {
        city.works();
        city.app.clock().advance_minutes(1);
    }
    let got: BTreeSet<String> = receivers(&city).into_iter().skip(before).collect();
    assert_eq!(got.len(), people.len(), "everybody, once it is back");
    assert_eq!(city.mail.received().len() - before, people.len(), "and nobody twice");
    let overdue = failures(&city);
    assert_eq!((&overdue["overdue_count"], &overdue["items"]), (&json!(0), &json!([])));
}

#[test]
fn two_workers_at_the_same_time_send_nothing_twice() {
    let city = City::start();
    let (people, room) = crowd(&city, 8);
    city.nurse.writes(room, "資料を用意しました。");
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| city.works());
        }
    });
    city.works();
    let got = receivers(&city);
    assert_eq!(got.len(), people.len(), "{got:?}");
    assert_eq!(got.iter().collect::<BTreeSet<_>>().len(), people.len());
}

#[test]
fn a_lost_answer_is_the_only_reason_for_a_second_one() {
    let city = City::start();
    let (people, room) = crowd(&city, 3);
    city.mail.answers_next(&[Answer::Lost]);
    city.nurse.writes(room, "資料を用意しました。");
    for _ in 0..5 {
        city.works();
        city.app.clock().advance_minutes(1);
    }
    let got = receivers(&city);
    assert_eq!(got.iter().collect::<BTreeSet<_>>().len(), people.len(), "everybody got one: {got:?}");
    assert_eq!(got.len(), people.len() + 1, "one went twice, whose answer was lost: {got:?}");
}

#[test]
fn a_service_that_is_overrun_says_when_to_come_back() {
    let city = City::start();
    let (_, room) = crowd(&city, 1);
    city.mail.answers_next(&[Answer::TooMany(1_800)]);
    city.nurse.writes(room, "資料を用意しました。");
    city.works();
    city.app.clock().advance_minutes(25);
    city.works();
    assert_eq!(city.mails().len(), 1, "not before it said");
    city.app.clock().advance_minutes(6);
    city.works();
    assert_eq!(city.mails().len(), 2);
    city.app.clock().advance_minutes(60);
    city.works();
    assert_eq!(city.mails().len(), 2, "the second one was taken");
}

#[test]
fn a_slow_service_holds_up_one_call_and_loses_nothing() {
    let city = City::start();
    let (_, room) = crowd(&city, 1);
    city.mail.answers_next(&[Answer::Slow(12)]);
    city.nurse.writes(room, "資料を用意しました。");
    let done = city.works();
    assert_eq!(done["failed"], 1, "{done}");
    city.app.clock().advance_minutes(2);
    let done = city.works();
    assert_eq!(done["sent"], 1, "{done}");
}

#[test]
fn what_never_arrives_is_given_up_with_a_reason_that_the_user_and_the_city_see() {
    let city = City::start();
    let (people, room) = crowd(&city, 1);
    city.mail.answers_next(&[Answer::Status(400)]);
    city.nurse.writes(room, "資料を用意しました。");
    city.works();
    let [who] = people.as_slice() else { panic!("one person") };
    let last = who.get("/api/notifications/self-check").ok()["last"].clone();
    assert_eq!((&last[0]["state"], &last[0]["reason"]), (&json!("gave_up"), &json!("address_refused")));
    let seen = failures(&city);
    assert_eq!(
        (&seen["items"][0]["reason"], &seen["items"][0]["user_name"]),
        (&json!("address_refused"), &json!("田中 翔"))
    );
    assert!(!seen.to_string().contains("資料"), "{seen}");
    // A service that never comes back: half a day of tries, then the end.
    city.mail.answers_always(Some(Answer::Status(500)));
    let _ = who.put("/api/notifications/seen", &json!({ "up_to": 1_000_000 })).ok();
    city.nurse.writes(room, "会場が変わりました。");
    for _ in 0..80 {
        city.works();
        city.app.clock().advance_minutes(15);
    }
    let seen = failures(&city);
    assert_eq!(seen["items"][0]["reason"], "service_error", "{seen}");
}

#[test]
fn a_worker_that_dies_leaves_its_work_to_the_next_one() {
    let city = City::start();
    let (people, room) = crowd(&city, 2);
    // Each answer takes longer than this worker lives.
    city.mail.answers_next(&[Answer::Slow(3)]);
    city.nurse.writes(room, "資料を用意しました。");
    thread::scope(|scope| {
        scope.spawn(|| {
            // Its answer never comes: the host is killed under it.
            let _ = city.app.visitor().call("POST", "/api/notifications/work").json(&json!({})).try_send();
        });
        thread::sleep(std::time::Duration::from_secs(1));
        city.app.kill();
        city.app.restart();
    });
    city.app.clock().advance_minutes(4);
    city.works();
    let got: BTreeSet<String> = receivers(&city).into_iter().collect();
    assert_eq!(got.len(), people.len());
}
