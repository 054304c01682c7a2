//! What a mail is for: it is only read, or it submits a form (R12, R29), or it answers the return of one.

use super::handler::MailInput;
use applications::{Application, Filed, Form as _, MailedForms, correct_within, file, refuse_before_opening};
use domain::ids::{MailId, UserId};
use domain::mailed_form::{MailedFormInput, desk_of};
use domain::receipt::ReceiptNumber;
use domain::words::Desk;
use serde::Deserialize;
use web::{Caller, Clock, Db, Problem, Transaction, params};

/// What a mail is for.
pub(super) enum Purpose {
    /// Somebody reads it.
    Read,
    /// It submits this form to this desk.
    Submit { form: u8, desk: Desk },
    /// It hands the submission in again that this desk returned.
    Answer(Returned),
}

/// What was submitted by the same thread.
#[derive(Deserialize)]
pub(super) struct Returned {
    receipt_number: ReceiptNumber,
    desk: Desk,
}

impl Purpose {
    /// What the author wants, as far as he or she may.
    pub(super) async fn of(db: &Db, clock: Clock, author: &Caller, input: &MailInput) -> Result<Self, Problem> {
        let Some(form) = input.form else {
            return if input.answers_return { Self::answer(db, author, input).await } else { Ok(Self::Read) };
        };
        MailedForms::may_submit(author, form)?;
        refuse_before_opening(db, clock).await?;
        let unknown = || {
            let message = "メールで提出できる様式の中から選んでください。";
            Problem::invalid_field("form", "unknown_form", message)
        };
        let desk = desk_of(form).ok_or_else(unknown)?;
        if input.reply_to.is_some() || input.answers_return {
            let message = "様式は、返信ではなく新しいメールで提出してください。";
            return Err(Problem::invalid_field("form", "form_begins_a_thread", message));
        }
        Ok(Self::Submit { form, desk })
    }

    async fn answer(db: &Db, author: &Caller, input: &MailInput) -> Result<Self, Problem> {
        let asked = params![input.reply_to, author.user_id];
        let found: Option<Returned> = db.first(include_str!("../../sql/returned-form.sql"), asked).await?;
        let message = "このメールの続きで提出した様式はありません。";
        found.map(Self::Answer).ok_or_else(|| Problem::invalid_field("answers_return", "nothing_to_answer", message))
    }

    /// The desk to which it goes, and to nobody else; none: to whomever it names.
    pub(super) const fn desk(&self) -> Option<Desk> {
        match self {
            Self::Read => None,
            Self::Submit { desk, .. } => Some(*desk),
            Self::Answer(returned) => Some(returned.desk),
        }
    }

    /// What follows from the mail being sent, in its transaction.
    pub(super) async fn follow(
        &self,
        transaction: &Transaction<'_>,
        clock: Clock,
        author: UserId,
        mail: MailId,
    ) -> Result<(), Problem> {
        match self {
            Self::Read => Ok(()),
            Self::Submit { form, desk } => {
                let checked = MailedForms::check(transaction, clock, &MailedFormInput::new(*form, mail), false).await?;
                let filed = Filed { user: Some(author), desk: *desk };
                file::<MailedForms>(transaction, clock, &filed, &checked).await?;
                Ok(())
            }
            Self::Answer(Returned { receipt_number, .. }) => {
                let application = Application::of_form::<MailedForms>(transaction, receipt_number).await?;
                let mut content = application.content::<MailedForms>()?;
                content.answers.push(mail.0);
                correct_within::<MailedForms>(transaction, clock, (receipt_number, Some(author)), &content).await
            }
        }
    }
}
