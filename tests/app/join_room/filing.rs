//! One form for both, and what it refuses (R25).

use serde_json::{Value, json};
use tests::{App, MEMBERSHIPS, User, names, with};

fn people(app: &App) -> (User, User, User, i64) {
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let (manager, pharmacist) = app.signed_in_manager_with("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    (nurse, manager, pharmacist, room)
}

#[test]
fn r25_several_join_with_one_application_and_one_of_them_leaves() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, manager, pharmacist, room) = people(&app);
    let receipt = nurse.asks_membership("join", room, &[&manager, &pharmacist]);
    assert!(receipt.number.starts_with("2-26-"));
    let asked = city.opens_at_desk(MEMBERSHIPS, &receipt).ok();
    assert_eq!(
        (&asked["applicant"]["name"], &asked["room"]["name"]),
        (&json!("山田 花子"), &json!("褥瘡ケア研修の連絡"))
    );
    assert_eq!(
        (&asked["people"][0]["is_member"], &asked["people"][0]["organization_name"]),
        (&json!(false), &json!("きた薬局"))
    );
    assert!(pharmacist.rooms().is_empty(), "the city decides");
    let done = city.accepts_at_desk(MEMBERSHIPS, &receipt);
    assert_eq!(done["status"], "completed");
    assert_eq!((manager.rooms(), pharmacist.rooms()), (vec![room], vec![room]));
    let header = nurse.get(&format!("/api/rooms/{room}")).ok();
    assert_eq!(header["collaboration"]["member_count"], 3);
    assert_eq!(header["events"][0]["kind"], "participant_joined");

    let leaving = json!({ "change": "leave", "room_id": room, "people": [{ "user_id": pharmacist.id() }] });
    let receipt = pharmacist.files(MEMBERSHIPS, &leaving);
    assert_eq!(pharmacist.rooms(), [room]);
    city.accepts_at_desk(MEMBERSHIPS, &receipt);
    assert!(pharmacist.rooms().is_empty());
    assert_eq!(pharmacist.get(&format!("/api/rooms/{room}")).status, 404, "at once, under every address");
    assert_eq!(nurse.sees_members(room).at("/items").as_array().unwrap().len(), 2);
    let mine = nurse.get("/api/room-applications").ok();
    let changes: Vec<Value> = mine["items"].as_array().unwrap().iter().map(|item| item["change"].clone()).collect();
    assert_eq!(changes, [json!("join"), Value::Null], "her own, and the room's");
}

#[test]
fn r25_a_manager_asks_that_his_people_are_taken_out_and_nobody_else_does() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, manager, pharmacist, room) = people(&app);
    city.accepts_at_desk(MEMBERSHIPS, &nurse.asks_membership("join", room, &[&pharmacist]));
    let refused = nurse.sends(MEMBERSHIPS, &nurse.membership_form("leave", room, &[&pharmacist]));
    let _ = refused.field_error("people[0].user_id", "not_yours").rule("R25");
    let refused = manager.sends(MEMBERSHIPS, &manager.membership_form("leave", room, &[&nurse]));
    let _ = refused.field_error("people[0].user_id", "not_yours");
    let receipt = manager.asks_membership("leave", room, &[&pharmacist]);
    city.accepts_at_desk(MEMBERSHIPS, &receipt);
    assert!(pharmacist.rooms().is_empty());
    // A clerk types what came on paper, for whomever it is.
    let mut paper = city.membership_form("leave", room, &[&nurse]);
    paper["applicant"] = json!({ "login_id": manager.login_id, "name": manager.me().at("/name") });
    paper["channel"] = json!("in_person");
    let receipt = city.files(MEMBERSHIPS, &paper);
    city.accepts_at_desk(MEMBERSHIPS, &receipt);
    assert!(nurse.rooms().is_empty());
}

#[test]
fn r25_what_is_so_already_or_asked_for_already_is_said_at_the_person() {
    let app = App::start();
    let (nurse, _, pharmacist, room) = people(&app);
    let refused = nurse.sends(MEMBERSHIPS, &nurse.membership_form("join", room, &[&pharmacist, &nurse]));
    let _ = refused.field_error("people[1].user_id", "already_member").rule("R25").field_error_count(1);
    let refused = pharmacist.sends(MEMBERSHIPS, &pharmacist.membership_form("leave", room, &[&pharmacist]));
    let _ = refused.field_error("people[0].user_id", "not_member");
    let receipt = nurse.asks_membership("join", room, &[&pharmacist]);
    let refused = pharmacist.sends(MEMBERSHIPS, &pharmacist.membership_form("join", room, &[&pharmacist]));
    let _ = refused.field_error("people[0].user_id", "already_asked");
    nurse.post(&format!("/api/{MEMBERSHIPS}/{}/withdrawal", receipt.number), &json!({})).ok();
    let _ = pharmacist.asks_membership("join", room, &[&pharmacist]);
}

#[test]
fn r25_the_form_asks_first_which_of_the_two_and_names_room_and_people() {
    let app = App::start();
    let (nurse, _, pharmacist, room) = people(&app);
    let refused = nurse.sends(MEMBERSHIPS, &json!({}));
    let first = refused.at("/errors/0/field");
    assert_eq!(first, "change");
    let refused = refused.field_error("change", "required").field_error("room_name", "required");
    let _ = refused.field_error("people", "required").field_error("reason", "required");
    // The room by its name, however it is written; the people by login ID and name.
    let by_name = json!({
        "change": "join", "room_name": "褥瘡ｹｱ研修の 連絡", "reason": "薬剤師として助言します。",
        "people": [{ "login_id": pharmacist.login_id, "name": "佐藤太郎" }],
    });
    let receipt = nurse.files(MEMBERSHIPS, &by_name);
    assert_eq!(app.first_clerk().opens_at_desk(MEMBERSHIPS, &receipt).at("/content/room_id"), room);
    let wrong = with(&by_name, "/people/0/name", "佐藤 次郎");
    let _ = nurse.sends(MEMBERSHIPS, &wrong).field_error("people[0].login_id", "unknown_account");
    let _ =
        nurse.sends(MEMBERSHIPS, &with(&by_name, "/room_name", "ない部屋")).field_error("room_name", "unknown_room");
}

#[test]
fn r13b_a_returned_application_is_corrected_by_who_filed_it_and_read_by_nobody_else() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, manager, pharmacist, room) = people(&app);
    let receipt = nurse.asks_membership("join", room, &[&pharmacist]);
    city.decides_on(MEMBERSHIPS, &receipt, json!({ "decision": "return", "note": "役割を書いてください。" })).ok();
    let correction = format!("/api/{MEMBERSHIPS}/{}/correction", receipt.number);
    let mut form = nurse.membership_form("join", room, &[&pharmacist, &manager]);
    form["reason"] = json!("薬剤師として助言します。");
    for stranger in [&manager, &pharmacist] {
        assert_eq!(stranger.post(&correction, &form).status, 401);
        assert_eq!(stranger.get(&format!("/api/{MEMBERSHIPS}/{}/follow-up", receipt.number)).status, 401);
    }
    nurse.post(&correction, &form).ok();
    city.accepts_at_desk(MEMBERSHIPS, &receipt);
    assert_eq!(names(&nurse.sees_members(room).at("/items")).len(), 3);
}
