//! Makes a mail durable, with everything that follows from it, in the transaction in which it was looked at.

use super::check::Checked;
use domain::ids::{FileId, MailId, MailThreadId, UserId};
use domain::text::pairs;
use domain::words::Desk;
use serde::{Deserialize, Serialize};
use serde_json::json;
use web::{Actor, AuditEvent, Caller, Clock, OutboxMessage, Problem, Transaction, params};

/// In whose box a mail lies, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Copy {
    user: Option<UserId>,
    desk: Option<Desk>,
    is_sent: i64,
    is_received: i64,
}

#[derive(Deserialize)]
struct Added {
    mail_id: MailId,
    thread_id: MailThreadId,
}

impl Checked {
    /// Writes it into the boxes of everybody who is in it.
    pub(super) async fn write(
        &self,
        transaction: &Transaction<'_>,
        clock: Clock,
        author: &Caller,
    ) -> Result<MailId, Problem> {
        let desk = self.from_desk.map(Desk::as_str);
        let row = params![
            clock.now(),
            author.user_id,
            desk,
            self.subject.as_str(),
            self.body.as_str(),
            self.reply_to,
            self.forward_of
        ];
        let added: Added = transaction.one(include_str!("../../sql/add-mail.sql"), row).await?;
        let (mail, thread) = (added.mail_id, added.thread_id);
        let copies = to_json(&self.copies(author.user_id))?;
        transaction.run(include_str!("../../sql/add-copies.sql"), params![mail, thread, copies]).await?;
        let files: Vec<FileId> = self.files.iter().map(|file| file.id).collect();
        if !files.is_empty() {
            let files = to_json(&files)?;
            let row = params![mail, files.as_str()];
            transaction.run(include_str!("../../sql/add-attachments.sql"), row).await?;
            transaction.run(include_str!("../../sql/mark-sent.sql"), params![files.as_str()]).await?;
        }
        transaction.run(include_str!("../../sql/put-into-places.sql"), params![mail, !files.is_empty()]).await?;
        transaction.run(include_str!("../../sql/add-words.sql"), params![mail, self.words(author)]).await?;
        let detail = json!({
            "thread": thread,
            "to": self.people.iter().map(|person| person.id).collect::<Vec<_>>(),
            "desks": self.desks,
            "for_desk": self.from_desk,
            "files": files,
        });
        let event = AuditEvent {
            actor: Actor::User(author.user_id),
            action: "mail.sent",
            subject: format!("mail:{mail}"),
            detail,
        };
        transaction.audit(clock, event).await?;
        let message = OutboxMessage { topic: "mail.sent", payload: json!({ "mail": mail }) };
        transaction.enqueue(clock, message).await?;
        Ok(mail)
    }

    /// The addressees in their order, and the sender, who may be one of them.
    fn copies(&self, author: UserId) -> Vec<Copy> {
        let received = |user, desk| Copy { user, desk, is_sent: 0, is_received: 1 };
        let people = self.people.iter().map(|person| received(Some(person.id), None));
        let desks = self.desks.iter().map(|desk| received(None, Some(*desk)));
        let mut copies: Vec<Copy> = people.chain(desks).collect();
        let user = self.from_desk.is_none().then_some(author);
        match copies.iter_mut().find(|copy| copy.user == user && copy.desk == self.from_desk) {
            Some(own) => own.is_sent = 1,
            None => copies.push(Copy { user, desk: self.from_desk, is_sent: 1, is_received: 0 }),
        }
        copies
    }

    /// What the search knows of it: subject, text, who is in it, names of files.
    fn words(&self, author: &Caller) -> String {
        let desks = self.desks.iter().chain(&self.from_desk).map(|desk| desk.label_ja());
        let people = self.people.iter().map(|person| person.name.as_str());
        let files = self.files.iter().map(|file| file.name.as_str());
        let texts = [self.subject.as_str(), self.body.as_str(), author.name.as_str()];
        pairs(texts.into_iter().chain(people).chain(desks).chain(files))
    }
}

fn to_json<T: Serialize>(value: &T) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(Problem::internal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::send::check::Person;

    fn mail(people: &[i64], desks: &[Desk], from_desk: Option<Desk>) -> Checked {
        let person = |id: &i64| Person { id: UserId(*id), name: "山田 花子".to_owned() };
        Checked {
            subject: String::new(),
            body: String::new(),
            people: people.iter().map(person).collect(),
            desks: desks.iter().copied().collect(),
            files: Vec::new(),
            reply_to: None,
            forward_of: None,
            from_desk,
        }
    }

    #[test]
    fn r29_a_mail_lies_once_in_each_box_and_with_its_sender() {
        let flags = |copies: Vec<Copy>| -> Vec<(Option<i64>, Option<Desk>, i64, i64)> {
            copies.iter().map(|c| (c.user.map(|user| user.0), c.desk, c.is_sent, c.is_received)).collect()
        };
        let to_others = mail(&[2, 3], &[Desk::City], None).copies(UserId(1));
        let expected =
            vec![(Some(2), None, 0, 1), (Some(3), None, 0, 1), (None, Some(Desk::City), 0, 1), (Some(1), None, 1, 0)];
        assert_eq!(flags(to_others), expected);
        let to_herself = mail(&[1], &[], None).copies(UserId(1));
        assert_eq!(flags(to_herself), [(Some(1), None, 1, 1)]);
        // What a clerk writes for the desk is the desk's: it lies in no box of the clerk's own.
        let for_the_desk = mail(&[1], &[], Some(Desk::City)).copies(UserId(1));
        assert_eq!(flags(for_the_desk), [(Some(1), None, 0, 1), (None, Some(Desk::City), 1, 0)]);
    }
}
