//! The table, the graphs, the spreadsheet.

use super::{Team, entry};
use serde_json::{Value, json};

/// One a minute, `count` of them, from eight o'clock on.
fn minutes(count: usize) -> Value {
    (0..count).map(|minute| entry(&format!("08:{minute:02}:00"), &json!({ "pulse": 60 + minute }))).collect()
}

#[test]
fn the_table_goes_back_page_by_page_newest_first() {
    let team = Team::start();
    team.nurse.post(&team.path("/batches"), &json!({ "items": minutes(5) })).created();
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let page = team.doctor.get(&team.path(&format!("?limit=2{after}"))).ok();
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["readings"]["pulse"].as_f64().unwrap()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen, [64.0, 63.0, 62.0, 61.0, 60.0]);
}

#[test]
fn a_graph_has_every_value_of_a_year_and_days_of_longer_periods() {
    let team = Team::start();
    team.limits("pulse", Some(50.0), Some(62.0));
    team.nurse.post(&team.path("/batches"), &json!({ "items": minutes(4) })).created();
    let ask = |query: &str| team.doctor.get(&team.path(&format!("/points?{query}"))).ok();
    let year = ask("kinds=pulse,spo2&from=2025-11-27&to=2026-11-26");
    let pulse = &year["series"][0];
    assert_eq!((&pulse["kind"], &pulse["thinned"]), (&json!("pulse"), &json!(false)));
    assert_eq!(pulse["value"], json!([60.0, 61.0, 62.0, 63.0]));
    assert_eq!(pulse["mark"], json!([null, null, null, "high"]));
    assert_eq!(pulse["at"][0], 1_795_647_600_000_i64, "08:00 in Japan, in milliseconds");
    assert_eq!(year["series"][1]["at"], json!([]));
    assert_eq!((&year["limits"][0]["low"], &year["limits"][0]["high"]), (&json!(50.0), &json!(62.0)));
    let years = ask("kinds=pulse&from=2017-01-01&to=2026-11-26");
    let pulse = &years["series"][0];
    assert_eq!((&pulse["thinned"], &pulse["at"]), (&json!(true), &json!([1_795_618_800_000_i64])));
    assert_eq!(
        (&pulse["least"], &pulse["value"], &pulse["greatest"], &pulse["mark"]),
        (&json!([60.0]), &json!([61.0]), &json!([63.0]), &json!(["high"]))
    );
    assert_eq!(ask("kinds=pulse&from=2026-11-25&to=2026-11-25")["series"][0]["at"], json!([]));
    for wrong in ["from=2026-11-26&to=2026-11-25", "from=2000-01-01&to=2026-11-25"] {
        let _ = team.doctor.get(&team.path(&format!("/points?kinds=pulse&{wrong}"))).problem(422, "validation_failed");
    }
}

#[test]
fn r21_a_spreadsheet_of_a_period_is_on_record_and_the_room_is_told() {
    let team = Team::start();
    let mut first = entry("08:00:00", &json!({ "body_temperature": 36.5, "blood_glucose": 112 }));
    first["note"] = json!("=1+1");
    first["glucose_timing"] = json!("fasting");
    team.nurse.post(&team.path(""), &first).created();
    let slip = team.enters(&team.nurse, "08:10:00", &json!({ "pulse": 199 })).refused();
    assert_eq!(slip.status, 422);
    let wrong = team.enters(&team.nurse, "08:10:00", &json!({ "pulse": 99 })).created();
    let withdrawal = team.path(&super::entry_path(&wrong, "/withdrawal"));
    team.nurse.post(&withdrawal, &json!({})).ok();
    let asked = json!({ "from": "2026-11-26", "to": "2026-11-26", "purpose": "退院前カンファレンス" });
    let csv = team.doctor.post(&team.path("/exports"), &asked).status(200);
    assert!(csv.header("content-type").starts_with("text/csv"));
    let text = csv.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with("\u{FEFF}測定した日時（日本時間）,体温（℃）,"), "{text}");
    assert!(lines[1].starts_with("2026-11-26 08:00:00,36.5,,"), "{text}");
    assert!(lines[1].contains("空腹時") && lines[1].contains("'=1+1") && lines[1].contains("山田 花子"), "{text}");
    let told = team.nurse.get(&format!("/api/rooms/{}", team.room)).ok()["events"][0].clone();
    assert_eq!(told["kind"], "vitals_exported");
    assert!(told["note"].as_str().unwrap().contains("退院前カンファレンス"), "{told}");
    assert_eq!(team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'record_export'"), 1);
    assert_eq!(team.app.db_count("SELECT count(*) FROM audit_events WHERE action = 'vitals.exported'"), 1);
    let _ = team
        .doctor
        .post(&team.path("/exports"), &json!({ "from": "2026-11-26", "to": "2026-11-26", "purpose": "" }))
        .refused();
}
