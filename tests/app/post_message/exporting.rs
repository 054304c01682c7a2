//! What was written in a room, for a case conference: on record, and the room is told (R21).

use super::Team;
use serde_json::{Value, json};
use tests::{message_path, texts};

#[test]
fn a_member_exports_a_period_and_the_room_is_told() {
    let team = Team::start();
    team.nurse.writes(team.room, "昨日の記録");
    team.app.clock().advance_days(1);
    let (nurse, doctor) = (team.nurse.second_window_signed_in(), team.doctor.second_window_signed_in());
    nurse.writes(team.room, "=今日の, \"記録\"");
    let slip = nurse.writes(team.room, "取り消すもの");
    let _ = nurse.post(&message_path(team.room, &slip, "/withdrawal"), &json!({})).ok();
    let address = format!("/api/rooms/{}/exports", team.room);
    let asked =
        json!({ "format": "print", "from": nurse.today(), "to": nurse.today(), "purpose": "退院前カンファレンス" });
    let printed = doctor.post(&address, &asked).ok();
    assert_eq!(texts(&printed["items"]), ["=今日の, \"記録\""]);
    assert_eq!((&printed["registrant_name"], &printed["exported_by"]), (&json!("国分 千草"), &json!("佐藤 進")));
    let table = json!({ "format": "csv", "purpose": "退院前カンファレンス" });
    let csv = doctor.post(&address, &table).status(200);
    assert!(csv.header("content-type").starts_with("text/csv"));
    let text = csv.text();
    assert!(text.starts_with('\u{FEFF}') && text.contains("昨日の記録"), "{text}");
    assert!(text.contains("\"'=今日の, \"\"記録\"\"\""), "a cell that would be a formula: {text}");
    assert!(!text.contains("取り消すもの"), "{text}");
    let told = nurse.get(&format!("/api/rooms/{}", team.room)).ok()["events"].clone();
    assert_eq!(told[0]["kind"], "exported");
    assert!(told[0]["note"].as_str().unwrap().contains("退院前カンファレンス"));
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'room.exported'"), 2);
    assert_ne!(team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'export'"), 0);
    let _ = doctor.post(&address, &json!({ "format": "csv", "purpose": "" })).problem(422, "validation_failed");
    let turned =
        json!({ "format": "csv", "from": "2026-06-02", "to": "2026-06-01", "purpose": "退院前カンファレンス" });
    let _ = doctor.post(&address, &turned).problem(422, "validation_failed").field_error("to", "ends_before_it_begins");
    assert_eq!(Value::Null, printed["items"][0]["withdrawn_at"]);
}

#[test]
fn r18_who_is_not_in_the_room_exports_nothing() {
    let team = Team::start();
    team.nurse.writes(team.room, "記録");
    let asked = json!({ "format": "csv", "purpose": "退院前カンファレンス" });
    let address = format!("/api/rooms/{}/exports", team.room);
    for who in [&team.association, team.app.first_clerk()] {
        let _ = who.post(&address, &asked).problem(404, "not_found");
    }
    team.nurse_leaves();
    let _ = team.nurse.post(&address, &asked).problem(404, "not_found");
}
