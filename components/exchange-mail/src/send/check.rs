//! What somebody wants to send, looked at as a whole: every mistake is named at its field.

use super::handler::MailInput;
use super::purpose::Purpose;
use domain::ids::{FileId, MailId, UserId};
use domain::mail::{FILES_MAX, PEOPLE_MAX, body, subject};
use domain::validation::Violations;
use domain::words::Desk;
use mails::Letter;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use web::{Caller, Db, DbError, Problem, params};

/// A mail that may be sent.
pub(super) struct Checked {
    subject: String,
    body: String,
    /// As they were named, each once.
    people: Vec<UserId>,
    desks: Vec<Desk>,
    /// Its own, then those of the mail that it passes on.
    files: Vec<FileId>,
    reply_to: Option<MailId>,
    forward_of: Option<MailId>,
    /// On whose behalf, when it is not the person's own.
    from_desk: Option<Desk>,
}

/// What of a mail exists, for its author.
struct Facts {
    people: Vec<UserId>,
    files: Vec<FileId>,
    forwarded_files: Vec<FileId>,
    sees_reply: bool,
    sees_forward: bool,
}

impl Checked {
    /// Reads what was sent and compares it with what there is.
    pub(super) async fn read(db: &Db, author: &Caller, input: &MailInput, purpose: &Purpose) -> Result<Self, Problem> {
        let mut violations = Violations::new();
        let facts = Facts::load(db, author, input).await?;
        let (people, desks) = match purpose.desk() {
            Some(desk) => (goes_to_its_desk(&mut violations, input, desk), vec![desk]),
            None => (facts.addressees(&mut violations, input), each_once(&input.desks)),
        };
        let from_desk = author.desk.filter(|_| input.from_desk);
        if input.from_desk && from_desk.is_none() {
            violations.push("from_desk", "no_desk", "窓口の名前で送れるのは、窓口の担当者だけです。");
        }
        let may_be_empty = !input.files.is_empty() || input.forward_of.is_some();
        let subject = violations.field("subject", subject(&input.subject));
        let body = violations.field("body", body(&input.body, may_be_empty));
        let files = facts.files_to_send(&mut violations, input);
        facts.compare_mails(&mut violations, input);
        let build = || {
            let (subject, body) = (subject?, body?);
            let (reply_to, forward_of) = (input.reply_to, input.forward_of);
            Some(Self { subject, body, people, desks, files, reply_to, forward_of, from_desk })
        };
        violations.finish(build).map_err(Problem::invalid)
    }

    /// The mail as it is written into the boxes. Of what is submitted the desk is told as of any application.
    pub(super) fn letter(&self, author: UserId, purpose: &Purpose) -> Letter<'_> {
        Letter {
            author,
            from_desk: self.from_desk,
            subject: &self.subject,
            body: &self.body,
            people: &self.people,
            desks: &self.desks,
            files: &self.files,
            reply_to: self.reply_to,
            forward_of: self.forward_of,
            is_announced: purpose.desk().is_none(),
        }
    }
}

fn each_once(desks: &[Desk]) -> Vec<Desk> {
    desks.iter().copied().collect::<BTreeSet<_>>().into_iter().collect()
}

/// R11: a form goes to its desk and to nobody else.
fn goes_to_its_desk(violations: &mut Violations, input: &MailInput, desk: Desk) -> Vec<UserId> {
    if !input.to.is_empty() || input.desks.iter().any(|named| *named != desk) {
        let message = format!("様式の提出先は「{}」だけです。ほかの宛先を外してください。", desk.label_ja());
        violations.push_rule("R11", "to", "form_goes_to_its_desk", message);
    }
    Vec::new()
}

impl Facts {
    /// Looks up as many as a mail may have; what is more is refused anyway.
    async fn load(db: &Db, author: &Caller, input: &MailInput) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Row {
            people: String,
            files: String,
            forwarded_files: String,
            sees_reply: bool,
            sees_forward: bool,
        }
        let people: Vec<UserId> = input.to.iter().copied().take(PEOPLE_MAX).collect();
        let files: Vec<FileId> = input.files.iter().copied().take(FILES_MAX).collect();
        let (people, files) = (json!(people).to_string(), json!(files).to_string());
        let desk = author.desk.map(Desk::as_str);
        let given = params![author.user_id, desk, people, files, input.reply_to, input.forward_of];
        let row: Row = db.one(include_str!("../../sql/send-facts.sql"), given).await?;
        Ok(Self {
            people: read(&row.people)?,
            files: read(&row.files)?,
            forwarded_files: read(&row.forwarded_files)?,
            sees_reply: row.sees_reply,
            sees_forward: row.sees_forward,
        })
    }

    /// Who is addressed, each once; who cannot be is named.
    fn addressees(&self, violations: &mut Violations, input: &MailInput) -> Vec<UserId> {
        if input.to.is_empty() && input.desks.is_empty() {
            violations.push("to", "required", "宛先を選んでください。");
        }
        if input.to.len() > PEOPLE_MAX {
            violations.push("to", "too_many", format!("宛先は{PEOPLE_MAX}人までです。"));
        }
        let mut seen = BTreeSet::new();
        let mut people = Vec::new();
        for (index, id) in input.to.iter().take(PEOPLE_MAX).enumerate() {
            if !self.people.contains(id) {
                let message = "この人には送れません。利用を中止したか、登録がありません。宛先から外してください。";
                violations.push_rule("R29", format!("to[{index}]"), "not_addressable", message);
            } else if seen.insert(*id) {
                people.push(*id);
            }
        }
        people
    }

    /// The files that it carries; what is not here is named.
    fn files_to_send(&self, violations: &mut Violations, input: &MailInput) -> Vec<FileId> {
        // Of a mail that the author does not see not even the number of its files is told.
        let forwarded = if input.forward_files && self.sees_forward { self.forwarded_files.as_slice() } else { &[] };
        if input.files.len() + forwarded.len() > FILES_MAX {
            let message = format!("ファイルは、転送するものを含めて{FILES_MAX}件までです。");
            violations.push("files", "too_many", message);
        }
        let mut seen = BTreeSet::new();
        let mut files = Vec::new();
        for (index, id) in input.files.iter().take(FILES_MAX).enumerate() {
            if self.files.contains(id) && seen.insert(*id) {
                files.push(*id);
            } else {
                let message = "このファイルは届いていません。もう一度添付してください。";
                violations.push(format!("files[{index}]"), "file_not_here", message);
            }
        }
        files.extend(forwarded);
        files
    }

    /// What it answers or passes on has to be a mail that its author sees.
    fn compare_mails(&self, violations: &mut Violations, input: &MailInput) {
        if input.reply_to.is_some() && !self.sees_reply {
            violations.push("reply_to", "unknown_mail", "返信先のメールが見つかりません。");
        }
        if input.forward_of.is_some() && !self.sees_forward {
            violations.push("forward_of", "unknown_mail", "転送するメールが見つかりません。");
        }
        if input.reply_to.is_some() && input.forward_of.is_some() {
            violations.push("forward_of", "reply_or_forward", "返信と転送は、どちらか一つにしてください。");
        }
    }
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, DbError> {
    serde_json::from_str(text).map_err(|error| DbError::Row(error.to_string()))
}
