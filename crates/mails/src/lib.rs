//! A mail put into the boxes of those who are in it (R29), within the transaction of whatever makes it: somebody writes one,
//! or a desk's decision is answered by one.

mod share;
mod words;

pub use share::share_thread;

use domain::ids::{FileId, MailId, MailThreadId, UserId};
use domain::words::Desk;
use serde::{Deserialize, Serialize};
use serde_json::json;
use web::{Actor, AuditEvent, Clock, OutboxMessage, Problem, Transaction, params};

/// A mail that may be sent: whoever writes it has checked that.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// Who writes it.
    pub author: UserId,
    /// On whose behalf, when it is not the person's own.
    pub from_desk: Option<Desk>,
    /// One line.
    pub subject: &'a str,
    /// Plain text.
    pub body: &'a str,
    /// Whom it addresses, each once.
    pub people: &'a [UserId],
    /// Which desks it addresses, each once.
    pub desks: &'a [Desk],
    /// What it carries.
    pub files: &'a [FileId],
    /// The mail that it answers: it joins that thread.
    pub reply_to: Option<MailId>,
    /// The mail that it passes on.
    pub forward_of: Option<MailId>,
    /// Whether the addressees are told that a mail came; not when something else tells them of it.
    pub is_announced: bool,
}

/// A mail that is sent.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Sent {
    /// Its row.
    #[serde(rename = "mail_id")]
    pub mail: MailId,
    /// The thread that it began or joined.
    #[serde(rename = "thread_id")]
    pub thread: MailThreadId,
}

/// In whose box a mail lies, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Copy {
    user: Option<UserId>,
    desk: Option<Desk>,
    is_sent: i64,
    is_received: i64,
}

impl Letter<'_> {
    /// Writes it into the boxes of everybody who is in it, with audit and outbox.
    pub async fn send(&self, transaction: &Transaction<'_>, clock: Clock) -> Result<Sent, Problem> {
        let row = params![
            clock.now(),
            self.author,
            self.from_desk.map(Desk::as_str),
            self.subject,
            self.body,
            self.reply_to,
            self.forward_of
        ];
        let sent: Sent = transaction.one(include_str!("../sql/add-mail.sql"), row).await?;
        let copies = to_json(&self.copies())?;
        transaction.run(include_str!("../sql/add-copies.sql"), params![sent.mail, sent.thread, copies]).await?;
        if !self.files.is_empty() {
            let files = to_json(&self.files)?;
            let row = params![sent.mail, files.as_str()];
            transaction.run(include_str!("../sql/add-attachments.sql"), row).await?;
            transaction.run(include_str!("../sql/mark-sent.sql"), params![files.as_str()]).await?;
        }
        let everywhere: Option<&str> = None;
        transaction.run(include_str!("../sql/put-into-places.sql"), params![sent.mail, everywhere]).await?;
        words::index(transaction, sent.mail).await?;
        self.record(transaction, clock, sent).await?;
        Ok(sent)
    }

    async fn record(&self, transaction: &Transaction<'_>, clock: Clock, sent: Sent) -> Result<(), Problem> {
        let Sent { mail, thread } = sent;
        let detail = json!({
            "thread": thread,
            "to": self.people,
            "desks": self.desks,
            "for_desk": self.from_desk,
            "files": self.files,
        });
        let actor = Actor::User(self.author);
        let event = AuditEvent { actor, action: "mail.sent", subject: format!("mail:{mail}"), detail };
        transaction.audit(clock, event).await?;
        if self.is_announced {
            let message = OutboxMessage { topic: "mail.sent", payload: json!({ "mail": mail }) };
            transaction.enqueue(clock, message).await?;
        }
        Ok(())
    }

    /// The addressees in their order, and the sender, who may be one of them.
    fn copies(&self) -> Vec<Copy> {
        let received = |user, desk| Copy { user, desk, is_sent: 0, is_received: 1 };
        let people = self.people.iter().map(|person| received(Some(*person), None));
        let desks = self.desks.iter().map(|desk| received(None, Some(*desk)));
        let mut copies: Vec<Copy> = people.chain(desks).collect();
        let user = self.from_desk.is_none().then_some(self.author);
        match copies.iter_mut().find(|copy| copy.user == user && copy.desk == self.from_desk) {
            Some(own) => own.is_sent = 1,
            None => copies.push(Copy { user, desk: self.from_desk, is_sent: 1, is_received: 0 }),
        }
        copies
    }
}

fn to_json<T: Serialize>(value: &T) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(Problem::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(people: &[i64], desks: &[Desk], from_desk: Option<Desk>) -> Vec<(Option<i64>, Option<Desk>, i64, i64)> {
        let people: Vec<UserId> = people.iter().copied().map(UserId).collect();
        let letter = Letter {
            author: UserId(1),
            from_desk,
            subject: "",
            body: "",
            people: &people,
            desks,
            files: &[],
            reply_to: None,
            forward_of: None,
            is_announced: true,
        };
        let copies = letter.copies();
        copies.iter().map(|c| (c.user.map(|user| user.0), c.desk, c.is_sent, c.is_received)).collect()
    }

    #[test]
    fn r29_a_mail_lies_once_in_each_box_and_with_its_sender() {
        let expected =
            vec![(Some(2), None, 0, 1), (Some(3), None, 0, 1), (None, Some(Desk::City), 0, 1), (Some(1), None, 1, 0)];
        assert_eq!(flags(&[2, 3], &[Desk::City], None), expected);
        assert_eq!(flags(&[1], &[], None), [(Some(1), None, 1, 1)], "to herself");
        // What a clerk writes for the desk is the desk's: it lies in no box of the clerk's own.
        assert_eq!(flags(&[1], &[], Some(Desk::City)), [(Some(1), None, 0, 1), (None, Some(Desk::City), 1, 0)]);
    }
}
