//! A meter's text: what was understood of it is told first, then it is stored.

use super::{Team, entry};
use serde_json::{Value, json};

#[test]
fn a_text_is_told_line_by_line_and_nothing_is_stored() {
    let team = Team::start();
    team.enters(&team.nurse, "08:15:00", &json!({ "pulse": 68 })).created();
    let text = "日付,時刻,最高血圧,最低血圧,脈拍\n\
                令和8年11月26日,8:15,128,76,68\n\
                2026/11/25,20:30,210,76,70\n\
                2026/11/27,8:00,128,76,68\n\
                2026/11/24,8:00,76,128,68\n\
                11/24,8:00,128,76,68\n";
    let read = team.nurse.post(&team.path("/pasted-text"), &json!({ "text": text })).ok();
    let lines = read["lines"].as_array().unwrap();
    assert_eq!((lines.len(), &read["understood_count"]), (5, &json!(2)));
    assert_eq!(
        (&lines[0]["line"], &lines[0]["measured_at"], &lines[0]["already_there"]),
        (&json!(2), &json!("2026-11-25T23:15:00Z"), &json!(true))
    );
    let values = json!({ "pulse": 68.0, "systolic_pressure": 128.0, "diastolic_pressure": 76.0 });
    assert_eq!(lines[0]["readings"], values);
    assert_eq!((&lines[1]["unusual"], &lines[1]["already_there"]), (&json!(true), &json!(false)));
    for (line, why) in [(2, "今より先"), (3, "ではありませんか"), (4, "年も")] {
        assert!(lines[line]["problem"].as_str().unwrap().contains(why), "{}", lines[line]);
    }
    assert_eq!(team.app.db_count("SELECT count(*) FROM measurements"), 1);
    let long = json!({ "text": "x\n".repeat(1_001) });
    let _ = team.nurse.post(&team.path("/pasted-text"), &long).problem(422, "validation_failed");
}

#[test]
fn a_batch_is_stored_once_together_and_points_out_what_is_there() {
    let team = Team::start();
    team.limits("pulse", None, Some(100.0));
    team.enters(&team.doctor, "08:15:00", &json!({ "pulse": 68 })).created();
    let items = json!([
        entry("08:15:00", &json!({ "pulse": 70 })),
        entry("08:15:00", &json!({ "body_temperature": 36.5 })),
        entry("08:30:00", &json!({ "pulse": 110 })),
        entry("08:30:00", &json!({ "pulse": 111 })),
    ]);
    let sends = |items: &Value| {
        let call = team.nurse.call("POST", &team.path("/batches")).idempotency_key("01JDBATCH-0123456789");
        call.json(&json!({ "items": items })).send()
    };
    let batch = sends(&items).created();
    assert_eq!((batch["stored"].as_array().unwrap().len(), &batch["already_there"]), (2, &json!([0, 3])));
    assert_eq!(sends(&items).created(), batch, "sent again, it is the same batch");
    assert_eq!(team.app.db_count("SELECT count(*) FROM measurements WHERE source = 'pasted'"), 2);
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'vitals.pasted'"), 1);
    assert_eq!(team.app.db_count("SELECT count(*) FROM outbox WHERE topic = 'vitals.outside_limits'"), 1);
}

#[test]
fn a_batch_with_one_wrong_entry_stores_nothing() {
    let team = Team::start();
    let items = json!([entry("08:15:00", &json!({ "pulse": 70 })), entry("08:16:00", &json!({ "pulse": 700 }))]);
    let refused = team.nurse.post(&team.path("/batches"), &json!({ "items": items })).problem(422, "validation_failed");
    let _ = refused.field_error("items[1].readings.pulse", "impossible").field_error_count(1);
    let many: Vec<Value> = (0..201).map(|_| entry("08:15:00", &json!({ "pulse": 70 }))).collect();
    for items in [json!(many), json!([])] {
        let refused = team.nurse.post(&team.path("/batches"), &json!({ "items": items }));
        let _ = refused.problem(422, "validation_failed").field_error("items", "count");
    }
    assert_eq!(team.app.db_count("SELECT count(*) FROM measurements"), 0);
}
