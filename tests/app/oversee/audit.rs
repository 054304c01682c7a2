//! The audit trail: every step leaves a mark, and nobody changes one unnoticed.

use serde_json::json;
use std::process::Command;
use tests::{App, User, person, workspace};

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

#[test]
fn r21_the_command_names_the_changed_row_without_the_system() {
    let app = App::start();
    let _ = app.first_clerk().signs_in().created();
    let (code, said) = verify_command(&app);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("intact: "), "{said}");
    tamper(&app, "UPDATE audit_events SET subject = 'user:999' WHERE sequence = 3");
    let (code, said) = verify_command(&app);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.starts_with("BROKEN at event 3 of "), "{said}");
    // It is the file that is read: the same while nothing runs.
    app.kill();
    assert_eq!(verify_command(&app), (code, said));
}

/// `cargo xtask audit verify`, on the running system's own file.
fn verify_command(app: &App) -> (Option<i32>, String) {
    let mut xtask = Command::new(env!("CARGO"));
    xtask.current_dir(workspace()).args(["run", "--quiet", "--package", "xtask", "--bin", "xtask", "--"]);
    let output = xtask.args(["audit", "verify"]).arg(app.db_file()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    (output.status.code(), said.into_owned())
}

/// Lets somebody with the database in hand do this, and asks the system about it.
fn first_broken_after(tampering: &str) -> serde_json::Value {
    let app = App::start();
    let clerk = app.first_clerk();
    let _ = clerk.signs_in().created();
    let _ = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    assert_eq!(clerk.get("/api/audit/verification").ok()["intact"], true);
    tamper(&app, tampering);
    let verdict = clerk.get("/api/audit/verification").ok();
    assert_eq!(verdict["intact"], false, "{tampering}");
    verdict["first_broken_sequence"].clone()
}

fn tamper(app: &App, statement: &str) {
    let database = app.db_connection();
    database
        .execute_batch("DROP TRIGGER audit_events_are_not_changed; DROP TRIGGER audit_events_are_not_deleted")
        .unwrap();
    assert_eq!(database.execute(statement, []).unwrap(), 1, "{statement}");
}

#[test]
fn r38_every_decision_and_change_leaves_its_event() {
    let app = App::start();
    let clerk = app.first_clerk();
    let manager = app.manager("みなみ診療所");
    let people = [person("山田 花子", "ヤマダ ハナコ")];
    let receipt = manager.applies_for(&people);
    clerk.returns(&receipt, "番地がありません。");
    let _ = manager.shows(&receipt).ok();
    let _ = manager.corrects(&receipt, &manager.form(&people)).ok();
    let desk = format!("/api/desk/applications/{}", receipt.number);
    let me = clerk.me().ok()["user_id"].clone();
    let _ = clerk.put(&format!("{desk}/assignment"), &json!({ "user_id": me })).ok();
    let _ = clerk.post(&format!("{desk}/notes"), &json!({ "note": "電話で確認済み" })).created();
    clerk.accepts(&receipt);
    let _ = clerk.issues_notices_of(&receipt);
    let ids = clerk.notice_ids_of(&receipt);
    let _ = clerk.post("/api/notices/posted", &json!({ "notice_ids": ids })).ok();
    let of_application = ["submitted", "returned", "resubmitted", "accepted"];
    let mut expected: Vec<String> = of_application.iter().map(|step| format!("account_application.{step}")).collect();
    expected.splice(3..3, ["application.assigned".to_owned(), "application.noted".to_owned()]);
    // Once everything is posted the application completes by itself.
    expected.push("account_application.completed".to_owned());
    assert_eq!(actions_about(clerk, &receipt.number), expected);

    let manager = app.manager("きた薬局");
    let other = manager.applies_for(&[person("佐藤 太郎", "サトウ タロウ")]);
    let _ = clerk.decides(&other, "reject", Some("市内の団体ではありません。")).ok();
    assert_eq!(actions_about(clerk, &other.number), ["account_application.submitted", "account_application.rejected"]);
    let third = manager.applies_for(&[person("鈴木 恵", "スズキ メグミ")]);
    let _ = manager.shows(&third).ok();
    let _ = manager.withdraws(&third).ok();
    assert_eq!(actions_about(clerk, &third.number), ["account_application.submitted", "account_application.withdrawn"]);

    let _ = clerk.put("/api/settings/lock_minutes", &json!({ "value": 20 })).ok();
    assert_eq!(actions_about(clerk, "setting:lock_minutes"), ["setting.changed"]);
    let _ = clerk.put("/api/open-day-exceptions/2026-12-28", &json!({ "open": false, "note": "閉庁" })).ok();
    let _ = clerk.delete("/api/open-day-exceptions/2026-12-28").status(204);
    assert_eq!(actions_about(clerk, "open_day:2026-12-28"), ["open_day.changed", "open_day.cleared"]);
    assert_eq!(clerk.get("/api/audit/verification").ok()["intact"], true);
}

/// What was done to this, oldest first.
fn actions_about(clerk: &User, subject: &str) -> Vec<String> {
    let page = clerk.get(&format!("/api/audit/events?subject={subject}")).ok();
    let items = page["items"].as_array().expect("items");
    items.iter().rev().map(|event| event["action"].as_str().expect("an action").to_owned()).collect()
}
