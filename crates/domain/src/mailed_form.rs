//! A form that somebody submits by internal mail (R12, R29): a mail with the form in its text or its files. It lies in the
//! desk's queue under a number of its own until a clerk has entered what it says; then it is complete, and what was entered
//! goes its own way.

use crate::application::deciding_desk;
use crate::ids::{MailId, OrganizationId, UserId};
use crate::text::{OrganizationName, PersonName};
use crate::validation::Violations;
use crate::words::{Channel, Desk};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The number of such a submission in receipt numbers; on paper there is no such form.
pub const FORM: u8 = 9;

/// The desk to which a form goes by mail (R11). None: there is no such form.
pub const fn desk_of(form: u8) -> Option<Desk> {
    match form {
        1..=8 => deciding_desk(form),
        _ => None,
    }
}

/// Whether only the manager of an organization files a form (R1).
pub const fn is_for_managers(form: u8) -> bool {
    matches!(form, 4..=6)
}

/// Whether a form tells of a registrant, scans of the consent included, which the city never sees.
pub const fn is_about_a_registrant(form: u8) -> bool {
    matches!(form, 7 | 8)
}

/// A submission by mail as it is kept: what it says stands in the mails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct MailedFormInput {
    /// The number of the form that the sender chose.
    #[schema(required = true)]
    pub form: u8,
    /// The mail by which it was submitted: it began the thread.
    #[schema(required = true)]
    pub mail_id: i64,
    /// The mails by which the sender answered a return, oldest first.
    #[schema(required = true)]
    pub answers: Vec<i64>,
    /// Always `internal_mail`.
    #[schema(required = true)]
    pub channel: Option<String>,
}

/// Who sent the mail, as the caller reads it from the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The account.
    pub user: UserId,
    /// The person's name.
    pub name: PersonName,
    /// For whom the person works.
    pub organization: OrganizationId,
    /// What that is called.
    pub organization_name: OrganizationName,
}

/// A submission by mail that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailedForm {
    /// The number of the form that the sender chose.
    pub form: u8,
    /// The mail by which it was submitted.
    pub mail: MailId,
    /// The mails by which the sender answered a return.
    pub answers: Vec<i64>,
    /// Who sent it.
    pub sender: Sender,
}

impl MailedFormInput {
    /// A mail that was just sent as this form.
    pub fn new(form: u8, mail: MailId) -> Self {
        let channel = Some(Channel::InternalMail.as_str().to_owned());
        Self { form, mail_id: mail.0, answers: Vec::new(), channel }
    }

    /// Whether there is such a form, and such a mail.
    pub fn check(&self, sender: Option<Sender>) -> Result<MailedForm, Violations> {
        let mut v = Violations::new();
        if desk_of(self.form).is_none() {
            v.push_rule("R11", "form", "unknown_form", "メールで提出できる様式の中から選んでください。");
        }
        if sender.is_none() {
            v.push("mail_id", "unknown_mail", "メールが見つかりません。");
        }
        let Self { form, answers, .. } = self.clone();
        v.finish(|| Some(MailedForm { form, mail: MailId(self.mail_id), answers, sender: sender? }))
    }
}

impl From<&MailedForm> for MailedFormInput {
    fn from(form: &MailedForm) -> Self {
        Self { answers: form.answers.clone(), ..Self::new(form.form, form.mail) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r11_a_mailed_form_goes_to_the_desk_that_decides_it() {
        let desks: Vec<_> = (0..=10).map(desk_of).collect();
        let (city, association) = (Some(Desk::City), Some(Desk::Association));
        let expected = [None, city, city, city, city, city, city, association, association, None, None];
        assert_eq!(desks, expected);
        assert_eq!(deciding_desk(FORM), None, "it is decided where it lies");
    }

    #[test]
    fn r1_accounts_and_the_data_of_an_organization_are_for_its_manager() {
        assert_eq!((1..=8).filter(|form| is_for_managers(*form)).collect::<Vec<_>>(), [4, 5, 6]);
    }

    #[test]
    fn r29_a_submission_names_a_form_and_a_mail() {
        let unknown = MailedFormInput::new(FORM, MailId(1)).check(None).unwrap_err();
        assert_eq!(unknown.iter().map(|error| error.code).collect::<Vec<_>>(), ["unknown_form", "unknown_mail"]);
    }
}
