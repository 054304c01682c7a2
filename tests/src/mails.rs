//! Mails between users: what people write, and what lies in which box.

use crate::{Reply, User, with};
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

    /// Sends a mail as a form (R12) to the desk that decides it, with these files.
    #[track_caller]
    pub fn mails_as_form(&self, form: u8, subject: &str, files: &[i64]) -> MailedForm {
        let body = "様式を添付しました。確認をお願いします。";
        MailedForm::of(self.mails(&json!({ "form": form, "subject": subject, "body": body, "files": files })).created())
    }

    /// What became of a mail that was sent as a form, as whoever sent it sees it.
    #[track_caller]
    pub fn follows_mailed(&self, form: &MailedForm) -> Value {
        self.mail_thread(&form.mail)["form"].clone()
    }

    /// The last mail of a thread in the own box.
    #[track_caller]
    pub fn last_mail(&self, form: &MailedForm) -> Value {
        self.mail_thread(&form.mail)["items"].as_array().and_then(|mails| mails.last().cloned()).expect("a mail")
    }

    /// Hands a returned form in again by an answer in its thread.
    #[track_caller]
    pub fn answers_return(&self, form: &MailedForm, body: &str, files: &[i64]) -> Reply {
        let last = self.last_mail(form)["mail_id"].clone();
        self.mails(&json!({
            "reply_to": last, "answers_return": true, "subject": "Re: 様式", "body": body, "files": files,
        }))
    }

    /// Takes a form that was sent by mail back.
    #[track_caller]
    pub fn withdraws_mailed(&self, form: &MailedForm) -> Reply {
        self.post(&form.at_desk("/withdrawal"), &json!({}))
    }

    /// What was submitted by mail, as the clerk's desk sees it.
    #[track_caller]
    pub fn opens_mailed(&self, form: &MailedForm) -> Reply {
        self.get(&form.at_desk(""))
    }

    /// Returns, rejects or redirects what was submitted by mail.
    #[track_caller]
    pub fn decides_mailed(&self, form: &MailedForm, decision: &str, note: Option<&str>) -> Reply {
        let version = self.opens_mailed(form).ok()["version"].clone();
        self.post(&form.at_desk("/decision"), &json!({ "decision": decision, "note": note, "version": version }))
    }

    /// Enters what a mail says by the form of this kind.
    #[track_caller]
    pub fn enters_mailed(&self, form: &MailedForm, kind: &str, content: &Value) -> Reply {
        let content = with(content, "/channel", "internal_mail");
        self.post(&format!("/api/{kind}?mailed_form={}", form.receipt), &content)
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

/// A mail that was submitted as a form.
#[derive(Debug, Clone)]
pub struct MailedForm {
    /// The mail by which that was done.
    pub mail: Value,
    /// `9-26-000001-45`.
    pub receipt: String,
}

impl MailedForm {
    /// From the answer to the mail.
    #[track_caller]
    pub fn of(mail: Value) -> Self {
        let receipt = mail["receipt_number"].as_str().expect("a receipt number").to_owned();
        Self { mail, receipt }
    }

    /// `/api/mailed-forms/9-26-000001-45` and what follows.
    pub fn at_desk(&self, rest: &str) -> String {
        format!("/api/mailed-forms/{}{rest}", self.receipt)
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
