//! What leaves is FHIR R4, says a validator with HL7's own definitions, and has the codes that others look for.

use super::{Team, of_type, purpose};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// What the validator finds wrong. Node.js and the package are there where all tests run: `cargo xtask test`.
pub(super) fn findings(bundle: &Value) -> String {
    let script = tests::workspace().join("tests/fhir/validate.mjs");
    let mut node =
        Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("Node.js");
    node.stdin.take().unwrap().write_all(bundle.to_string().as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "the validator did not run; `npm ci` in tests/fhir installs it");
    String::from_utf8(output.stdout).unwrap()
}

/// Messages, measurements, a basic sheet and visits.
pub(super) fn full_record() -> (Team, Value) {
    let team = Team::start();
    let below = |what: &str| format!("/api/rooms/{}/records/{what}", team.room);
    let first = team.nurse.writes(team.room, "右踵に発赤があります。");
    let answer = json!({ "body": "明日診ます", "reply_to": first["message_id"], "mentions": [team.nurse.id()], "confirm": "all" });
    let answer = team.doctor.posts(team.room, &answer).created();
    team.nurse.has_read(team.room, &answer);
    let readings = json!({
        "body_temperature": 36.5, "systolic_pressure": 128, "diastolic_pressure": 76, "spo2": 97, "pulse": 72,
        "weight": 52.4, "main_dish": 8,
    });
    let measured = json!({ "measured_at": format!("{}T00:00:00+09:00", team.nurse.today()), "readings": readings, "note": "昼食前" });
    team.nurse.post(&below("vitals"), &measured).created();
    let sheet = json!({
        "allergies": { "none_known": false, "items": [{ "substance": "ペニシリン", "reaction": "全身の発疹" }] },
        "wishes": { "matters": "家で過ごしたい", "resuscitation": "", "said_on": "2026-10-01", "said_by": "本人" },
        "care": { "level": "care_3", "valid_from": "2026-04-01", "valid_until": null, "insured_number": "" },
        "diagnoses": [{ "name": "脳梗塞後遺症", "since": "2019年", "is_main": true }],
        "medicines": [{ "name": "アムロジピン錠5mg", "usage": "1日1回 朝食後", "prescriber": "みなみ診療所" }],
        "treatments": [], "doctors": [],
        "contacts": [{ "name": "国分 健", "relation": "長男", "phone": "090-1234-5678", "lives_together": false, "note": "" }],
        "living": "一人暮らし", "caution": "",
    });
    let put = team.nurse.call("PUT", &below("basic-sheet")).header("If-Match", "\"0\"").json(&sheet).send();
    let _ = put.status(200);
    let visit = json!({
        "visitor": { "user_id": team.nurse.id() }, "kind": "home_nursing", "first_day": team.nurse.today(),
        "start_minute": 540, "minutes": 60, "repeat": { "every": "week", "weeks": 1, "weekdays": ["mon", "thu"] },
        "note": "創部の処置",
    });
    team.nurse.post(&below("visits"), &visit).created();
    let bundle = team.doctor.post(&team.address(), &purpose()).ok();
    (team, bundle)
}

#[test]
fn a_whole_record_is_valid_fhir() {
    let (_team, bundle) = full_record();
    assert_eq!(findings(&bundle), "");
    let mut broken = bundle;
    broken["entry"][0]["resource"]["birthDate"] = json!(19_400_101);
    assert!(findings(&broken).contains("birthDate"), "the validator looks");
}

#[test]
fn a_record_has_everything_under_the_codes_that_others_look_for() {
    let (_team, bundle) = full_record();
    let observations = of_type(&bundle, "Observation");
    assert_eq!(observations.len(), 6, "blood pressure is one");
    let coded = |code: &str| observations.iter().find(|one| one["code"]["coding"][0]["code"] == code).unwrap();
    let temperature = &coded("8310-5")["valueQuantity"];
    assert_eq!((&temperature["value"], &temperature["code"]), (&json!(36.5), &json!("Cel")));
    let pressure = &coded("85354-9")["component"];
    assert_eq!(pressure[0]["valueQuantity"]["value"], 128.0);
    assert_eq!(pressure[1]["code"]["coding"][0]["code"], "8462-4");
    for (kind, text) in [
        ("AllergyIntolerance", "ペニシリン"),
        ("Condition", "脳梗塞後遺症"),
        ("MedicationStatement", "アムロジピン錠5mg"),
        ("RelatedPerson", "国分 健"),
        ("QuestionnaireResponse", "一人暮らし"),
        ("Appointment", "訪問看護"),
        ("Consent", "様式第7号"),
        ("CareTeam", "佐藤 進"),
        ("Patient", "コクブ チグサ"),
    ] {
        let found = of_type(&bundle, kind);
        assert_eq!(found.len(), 1, "{kind}");
        assert!(found[0].to_string().contains(text), "{kind}: {}", found[0]);
    }
}
