//! A record comes into another system: whole, as it was, and leaves again with all that was in it (R18, R21, R38).

use super::valid::{findings, full_record};
use super::{Team, of_type, purpose};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::{Reply, User, registrant};

/// The entries of a Bundle by their addresses.
pub(super) fn entries(bundle: &Value) -> BTreeMap<String, Value> {
    let entry = |entry: &Value| (entry["fullUrl"].as_str().unwrap().to_owned(), entry.clone());
    bundle["entry"].as_array().unwrap().iter().map(entry).collect()
}

/// A Bundle as a browser sends it: the Patient first, then the others in their order.
pub(super) struct Sent {
    pub(super) patient: String,
    pub(super) others: Vec<String>,
    pub(super) fingerprint: String,
}

impl Sent {
    pub(super) fn of(bundle: &Value, fingerprint: u8) -> Self {
        let all = bundle["entry"].as_array().unwrap();
        let first = all.iter().position(|entry| entry["resource"]["resourceType"] == "Patient").unwrap();
        let others =
            all.iter().enumerate().filter(|(at, _)| *at != first).map(|(_, entry)| entry.to_string()).collect();
        Self { patient: all[first].to_string(), others, fingerprint: format!("{fingerprint:02x}").repeat(32) }
    }

    pub(super) fn announcement(&self) -> Value {
        json!({
            "reason": "転居で引き継ぐため", "entries": self.others.len() + 1, "fingerprint": self.fingerprint,
            "patient": self.patient, "is_same_person": false,
        })
    }
}

impl Team {
    pub(super) fn takeovers(&self) -> String {
        format!("{}/takeovers", self.address())
    }

    pub(super) fn begins(&self, who: &User, sent: &Sent) -> Value {
        who.post(&self.takeovers(), &sent.announcement()).created()
    }

    pub(super) fn sends(&self, who: &User, takeover: &Value, first: usize, entries: &[String]) -> Reply {
        who.put(&format!("{}/{takeover}/entries/{first}", self.takeovers()), &json!({ "entries": entries }))
    }

    pub(super) fn finishes(&self, who: &User, takeover: &Value) -> Reply {
        who.post(&format!("{}/{takeover}/finish", self.takeovers()), &json!({}))
    }

    pub(super) fn takes_over(&self, sent: &Sent) {
        let takeover = self.begins(&self.nurse, sent)["takeover_id"].clone();
        for (at, part) in sent.others.chunks(50).enumerate() {
            self.sends(&self.nurse, &takeover, at * 50 + 1, part).ok();
        }
        assert_eq!(self.finishes(&self.nurse, &takeover).ok()["is_finished"], true);
    }

    pub(super) fn exported(&self) -> Value {
        self.doctor.post(&self.address(), &purpose()).ok()
    }

    fn carried(&self, who: &User, kind: &str) -> Reply {
        who.get(&format!("{}/carried-over?kind={kind}", self.address()))
    }
}

/// A record of everything, a file among it.
pub(super) fn record_of_another_region() -> Value {
    let (team, _) = full_record();
    let file = team.doctor.sends_file(team.room, "創部.txt", "写真の代わり".as_bytes());
    team.doctor.posts(team.room, &json!({ "body": "明日診ます", "files": [file] })).created();
    team.exported()
}

/// The team of the same person in another system.
pub(super) fn elsewhere(record: &Value) -> Team {
    let mut she = registrant("国分 千草", "コクブ チグサ");
    she["birth_date"] = of_type(record, "Patient")[0]["birthDate"].clone();
    Team::of(&she)
}

#[test]
fn r38_a_record_comes_into_another_system_and_leaves_it_as_it_was() {
    let first = record_of_another_region();
    let second = elsewhere(&first);
    second.takes_over(&Sent::of(&first, 1));
    let _ = second.nurse.writes(second.room, "引き継ぎました。");
    let again = second.exported();
    assert_eq!(findings(&again), "");
    let (before, after) = (entries(&first), entries(&again));
    for (address, entry) in &before {
        assert_eq!(after.get(address), Some(entry), "{address}");
    }
    // All else is what the second system knows of its own, and its Patient says that both are one person.
    let own: Vec<&Value> = after
        .iter()
        .filter(|(address, _)| !before.contains_key(*address))
        .map(|(_, entry)| &entry["resource"])
        .collect();
    assert_eq!(own.iter().filter(|one| one["resourceType"] == "Communication").count(), 1);
    let patient = own.iter().find(|one| one["resourceType"] == "Patient").unwrap();
    let former = of_type(&first, "Patient")[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(patient["link"], json!([{ "other": { "reference": format!("urn:uuid:{former}") }, "type": "seealso" }]));
    for one in &own {
        let kinds = [
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "CareTeam",
            "Consent",
            "Communication",
            "AuditEvent",
        ];
        assert!(kinds.contains(&one["resourceType"].as_str().unwrap()), "{one}");
    }
    // And on into a third one: nothing is lost on the way.
    let third = elsewhere(&first);
    third.takes_over(&Sent::of(&again, 2));
    let last = entries(&third.exported());
    for (address, entry) in &after {
        assert_eq!(last.get(address), Some(entry), "{address}");
    }
}

#[test]
fn r21_the_team_reads_what_came_and_the_room_knows_who_took_it_over() {
    let first = record_of_another_region();
    let team = elsewhere(&first);
    team.takes_over(&Sent::of(&first, 1));
    let messages = team.carried(&team.doctor, "Communication").ok();
    assert_eq!(messages["items"].as_array().unwrap().len(), of_type(&first, "Communication").len());
    assert_eq!(messages["items"][0]["resource"]["payload"][0]["contentString"], "明日診ます", "the last one first");
    let file = messages["items"][0]["resource"]["payload"][1]["contentReference"]["reference"].clone();
    let paper = of_type(&first, "DocumentReference")
        .into_iter()
        .find(|one| file == format!("urn:uuid:{}", one["id"].as_str().unwrap()));
    let address = paper.unwrap()["content"][0]["attachment"]["url"].as_str().unwrap().replace("urn:uuid:", "");
    let content = team.doctor.get(&format!("{}/carried-over/{address}/content", team.address())).status(200);
    assert_eq!(content.body, "写真の代わり".as_bytes());
    assert_eq!(content.header("content-disposition"), "attachment");
    assert_eq!(content.header("content-type"), "application/octet-stream");
    let list = team.doctor.get(&team.takeovers()).ok();
    let line = &list["items"][0];
    assert_eq!((&line["reason"], &line["kinds"]["Binary"]), (&json!("転居で引き継ぐため"), &json!(1)));
    let told = team.doctor.get(&format!("/api/rooms/{}", team.room)).ok()["events"][0].clone();
    assert_eq!((&told["kind"], &told["note"]), (&json!("record_taken_over"), &json!("理由：転居で引き継ぐため")));
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'record.taken_over'"), 1);
    assert!(team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'records'") > 0);
    // What came is no message of this room.
    assert_eq!(team.nurse.get(&format!("/api/rooms/{}/messages", team.room)).ok()["items"], json!([]));
}

#[test]
fn what_broke_off_goes_on_and_is_seen_by_nobody_before_all_of_it_is_here() {
    let first = record_of_another_region();
    let sent = Sent::of(&first, 1);
    let team = elsewhere(&first);
    let begun = team.begins(&team.nurse, &sent);
    let takeover = begun["takeover_id"].clone();
    assert_eq!(begun["received"], 1);
    team.sends(&team.nurse, &takeover, 1, &sent.others[..5]).ok();
    let _ = team.finishes(&team.nurse, &takeover).problem(409, "entries_missing");
    assert_eq!(team.carried(&team.doctor, "Practitioner").ok()["items"], json!([]));
    assert!(of_type(&team.exported(), "Patient")[0]["link"].is_null());
    // The same file, chosen again by a colleague, goes on where it broke off; another one has to wait.
    let other = Sent { fingerprint: "ff".repeat(32), ..Sent::of(&first, 2) };
    let _ = team.doctor.post(&team.takeovers(), &other.announcement()).problem(409, "another_takeover");
    let again = team.begins(&team.doctor, &sent);
    assert_eq!((&again["takeover_id"], &again["received"]), (&takeover, &json!(6)));
    // What was sent is sent again, without harm; something else in its place is refused.
    assert_eq!(team.sends(&team.doctor, &takeover, 1, &sent.others[..5]).ok()["received"], 6);
    let _ = team.sends(&team.doctor, &takeover, 1, &sent.others[5..6]).problem(409, "other_entry");
    team.sends(&team.doctor, &takeover, 6, &sent.others[5..]).ok();
    team.finishes(&team.doctor, &takeover).ok();
    assert_eq!(team.finishes(&team.doctor, &takeover).ok()["is_finished"], true, "asked twice");
    assert_eq!(team.app.db_count("SELECT count(*) FROM room_events WHERE kind = 'record_taken_over'"), 1);
    let _ = team.nurse.post(&team.takeovers(), &sent.announcement()).problem(409, "already_taken_over");
    let _ = team.sends(&team.nurse, &takeover, 1, &sent.others[..1]).problem(409, "takeover_finished");
    let _ = team.nurse.delete(&format!("{}/{takeover}", team.takeovers())).problem(409, "takeover_finished");
}

#[test]
fn a_large_file_comes_in_pieces() {
    let first = record_of_another_region();
    let mut sent = Sent::of(&first, 1);
    let at = sent.others.iter().position(|entry| entry.contains("\"Binary\"")).unwrap();
    let large = sent.others[at].replace("5YaZ", &"QUJD".repeat(300_000));
    sent.others[at] = large.clone();
    let team = elsewhere(&first);
    let takeover = team.begins(&team.nurse, &sent)["takeover_id"].clone();
    team.sends(&team.nurse, &takeover, 1, &sent.others[..at]).ok();
    let pieces: Vec<&str> = large.as_bytes().chunks(500_000).map(|piece| std::str::from_utf8(piece).unwrap()).collect();
    let address = format!("{}/{takeover}/entries/{}/pieces", team.takeovers(), at + 1);
    let piece = |number: usize, text: &str| {
        team.nurse.put(&format!("{address}/{number}"), &json!({ "pieces": pieces.len(), "text": text }))
    };
    assert_eq!(pieces.len(), 3);
    for number in [2, 0, 0, 1] {
        piece(number, pieces[number]).ok();
    }
    let _ = piece(1, "else").problem(409, "other_entry");
    let _ = piece(3, "more").problem(422, "validation_failed");
    team.sends(&team.nurse, &takeover, at + 2, &sent.others[at + 1..]).ok();
    team.finishes(&team.nurse, &takeover).ok();
    let after = entries(&team.exported());
    let expected: Value = serde_json::from_str(&large).unwrap();
    assert_eq!(after.get(expected["fullUrl"].as_str().unwrap()), Some(&expected));
}

#[test]
fn r38_what_a_room_takes_over_has_its_bounds() {
    let first = record_of_another_region();
    let team = elsewhere(&first);
    let sent = Sent::of(&first, 1);
    let takeover = team.begins(&team.nurse, &sent)["takeover_id"].clone();
    team.sends(&team.nurse, &takeover, 1, &sent.others[..5]).ok();
    team.sends(&team.nurse, &takeover, 1, &sent.others[..5]).ok();
    let piece = json!({ "pieces": 2, "text": "長い" });
    let _ = team.nurse.put(&format!("{}/{takeover}/entries/6/pieces/0", team.takeovers()), &piece).ok();
    let kept = sent.others[..5].iter().chain([&sent.patient]).map(|entry| entry.chars().count()).sum::<usize>() + 2;
    let counted = team.app.db_count("SELECT characters FROM takeovers");
    assert_eq!(usize::try_from(counted).unwrap(), kept, "what is sent again is there once");
    let _ = team.nurse.delete(&format!("{}/{takeover}", team.takeovers())).status(204);
    let alone = |number: u8| Sent { others: Vec::new(), ..Sent::of(&first, number) };
    for number in 0..10 {
        let takeover = team.begins(&team.nurse, &alone(number))["takeover_id"].clone();
        team.finishes(&team.nurse, &takeover).ok();
    }
    let _ = team.nurse.post(&team.takeovers(), &alone(10).announcement()).problem(409, "too_many_takeovers");
}

#[test]
fn r18_the_record_of_somebody_else_and_what_is_no_record_is_refused() {
    let first = record_of_another_region();
    let sent = Sent::of(&first, 1);
    let team = elsewhere(&first);
    let with = |from: &str, to: &str| Sent { patient: sent.patient.replace(from, to), ..Sent::of(&first, 1) };
    let birth = of_type(&first, "Patient")[0]["birthDate"].as_str().unwrap().to_owned();
    let other = with(&birth, "1939-02-03").announcement();
    let _ = team.nurse.post(&team.takeovers(), &other).field_error("patient", "another_birth_date");
    // Written otherwise, as after a marriage: somebody has to say that it is she.
    let renamed =
        Sent { patient: with("国分", "市川").patient.replace("コクブ", "イチカワ"), ..Sent::of(&first, 1) };
    let mut announced = renamed.announcement();
    let _ = team.nurse.post(&team.takeovers(), &announced).field_error("is_same_person", "name_differs");
    announced["is_same_person"] = json!(true);
    let takeover = team.nurse.post(&team.takeovers(), &announced).created()["takeover_id"].clone();
    let strange = sent.others[0].replace("Organization", "Device").replace("Practitioner", "Device");
    let bad = [sent.others[1].clone(), strange, "{}".to_owned()];
    let refused = team.sends(&team.nurse, &takeover, 1, &bad);
    let refused = refused.field_error("entries[1]", "unknown_resource");
    let _ = refused.field_error("entries[2]", "unreadable");
    assert_eq!(team.begins_again(&announced)["received"], 1, "nothing of a bad batch stays");
    let past_the_end = sent.others.len();
    let _ = team.sends(&team.nurse, &takeover, past_the_end, &sent.others[..2]).problem(422, "validation_failed");
    // Given up, nothing is left of it.
    let one = format!("{}/{takeover}", team.takeovers());
    for who in [&team.association, team.app.first_clerk()] {
        let _ = who.delete(&one).problem(404, "not_found");
        let _ = team.carried(who, "Communication").problem(404, "not_found");
    }
    let _ = team.doctor.delete(&one).status(204);
    let _ = team.doctor.delete(&one).problem(404, "not_found");
    assert_eq!(team.app.db_count("SELECT count(*) FROM carried_entries"), 0);
    let talk = team.app.collaboration_room("認知症の学びの場", &[&team.nurse]);
    let _ = team.nurse.get(&format!("/api/rooms/{talk}/fhir/takeovers")).problem(404, "not_found");
    let _ =
        team.nurse.post(&format!("/api/rooms/{talk}/fhir/takeovers"), &sent.announcement()).problem(404, "not_found");
}

impl Team {
    fn begins_again(&self, announced: &Value) -> Value {
        self.nurse.post(&self.takeovers(), announced).created()
    }
}
