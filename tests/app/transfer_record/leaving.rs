//! A record leaves: complete, valid, on record, and the room is told.

use super::{Team, of_type, purpose};
use serde_json::{Value, json};
use tests::message_path;

#[test]
fn r20_messages_leave_with_who_read_confirmed_and_answered() {
    let team = Team::start();
    let first = team.nurse.writes(team.room, "右踵に発赤があります。");
    let file = team.doctor.sends_file(team.room, "創部.txt", "写真の代わり".as_bytes());
    let answer = json!({ "body": "明日診ます", "reply_to": first["message_id"], "files": [file], "confirm": "all" });
    let answer = team.doctor.posts(team.room, &answer).created();
    let _ = team.nurse.put(&message_path(team.room, &answer, "/confirmation"), &json!({})).ok();
    team.nurse.has_read(team.room, &answer);
    let slip = team.nurse.writes(team.room, "別の方のこと");
    let _ = team.nurse.post(&message_path(team.room, &slip, "/withdrawal"), &json!({})).ok();

    let bundle = team.doctor.post(&team.address(), &purpose()).status(200);
    assert!(bundle.header("content-type").starts_with("application/fhir+json"));
    let bundle = bundle.json();
    let messages = of_type(&bundle, "Communication");
    assert_eq!(messages.len(), 3);
    assert_eq!(messages[0]["payload"][0]["contentString"], "右踵に発赤があります。");
    assert_eq!(
        messages[1]["inResponseTo"][0]["reference"],
        format!("urn:uuid:{}", messages[0]["id"].as_str().unwrap())
    );
    assert_eq!(messages[2]["status"], "entered-in-error");
    assert_eq!(messages[2]["payload"], Value::Null, "what was taken back is shown to nobody");
    let content = &of_type(&bundle, "Binary")[0];
    assert_eq!(content["data"], "5YaZ55yf44Gu5Luj44KP44KK");
    let confirmed = messages[1]["extension"].to_string();
    assert!(confirmed.contains("confirmation"), "{confirmed}");
    let readers =
        of_type(&bundle, "AuditEvent").iter().filter(|event| event["subtype"][0]["code"] == "read_up_to").count();
    assert_ne!(readers, 0);
}

#[test]
fn every_reference_of_a_bundle_leads_to_an_entry() {
    let team = Team::start();
    let _ = team.nurse.writes(team.room, "記録");
    let bundle = team.nurse.post(&team.address(), &purpose()).ok();
    let text = bundle.to_string();
    let known: Vec<&str> =
        bundle["entry"].as_array().unwrap().iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    let named: Vec<&str> = text.split('"').filter(|word| word.starts_with("urn:uuid:")).collect();
    assert!(named.len() > known.len());
    for one in named {
        assert!(known.contains(&one), "{one} leads nowhere");
    }
    let mut once = known.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), known.len(), "an entry twice");
}

#[test]
fn r21_an_export_is_on_record_and_the_room_is_told() {
    let team = Team::start();
    let bundle = team.nurse.post(&team.address(), &purpose()).ok();
    assert!(!bundle.to_string().contains("record_export"), "an export does not know of itself");
    let told = team.doctor.get(&format!("/api/rooms/{}", team.room)).ok()["events"].clone();
    assert_eq!(told[0]["kind"], "record_exported");
    assert!(told[0]["note"].as_str().unwrap().contains("転居先の地域への引き継ぎ"));
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'record.exported'"), 1);
    assert_eq!(team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'record_export'"), 1);
    let again = team.nurse.post(&team.address(), &purpose()).ok();
    assert!(again.to_string().contains("record_export"), "the first export is part of the record now");
    let _ = team.nurse.post(&team.address(), &json!({ "purpose": "" })).problem(422, "validation_failed");
}

#[test]
fn r18_who_is_not_in_the_room_takes_no_record_out() {
    let team = Team::start();
    for who in [&team.association, team.app.first_clerk()] {
        let _ = who.post(&team.address(), &purpose()).problem(404, "not_found");
    }
    let talk = team.app.collaboration_room("認知症の学びの場", &[&team.nurse]);
    let _ = team.nurse.post(&format!("/api/rooms/{talk}/fhir"), &purpose()).problem(404, "not_found");
}
