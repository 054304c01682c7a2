//! Who may not take a record over, and what is none (R14, R18).

use super::Team;
use super::taking_over::{Sent, elsewhere};
use serde_json::{Value, json};
use tests::{SupportRoom, User, with};

fn moved() -> (Sent, Team) {
    let here = Team::start();
    here.nurse.writes(here.room, "右踵に発赤があります。");
    let bundle = here.exported();
    (Sent::of(&bundle, 1), elsewhere(&bundle))
}

#[test]
fn what_is_out_of_bounds_is_refused_by_its_name() {
    let (sent, there) = moved();
    for (field, wrong, code) in [
        ("reason", json!("転"), "too_short"),
        ("entries", json!(0), "out_of_range"),
        ("entries", json!(100_001), "out_of_range"),
        ("fingerprint", json!("00"), "malformed"),
        ("patient", json!("{}"), "unreadable"),
        ("patient", json!(sent.patient.replace("\"Patient\"", "\"Consent\"")), "not_a_patient"),
    ] {
        let announced = with(&sent.announcement(), &format!("/{field}"), wrong);
        let refused = there.nurse.post(&there.takeovers(), &announced).problem(422, "validation_failed");
        let _ = refused.field_error(field, code).field_error_count(1);
    }
    let takeover = there.begins(&there.nurse, &sent)["takeover_id"].clone();
    let last = sent.others.len();
    let too_many = vec![sent.others[0].clone(); 201];
    for (first, entries) in [(1, &too_many[..]), (1, &[]), (0, &sent.others[..1]), (last, &sent.others[..2])] {
        let _ = there.sends(&there.nurse, &takeover, first, entries).problem(422, "validation_failed");
    }
    let piece = |number: usize, piece: i64, input: &Value| {
        there.nurse.put(&format!("{}/{takeover}/entries/{number}/pieces/{piece}", there.takeovers()), input)
    };
    for (number, at, count) in [(1, 2, 2), (1, -1, 2), (1, 0, 65), (0, 0, 1), (last + 1, 0, 1)] {
        let _ = piece(number, at, &json!({ "pieces": count, "text": "x" })).problem(422, "validation_failed");
    }
    piece(1, 0, &json!({ "pieces": 2, "text": "{" })).ok();
    let _ = piece(1, 1, &json!({ "pieces": 3, "text": "}" })).problem(409, "other_entry");
    let unreadable = piece(1, 1, &json!({ "pieces": 2, "text": "}" })).problem(422, "validation_failed");
    let _ = unreadable.field_error("text", "unreadable");
}

#[test]
fn a_file_that_holds_the_same_entry_twice_is_not_taken_over() {
    let (sent, there) = moved();
    let takeover = there.begins(&there.nurse, &sent)["takeover_id"].clone();
    let same = vec![sent.others[0].clone(); sent.others.len()];
    for (at, batch) in same.chunks(100).enumerate() {
        there.sends(&there.nurse, &takeover, at * 100 + 1, batch).ok();
    }
    let _ = there.finishes(&there.nurse, &takeover).problem(409, "entries_twice");
}

/// What each thing that can be asked of a takeover answers.
fn asks_everything(who: &User, there: &Team, sent: &Sent, takeover: &Value) -> Vec<u16> {
    let below = |rest: &str| format!("{}/{takeover}{rest}", there.takeovers());
    let room = there.address();
    vec![
        who.get(&there.takeovers()).status,
        who.post(&there.takeovers(), &sent.announcement()).status,
        there.sends(who, takeover, 1, &sent.others[..1]).status,
        who.put(&below("/entries/1/pieces/0"), &json!({ "pieces": 1, "text": sent.others[0] })).status,
        there.finishes(who, takeover).status,
        who.delete(&below("")).status,
        who.get(&format!("{room}/carried-over?kind=Patient")).status,
        who.get(&format!("{room}/carried-over/0b0e3f6a-1c2d-8100-8000-00000000002a/content")).status,
    ]
}

#[test]
fn r18_who_has_left_the_room_takes_nothing_over_and_broken_glass_only_shows() {
    let (sent, there) = moved();
    let takeover = there.begins(&there.nurse, &sent)["takeover_id"].clone();
    let room = SupportRoom { room: there.room, registrant: 0 };
    let notice = there.nurse.team_notice(room, json!([there.doctor.leaves_today()]));
    there.association.accepts_notice(&there.nurse.files_notice(&notice));
    for who in [&there.doctor, &there.association, there.app.first_clerk()] {
        assert_eq!(asks_everything(who, &there, &sent, &takeover), [404; 8]);
    }
    let reason = json!({ "reason": "ご家族からの苦情を確かめるため" });
    there.association.post(&room.path("/broken-glass"), &reason).created();
    let answers = asks_everything(&there.association, &there, &sent, &takeover);
    assert_eq!(answers, [200, 404, 404, 404, 404, 404, 200, 404]);
}

#[test]
fn r18_another_room_of_hers_does_not_know_of_it() {
    let (sent, there) = moved();
    let takeover = there.begins(&there.nurse, &sent)["takeover_id"].clone();
    let she = tests::registrant("里見 とよ", "サトミ トヨ");
    let other = there.app.support_room(&there.association, &she, &[&there.nurse]);
    let path = other.path(&format!("/fhir/takeovers/{takeover}"));
    let entries = json!({ "entries": sent.others[..1] });
    let _ = there.nurse.put(&format!("{path}/entries/1"), &entries).problem(404, "not_found");
    let _ = there.nurse.post(&format!("{path}/finish"), &json!({})).problem(404, "not_found");
    let _ = there.nurse.delete(&path).problem(404, "not_found");
    assert_eq!(there.nurse.get(&other.path("/fhir/takeovers")).ok()["items"], json!([]));
}
