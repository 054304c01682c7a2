//! Where an application stands, for whoever filed it (R13b).

use crate::record::SUBMITTED;
use crate::{Application, Excluded, Form};
use chrono::NaiveDate;
use domain::application::{Action, Status, can_correct, can_withdraw, status_text_ja};
use domain::receipt::ReceiptNumber;
use domain::words::{Desk, MissingPart};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Millis, Problem, params};

/// The application as its applicant sees it; `C` is the form.
#[derive(Debug, Serialize, ToSchema)]
pub struct FollowUp<C> {
    /// Where it stands.
    #[serde(flatten)]
    pub standing: Standing,
    /// The form as it is kept.
    pub content: C,
    /// Whether the form was deleted after its years (R38); `content` is then empty.
    pub content_deleted: bool,
}

/// Where an application stands, whatever its form.
#[derive(Debug, Serialize, ToSchema)]
pub struct Standing {
    /// Its receipt number.
    pub receipt_number: String,
    /// The number of the form.
    pub form: u8,
    /// Where it stands.
    pub status: Status,
    /// The status in plain words, and what comes next.
    pub status_text: &'static str,
    /// The desk where it lies (R11).
    pub desk: Desk,
    /// What the desk wrote when it last returned, rejected or redirected.
    #[schema(required = true)]
    pub note: Option<String>,
    /// When it came.
    pub received_at: Millis,
    /// When it last changed.
    pub updated_at: Millis,
    /// The day by which the notices are due to be posted (R3).
    #[schema(value_type = Option<String>, format = Date, required = true)]
    pub notice_due_on: Option<NaiveDate>,
    /// How many notices there are and how many are in the post.
    pub notices: NoticeCount,
    /// The people who were left out of the acceptance, and why.
    pub excluded: Vec<Excluded>,
    /// What still has to come before the desk decides (R14).
    pub missing: Vec<MissingPart>,
    /// Whether a corrected form may be sent now.
    pub can_correct: bool,
    /// Whether it may be withdrawn now.
    pub can_withdraw: bool,
    /// What happened so far, oldest first.
    pub history: Vec<FollowUpEntry>,
}

/// How many notices there are and how many are in the post.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct NoticeCount {
    /// All of them.
    pub total: i64,
    /// Those in the post.
    pub posted: i64,
}

/// One step, as the applicant sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct FollowUpEntry {
    /// When.
    pub at: Millis,
    /// `submit`, `return`, `resubmit`, `accept` …
    pub action: String,
    /// What the desk wrote with it.
    #[schema(required = true)]
    pub note: Option<String>,
}

/// The application as it stands now.
pub async fn follow_up<F: Form>(db: &Db, receipt: &ReceiptNumber) -> Result<FollowUp<F::Input>, Problem> {
    let application = Application::of_form::<F>(db, receipt).await?;
    Ok(FollowUp {
        content: application.content::<F>()?,
        content_deleted: application.content_is_deleted(),
        standing: standing(db, application).await?,
    })
}

async fn standing(db: &Db, application: Application) -> Result<Standing, Problem> {
    let history = application.history(db).await?;
    let notices: NoticeCount = db.one(include_str!("../sql/notice-count.sql"), params![application.id]).await?;
    let status = application.status;
    let told = match status {
        Status::Returned => Some(Action::Return),
        Status::Rejected => Some(Action::Reject),
        Status::Redirected => Some(Action::Redirect),
        _ => None,
    };
    let note = told.and_then(|told| {
        let last = history.iter().rev().find(|line| line.action == told.as_str());
        last.and_then(|line| line.note.clone())
    });
    Ok(Standing {
        excluded: application.excluded()?,
        missing: application.missing()?,
        receipt_number: application.receipt_number,
        form: application.form,
        status,
        status_text: status_text_ja(status),
        desk: application.desk,
        note,
        received_at: application.received_at,
        updated_at: application.updated_at,
        notice_due_on: application.due_on.filter(|_| status == Status::Accepted),
        notices,
        can_correct: can_correct(status),
        can_withdraw: can_withdraw(status),
        history: history
            .into_iter()
            .filter(|line| line.internal == 0)
            .map(|line| FollowUpEntry { at: line.at, action: line.action, note: line.note })
            .collect(),
    })
}

/// What a step of the history is called.
pub fn action_label(action: &str) -> &'static str {
    match Action::parse(action) {
        Some(action) => action.label_ja(),
        None if action == SUBMITTED => "申請",
        None => "処理",
    }
}
