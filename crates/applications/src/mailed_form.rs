//! A form that was submitted by internal mail (R12, R29): what it adds to the life of every form. It is known here, and not
//! only to the use case of mails, since whoever enters any form from it completes it.

use crate::answer_by_mail::{Answer, answer};
use crate::decide::finish;
use crate::record::{Doer, Happened, record};
use crate::{Accepted, Application, Clerk, Form, StepNames, Summary, Warning, step_names};
use domain::application::{Action, Actor, Status, next};
use domain::ids::{ApplicationId, OrganizationId, UserId};
use domain::mailed_form::{FORM, MailedForm, MailedFormInput, Sender, is_about_a_registrant, is_for_managers};
use domain::receipt::ReceiptNumber;
use domain::text::{OrganizationName, PersonName};
use domain::words::{Channel, Desk};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{Caller, Clock, Db, Problem, Transaction, Visitor, params};

/// Forms that are submitted by mail.
#[derive(Debug)]
pub struct MailedForms;

/// What a clerk entered from a submission by mail, or put it with.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct EnteredForm {
    /// Its receipt number.
    pub receipt_number: String,
    /// The number of the form.
    pub form: u8,
    /// Where it stands.
    pub status: Status,
}

impl MailedForms {
    /// R1: accounts and an organization's data are for its manager. All else anybody with an account submits, for the own
    /// organization (R15, R23, R25). A clerk enters paper and mails of others (R12) and sends none as a form.
    pub fn may_submit(caller: &Caller, form: u8) -> Result<(), Problem> {
        if caller.desk.is_some() {
            let message = "窓口の担当者は、申請の入力のページから登録してください。";
            return Err(Problem::new(StatusCode::FORBIDDEN, "desk_enters_forms", message).rule("R12"));
        }
        if is_for_managers(form) && !caller.is_manager {
            let message = "団体の申請は、所属する団体のシステム管理担当者が行います。団体の担当者に依頼してください。";
            return Err(Problem::new(StatusCode::FORBIDDEN, "only_the_manager_applies", message).rule("R1"));
        }
        Ok(())
    }

    /// What came of a submission.
    pub async fn entered(db: &Db, submission: ApplicationId) -> Result<Option<EnteredForm>, Problem> {
        Ok(db.first(include_str!("../sql/entered-from-mail.sql"), params![submission]).await?)
    }

    /// Completes the submission with this number at the clerk's desk, in the transaction that enters `into` from it or puts
    /// it with `into`; whoever sent it is told by mail.
    pub async fn complete_into(
        transaction: &Transaction<'_>,
        clock: Clock,
        clerk: Clerk,
        submission: &ReceiptNumber,
        (into, into_receipt): (ApplicationId, &str),
    ) -> Result<(), Problem> {
        let application = Application::at_desk::<Self>(transaction, submission, clerk).await?;
        let status = next(application.status, Action::Accept, Actor::Desk)
            .map_err(|refused| Problem::conflict(refused.code(), refused.message_ja()))?;
        let nothing: Option<i64> = None;
        let row = params![application.id, nothing, nothing, clock.now(), "[]"];
        transaction.run(include_str!("../sql/accept-application.sql"), row).await?;
        let row = params![application.id, status.as_str(), clock.now()];
        transaction.run(include_str!("../sql/set-status.sql"), row).await?;
        let happened = Happened::<Self> {
            application: application.id,
            receipt_number: &application.receipt_number,
            action: Some(Action::Accept),
            by: Doer::User(clerk.user),
            note: None,
            content: None,
            detail: json!({ "entered": into_receipt }),
        };
        record(transaction, clock, happened).await?;
        transaction.run(include_str!("../sql/link-mailed-form.sql"), params![application.id, into]).await?;
        finish::<Self>(transaction, clock, application.id, &application.receipt_number).await?;
        let entered = Answer {
            application: application.id,
            action: Action::Complete,
            by: clerk,
            note: None,
            entered: Some(into_receipt),
        };
        answer(transaction, clock, entered).await
    }
}

impl Form for MailedForms {
    const NUMBER: u8 = FORM;
    const STEPS: StepNames = step_names!("mailed_form");

    type Input = MailedFormInput;
    type Checked = MailedForm;
    type Account = EnteredForm;

    fn may_file(visitor: &Visitor, input: &Self::Input) -> Result<(), Problem> {
        let Some(session) = &visitor.0 else { return Err(Problem::not_signed_in()) };
        Self::may_submit(session.caller(), input.form)
    }

    async fn check(db: &Db, _: Clock, input: &Self::Input, _: bool) -> Result<Self::Checked, Problem> {
        #[derive(Deserialize)]
        struct Row {
            user: UserId,
            name: String,
            organization: OrganizationId,
            organization_name: String,
        }
        let row: Option<Row> = db.first(include_str!("../sql/mailed-form-sender.sql"), params![input.mail_id]).await?;
        let sender = |row: Row| {
            Ok::<_, Problem>(Sender {
                user: row.user,
                name: PersonName::parse(&row.name).map_err(Problem::internal)?,
                organization: row.organization,
                organization_name: OrganizationName::parse(&row.organization_name).map_err(Problem::internal)?,
            })
        };
        input.check(row.map(sender).transpose()?).map_err(Problem::invalid)
    }

    fn summary(form: &Self::Checked) -> Summary {
        let sender = &form.sender;
        Summary {
            organization_id: Some(sender.organization),
            organization_name: sender.organization_name.as_str().to_owned(),
            applicant_name: sender.name.as_str().to_owned(),
            people_count: 0,
            channel: Channel::InternalMail,
            // What the mail says may name a patient: it is found in the mail box, not here.
            words: Vec::new(),
        }
    }

    fn kept(form: &Self::Checked) -> Self::Input {
        Self::Input::from(form)
    }

    fn channel(input: &mut Self::Input) -> &mut Option<String> {
        &mut input.channel
    }

    async fn arrive(
        transaction: &Transaction<'_>,
        application: ApplicationId,
        form: &Self::Checked,
    ) -> Result<(), Problem> {
        let row = params![application, form.mail, form.sender.user, i64::from(form.form)];
        Ok(transaction.run(include_str!("../sql/add-mailed-form.sql"), row).await?)
    }

    fn may_go_to(input: &Self::Input, desk: Desk) -> Result<(), Problem> {
        if desk == Desk::City && is_about_a_registrant(input.form) {
            let message =
                "登録者の様式は、市の窓口へは回せません。市へ出すものであれば、差し戻して出し直してもらってください。";
            return Err(Problem::conflict("about_a_registrant", message).rule("R11"));
        }
        Ok(())
    }

    /// It is not accepted but entered, see [`Self::complete_into`]: what it asks for has to stand in a form.
    async fn accept(
        _: &Transaction<'_>,
        _: Clock,
        _: Clerk,
        _: &Application,
        _: &Self::Checked,
    ) -> Result<Accepted, Problem> {
        let message = "メールで届いた様式は、内容を登録すると手続が進みます。「内容を登録する」から入力してください。";
        Err(Problem::conflict("content_not_entered", message).rule("R12"))
    }

    async fn warnings(_: &Db, _: Clock, _: &Self::Input) -> Result<Vec<Warning>, Problem> {
        Ok(Vec::new())
    }

    async fn accounts(db: &Db, application: &Application) -> Result<Vec<Self::Account>, Problem> {
        Ok(Self::entered(db, application.id).await?.into_iter().collect())
    }
}
