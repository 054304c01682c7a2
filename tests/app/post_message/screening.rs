//! No personal information in collaboration rooms, in principle (R27).

use serde_json::{Value, json};
use tests::{App, User, message_path, registrant};

struct Desk {
    app: App,
    nurse: User,
    room: i64,
}

fn desk() -> Desk {
    let app = App::start();
    let nurse = app.user_working_as("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ", "visiting_nurse");
    let colleague = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse, &colleague]);
    Desk { app, nurse, room }
}

fn kinds(answer: &Value) -> Vec<String> {
    let findings = answer["findings"].as_array().expect("findings");
    findings.iter().map(|finding| finding["kind"].as_str().unwrap().to_owned()).collect()
}

impl Desk {
    fn screens(&self, body: &str) -> Value {
        self.nurse.post(&format!("/api/rooms/{}/messages/screening", self.room), &json!({ "body": body })).ok()
    }
}

#[test]
fn r27_what_may_tell_who_a_person_is_is_shown_before_it_is_posted() {
    let desk = desk();
    let clear = desk.screens("次回の褥瘡ケア研修は6月12日(木)18時から、市役所3階の会議室で行います。");
    assert_eq!((&clear["verdict"], &clear["findings"]), (&json!("clear"), &json!([])));
    let text = "👍鈴木一郎さん、連絡先は090-1234-5678です。";
    let found = desk.screens(text);
    assert_eq!(found["verdict"], "review");
    assert_eq!(kinds(&found), ["name", "phone"]);
    let phone = &found["findings"][1];
    assert_eq!(phone["text"], "090-1234-5678");
    let (start, end) = (phone["start"].as_u64().unwrap(), phone["end"].as_u64().unwrap());
    let there: String =
        text.chars().skip(usize::try_from(start).unwrap()).take(usize::try_from(end - start).unwrap()).collect();
    assert_eq!(there, "090-1234-5678", "places are counted in Unicode scalar values");
    assert!(phone["reason"].as_str().unwrap().chars().count() > 5);
    let guess = desk.screens("北方町の87歳の女性、先月脳梗塞で市川病院を退院し、長男夫婦と同居しています。");
    assert_eq!((&guess["verdict"], kinds(&guess).contains(&"combination".to_owned())), (&json!("review"), true));
}

#[test]
fn r27_a_text_that_needs_review_is_posted_only_with_a_stated_need() {
    let desk = desk();
    let body = "鈴木一郎さんの件でご相談です。";
    let refused =
        desk.nurse.posts(desk.room, &json!({ "body": body })).problem(422, "personal_information").rule("R27");
    assert_eq!(kinds(&refused.json()), ["name"]);
    let idle = json!({ "body": body, "acknowledged": { "need": "はい" } });
    let _ = desk
        .nurse
        .posts(desk.room, &idle)
        .problem(422, "validation_failed")
        .field_error("acknowledged.need", "too_short");
    assert!(desk.nurse.reads_texts(desk.room).is_empty());
    let stated = json!({ "body": body, "acknowledged": { "need": "ご本人から公表の同意を得ているため" } });
    let posted = desk.nurse.posts(desk.room, &stated).created();
    assert_eq!(posted["body"], body);
    assert_eq!(desk.app.db_count("SELECT count(*) FROM messages WHERE need = 'ご本人から公表の同意を得ているため'"), 1);
    // Where there is nothing to acknowledge, nothing is kept, and nothing counted.
    let needless =
        json!({ "body": "研修の会場が決まりました。", "acknowledged": { "need": "念のために書いておきます" } });
    let _ = desk.nurse.posts(desk.room, &needless).created();
    assert_eq!(desk.app.db_count("SELECT count(*) FROM messages WHERE need IS NOT NULL"), 1);
    // Changing the text afterwards is no way around.
    let harmless = desk.nurse.writes(desk.room, "資料を送ります。");
    let changed = desk.nurse.put(&message_path(desk.room, &harmless, ""), &json!({ "body": body }));
    let _ = changed.problem(422, "personal_information").rule("R27");
}

#[test]
fn r27_the_city_sees_how_often_a_need_was_stated_and_never_what() {
    let desk = desk();
    let city = desk.app.first_clerk();
    let count = || city.get(&format!("/api/room-register/{}", desk.room)).at("/stated_needs");
    assert_eq!(count(), 0);
    let stated = json!({ "body": "鈴木一郎さんの件", "acknowledged": { "need": "行方不明の方を探すため" } });
    let _ = desk.nurse.posts(desk.room, &stated).created();
    assert_eq!(count(), 1);
    let record = city.get(&format!("/api/room-register/{}", desk.room)).ok().to_string();
    assert!(!record.contains("行方不明") && !record.contains("鈴木"), "{record}");
    let audit = city.get("/api/audit/events").ok().to_string();
    assert!(!audit.contains("行方不明") && !audit.contains("鈴木一郎"), "{audit}");
}

#[test]
fn r27_registrants_are_known_by_name_as_soon_as_they_are_registered_and_colleagues_are_no_finding() {
    let desk = desk();
    let body = "国分千草の様子はどうでしょうか。";
    let before = desk.screens(body);
    assert!(!kinds(&before).contains(&"registrant-name".to_owned()));
    let association = desk.app.association_clerk("真間 進", "ママ ススム");
    let room = desk.app.support_room(&association, &registrant("国分 千草", "コクブ チグサ"), &[&desk.nurse]);
    assert_eq!(kinds(&desk.screens(body)), ["registrant-name"]);
    assert_eq!(kinds(&desk.screens("こくぶちぐささんは明日です")), ["registrant-name"]);
    let addressed = desk.screens("佐藤先生、資料をありがとうございました。");
    assert_eq!(addressed["verdict"], "clear", "{addressed}");
    // Where care is written about, all is clear.
    let there = desk.nurse.post(&room.path("/messages/screening"), &json!({ "body": body })).ok();
    assert_eq!(there["verdict"], "clear");
    desk.nurse.writes(room.room, body);
    let is_screened = |room: i64| desk.nurse.get(&format!("/api/rooms/{room}/writing-box")).ok()["is_screened"].clone();
    assert_eq!((is_screened(desk.room), is_screened(room.room)), (json!(true), json!(false)));
}
