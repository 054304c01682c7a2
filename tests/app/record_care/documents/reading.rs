//! Who has read which version and when, and what waits to be read (R20, R21).

use super::Team;
use serde_json::{Value, json};
use tests::{User, registrant};

impl Team {
    /// Who is shown to have read a version, by name.
    fn readers(&self, who: &User, document: &Value, version: i64) -> Vec<(String, bool)> {
        let list = who.get(&self.document(document, &format!("/versions/{version}/readers"))).ok();
        let items = list["items"].as_array().unwrap();
        items.iter().map(|one| (one["name"].as_str().unwrap().to_owned(), !one["read_at"].is_null())).collect()
    }
}

#[test]
fn r20_the_team_sees_who_has_read_which_version() {
    let team = Team::start();
    let filed = team.files(&team.nurse, "指示書");
    assert_eq!(team.readers(&team.nurse, &filed, 1), [("佐藤 進".to_owned(), false)]);
    assert_eq!((team.unread(&team.doctor), team.unread(&team.nurse)), (1, 0));
    let document = |who: &User| team.shown(who, &filed)["document"].clone();
    assert_eq!(
        (&document(&team.doctor)["is_unread"], &document(&team.nurse)["is_unread"]),
        (&json!(true), &json!(false))
    );
    // Looking at the list or at what is said of it is not reading it.
    assert_eq!(team.unread(&team.doctor), 1);
    let _ = team.opens(&team.doctor, &filed, 1).status(200);
    let _ = team.opens(&team.doctor, &filed, 1).status(200);
    assert_eq!(team.readers(&team.nurse, &filed, 1), [("佐藤 進".to_owned(), true)]);
    assert_eq!((team.unread(&team.doctor), &document(&team.nurse)["read_count"]), (0, &json!(1)));
    assert_ne!(team.shown(&team.doctor, &filed)["versions"][0]["read_at"], Value::Null);
    // A newer version waits to be read; who read the one before stays known.
    team.replaces(&team.nurse, &filed, 1, "2").created();
    assert_eq!((team.unread(&team.doctor), team.unread(&team.nurse)), (1, 0));
    assert_eq!(team.titles(&team.doctor, "?unread=true"), ["指示書"]);
    assert_eq!(team.readers(&team.nurse, &filed, 2), [("佐藤 進".to_owned(), false)]);
    assert_eq!(team.readers(&team.nurse, &filed, 1), [("佐藤 進".to_owned(), true)]);
    let _ = team.nurse.get(&team.document(&filed, "/versions/3/readers")).problem(404, "not_found");
}

#[test]
fn r20_whoever_came_later_is_told_so_and_whoever_left_is_still_named() {
    let team = Team::start();
    let filed = team.files(&team.doctor, "指示書");
    let _ = team.opens(&team.nurse, &filed, 1).status(200);
    let late = team.app.user_working_as("きた薬局", "鈴木 一", "スズキ ハジメ", "pharmacist");
    team.app.clock().advance_days(1);
    let (doctor, association) = (team.doctor.second_window_signed_in(), team.association.second_window_signed_in());
    let (late, nurse) = (late.second_window_signed_in(), team.nurse.second_window_signed_in());
    let notice = doctor.team_notice(team.room, json!([late.joins_today(), nurse.leaves_today()]));
    association.accepts_notice(&doctor.files_notice(&notice));
    let list = doctor.get(&team.document(&filed, "/versions/1/readers")).ok();
    assert_eq!((&list["items"][0]["name"], &list["items"][0]["came_later"]), (&json!("鈴木 一"), &json!(true)));
    assert_eq!((&list["items"][1]["name"], &list["items"][1]["has_left"]), (&json!("山田 花子"), &json!(true)));
    // What was there before does not wait for whoever comes.
    assert_eq!(team.unread(&late), 0);
    team.files(&doctor, "報告書");
    assert_eq!((team.unread(&late), team.titles(&late, "?unread=true")), (1, vec!["報告書".to_owned()]));
}

#[test]
fn r21_every_look_is_on_record_and_the_number_of_the_rooms_page_is_none_at_the_papers() {
    let team = Team::start();
    let filed = team.files(&team.nurse, "指示書");
    let views = |what: &str| {
        team.app.db_count(&format!(
            "SELECT count(*) FROM registrant_views WHERE what = '{what}' AND user_id = {}",
            team.doctor.id()
        ))
    };
    let _ = team.unread(&team.doctor);
    assert_eq!((views("records"), views("file"), views("room")), (0, 0, 1));
    let _ = team.titles(&team.doctor, "");
    assert_eq!((views("records"), views("file")), (1, 0));
    team.app.clock().advance_minutes(2);
    let _ = team.shown(&team.doctor, &filed);
    assert_eq!((views("records"), views("file")), (2, 0));
    let _ = team.opens(&team.doctor, &filed, 1).status(200);
    assert_eq!(views("file"), 1);
    team.app.clock().advance_minutes(2);
    let _ = team.opens(&team.doctor, &filed, 1).status(200);
    assert_eq!(views("file"), 2);
    // Nothing of what it says is in the audit trail, what was done is.
    let noted = team.app.first_clerk().second_window_signed_in().get("/api/audit/events?action=document.filed").ok();
    assert_eq!(noted["items"][0]["subject"], format!("document:{}", filed["document_id"]));
    assert!(!noted.to_string().contains("指示書"), "{noted}");
}

#[test]
fn r18_documents_of_one_room_do_not_exist_in_another() {
    let team = Team::start();
    let filed = team.files(&team.nurse, "指示書");
    let folder = team.makes_folder(&team.nurse, "指示書");
    let other = team.app.support_room(
        &team.association,
        &registrant("真間 亀吉", "ママ カメキチ"),
        &[&team.nurse, &team.doctor],
    );
    let below = |rest: &str| other.path(&format!("/records/documents/{}{rest}", filed["document_id"]));
    for rest in ["", "/changes", "/versions/1/content", "/versions/1/readers"] {
        let _ = team.nurse.get(&below(rest)).problem(404, "not_found");
    }
    let _ = team.nurse.post(&below("/withdrawal"), &json!({ "reason": "誤り" })).problem(404, "not_found");
    let _ = team.nurse.post(&below("/restoration"), &json!({})).problem(404, "not_found");
    let change =
        team.nurse.call("PUT", &below("")).header("If-Match", "\"1\"").json(&super::about("別", "plan")).send();
    let _ = change.problem(404, "not_found");
    let named = team.nurse.put(&other.path(&format!("/records/document-folders/{folder}")), &json!({ "name": "別" }));
    let _ = named.problem(404, "not_found");
    // A folder of another room is none, nor is a file that was sent to it.
    let file = team.nurse.sends_file_to(&other.path("/records/document-files"), "a.pdf", &super::paper("a"));
    let _ = team.files_as(&team.nurse, &super::about("別", "plan"), file).problem(422, "validation_failed");
    let document = json!({ "about": { "title": "別", "kind": "plan", "dated_on": "2026-10-01", "folder_id": folder }, "file_id": file });
    let refused = team.nurse.post(&other.path("/records/documents"), &document).problem(422, "validation_failed");
    let _ = refused.field_error("folder_id", "no_such_folder");
    // A collaboration room has no registrant, and no papers.
    let talk = team.app.collaboration_room("認知症の学びの場", &[&team.nurse]);
    for path in ["documents", "documents/unread", "document-folders"] {
        let _ = team.nurse.get(&format!("/api/rooms/{talk}/records/{path}")).problem(404, "not_found");
    }
}
