//! Who reaches the documents of a room, and who does not any more (R18).

use super::Team;
use serde_json::json;

#[test]
fn r18_whoever_leaves_the_team_sees_nothing_of_them_at_once() {
    let team = Team::start();
    let filed = team.files(&team.doctor, "指示書");
    let _ = team.opens(&team.nurse, &filed, 1).status(200);
    let begun = team.nurse.post(&team.path("document-files"), &json!({ "name": "a.jpg", "bytes": 10 })).created();
    team.nurse_leaves();
    for path in ["documents", "documents/unread", "document-folders"] {
        let _ = team.nurse.get(&team.path(path)).problem(404, "not_found");
    }
    for rest in ["", "/changes", "/versions/1/content", "/versions/1/readers"] {
        let _ = team.nurse.get(&team.document(&filed, rest)).problem(404, "not_found");
    }
    let file = begun["file_id"].as_i64().unwrap();
    let _ = team.nurse.sends_chunk_to(&team.path("document-files"), file, 0, b"0123456789").problem(404, "not_found");
    let _ =
        team.nurse.post(&team.document(&filed, "/withdrawal"), &json!({ "reason": "誤り" })).problem(404, "not_found");
    let stranger = team.app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    let _ = team.opens(&stranger, &filed, 1).problem(404, "not_found");
}

#[test]
fn r18_whoever_broke_the_glass_reads_changes_nothing_and_is_no_reader_of_the_team() {
    let team = Team::start();
    let filed = team.files(&team.nurse, "指示書");
    let reason = json!({ "reason": "ご家族からの苦情を確かめるため" });
    team.association.post(&team.room.path("/broken-glass"), &reason).created();
    let shown = team.shown(&team.association, &filed);
    assert_eq!((&shown["document"]["is_unread"], team.unread(&team.association)), (&json!(false), 0));
    let _ = team.opens(&team.association, &filed, 1).status(200);
    let seen = "SELECT count(*) FROM registrant_views WHERE via = 'broken_glass' AND what = 'file'";
    assert_eq!(team.app.db_count(seen), 1);
    let readers = team.nurse.get(&team.document(&filed, "/versions/1/readers")).ok();
    assert!(!readers.to_string().contains("真間"), "{readers}");
    let begun = team.association.post(&team.path("document-files"), &json!({ "name": "a.jpg", "bytes": 10 }));
    let _ = begun.problem(404, "not_found");
    let _ = team.association.post(&team.path("document-folders"), &json!({ "name": "箱" })).problem(404, "not_found");
    let away = team.association.post(&team.document(&filed, "/withdrawal"), &json!({ "reason": "誤り" }));
    let _ = away.problem(404, "not_found");
}
