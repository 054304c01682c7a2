//! Mails between users: what people write, and what lies in which box.

use crate::{Reply, User};
use serde_json::{Value, json};

impl User {
    /// Sends a mail, which may be refused.
    #[track_caller]
    pub fn mails(&self, mail: &Value) -> Reply {
        self.post("/api/mail", mail)
    }

    /// Sends a mail of nothing but text to these people.
    #[track_caller]
    pub fn writes_to(&self, people: &[&User], subject: &str, body: &str) -> Value {
        let to: Vec<i64> = people.iter().map(|person| person.id()).collect();
        self.mails(&json!({ "to": to, "subject": subject, "body": body })).created()
    }

    /// Answers a mail, to these people.
    #[track_caller]
    pub fn answers(&self, mail: &Value, people: &[&User], body: &str) -> Value {
        let to: Vec<i64> = people.iter().map(|person| person.id()).collect();
        let subject = format!("Re: {}", mail["subject"].as_str().unwrap_or_default());
        self.mails(&json!({ "to": to, "subject": subject, "body": body, "reply_to": mail["mail_id"] })).created()
    }

    /// The lines of a folder; `query` as `folder=sent&box=city`.
    #[track_caller]
    pub fn mail_folder(&self, query: &str) -> Value {
        self.get(&format!("/api/mail?{query}")).ok()["items"].clone()
    }

    /// The thread of a mail, as it lies in the own box.
    #[track_caller]
    pub fn mail_thread(&self, mail: &Value) -> Value {
        self.get(&format!("/api/mail/threads/{}", mail["thread_id"])).ok()
    }

    /// Has a mail before the eyes.
    #[track_caller]
    pub fn opens_mail(&self, mail: &Value, mail_box: &str) {
        self.put(&mail_of(mail, &format!("/opened?box={mail_box}")), &json!({})).ok();
    }

    /// Puts a thread where it shall lie.
    #[track_caller]
    pub fn places_mail(&self, mail: &Value, is_archived: bool, is_starred: bool) {
        let place = json!({ "is_archived": is_archived, "is_starred": is_starred });
        self.put(&format!("/api/mail/threads/{}/place", mail["thread_id"]), &place).ok();
    }

    /// Sends a file for a mail, in pieces; its number.
    #[track_caller]
    pub fn sends_mail_file(&self, name: &str, content: &[u8]) -> i64 {
        self.sends_file_to("/api/mail/files", name, content)
    }
}

/// `/api/mail/7` and what follows.
pub fn mail_of(mail: &Value, rest: &str) -> String {
    format!("/api/mail/{}{rest}", mail["mail_id"])
}

/// The subjects of a folder's lines.
#[track_caller]
pub fn subjects(items: &Value) -> Vec<String> {
    let items = items.as_array().expect("items");
    items.iter().map(|item| item["subject"].as_str().unwrap_or_default().to_owned()).collect()
}
