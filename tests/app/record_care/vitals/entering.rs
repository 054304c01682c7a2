//! Entering what was measured.

use super::{Team, entry};
use serde_json::{Value, json};

#[test]
fn r9_an_entry_holds_whatever_was_measured_and_who_measured_it_as_the_person_was_then() {
    let team = Team::start();
    let everything = json!({
        "body_temperature": 36.5, "pulse": 72, "systolic_pressure": 128, "diastolic_pressure": 76, "respiration": 16,
        "spo2": 97, "oxygen_flow": 0, "weight": 52.4, "blood_glucose": 112, "main_dish": 8, "side_dish": 10,
        "fluids": 1_200, "urine": 6, "stool": 1, "pain": 3,
    });
    let mut input = entry("09:15:42", &everything);
    input["glucose_timing"] = json!("after_meal");
    input["note"] = json!("  昼食の前\nよく眠れた ");
    let stored = team.nurse.post(&team.path(""), &input).created();
    for (kind, value) in everything.as_object().unwrap() {
        assert_eq!(stored["readings"][kind].as_f64(), value.as_f64(), "{kind}");
    }
    assert_eq!(
        (&stored["measured_at"], &stored["note"], &stored["glucose_timing"]),
        (&json!("2026-11-26T00:15:00Z"), &json!("昼食の前\nよく眠れた"), &json!("after_meal"))
    );
    let author = &stored["author"];
    assert_eq!((&author["name"], &author["profession"]), (&json!("山田 花子"), &json!("visiting_nurse")));
    assert_eq!((&stored["source"], &stored["version"]), (&json!("typed"), &json!(1)));
    assert_eq!(team.table(&team.doctor)[0], stored);
    assert_eq!(team.app.db_count("SELECT count(*) FROM vital_points"), 15);
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'vitals.recorded'"), 1);
    let telling = team.app.db_count(
        "SELECT count(*) FROM audit_events WHERE action LIKE 'vitals.%' AND (detail LIKE '%36.5%' OR detail LIKE '%365%')",
    );
    assert_eq!(telling, 0, "what was measured is not in the audit trail");
}

#[test]
fn what_cannot_have_been_measured_is_asked_about_and_never_stored() {
    let team = Team::start();
    for confirmed in [false, true] {
        let mut fever = entry("09:00:00", &json!({ "body_temperature": 350, "pulse": 72 }));
        fever["confirmed"] = json!(confirmed);
        let refused = team.nurse.post(&team.path(""), &fever).problem(422, "validation_failed");
        let refused = refused.field_error("readings.body_temperature", "impossible").field_error_count(1);
        assert!(refused.text().contains("35.0 ではありませんか"), "{refused}");
    }
    let swapped = team.enters(&team.nurse, "09:00:00", &json!({ "systolic_pressure": 76, "diastolic_pressure": 128 }));
    let swapped = swapped.problem(422, "validation_failed").field_error("readings.diastolic_pressure", "impossible");
    assert!(swapped.text().contains("128/76 ではありませんか"), "{swapped}");
    for readings in
        [json!({ "pulse": 72.5 }), json!({ "pulse": -1 }), json!({ "pain": 11 }), json!({ "weight": 52.45 })]
    {
        let _ = team.enters(&team.nurse, "09:00:00", &readings).problem(422, "validation_failed").field_error_count(1);
    }
    let _ = team
        .enters(&team.nurse, "09:00:00", &json!({}))
        .problem(422, "validation_failed")
        .field_error("readings", "required");
    let _ =
        team.enters(&team.nurse, "09:00:00", &json!({ "diastolic_pressure": 70 })).problem(422, "validation_failed");
    assert_eq!(team.app.db_count("SELECT count(*) FROM measurements"), 0);
    assert_eq!(team.app.db_count("SELECT count(*) FROM vital_points"), 0);
}

#[test]
fn what_is_unusual_is_stored_once_somebody_says_that_it_was_measured_so() {
    let team = Team::start();
    let mut fever = entry("09:00:00", &json!({ "body_temperature": 41.5, "spo2": 74, "pulse": 88 }));
    let refused = team.nurse.post(&team.path(""), &fever).problem(422, "validation_failed").field_error_count(2);
    let _ = refused.field_error("readings.body_temperature", "unusual").field_error("readings.spo2", "unusual");
    fever["confirmed"] = json!(true);
    let stored = team.nurse.post(&team.path(""), &fever).created();
    assert_eq!(stored["readings"]["body_temperature"], 41.5);
}

#[test]
fn times_lie_neither_ahead_nor_ages_ago() {
    let team = Team::start();
    let pulse = json!({ "pulse": 72 });
    let ahead = team.enters(&team.nurse, "10:20:00", &pulse).problem(422, "validation_failed");
    let _ = ahead.field_error("measured_at", "in_the_future");
    let _ = team.enters(&team.nurse, "10:03:00", &pulse).created();
    let old = json!({ "measured_at": "1996-11-26T09:00:00+09:00", "readings": pulse });
    let _ = team
        .nurse
        .post(&team.path(""), &old)
        .problem(422, "validation_failed")
        .field_error("measured_at", "too_long_ago");
}

#[test]
fn a_retry_on_a_poor_network_stores_nothing_twice() {
    let team = Team::start();
    let input = entry("09:00:00", &json!({ "pulse": 72 }));
    let sends = |input: &Value| {
        team.nurse.call("POST", &team.path("")).idempotency_key("01JDPULSE72-0123456789").json(input).send()
    };
    let (first, second) = (sends(&input).created(), sends(&input).created());
    assert_eq!(first, second);
    assert_eq!(team.app.db_count("SELECT count(*) FROM measurements"), 1);
    let _ = sends(&entry("09:00:00", &json!({ "pulse": 73 }))).problem(422, "idempotency_key_reused");
}

#[test]
fn hostile_input_is_refused_and_leaves_nothing() {
    let team = Team::start();
    let good = entry("09:00:00", &json!({ "pulse": 72 }));
    for (name, value) in [
        ("measured_at", json!("yesterday")),
        ("measured_at", json!(0)),
        ("measured_at", json!("9999999-01-01T00:00:00Z")),
        ("readings", json!([])),
        ("readings", json!({ "pulse": "72" })),
        ("readings", json!({ "pulse": null })),
        ("readings", json!({ "pulse": 1e308 })),
        ("readings", json!({ "pulse": 9_007_199_254_740_993_i64 })),
        ("readings", json!({ "'; DROP TABLE measurements; --": 1 })),
        ("glucose_timing", json!("never")),
        ("glucose_timing", json!("fasting")),
        ("note", json!("x".repeat(501))),
        ("note", json!("null\u{0}byte")),
        ("confirmed", json!("yes")),
        ("room_id", json!(2)),
    ] {
        let mut input = good.clone();
        input[name] = value;
        let _ = team.nurse.post(&team.path(""), &input).refused();
    }
    for query in ["?after=x", "?after=1~y", "?after=x~1", "?limit=many"] {
        let _ = team.nurse.get(&team.path(query)).problem(400, "malformed_query");
    }
    for query in ["", "?kinds=pulse", "?kinds=blood&from=2026-01-01&to=2026-01-02", "?kinds=pulse&from=1&to=2"] {
        let _ = team.nurse.get(&team.path(&format!("/points{query}"))).problem(400, "malformed_query");
    }
    let _ = team.nurse.get(&team.path("/abc/versions")).problem(404, "not_found");
    let _ = team.doctor.put(&team.path("/limits/mood"), &json!({ "low": 1, "high": 2 })).problem(404, "not_found");
    assert_eq!(team.app.db_count("SELECT count(*) FROM measurements"), 0);
    let _ = team.nurse.post(&team.path(""), &good).created();
}
