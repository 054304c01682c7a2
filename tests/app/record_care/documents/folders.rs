//! Folders: offered, made, called something else, removed when empty.

use super::Team;
use serde_json::{Value, json};

impl Team {
    fn folders(&self) -> Value {
        self.nurse.get(&self.path("document-folders")).ok()
    }
}

#[test]
fn folders_are_offered_and_a_team_makes_its_own() {
    let team = Team::start();
    let offered = team.folders();
    assert_eq!(offered["suggested"], json!(["指示書", "計画書", "報告書", "検査・画像", "その他"]));
    assert_eq!((&offered["items"], &offered["documents"]), (&json!([]), &json!(0)));
    let plans = team.makes_folder(&team.nurse, "計画書");
    let own = team.makes_folder(&team.doctor, "住宅改修");
    team.files_in(&team.nurse, "ケアプラン", &plans);
    team.files(&team.nurse, "どこにもない紙");
    let away = team.files_in(&team.nurse, "古い紙", &own);
    team.puts_away(&team.nurse, &away, "重なっていた");
    let now = team.folders();
    assert_eq!(now["suggested"], json!(["指示書", "報告書", "検査・画像", "その他"]));
    assert_eq!(
        now["items"],
        json!([
            { "folder_id": plans, "name": "計画書", "documents": 1 },
            { "folder_id": own, "name": "住宅改修", "documents": 0 },
        ])
    );
    let counts = (&now["documents"], &now["in_no_folder"], &now["withdrawn"], &now["unread_count"]);
    assert_eq!(counts, (&json!(2), &json!(1), &json!(1), &json!(0)));
    assert_eq!(team.titles(&team.doctor, &format!("?folder={plans}")), ["ケアプラン"]);
    assert_eq!(team.titles(&team.doctor, "?folder=0"), ["どこにもない紙"]);
}

#[test]
fn a_name_stands_once_in_a_room_and_is_changed_for_all() {
    let team = Team::start();
    let own = team.makes_folder(&team.nurse, "住宅改修");
    let folder = |name: &str| team.doctor.post(&team.path("document-folders"), &json!({ "name": name }));
    let _ = folder(" 住宅 改修").problem(409, "folder_exists");
    let _ = folder("").problem(422, "validation_failed").field_error("name", "required");
    let _ = folder(&"長".repeat(31)).problem(422, "validation_failed").field_error("name", "too_long");
    let other = team.makes_folder(&team.nurse, "福祉用具");
    let rename = |folder: &Value, name: &str| {
        team.doctor.put(&team.path(&format!("document-folders/{folder}")), &json!({ "name": name }))
    };
    let _ = rename(&other, "住宅改修").problem(409, "folder_exists");
    rename(&other, "福祉用具・住宅").ok();
    rename(&own, "住宅の改修").ok();
    rename(&own, "住宅の改修").ok();
    assert_eq!(team.folders()["items"][0]["name"], "住宅の改修");
    let _ = rename(&json!(99), "別").problem(404, "not_found");
    assert_eq!(team.app.db_count("SELECT count(*) FROM document_changes WHERE what = 'folder_renamed'"), 2);
}

#[test]
fn a_retry_makes_no_folder_twice_and_there_are_not_too_many() {
    let team = Team::start();
    for _ in 0..2 {
        let call = team.nurse.call("POST", &team.path("document-folders")).idempotency_key("folder-1-0123456789");
        call.json(&json!({ "name": "指示書" })).send().created();
    }
    for number in 1..50 {
        team.makes_folder(&team.nurse, &format!("箱{number}"));
    }
    let one_more = team.nurse.post(&team.path("document-folders"), &json!({ "name": "箱50" }));
    let _ = one_more.problem(409, "too_many_folders");
    assert_eq!(team.folders()["items"].as_array().unwrap().len(), 50);
}

#[test]
fn r38_only_an_empty_folder_is_removed() {
    let team = Team::start();
    let folder = team.makes_folder(&team.nurse, "住宅改修");
    let filed = team.files_in(&team.nurse, "見積もり", &folder);
    let path = team.path(&format!("document-folders/{folder}"));
    let _ = team.nurse.delete(&path).problem(409, "folder_not_empty");
    team.puts_away(&team.nurse, &filed, "重なっていた");
    let _ = team.nurse.delete(&path).problem(409, "folder_not_empty");
    team.nurse.post(&team.document(&filed, "/restoration"), &json!({})).ok();
    let elsewhere = super::about("見積もり", "other");
    let moved = team.nurse.call("PUT", &team.document(&filed, "")).header("If-Match", "\"3\"").json(&elsewhere).send();
    moved.ok();
    let _ = team.nurse.delete(&path).status(204);
    let _ = team.nurse.delete(&path).problem(404, "not_found");
    assert_eq!(team.folders()["items"], json!([]));
    // The name is free again.
    team.makes_folder(&team.nurse, "住宅改修");
}
