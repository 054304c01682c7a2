//! Health, the API's description of itself, the audit chain.

use serde_json::json;
use tests::{App, person};

#[test]
fn health_says_that_everything_answers() {
    let app = App::start();
    let health = app.visitor().get("/api/health").ok();
    assert_eq!(health["status"], "ok");
    assert_eq!(health["checks"], json!([{ "name": "database", "ok": true }, { "name": "key_value", "ok": true }]));
}

#[test]
fn health_says_what_failed() {
    let app = App::builder().db_broken().start();
    let health = app.visitor().get("/api/health").status(503).json();
    assert_eq!(health["status"], "failing");
    assert_eq!(health["checks"][0], json!({ "name": "database", "ok": false }));
    // What cannot be done is said in words, and nothing of the database's own message gets out.
    let refused = app.visitor().get("/api/organizations?query=a").problem(500, "internal_error");
    assert!(!refused.text().to_lowercase().contains("sqlite") && !refused.text().contains("database"), "{refused}");
}

#[test]
fn the_api_describes_itself() {
    let app = App::start();
    let reply = app.visitor().get("/api/openapi.json").status(200);
    let description = reply.json();
    assert!(
        description["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")),
        "{}",
        description["openapi"]
    );
    assert!(description["paths"]["/api/account-applications"]["post"].is_object());
}

#[test]
fn r21_every_step_leaves_a_mark_and_the_chain_is_intact() {
    let app = App::start();
    let clerk = app.first_clerk();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    clerk.accepts(&receipt);
    let before = clerk.get("/api/audit/verification").ok();
    assert_eq!((&before["intact"], &before["first_broken_sequence"]), (&json!(true), &json!(null)));
    let _ = clerk.issues_notices_of(&receipt);
    let after = clerk.get("/api/audit/verification").ok();
    assert_eq!(after["intact"], true);
    assert!(after["events"].as_i64() > before["events"].as_i64(), "printing codes left no mark: {before} {after}");
    let application = format!("application:{}", receipt.number);
    let marks = format!("SELECT count(*) FROM audit_events WHERE subject = '{application}'");
    assert!(app.db_count(&marks) >= 2, "submission and acceptance");
}

#[test]
fn r38_audit_rows_are_neither_changed_nor_deleted() {
    let app = App::start();
    let _ = app.first_clerk();
    let database = app.db_connection();
    for statement in ["UPDATE audit_events SET detail = '{}'", "DELETE FROM audit_events"] {
        let refused = database.execute(statement, []).expect_err(statement).to_string();
        assert!(refused.contains("never"), "{refused}");
    }
}

#[test]
fn r21_tampering_is_noticed_and_the_row_is_named() {
    for tampering in [
        "UPDATE audit_events SET detail = '{\"desk\":null}' WHERE sequence = 3",
        "UPDATE audit_events SET actor = 'user:999' WHERE sequence = 3",
        "UPDATE audit_events SET at = at + 1 WHERE sequence = 3",
        "UPDATE audit_events SET hash = zeroblob(32) WHERE sequence = 3",
    ] {
        assert_eq!(first_broken_after(tampering), json!(3), "{tampering}");
    }
    // A missing row is noticed at its place or at the next.
    let missing = first_broken_after("DELETE FROM audit_events WHERE sequence = 3");
    assert!([json!(3), json!(4)].contains(&missing), "{missing}");
}

/// Lets somebody with the database in hand do this, and asks the system about it.
fn first_broken_after(tampering: &str) -> serde_json::Value {
    let app = App::start();
    let clerk = app.first_clerk();
    let _ = clerk.signs_in().created();
    let _ = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    assert_eq!(clerk.get("/api/audit/verification").ok()["intact"], true);
    let database = app.db_connection();
    database
        .execute_batch("DROP TRIGGER audit_events_are_not_changed; DROP TRIGGER audit_events_are_not_deleted")
        .unwrap();
    assert_eq!(database.execute(tampering, []).unwrap(), 1, "{tampering}");
    let verdict = clerk.get("/api/audit/verification").ok();
    assert_eq!(verdict["intact"], false, "{tampering}");
    verdict["first_broken_sequence"].clone()
}
