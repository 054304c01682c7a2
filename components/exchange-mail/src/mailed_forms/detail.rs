//! `GET /api/mailed-forms/{receipt}`: what was submitted by mail, for the desk where it lies.

use crate::mail::Mail;
use crate::thread::mails_in_box;
use applications::{Application, ApplicationDetail, Clerk, EnteredForm, MailedForms, receipt};
use domain::ids::{MailBoxId, MailThreadId, UserId};
use domain::mailed_form::MailedFormInput;
use domain::words::Desk;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyDesk, Clock, Db, Json, Path, Problem, Session, params};

/// What was submitted by mail, as the desk sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailedFormDetail {
    #[serde(flatten)]
    application: ApplicationDetail<MailedFormInput, EnteredForm>,
    /// Where the mails lie in the desk's box.
    thread_id: MailThreadId,
    /// The mail and what followed, oldest first.
    mails: Vec<Mail>,
}

/// Shows one submission to the desk where it lies.
#[utoipa::path(get, path = "/api/mailed-forms/{receipt}", tag = "exchange-mail", operation_id = "mailed_form_detail",
    params(("receipt" = String, Path)),
    responses((status = 200, body = MailedFormDetail), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
) -> Result<Json<MailedFormDetail>, Problem> {
    let clerk = Clerk::of(&session)?;
    let application = Application::at_desk::<MailedForms>(&db, &receipt(&number)?, clerk).await?;
    Ok(Json(MailedFormDetail::of((&db, clock), (clerk.user, clerk.desk), &application).await?))
}

impl MailedFormDetail {
    /// With the mails as they lie in the box of the clerk's desk.
    pub(super) async fn of(
        (db, clock): (&Db, Clock),
        (reader, desk): (UserId, Desk),
        application: &Application,
    ) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Place {
            thread_id: MailThreadId,
            box_id: MailBoxId,
        }
        let asked = params![application.id, desk.as_str()];
        let Place { thread_id, box_id } = db.one(include_str!("../../sql/thread-of-form.sql"), asked).await?;
        let (mails, _) = mails_in_box(db, reader, box_id, thread_id).await?;
        let application = applications::detail::<MailedForms>(db, clock, application).await?;
        Ok(Self { application, thread_id, mails })
    }
}
