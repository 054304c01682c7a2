//! Documents of a registrant: filed, read, replaced, put right, put away, found (R9, R18, R20, R21, R32, R38).

mod changing;
mod filing;
mod finding;
mod folders;
mod reaching;
mod reading;
mod sending;

use super::Team;
use serde_json::{Value, json};
use tests::{Reply, User};

/// A photo of so many bytes: its beginning makes it one.
fn photo(bytes: usize) -> Vec<u8> {
    let mut content = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".to_vec();
    content.extend((content.len()..bytes).map(|place| u8::try_from(place % 251).unwrap()));
    content
}

/// A paper as it comes from a scanner.
fn paper(text: &str) -> Vec<u8> {
    format!("%PDF-1.7\n{text}").into_bytes()
}

/// What is said of a document.
fn about(title: &str, kind: &str) -> Value {
    json!({ "title": title, "kind": kind, "dated_on": "2026-10-01", "note": "" })
}

fn titles(items: &Value) -> Vec<String> {
    let items = items.as_array().expect("items");
    items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

impl Team {
    /// `…/records/documents/7` and what follows.
    fn document(&self, document: &Value, rest: &str) -> String {
        self.path(&format!("documents/{}{rest}", document["document_id"]))
    }

    fn sends(&self, who: &User, name: &str, content: &[u8]) -> i64 {
        who.sends_file_to(&self.path("document-files"), name, content)
    }

    fn files_as(&self, who: &User, about: &Value, file: i64) -> Reply {
        who.post(&self.path("documents"), &json!({ "about": about, "file_id": file }))
    }

    /// A paper of this title; the number of the document.
    #[track_caller]
    fn files(&self, who: &User, title: &str) -> Value {
        self.files_in(who, title, &Value::Null)
    }

    #[track_caller]
    fn files_in(&self, who: &User, title: &str, folder: &Value) -> Value {
        let file = self.sends(who, &format!("{title}.pdf"), &paper(title));
        let mut about = about(title, "instruction");
        about["folder_id"] = folder.clone();
        self.files_as(who, &about, file).created()
    }

    #[track_caller]
    fn shown(&self, who: &User, document: &Value) -> Value {
        who.get(&self.document(document, "")).ok()
    }

    /// The titles of the list that is asked for so.
    #[track_caller]
    fn titles(&self, who: &User, query: &str) -> Vec<String> {
        titles(&who.get(&self.path(&format!("documents{query}"))).ok()["items"])
    }

    fn opens(&self, who: &User, document: &Value, version: i64) -> Reply {
        who.get(&self.document(document, &format!("/versions/{version}/content")))
    }

    /// A further version with this content.
    fn replaces(&self, who: &User, document: &Value, replaced: i64, text: &str) -> Reply {
        let file = self.sends(who, "新しい版.pdf", &paper(text));
        let version = json!({ "file_id": file, "note": text, "replaces_version": replaced });
        who.post(&self.document(document, "/versions"), &version)
    }

    #[track_caller]
    fn puts_away(&self, who: &User, document: &Value, reason: &str) {
        who.post(&self.document(document, "/withdrawal"), &json!({ "reason": reason })).ok();
    }

    fn unread(&self, who: &User) -> i64 {
        who.get(&self.path("documents/unread")).ok()["unread_count"].as_i64().unwrap()
    }

    #[track_caller]
    fn makes_folder(&self, who: &User, name: &str) -> Value {
        who.post(&self.path("document-folders"), &json!({ "name": name })).created()["folder_id"].clone()
    }
}
