//! The desks' queue, settings, the audit trail, health, the API's description of itself.

mod audit;
mod audit_list;
mod backup;
mod desk_work;
mod lists;
mod queue;
mod settings;
mod usage;
mod usage_months;

use serde_json::json;
use tests::App;

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
