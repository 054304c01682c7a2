//! R21: the association looks into a room it is not in – with a reason, for a while, and the room is told.

use serde_json::{Value, json};
use tests::{App, SupportRoom, User, registrant};

fn breaks(clerk: &User, room: SupportRoom, reason: &str) -> tests::Reply {
    clerk.post(&room.path("/broken-glass"), &json!({ "reason": reason }))
}

fn room_of_hana(app: &App) -> (User, User, SupportRoom) {
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    (nurse, association, room)
}

#[test]
fn r21_breaking_the_glass_needs_a_reason_and_the_room_is_told() {
    let app = App::start();
    let (nurse, association, room) = room_of_hana(&app);
    let colleague = app.association_clerk("国府 台", "コウノ ダイ");
    assert_eq!(association.get(&room.path("")).status, 404);
    for empty in ["", "   ", "\n"] {
        let _ = breaks(&association, room, empty).problem(422, "validation_failed").field_error("reason", "required");
    }
    let _ = association.post(&room.path("/broken-glass"), &json!({})).field_error("reason", "required");
    let reason = "主治医の事業継続が難しくなり、引き継ぎの内容を確かめるため";
    let broken = breaks(&association, room, reason).created();
    let header = association.get(&room.path("")).ok();
    assert_eq!((&header["via"], &header["broken_glass_until"]), (&json!("broken_glass"), &broken["until"]));
    assert_eq!(colleague.get(&room.path("")).status, 404, "broken for one person alone");
    // The room reads who looked and why; so does the association's record, and the audit trail.
    let told = &nurse.get(&room.path("")).ok()["events"][0];
    assert_eq!(
        (&told["kind"], &told["note"], &told["actor_name"]),
        (&json!("glass_broken"), &json!(reason), &json!("真間 進"))
    );
    let record = association.get(&format!("/api/registrants/{}", room.registrant)).ok();
    assert_eq!(record["rooms"][0]["broken_glass"][0]["reason"], reason);
    let noted = app.first_clerk().get("/api/audit/events?action=support_room.glass_broken").ok();
    let event = &noted["items"][0];
    assert_eq!(
        (&event["subject"], &event["detail"]["reason"]),
        (&json!(format!("room:{}", room.room)), &json!(reason))
    );
    let outbox: String = app
        .db_connection()
        .query_row("SELECT payload FROM outbox WHERE topic = 'support_room.glass_broken'", [], |row| row.get(0))
        .unwrap();
    let outbox: Value = serde_json::from_str(&outbox).unwrap();
    assert_eq!(outbox, json!({ "room": room.room, "users": [nurse.id()] }));
    let seen = "SELECT count(*) FROM registrant_views WHERE via = 'broken_glass' AND what = 'room'";
    assert_eq!(app.db_count(seen), 1, "and what was seen is on record");
}

#[test]
fn r21_broken_glass_shows_a_room_for_a_while_and_changes_nothing() {
    let Some(app) = App::at("2026-11-26T09:00:00+09:00") else { return };
    let (_, association, room) = room_of_hana(&app);
    let city = app.first_clerk();
    assert_eq!(city.put("/api/settings/broken_glass_minutes", &json!({ "value": 10 })).ok()["unit"], "分");
    let broken = breaks(&association, room, "申し送りの内容を確かめるため").created();
    assert!(broken["until"].as_str().unwrap().starts_with("2026-11-26T00:1"), "{broken}");
    app.clock().advance_minutes(9);
    assert_eq!(association.get(&room.path("")).status, 200);
    app.clock().advance_minutes(2);
    assert_eq!(association.get(&room.path("")).status, 404);
    for refused in [4, 241] {
        let _ = city
            .put("/api/settings/broken_glass_minutes", &json!({ "value": refused }))
            .problem(422, "validation_failed")
            .rule("R21");
    }
}

#[test]
fn r21_the_reason_names_no_patient_because_the_city_reads_it() {
    let app = App::start();
    let (_, association, room) = room_of_hana(&app);
    for named in ["市川 花さんの家族から問い合わせ", "市川花さんの件", "いちかわ はな様の件", "市川さんの件"]
    {
        let _ = breaks(&association, room, named)
            .problem(422, "validation_failed")
            .rule("R21")
            .field_error("reason", "names_the_registrant");
    }
    let _ = breaks(&association, room, "市川市の担当者から問い合わせ").created();
}

#[test]
fn r21_glass_is_broken_by_the_association_alone_and_only_of_an_open_support_room() {
    let Some(app) = App::at("2026-11-26T09:00:00+09:00") else { return };
    let (nurse, association, room) = room_of_hana(&app);
    let reason = "申し送りの内容を確かめるため";
    for (who, status) in [(&nurse, 403), (app.first_clerk(), 403)] {
        assert_eq!(breaks(who, room, reason).status, status);
        assert_eq!(who.post("/api/rooms/99/broken-glass", &json!({ "reason": reason })).status, status);
    }
    app.db_connection()
        .execute("INSERT INTO rooms (id, kind, name, created_at) VALUES (70, 'collaboration', '摂食の勉強会', 0)", [])
        .unwrap();
    for nothing in ["99", "0", "x", "70"] {
        let path = format!("/api/rooms/{nothing}/broken-glass");
        let _ = association.post(&path, &json!({ "reason": reason })).problem(404, "not_found");
    }
    // A login of half an hour ago is not enough (R36).
    app.clock().advance_minutes(5);
    let _ = breaks(&association, room, reason).created();
    assert_eq!(association.get(&room.path("")).status, 200);
    // Once the room is closed it is open to nobody, broken glass or not.
    association.post(&room.path("/closure"), &json!({ "reason": "died", "note": "" })).ok();
    assert_eq!(association.get(&room.path("")).status, 404);
    let _ = breaks(&association, room, reason).problem(404, "not_found");
}
