//! Versions, what is said of a document, and what is put away: nothing is lost, and nobody overwrites unseen (R38).

use super::{Team, about, paper};
use serde_json::{Value, json};
use tests::{Reply, User, with};

impl Team {
    fn says(&self, who: &User, document: &Value, known: i64, about: &Value) -> Reply {
        let call = who.call("PUT", &self.document(document, "")).header("If-Match", &format!("\"{known}\""));
        call.json(about).send()
    }

    /// What was done with a document, newest first.
    fn steps(&self, document: &Value) -> Value {
        self.nurse.get(&self.document(document, "/changes")).ok()["items"].clone()
    }
}

#[test]
fn r38_a_newer_version_replaces_the_one_before_which_stays_to_be_read() {
    let team = Team::start();
    let filed = team.files(&team.nurse, "指示書");
    assert_eq!(team.replaces(&team.doctor, &filed, 1, "11月から").created(), json!({ "version": 2 }));
    let shown = team.shown(&team.nurse, &filed);
    let version = |place: usize| &shown["versions"][place];
    assert_eq!((&version(0)["version"], &version(0)["note"]), (&json!(2), &json!("11月から")));
    assert_eq!(
        (&version(0)["written"]["name"], &version(1)["written"]["name"]),
        (&json!("佐藤 進"), &json!("山田 花子"))
    );
    assert_eq!(
        (&shown["document"]["version"], &shown["document"]["file"]["name"]),
        (&json!(2), &json!("新しい版.pdf"))
    );
    assert_eq!(shown["document"]["filed"]["name"], "山田 花子");
    assert_eq!(team.opens(&team.nurse, &filed, 1).status(200).body, paper("指示書"));
    assert_eq!(team.opens(&team.nurse, &filed, 2).status(200).body, paper("11月から"));
    let _ = team.opens(&team.nurse, &filed, 3).problem(404, "not_found");
    // Of two who replace the same one, the second looks first.
    let _ = team.replaces(&team.nurse, &filed, 1, "12月から").problem(412, "changed_meanwhile");
    assert_eq!(team.shown(&team.nurse, &filed)["document"]["version"], 2);
}

#[test]
fn a_retry_adds_no_version_twice() {
    let team = Team::start();
    let filed = team.files(&team.nurse, "指示書");
    let file = team.sends(&team.nurse, "2.pdf", &paper("2"));
    let version = json!({ "file_id": file, "replaces_version": 1 });
    for _ in 0..2 {
        let call = team.nurse.call("POST", &team.document(&filed, "/versions"));
        let added = call.idempotency_key("version-1-0123456789").json(&version).send().created();
        assert_eq!(added["version"], 2);
    }
    assert_eq!(team.shown(&team.nurse, &filed)["versions"].as_array().unwrap().len(), 2);
}

#[test]
fn r38_what_is_said_of_it_is_put_right_and_what_was_said_before_stays() {
    let team = Team::start();
    let filed = team.files(&team.nurse, "指示書");
    let folder = team.makes_folder(&team.nurse, "指示書");
    let said = json!({
        "title": "訪問看護指示書", "kind": "instruction", "dated_on": "2026-11-01", "note": "半年分", "folder_id": folder,
    });
    let changed = team.says(&team.doctor, &filed, 1, &said).status(200);
    assert_eq!((changed.header("etag"), &changed.json()["revision"]), ("\"2\"", &json!(2)));
    // The answer was lost, and it is sent again.
    assert_eq!(team.says(&team.doctor, &filed, 1, &said).ok()["revision"], 2);
    let document = team.nurse.get(&team.document(&filed, "")).status(200);
    assert_eq!(document.header("etag"), "\"2\"");
    let document = document.json()["document"].clone();
    assert_eq!((&document["title"], &document["folder_name"]), (&json!("訪問看護指示書"), &json!("指示書")));
    // The nurse had the old one on her screen.
    let nurses = with(&said, "/note", "1年分");
    let _ = team.says(&team.nurse, &filed, 1, &nurses).problem(412, "changed_meanwhile").rule("R38");
    team.says(&team.nurse, &filed, 2, &nurses).ok();
    let steps = team.steps(&filed);
    assert_eq!((&steps[1]["what"], &steps[1]["by"]["name"]), (&json!("changed"), &json!("佐藤 進")));
    assert_eq!(
        (&steps[1]["before"]["title"], &steps[1]["after"]["title"]),
        (&json!("指示書"), &json!("訪問看護指示書"))
    );
    assert_eq!(
        (&steps[1]["before"]["folder_name"], &steps[1]["after"]["folder_name"]),
        (&Value::Null, &json!("指示書"))
    );
    assert_eq!((&steps[0]["before"]["note"], &steps[0]["after"]["note"]), (&json!("半年分"), &json!("1年分")));
    assert_eq!(steps[2]["what"], "filed");
    // Without saying what was read nothing is changed.
    let _ = team.nurse.put(&team.document(&filed, ""), &said).problem(428, "if_match_missing");
    let _ = team.says(&team.nurse, &filed, 3, &with(&said, "/title", "")).problem(422, "validation_failed");
}

#[test]
fn r38_what_was_put_away_is_read_by_nobody_stays_and_is_put_back() {
    let team = Team::start();
    let filed = team.files(&team.nurse, "別の方の指示書");
    team.files(&team.nurse, "報告書");
    let _ = team
        .nurse
        .post(&team.document(&filed, "/withdrawal"), &json!({ "reason": " " }))
        .problem(422, "validation_failed");
    team.puts_away(&team.nurse, &filed, "別の方の書類だった");
    // Sent again, it is put away once.
    team.puts_away(&team.nurse, &filed, "別の方の書類だった");
    assert_eq!(team.titles(&team.doctor, ""), ["報告書"]);
    assert_eq!(
        (team.titles(&team.doctor, "?withdrawn=true"), team.unread(&team.doctor)),
        (vec!["別の方の指示書".to_owned()], 1)
    );
    let _ = team.opens(&team.doctor, &filed, 1).problem(409, "document_withdrawn");
    let shown = team.shown(&team.doctor, &filed);
    let withdrawal = &shown["document"]["withdrawal"];
    assert_eq!((&withdrawal["reason"], &withdrawal["by_name"]), (&json!("別の方の書類だった"), &json!("山田 花子")));
    let _ = team.says(&team.doctor, &filed, 2, &about("指示書", "plan")).problem(409, "document_withdrawn");
    let _ = team.replaces(&team.doctor, &filed, 1, "2").problem(409, "document_withdrawn");
    for _ in 0..2 {
        team.doctor.post(&team.document(&filed, "/restoration"), &json!({})).ok();
    }
    assert_eq!(team.titles(&team.doctor, "").len(), 2);
    let _ = team.opens(&team.doctor, &filed, 1).status(200);
    let steps = team.steps(&filed);
    let what: Vec<&Value> = steps.as_array().unwrap().iter().map(|step| &step["what"]).collect();
    assert_eq!(what, ["restored", "withdrawn", "filed"]);
    assert_eq!(steps[1]["reason"], "別の方の書類だった");
}

#[test]
fn r38_nothing_of_an_open_room_is_deleted_and_no_version_changed() {
    let team = Team::start();
    team.files(&team.nurse, "指示書");
    let database = team.app.db_connection();
    for statement in [
        "UPDATE document_versions SET note = 'x'",
        "DELETE FROM document_versions",
        "PRAGMA foreign_keys = OFF; DELETE FROM documents",
    ] {
        assert!(database.execute_batch(statement).is_err(), "{statement}");
    }
}
