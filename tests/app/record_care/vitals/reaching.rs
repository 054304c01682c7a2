//! Who reaches what was measured (R18, R21, R27), and on what it is read (R32).

use super::{Team, entry, entry_path};
use serde_json::json;
use tests::User;

/// Every way to what was measured.
fn reads(who: &User, team: &Team, id: &str) -> Vec<u16> {
    let points = "/points?kinds=pulse&from=2026-11-26&to=2026-11-26";
    let mut statuses: Vec<u16> = ["", "/latest", points, "/limits", &format!("{id}/versions")]
        .iter()
        .map(|rest| who.get(&team.path(rest)).status)
        .collect();
    statuses.push(who.post(&team.path("/pasted-text"), &json!({ "text": "" })).status);
    let export = json!({ "from": "2026-11-26", "to": "2026-11-26", "purpose": "カンファレンス" });
    statuses.push(who.post(&team.path("/exports"), &export).status);
    statuses
}

fn writes(who: &User, team: &Team, id: &str) -> Vec<u16> {
    let pulse = entry("09:00:00", &json!({ "pulse": 72 }));
    vec![
        who.post(&team.path(""), &pulse).status,
        who.post(&team.path("/batches"), &json!({ "items": [pulse.clone()] })).status,
        who.put(&team.path(id), &json!({ "entry": pulse, "version": 1, "reason": "確かめた" })).status,
        who.post(&team.path(&format!("{id}/withdrawal")), &json!({ "reason": "確かめた" })).status,
        who.put(&team.path("/limits/pulse"), &json!({ "low": null, "high": 100 })).status,
    ]
}

#[test]
fn r18_whoever_is_not_in_the_team_finds_nothing_and_changes_nothing() {
    let team = Team::start();
    let id = entry_path(&team.enters(&team.doctor, "09:00:00", &json!({ "pulse": 72 })).created(), "");
    let elsewhere = team.app.user_working_as("きた診療所", "今井 誠", "イマイ マコト", "doctor");
    assert_eq!(reads(&team.nurse, &team, &id), [200; 7]);
    team.nurse_leaves();
    for who in [&elsewhere, &team.association, team.app.first_clerk(), &team.nurse] {
        assert_eq!(reads(who, &team, &id), [404; 7]);
        assert_eq!(writes(who, &team, &id), [404; 5]);
    }
    assert_eq!(team.app.db_count("SELECT count(*) FROM measurements"), 1);
}

#[test]
fn r18_a_number_of_another_room_leads_nowhere() {
    let team = Team::start();
    let id = entry_path(&team.enters(&team.nurse, "09:00:00", &json!({ "pulse": 72 })).created(), "");
    let other =
        team.app.support_room(&team.association, &tests::registrant("市川 節", "イチカワ セツ"), &[&team.nurse]);
    let path = |rest: &str| other.path(&format!("/records/vitals{id}{rest}"));
    let _ = team.nurse.get(&path("/versions")).problem(404, "not_found");
    let _ = team.nurse.post(&path("/withdrawal"), &json!({})).problem(404, "not_found");
    let entry = entry("09:00:00", &json!({ "pulse": 73 }));
    let _ = team.nurse.put(&path(""), &json!({ "entry": entry, "version": 1 })).problem(404, "not_found");
    assert_eq!(team.nurse.get(&other.path("/records/vitals")).ok()["items"], json!([]));
}

#[test]
fn r21_every_look_at_what_was_measured_is_on_record_and_broken_glass_changes_nothing() {
    let team = Team::start();
    let id = entry_path(&team.enters(&team.nurse, "09:00:00", &json!({ "pulse": 72 })).created(), "");
    let looks = || team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'records'");
    assert_eq!(looks(), 0, "to enter something shows nothing");
    let _ = team.doctor.get(&team.path("/latest")).ok();
    assert_eq!(looks(), 1);
    let reason = json!({ "reason": "ご家族からの苦情を確かめるため" });
    let glass = format!("/api/rooms/{}/broken-glass", team.room);
    team.association.post(&glass, &reason).created();
    let _ = team.association.get(&team.path("")).ok();
    assert_eq!(looks(), 2);
    assert_eq!(writes(&team.association, &team, &id), [404; 5]);
}

#[test]
fn r27_a_collaboration_room_has_no_vitals() {
    let team = Team::start();
    let room = team.app.collaboration_room("褥瘡ケア研修の連絡", &[&team.nurse, &team.doctor]);
    let path = format!("/api/rooms/{room}/records/vitals");
    let _ = team.nurse.get(&path).problem(404, "not_found");
    let _ = team.nurse.post(&path, &entry("09:00:00", &json!({ "pulse": 72 }))).problem(404, "not_found");
}
