//! A room ends (R26).

use serde_json::{Value, json};
use tests::{App, CLOSURES, MEMBERSHIPS, ROOMS, User};

fn closure(room: i64) -> Value {
    json!({ "room_id": room, "reason": "研修がすべて終わりました。" })
}

fn two(app: &App) -> (User, User, i64) {
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let pharmacist = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse, &pharmacist]);
    (nurse, pharmacist, room)
}

#[test]
fn r26_who_is_in_the_room_asks_the_city_closes_and_it_is_gone_from_every_list() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, pharmacist, room) = two(&app);
    let receipt = nurse.files(CLOSURES, &closure(room));
    assert!(receipt.number.starts_with("3-26-"));
    assert_eq!(pharmacist.get(&format!("/api/rooms/{room}")).at("/collaboration/closure_pending"), true);
    assert_eq!(city.get("/api/room-register").at("/items/0/closure_receipt"), receipt.number.as_str());
    let asked = city.opens_at_desk(CLOSURES, &receipt).ok();
    assert_eq!((&asked["room"]["member_count"], &asked["applicant"]["name"]), (&json!(2), &json!("山田 花子")));

    city.accepts_at_desk(CLOSURES, &receipt);
    for who in [&nurse, &pharmacist] {
        assert!(who.rooms().is_empty());
        for path in ["", "/still-needed", "/members"] {
            let path = format!("/api/collaboration-rooms/{room}{path}");
            let reply = if path.ends_with("needed") { who.post(&path, &json!({})) } else { who.get(&path) };
            assert_eq!(reply.status, 404, "{path}");
        }
        assert_eq!(who.get(&format!("/api/rooms/{room}")).status, 404);
    }
    let record = city.get(&format!("/api/room-register/{room}")).ok();
    assert_eq!(record["closing_reason"], "研修がすべて終わりました。");
    assert_eq!(record["retain_until"], app.day(5 * 365 + 1), "R38: five years");
    assert_eq!(record["applications"].as_array().unwrap().len(), 2);
    assert_eq!(city.get("/api/room-register?state=closed").at("/items/0/room_id"), room);
    assert_eq!(app.db_count("SELECT count(*) FROM outbox WHERE topic = 'collaboration_room.closed'"), 1);
    // Nobody joins a closed room, and its name is free again.
    let refused = nurse.sends(MEMBERSHIPS, &nurse.membership_form("join", room, &[&nurse]));
    let _ = refused.field_error("room_id", "unknown_room");
    app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    let _ = city
        .post(&format!("/api/room-register/{room}/reopening"), &json!({ "reason": "閉じ間違い" }))
        .problem(409, "name_in_use");
}

#[test]
fn r26_only_who_is_in_the_room_asks_and_once() {
    let app = App::start();
    let (nurse, pharmacist, room) = two(&app);
    let other = app.user("みなみ診療所", "鈴木 次郎", "スズキ ジロウ");
    let _ = other.sends(CLOSURES, &closure(room)).field_error("room_id", "not_member").rule("R26");
    let receipt = nurse.files(CLOSURES, &json!({ "room_id": room }));
    let _ = pharmacist.sends(CLOSURES, &closure(room)).field_error("room_id", "already_asked");
    nurse.post(&format!("/api/{CLOSURES}/{}/withdrawal", receipt.number), &json!({})).ok();
    let _ = pharmacist.files(CLOSURES, &closure(room));
    assert_eq!(pharmacist.rooms(), [room], "asked is not closed");
}

#[test]
fn r26_the_city_closes_by_itself_with_a_reason_and_takes_a_mistake_back() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, pharmacist, room) = two(&app);
    let closing = format!("/api/room-register/{room}/closing");
    let reopening = format!("/api/room-register/{room}/reopening");
    let _ = city.post(&closing, &json!({ "reason": " " })).field_error("reason", "required");
    let _ = city.post(&reopening, &json!({ "reason": "閉じ間違い" })).problem(409, "not_closed");
    city.post(&closing, &json!({ "reason": "長く使われていないため" })).ok();
    let _ = city.post(&closing, &json!({ "reason": "二度目" })).problem(409, "already_closed");
    assert!(nurse.rooms().is_empty());
    city.post(&reopening, &json!({ "reason": "まだ研修が残っていました。" })).ok();
    assert_eq!((nurse.rooms(), pharmacist.rooms()), (vec![room], vec![room]));
    let events = nurse.get(&format!("/api/rooms/{room}")).ok()["events"].clone();
    assert_eq!((&events[0]["kind"], &events[1]["kind"]), (&json!("reopened"), &json!("closed")));
    for who in [&nurse, &pharmacist] {
        assert_eq!(who.post(&closing, &json!({ "reason": "不要" })).status, 403);
    }
}

#[test]
fn r24_the_city_corrects_name_and_purpose_and_the_room_reads_it() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, _, room) = two(&app);
    app.collaboration_room("災害時の安否確認", &[&nurse]);
    let path = format!("/api/room-register/{room}");
    let mut input = json!({
        "name": "災害時の 安否確認", "purpose": "資料の共有", "theme_id": 2, "scope": "看護師", "visibility": "unlisted",
    });
    let _ = city.put(&path, &input).field_error("name", "name_in_use");
    let _ = city.put(&path, &json!({})).field_error("name", "required").field_error_count(5);
    input["name"] = json!("褥瘡ケア研修(令和8年度)");
    let record = city.put(&path, &input).ok();
    assert_eq!((&record["name"], &record["visibility"]), (&json!("褥瘡ケア研修(令和8年度)"), &json!("unlisted")));
    let header = nurse.get(&format!("/api/rooms/{room}")).ok();
    assert_eq!(
        (&header["name"], &header["collaboration"]["purpose"]),
        (&json!("褥瘡ケア研修(令和8年度)"), &json!("資料の共有"))
    );
    assert_eq!(
        (&header["events"][0]["kind"], &header["events"][0]["note"]),
        (&json!("details_changed"), &json!("前の名前：褥瘡ケア研修の連絡"))
    );
    // A room keeps a theme that is no longer offered.
    city.post("/api/room-themes/2/retirement", &json!({})).ok();
    city.put(&path, &input).ok();
    input["theme_id"] = json!(3);
    city.put(&path, &input).ok();
    input["theme_id"] = json!(2);
    let _ = city.put(&path, &input).field_error("theme_id", "unknown_theme");
    let _ = nurse.sends(ROOMS, &nurse.room_form("看取りの勉強会", &[])).field_error("theme_id", "unknown_theme");
}
