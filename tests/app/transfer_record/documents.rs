//! Documents leave with their versions, and what was put away leaves without its content (R20, R38).

use super::valid::findings;
use super::{Team, of_type, purpose};
use serde_json::{Value, json};

impl Team {
    fn below(&self, what: &str) -> String {
        format!("/api/rooms/{}/records/{what}", self.room)
    }

    fn files(&self, title: &str, folder: &Value) -> Value {
        let name = format!("{title}.txt");
        let file = self.nurse.sends_file_to(&self.below("document-files"), &name, title.as_bytes());
        let about = json!({
            "title": title, "kind": "instruction", "dated_on": "2026-10-01", "note": "半年分", "folder_id": folder,
        });
        let document = json!({ "about": about, "file_id": file });
        self.nurse.post(&self.below("documents"), &document).created()["document_id"].clone()
    }
}

#[test]
fn r38_every_version_leaves_and_replaces_the_one_before() {
    let team = Team::start();
    let folder = team.nurse.post(&team.below("document-folders"), &json!({ "name": "指示書" })).created();
    let document = team.files("訪問看護指示書", &folder["folder_id"]);
    let _ = team.doctor.get(&team.below(&format!("documents/{document}/versions/1/content"))).status(200);
    let file = team.doctor.sends_file_to(&team.below("document-files"), "2.txt", "二".as_bytes());
    let version = json!({ "file_id": file, "note": "11月から", "replaces_version": 1 });
    team.doctor.post(&team.below(&format!("documents/{document}/versions")), &version).created();
    let away = team.files("別の方の紙", &Value::Null);
    let reason = json!({ "reason": "別の方の書類だった" });
    team.nurse.post(&team.below(&format!("documents/{away}/withdrawal")), &reason).ok();

    let bundle = team.doctor.post(&team.address(), &purpose()).ok();
    assert_eq!(findings(&bundle), "");
    let papers = of_type(&bundle, "DocumentReference");
    assert_eq!(papers.len(), 3);
    let (first, second, withdrawn) = (&papers[0], &papers[1], &papers[2]);
    assert_eq!((&first["status"], &second["status"]), (&json!("superseded"), &json!("current")));
    let replaced = &second["relatesTo"][0];
    assert_eq!(replaced["code"], "replaces");
    assert_eq!(replaced["target"]["reference"], format!("urn:uuid:{}", first["id"].as_str().unwrap()));
    assert_eq!((&second["type"]["text"], &second["category"][0]["text"]), (&json!("指示書"), &json!("指示書")));
    assert_eq!(
        (&second["description"], &second["context"]["period"]["start"]),
        (&json!("訪問看護指示書"), &json!("2026-10-01"))
    );
    assert_eq!(second["author"][0]["display"], "佐藤 進");
    assert!(first["extension"].to_string().contains("StructureDefinition/read"), "{first}");
    assert!(second["extension"].to_string().contains("11月から"), "{second}");
    // The paper of somebody else is not taken along.
    assert_eq!(withdrawn["status"], "entered-in-error");
    assert!(!bundle.to_string().contains("別の方の"), "{withdrawn}");
    let contents = of_type(&bundle, "Binary");
    assert_eq!(contents.len(), 2);
    assert_eq!(contents[1]["data"], "5LqM");
    let address = second["content"][0]["attachment"]["url"].as_str().unwrap();
    assert_eq!(address, format!("urn:uuid:{}", contents[1]["id"].as_str().unwrap()));
}
