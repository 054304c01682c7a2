//! What a desk decides on a form that came by mail is answered by mail, in the same thread and the same transaction (R29).
//! So is what it decides later on the application that was entered from it.

use crate::Clerk;
use domain::application::{Action, form_name};
use domain::ids::{ApplicationId, MailId, MailThreadId, UserId};
use domain::mail::SUBJECT_CHARACTERS_MAX;
use domain::words::Desk;
use mails::{Letter, share_thread};
use serde::Deserialize;
use web::{Clock, Problem, Transaction, params};

/// What a desk has just decided.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer<'a> {
    pub(crate) application: ApplicationId,
    pub(crate) action: Action,
    pub(crate) by: Clerk,
    pub(crate) note: Option<&'a str>,
    /// Of a submission that is complete: the receipt number under which it was entered.
    pub(crate) entered: Option<&'a str>,
}

/// The thread in which an application is answered.
#[derive(Deserialize)]
struct Thread {
    thread_id: MailThreadId,
    sender_user_id: UserId,
    form: u8,
    subject: String,
    receipt_number: String,
    is_entered: bool,
    last_mail_id: MailId,
}

/// Writes to whoever sent the form; nothing of an application that did not come by mail. One that goes on to the other desk
/// takes its thread along (R11).
pub(crate) async fn answer(transaction: &Transaction<'_>, clock: Clock, answer: Answer<'_>) -> Result<(), Problem> {
    let found = transaction.first(include_str!("../sql/mail-thread-of.sql"), params![answer.application]).await?;
    let Some(thread): Option<Thread> = found else { return Ok(()) };
    let here = answer.by.desk;
    let next_desk = (answer.action == Action::Redirect).then_some(here.other());
    if let Some(there) = next_desk {
        share_thread(transaction, thread.thread_id, (here, there)).await?;
    }
    let letter = Letter {
        author: answer.by.user,
        from_desk: Some(here),
        subject: &subject(&thread.subject),
        body: &body(&thread, &answer, next_desk),
        people: &[thread.sender_user_id],
        desks: next_desk.as_slice(),
        files: &[],
        reply_to: Some(thread.last_mail_id),
        forward_of: None,
        is_announced: true,
    };
    letter.send(transaction, clock).await?;
    Ok(())
}

fn subject(of: &str) -> String {
    let answered = if of.starts_with("Re: ") { of.to_owned() } else { format!("Re: {of}") };
    answered.chars().take(SUBJECT_CHARACTERS_MAX).collect()
}

/// What the sender reads: what happened, why, and what to do next.
fn body(thread: &Thread, answer: &Answer<'_>, next_desk: Option<Desk>) -> String {
    let (what, next) = if thread.is_entered { entered(answer.action) } else { submitted(answer.action) };
    let desk = next_desk.map_or("", Desk::label_ja);
    let name = if thread.is_entered { "申請" } else { form_name(thread.form) };
    let mut paragraphs = vec![format!("{name}（受付番号 {}）{}", thread.receipt_number, what.replace("{desk}", desk))];
    if let Some(receipt) = answer.entered {
        paragraphs.push(format!("登録した申請の受付番号は {receipt} です。"));
    }
    if let Some(note) = answer.note {
        paragraphs.push(format!("窓口から:\n{note}"));
    }
    if !next.is_empty() {
        paragraphs.push(next.to_owned());
    }
    paragraphs.join("\n\n")
}

/// About the submission itself.
const fn submitted(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Return => (
            "を差し戻しました。",
            "このメールを開いて「差戻しに答える」を押し、直した内容やファイルを送ってください。再提出になります。",
        ),
        Action::Reject => ("は、受け付けられませんでした。", ""),
        Action::Redirect => ("を、{desk}へ引き継ぎました。", "出し直しは必要ありません。"),
        _ => ("の内容を、窓口で登録しました。", "この後の結果も、このメールの続きでお知らせします。"),
    }
}

/// About the application that was entered from it.
const fn entered(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Return => {
            ("が差し戻されました。", "このメールを開くと出る受付番号から、内容を直して再提出してください。")
        }
        Action::Reject => ("は、却下されました。", ""),
        Action::Redirect => ("を、{desk}へ引き継ぎました。", "出し直しは必要ありません。"),
        Action::Accept => ("が受理されました。", "この後の手続が終わったら、またお知らせします。"),
        _ => ("の手続がすべて終わりました。", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_keeps_the_subject_and_its_length() {
        assert_eq!(subject("同意書"), "Re: 同意書");
        assert_eq!(subject("Re: 同意書"), "Re: 同意書");
        assert_eq!(subject(&"あ".repeat(SUBJECT_CHARACTERS_MAX)).chars().count(), SUBJECT_CHARACTERS_MAX);
    }

    #[test]
    fn r29_an_answer_says_what_happened_why_and_what_to_do() {
        let thread = Thread {
            thread_id: MailThreadId(1),
            sender_user_id: UserId(1),
            form: 4,
            subject: String::new(),
            receipt_number: "9-26-000001-01".to_owned(),
            is_entered: false,
            last_mail_id: MailId(1),
        };
        let by = Clerk { user: UserId(2), desk: Desk::Association };
        let sent = |action, note| {
            let answer = Answer { application: ApplicationId(1), action, by, note, entered: None };
            body(&thread, &answer, Some(Desk::City).filter(|_| action == Action::Redirect))
        };
        let returned = sent(Action::Return, Some("署名がありません。"));
        for part in ["様式第4号", "9-26-000001-01", "差し戻しました", "署名がありません。", "差戻しに答える"]
        {
            assert!(returned.contains(part), "{returned}");
        }
        assert!(sent(Action::Redirect, None).contains("市の窓口へ引き継ぎました"));
    }
}
