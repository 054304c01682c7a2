//! People whom a Form 8 names before they have an account: the association assigns them once they have one.

use serde_json::{Value, json};
use tests::{App, SupportRoom, User, joins, registrant};

/// A pharmacist as a Form 8 names her who has no account yet.
fn pharmacist(on: &str) -> Value {
    json!({
        "change": "add", "on": on, "user_id": null, "name": "鈴木 恵", "kana": "スズキ メグミ",
        "profession": "pharmacist", "organization_name": "ひがし薬局",
    })
}

fn scene(app: &App) -> (User, User, SupportRoom) {
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    (nurse, association, room)
}

fn assigns(clerk: &User, room: SupportRoom, awaiting: &Value, user: Option<i64>) -> tests::Reply {
    clerk.post(&room.path(&format!("/awaiting/{awaiting}/assignment")), &json!({ "user_id": user }))
}

#[test]
fn r16_a_person_without_account_is_awaited_and_then_assigned_once() {
    let app = App::start();
    let (nurse, association, room) = scene(&app);
    let receipt = nurse.reports_change(room, &[pharmacist(&app.day(0))]);
    let shown = association.opens_notice(&receipt);
    assert_eq!(
        (&shown["warnings"][0]["code"], &shown["members"][0]["candidates"]),
        (&json!("without_account"), &json!([]))
    );
    association.accepts_notice(&receipt);
    assert_eq!(tests::names(&nurse.get(&room.path("")).at("/awaiting")), ["鈴木 恵"]);
    let user = app.user_working_as("ひがし薬局", "鈴木 恵", "スズキ メグミ", "pharmacist");
    assert_eq!(user.rooms(), Vec::<i64>::new(), "an account alone opens no room");
    let awaited = association.room_record(room)["awaiting"][0].clone();
    assert_eq!(awaited["candidates"][0]["user_id"], user.id(), "{awaited}");
    let awaiting = &awaited["awaiting_id"];
    for (clerk, expected) in [(&nurse, 403), (app.first_clerk(), 403)] {
        assert_eq!(assigns(clerk, room, awaiting, Some(user.id())).status, expected);
    }
    let nowhere = SupportRoom { room: 99, ..room };
    assert_eq!(assigns(&association, nowhere, awaiting, Some(user.id())).status, 404);
    for nobody in [9_999, app.first_clerk().id()] {
        let _ = assigns(&association, room, awaiting, Some(nobody)).field_error("user_id", "unknown_person");
    }
    let _ = assigns(&association, room, awaiting, Some(user.id())).ok();
    let _ = assigns(&association, room, awaiting, Some(user.id())).problem(409, "already_settled");
    assert_eq!((user.rooms(), user.team_of(room).len()), (vec![room.room], 2));
    let header = nurse.get(&room.path("")).ok();
    assert_eq!((&header["awaiting"], &header["events"][0]["about_name"]), (&json!([]), &json!("鈴木 恵")));
    let noted = "SELECT count(*) FROM audit_events WHERE action = 'support_room.awaiting_settled'";
    assert_eq!(app.db_count(noted), 1);
}

#[test]
fn who_is_no_longer_wanted_is_settled_without_an_account() {
    let app = App::start();
    let (nurse, association, room) = scene(&app);
    association.accepts_notice(&nurse.reports_change(room, &[pharmacist(&app.day(0))]));
    let awaiting = association.room_record(room)["awaiting"][0]["awaiting_id"].clone();
    let _ = assigns(&association, room, &awaiting, None).ok();
    let _ = assigns(&association, room, &awaiting, None).problem(409, "already_settled");
    assert_eq!(nurse.get(&room.path("")).at("/awaiting"), json!([]));
}

#[test]
fn who_came_in_by_another_notice_meanwhile_is_settled_and_stays_once() {
    let app = App::start();
    let (nurse, association, room) = scene(&app);
    association.accepts_notice(&nurse.reports_change(room, &[pharmacist(&app.day(0))]));
    let user = app.user_working_as("ひがし薬局", "鈴木 恵美", "スズキ エミ", "pharmacist");
    association.accepts_notice(&nurse.reports_change(room, &[joins(&user, &app.day(0))]));
    let awaiting = association.room_record(room)["awaiting"][0]["awaiting_id"].clone();
    let _ = assigns(&association, room, &awaiting, Some(user.id())).ok();
    assert_eq!(association.room_record(room)["team"].as_array().unwrap().len(), 2);
    let differs = "SELECT count(*) FROM audit_events WHERE action = 'support_room.awaiting_settled'
                      AND json_extract(detail, '$.reading_differs') = 1";
    assert_eq!(app.db_count(differs), 1, "the reading was another one");
}

#[test]
fn r16_the_day_that_the_form_8_names_holds_for_an_account_that_comes_before_it() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let (nurse, association, room) = scene(&app);
    association.accepts_notice(&nurse.reports_change(room, &[pharmacist("2026-06-10")]));
    let user = app.user_working_as("ひがし薬局", "鈴木 恵", "スズキ メグミ", "pharmacist");
    let awaiting = association.room_record(room)["awaiting"][0]["awaiting_id"].clone();
    let _ = assigns(&association, room, &awaiting, Some(user.id())).ok();
    assert_eq!((user.rooms(), nurse.get(&room.path("")).at("/planned/0/name")), (vec![], json!("鈴木 恵")));
    app.clock().set("2026-06-10T00:00:01+09:00");
    assert_eq!(user.second_window_signed_in().rooms(), [room.room]);
}
