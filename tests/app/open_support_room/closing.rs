//! R18: a room ends for its team at once. R38: what is in it is kept.

use serde_json::{Value, json};
use tests::{App, Reply, SupportRoom, User, registrant};

fn closes(clerk: &User, room: SupportRoom, reason: &str) -> Reply {
    clerk.post(&room.path("/closure"), &json!({ "reason": reason, "note": "ご家族から電話で連絡" }))
}

fn reopens(clerk: &User, room: SupportRoom) -> Reply {
    clerk.post(&room.path("/reopening"), &json!({ "note": "別の方の連絡を取り違えました" }))
}

fn record(clerk: &User, room: SupportRoom) -> Value {
    clerk.get(&format!("/api/registrants/{}", room.registrant)).ok()
}

#[test]
fn r18_closing_is_immediate() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse, &doctor]);
    assert_eq!(nurse.get(&room.path("")).status, 200);
    closes(&association, room, "moved_away").ok();
    for member in [&nurse, &doctor] {
        assert_eq!(member.get(&room.path("")).status, 404);
        assert_eq!((member.rooms(), member.me().at("/rooms/support")), (vec![], json!(0)));
        let list = member.get("/api/rooms").ok();
        assert_eq!((&list["why_empty"], &list["ended_recently"]), (&json!("no_assignment"), &json!(1)));
    }
    // The team as it was is told, by number alone.
    let told: String = app
        .db_connection()
        .query_row("SELECT payload FROM outbox WHERE topic = 'support_room.closed'", [], |row| row.get(0))
        .unwrap();
    let mut team = serde_json::from_str::<Value>(&told).unwrap()["users"].clone();
    team.as_array_mut().unwrap().sort_by_key(Value::as_i64);
    let mut expected = [nurse.id(), doctor.id()];
    expected.sort_unstable();
    assert_eq!(team, json!(expected));
    let _ = closes(&association, room, "died").problem(409, "already_closed");
    let closed = app.first_clerk().get("/api/audit/events?action=support_room.closed").ok();
    assert_eq!(closed["items"][0]["detail"]["reason"], "moved_away");
    assert!(!closed.to_string().contains("電話"), "the note is the association's: {closed}");
}

#[test]
fn r38_a_closed_room_is_kept_for_the_years_that_the_city_has_set() {
    let Some(app) = App::at("2026-11-26T09:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let city = app.first_clerk();
    let first = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let second = app.support_room(&association, &registrant("青木 薫", "アオキ カオル"), &[&nurse]);
    assert_eq!(closes(&association, first, "died").at("/retain_until"), "2031-11-26");
    for refused in [4, 101] {
        let _ = city
            .put("/api/settings/content_retention_years", &json!({ "value": refused }))
            .problem(422, "validation_failed")
            .rule("R38");
    }
    city.put("/api/settings/content_retention_years", &json!({ "value": 10 })).ok();
    assert_eq!(closes(&association, second, "died").at("/retain_until"), "2036-11-26");
    // What was closed before keeps its day.
    let room = record(&association, first)["rooms"][0].clone();
    assert_eq!(
        (&room["retain_until"], &room["closed_reason"], &room["closed_note"]),
        (&json!("2031-11-26"), &json!("died"), &json!("ご家族から電話で連絡"))
    );
    let listed = association.get("/api/registrants?state=closed").ok();
    assert_eq!(listed["items"].as_array().unwrap().len(), 2);
}

#[test]
fn r14_a_withdrawn_consent_closes_the_room_and_undoing_restores_it() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    closes(&association, room, "consent_withdrawn").ok();
    assert_ne!(record(&association, room)["consents"][0]["withdrawn_at"], Value::Null);
    let _ = reopens(&association, room).status(204);
    assert_eq!(record(&association, room)["consents"][0]["withdrawn_at"], Value::Null);
    assert_eq!(nurse.get(&room.path("")).at("/consent/state"), "valid");
    // Any other closing leaves the consent as it is.
    closes(&association, room, "moved_away").ok();
    assert_eq!(record(&association, room)["consents"][0]["withdrawn_at"], Value::Null);
}

#[test]
fn r18_a_closing_by_mistake_is_undone_and_the_team_is_back() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let before = nurse.get(&room.path("")).ok();
    let _ = reopens(&association, room).problem(409, "not_closed");
    closes(&association, room, "died").ok();
    let _ = association.post(&room.path("/reopening"), &json!({})).problem(422, "validation_failed");
    assert_eq!(nurse.get(&room.path("")).status, 404);
    let _ = reopens(&association, room).status(204);
    let after = nurse.get(&room.path("")).ok();
    assert_eq!((&after["team"], &after["opened_at"]), (&before["team"], &before["opened_at"]));
    let kinds: Vec<&Value> = after["events"].as_array().unwrap().iter().map(|event| &event["kind"]).collect();
    assert_eq!(kinds[..2], ["reopened", "closed"]);
    assert_eq!(after["events"][0]["note"], "別の方の連絡を取り違えました");
    let state = record(&association, room)["rooms"][0].clone();
    assert_eq!((&state["closed_at"], &state["retain_until"]), (&Value::Null, &Value::Null));
    assert_eq!(app.db_count("SELECT count(*) FROM outbox WHERE topic = 'support_room.reopened'"), 1);
    assert_eq!(app.db_count("SELECT count(*) FROM audit_events WHERE action = 'support_room.reopened'"), 1);
}

#[test]
fn r17_a_reopened_room_says_when_its_last_clinician_has_gone_meanwhile() {
    let app = App::start();
    let (manager, doctor) = app.signed_in_manager_with("みなみ診療所", "佐藤 進", "サトウ ススム");
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse, &doctor]);
    closes(&association, room, "moved_away").ok();
    // The nurse's stay ends as by a Form 6 that the city accepts while the room is closed.
    app.db_connection().execute("UPDATE room_members SET until = since + 1 WHERE user_id = ?1", [nurse.id()]).unwrap();
    let _ = reopens(&association, room).status(204);
    let header = doctor.get(&room.path("")).ok();
    assert_ne!(header["without_clinician_from"], Value::Null, "{header}");
    assert_eq!(header["events"][0]["kind"], "without_clinician");
    assert_eq!(nurse.get(&room.path("")).status, 404);
    drop(manager);
}

#[test]
fn a_registrant_has_one_open_room() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let hana = registrant("市川 花", "イチカワ ハナ");
    let first = app.support_room(&association, &hana, &[&nurse]);
    closes(&association, first, "moved_away").ok();
    // She comes back: a new consent, a new room, one registrant.
    let receipt = nurse.files_set(&nurse.support_room_form(&hana, &[&nurse]));
    let identity = format!("/api/{}/{receipt}/identity", tests::SUPPORT_ROOMS);
    association.put(&identity, &json!({ "registrant_id": first.registrant })).ok();
    let second = association.opens_room(&receipt);
    assert_eq!(second.registrant, first.registrant);
    assert_ne!(second.room, first.room);
    let refused = reopens(&association, first).problem(409, "other_room_open");
    assert!(refused.text().contains("別の部屋"), "{refused}");
    assert_eq!(nurse.rooms(), [second.room]);
}

#[test]
fn r16_only_the_association_closes_and_reopens() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    for who in [&nurse, app.first_clerk()] {
        let _ = closes(who, room, "died").problem(403, "forbidden");
        let _ = reopens(who, room).problem(403, "forbidden");
    }
    for nothing in ["99", "x"] {
        let closure = json!({ "reason": "died", "note": "" });
        let _ = association.post(&format!("/api/rooms/{nothing}/closure"), &closure).problem(404, "not_found");
    }
    let _ = association.post(&room.path("/closure"), &json!({ "reason": "tired" })).refused();
    assert_eq!(nurse.get(&room.path("")).status, 200);
}
