//! From the application to the open room (R23, R24).

use serde_json::{Value, json};
use tests::{App, ROOM_CHECKS, ROOMS, Receipt, User, names, with};

fn three(app: &App) -> (User, User, &User) {
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    (nurse, app.user("きた薬局", "佐藤 太郎", "サトウ タロウ"), app.first_clerk())
}

#[test]
fn r23_whoever_has_an_account_applies_the_city_checks_and_opens_and_those_named_are_in() {
    let app = App::start();
    let (nurse, pharmacist, city) = three(&app);
    let receipt = nurse.files(ROOMS, &nurse.room_form("褥瘡ケア研修の連絡", &[&pharmacist]));
    assert!(receipt.number.starts_with("1-26-"), "{}", receipt.number);
    let asked = city.opens_at_desk(ROOMS, &receipt).ok();
    assert_eq!((&asked["applicant"]["name"], &asked["theme_name"]), (&json!("山田 花子"), &json!("研修・勉強会")));
    assert_eq!(names(&asked["people"]), ["佐藤 太郎"]);
    assert!(nurse.rooms().is_empty() && pharmacist.rooms().is_empty());

    let room = city.opens_collaboration_room(&receipt);
    for who in [&nurse, &pharmacist] {
        let list = who.get("/api/rooms").ok();
        let first = &list["items"][0];
        assert_eq!((&first["room_id"], &first["kind"]), (&json!(room), &json!("collaboration")), "{list}");
        assert_eq!(
            (&first["name"], &first["member_count"], &first["is_new"]),
            (&json!("褥瘡ケア研修の連絡"), &json!(2), &json!(true))
        );
        let header = who.get(&format!("/api/rooms/{room}")).ok();
        assert_eq!(header["collaboration"]["scope"], "研修に参加する看護師と薬剤師、市の担当者");
        assert!(header["team"].as_array().unwrap().is_empty(), "people are listed page by page");
        assert_eq!(names(&who.sees_members(room).at("/items")), ["佐藤 太郎", "山田 花子"]);
    }
    assert_eq!(nurse.follows(ROOMS, &receipt)["status"], "completed");
    assert_eq!(nurse.me().at("/rooms/collaboration"), 1);
    // Telling the participants is part of the opening, and goes out with it.
    assert_eq!(app.db_count("SELECT count(*) FROM outbox WHERE topic = 'collaboration_room.opened'"), 1);
    assert_eq!(city.get("/api/audit/verification").ok()["intact"], true);
}

#[test]
fn r23_the_city_opens_no_room_before_it_made_sure_of_everything() {
    let app = App::start();
    let (nurse, _, city) = three(&app);
    let receipt = nurse.files(ROOMS, &nurse.room_form("褥瘡ケア研修の連絡", &[]));
    let checks = format!("/api/{ROOMS}/{}/checks", receipt.number);
    let refused = city.decides_on(ROOMS, &receipt, json!({ "decision": "accept" }));
    let _ = refused.problem(409, "checks_missing").rule("R23");
    let four = &ROOM_CHECKS[..4];
    let ticked = city.put(&checks, &json!({ "checks": four })).ok();
    let done = |detail: &Value| {
        let lines = detail["checks"].as_array().unwrap();
        lines.iter().filter(|line| line["checked_at"].is_number() || line["checked_at"].is_string()).count()
    };
    assert_eq!(done(&ticked), 4);
    assert_eq!(ticked["checks"][0]["checked_by_name"], "市川 一郎");
    let _ = city.decides_on(ROOMS, &receipt, json!({ "decision": "accept" })).problem(409, "checks_missing");
    // A tick can be taken back, and nobody but the city ticks.
    assert_eq!(done(&city.put(&checks, &json!({ "checks": [] })).ok()), 0);
    let association = app.association_clerk("真間 進", "ママ ススム");
    for who in [&nurse, &association] {
        assert_eq!(who.put(&checks, &json!({ "checks": ROOM_CHECKS })).status, 403);
    }
    assert!(city.opens_collaboration_room(&receipt) > 0);
    let _ = city.put(&checks, &json!({ "checks": [] })).problem(409, "already_decided");
}

#[test]
fn r23_a_corrected_application_is_checked_anew() {
    let app = App::start();
    let (nurse, _, city) = three(&app);
    let form = nurse.room_form("研修の連絡", &[]);
    let receipt = nurse.files(ROOMS, &form);
    city.ticks_everything(&receipt);
    city.decides_on(ROOMS, &receipt, json!({ "decision": "return", "note": "何の研修かを名前に入れてください。" }))
        .ok();
    let told = nurse.follows(ROOMS, &receipt);
    assert_eq!((&told["status"], &told["note"]), (&json!("returned"), &json!("何の研修かを名前に入れてください。")));
    let path = format!("/api/{ROOMS}/{}/correction", receipt.number);
    nurse.post(&path, &with(&form, "/name", "褥瘡ケア研修の連絡")).ok();
    let _ = city.decides_on(ROOMS, &receipt, json!({ "decision": "accept" })).problem(409, "checks_missing");
    let room = city.opens_collaboration_room(&receipt);
    assert_eq!(nurse.get(&format!("/api/rooms/{room}")).at("/name"), "褥瘡ケア研修の連絡");
}

#[test]
fn r23_a_refusal_carries_its_reason() {
    let app = App::start();
    let (nurse, pharmacist, city) = three(&app);
    let receipt = nurse.files(ROOMS, &nurse.room_form("飲み会の相談", &[&pharmacist]));
    let _ = city.decides_on(ROOMS, &receipt, json!({ "decision": "reject" })).field_error("note", "required");
    let note = "職種の連携を目的とする部屋ではないため、開設できません。";
    city.decides_on(ROOMS, &receipt, json!({ "decision": "reject", "note": note })).ok();
    let told = nurse.follows(ROOMS, &receipt);
    assert_eq!((&told["status"], &told["note"]), (&json!("rejected"), &json!(note)));
    assert!(nurse.rooms().is_empty());
    let list = nurse.get("/api/room-applications").ok();
    assert_eq!(
        (&list["items"][0]["room_name"], &list["items"][0]["status"]),
        (&json!("飲み会の相談"), &json!("rejected"))
    );
}

#[test]
fn r23_everything_wrong_is_said_at_once_and_the_rules_must_be_accepted() {
    let app = App::start();
    let (nurse, _, _) = three(&app);
    let refused = nurse.sends(ROOMS, &json!({ "participants": [{ "user_id": 999 }] }));
    let refused = refused.field_error("name", "required").field_error("purpose", "required");
    let refused = refused.field_error("theme_id", "required").field_error("scope", "required");
    let refused = refused.field_error("participants[0].user_id", "unknown_account");
    let _ = refused.field_error("rules_accepted", "rules_required").field_error_count(7);
    let form = with(&nurse.room_form("褥瘡ケア研修の連絡", &[]), "/rules_accepted", false);
    let _ = nurse.sends(ROOMS, &form).field_error("rules_accepted", "rules_required").rule("R23");
    assert_eq!(nurse.get("/api/room-applications").at("/items"), json!([]));
}

#[test]
fn r24_the_name_says_the_purpose_and_belongs_to_one_open_room() {
    let app = App::start();
    let (nurse, pharmacist, city) = three(&app);
    let refused = nurse.sends(ROOMS, &nurse.room_form("みんなの部屋", &[]));
    let _ = refused.field_error("name", "says_no_purpose").rule("R24");
    // Two apply for one name; the second learns it when the first room is open, the city when it would accept.
    let first = nurse.files(ROOMS, &nurse.room_form("褥瘡ケア研修の連絡", &[]));
    let second = pharmacist.files(ROOMS, &pharmacist.room_form("じょくそう ケア研修の連絡", &[]));
    let third = pharmacist.files(ROOMS, &pharmacist.room_form("褥瘡ケア研修の　連絡", &[]));
    city.opens_collaboration_room(&first);
    city.opens_collaboration_room(&second);
    let warned = city.opens_at_desk(ROOMS, &third).ok();
    assert_eq!(warned["warnings"][0]["code"], "name_in_use");
    assert_eq!(warned["similar_rooms"][0]["name"], "褥瘡ケア研修の連絡");
    city.ticks_everything(&third);
    let _ = city.decides_on(ROOMS, &third, json!({ "decision": "accept" })).field_error("name", "name_in_use");
    let _ = nurse.sends(ROOMS, &nurse.room_form("褥瘡ケア研修の連絡", &[])).field_error("name", "name_in_use");
}

#[test]
fn r24_nobody_but_those_named_sees_the_room() {
    let app = App::start();
    let (nurse, pharmacist, city) = three(&app);
    let other = app.user("みなみ診療所", "鈴木 次郎", "スズキ ジロウ");
    let association = app.association_clerk("真間 進", "ママ ススム");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse, &pharmacist]);
    for who in [&other, &association, city] {
        assert_eq!(who.get(&format!("/api/rooms/{room}")).status, 404);
        assert_eq!(who.sees_members(room).status, 404);
    }
    // The city keeps the register; what is written in the room is not in it.
    assert_eq!(
        names(&city.get(&format!("/api/room-register/{room}/members")).at("/items")),
        ["佐藤 太郎", "山田 花子"]
    );
    for who in [&other, &association, &nurse] {
        assert_eq!(who.get(&format!("/api/room-register/{room}")).status, 403);
    }
}

#[test]
fn r8_whoever_is_stopped_is_out_of_the_room_and_counted_no_more() {
    let app = App::start();
    let (manager, nurse) = app.signed_in_manager_with("ひがし歯科", "山田 花子", "ヤマダ ハナコ");
    let pharmacist = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&pharmacist, &nurse]);
    let form = manager.stop_form(&[&nurse]);
    let receipt = manager.files(tests::STOPS, &form);
    app.first_clerk().accepts_at_desk(tests::STOPS, &receipt);
    assert_eq!(names(&pharmacist.sees_members(room).at("/items")), ["佐藤 太郎"]);
    assert_eq!(pharmacist.get("/api/rooms").at("/items/0/member_count"), 1);
}

#[test]
fn r12_the_city_types_in_what_came_on_paper() {
    let app = App::start();
    let (nurse, _, city) = three(&app);
    let mut form = nurse.room_form("褥瘡ケア研修の連絡", &[]);
    let _ = city.sends(ROOMS, &form).field_error("applicant.login_id", "required");
    form["applicant"] = json!({ "login_id": nurse.login_id, "name": "山田 花子" });
    form["channel"] = json!("post");
    let receipt = city.files(ROOMS, &form);
    let room = city.opens_collaboration_room(&receipt);
    assert_eq!(nurse.rooms(), [room]);
    // Somebody else's name is of no use to whoever is signed in.
    let pharmacist = app.user("みなみ薬局", "鈴木 次郎", "スズキ ジロウ");
    let mut form = pharmacist.room_form("在宅服薬の相談", &[]);
    form["applicant"] = json!({ "login_id": nurse.login_id, "name": "山田 花子" });
    let receipt = pharmacist.files(ROOMS, &form);
    assert_eq!(city.opens_at_desk(ROOMS, &receipt).at("/applicant/name"), "鈴木 次郎");
}

#[test]
fn a_retry_files_one_application_and_two_clerks_open_one_room() {
    let app = App::start();
    let (nurse, _, city) = three(&app);
    let form = nurse.room_form("褥瘡ケア研修の連絡", &[]);
    let send = || nurse.call("POST", &format!("/api/{ROOMS}")).idempotency_key("once-and-only-once").json(&form).send();
    let (first, second) = (Receipt::of(&send().created()), Receipt::of(&send().created()));
    assert_eq!(first.number, second.number);
    city.ticks_everything(&first);
    let version = city.opens_at_desk(ROOMS, &first).ok()["version"].clone();
    let path = format!("/api/{ROOMS}/{}/decision", first.number);
    let codes: Vec<u16> = std::thread::scope(|scope| {
        let clerks: Vec<_> = (0..8)
            .map(|_| {
                let (window, version, path) = (city.second_window(), &version, &path);
                scope.spawn(move || window.post(path, &json!({ "decision": "accept", "version": version })).status)
            })
            .collect();
        clerks.into_iter().map(|clerk| clerk.join().unwrap()).collect()
    });
    assert_eq!(codes.iter().filter(|code| **code == 200).count(), 1, "{codes:?}");
    assert_eq!(app.db_count("SELECT count(*) FROM rooms"), 1);
}
