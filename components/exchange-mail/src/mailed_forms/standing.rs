//! What became of a mail that was submitted as a form, for those who are in it.

use applications::{Application, EnteredForm, MailedForms, follow_up};
use domain::application::Status;
use domain::ids::{MailThreadId, UserId};
use domain::receipt::ReceiptNumber;
use domain::words::Desk;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Problem, params};

/// A submission that is complete, while what was entered from it is only beginning.
const ENTERED: &str = "窓口で内容を登録しました。この後の状況は、登録された申請の受付番号から確かめられます。";

/// A mail that was submitted as a form.
#[derive(Serialize, ToSchema)]
pub(crate) struct SubmittedForm {
    receipt_number: String,
    /// The number of the form that the sender chose.
    form: u8,
    status: Status,
    /// The status in plain words, and what comes next.
    status_text: &'static str,
    /// The desk where it lies.
    desk: Desk,
    /// What the desk wrote when it last returned, rejected or redirected.
    #[schema(required = true)]
    note: Option<String>,
    /// Whether the caller may answer a return now, by a mail in this thread.
    can_answer: bool,
    /// Whether the caller may take it back now.
    can_withdraw: bool,
    /// What the desk entered from it.
    #[schema(required = true)]
    entered: Option<EnteredForm>,
}

impl SubmittedForm {
    /// What was submitted by a thread; the caller has made sure that `reader` is in it.
    pub(crate) async fn of_thread(db: &Db, reader: UserId, thread: MailThreadId) -> Result<Option<Self>, Problem> {
        #[derive(Deserialize)]
        struct Row {
            receipt_number: ReceiptNumber,
        }
        let row: Option<Row> = db.first(include_str!("../../sql/form-of-thread.sql"), params![thread]).await?;
        match row {
            Some(row) => Ok(Some(Self::load(db, reader, &row.receipt_number).await?)),
            None => Ok(None),
        }
    }

    pub(super) async fn load(db: &Db, reader: UserId, number: &ReceiptNumber) -> Result<Self, Problem> {
        let application = Application::of_form::<MailedForms>(db, number).await?;
        let entered = MailedForms::entered(db, application.id).await?;
        let is_mine = application.submitted_by == Some(reader);
        let current = follow_up::<MailedForms>(db, number).await?;
        let standing = current.standing;
        Ok(Self {
            receipt_number: standing.receipt_number,
            form: current.content.form,
            status: standing.status,
            status_text: if entered.is_some() { ENTERED } else { standing.status_text },
            desk: standing.desk,
            // It may speak of a patient: who was answered in the thread is not whom the desk wrote to.
            note: standing.note.filter(|_| is_mine),
            can_answer: is_mine && standing.can_correct,
            can_withdraw: is_mine && standing.can_withdraw,
            entered: entered.filter(|_| is_mine),
        })
    }
}
