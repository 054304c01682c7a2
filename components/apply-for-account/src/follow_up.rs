//! `GET /api/account-applications/{receipt}/follow-up`: where the application stands, for whoever filed it (R13b).

use crate::applications::{Application, SUBMITTED};
use chrono::NaiveDate;
use domain::account::AccountApplicationInput;
use domain::application::{Action, Status, can_correct, can_withdraw, status_text_ja};
use domain::receipt::ReceiptNumber;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Applicant, Db, DbError, Json, Millis, Problem, params};

/// The application as its applicant sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct FollowUp {
    pub(crate) receipt_number: String,
    pub(crate) status: Status,
    /// The status in plain words, and what comes next.
    pub(crate) status_text: &'static str,
    pub(crate) content: AccountApplicationInput,
    /// What the desk wrote when it last returned or rejected.
    #[schema(required = true)]
    pub(crate) note: Option<String>,
    pub(crate) received_at: Millis,
    pub(crate) updated_at: Millis,
    /// The day by which the notices are due to be posted (R3).
    #[schema(value_type = Option<String>, format = Date, required = true)]
    pub(crate) notice_due_on: Option<NaiveDate>,
    pub(crate) notices: NoticeCount,
    pub(crate) can_correct: bool,
    pub(crate) can_withdraw: bool,
    pub(crate) history: Vec<FollowUpEntry>,
}

/// How many notices there are and how many are in the post.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub(crate) struct NoticeCount {
    pub(crate) total: i64,
    pub(crate) posted: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FollowUpEntry {
    pub(crate) at: Millis,
    pub(crate) action: String,
    #[schema(required = true)]
    pub(crate) note: Option<String>,
}

/// Shows one's own application.
#[utoipa::path(get, path = "/api/account-applications/{receipt}/follow-up", tag = "apply-for-account",
    params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp), (status = 401, body = Problem)))]
pub(crate) async fn follow_up(applicant: Applicant, db: Db) -> Result<Json<FollowUp>, Problem> {
    Ok(Json(load(&db, applicant.receipt()).await?))
}

/// The application as it stands now.
pub(crate) async fn load(db: &Db, receipt: &ReceiptNumber) -> Result<FollowUp, Problem> {
    let application = Application::load(db, receipt).await?;
    let history = application.history(db).await?;
    let notices = notice_count(db, &application).await?;
    let desk_note = history
        .iter()
        .rev()
        .find(|line| [Action::Return.as_str(), Action::Reject.as_str()].contains(&line.action.as_str()))
        .and_then(|line| line.note.clone());
    let status = application.status;
    Ok(FollowUp {
        content: application.content()?,
        receipt_number: application.receipt_number,
        status,
        status_text: status_text_ja(status),
        note: desk_note.filter(|_| matches!(status, Status::Returned | Status::Rejected)),
        received_at: application.received_at,
        updated_at: application.updated_at,
        notice_due_on: application.due_on.filter(|_| status == Status::Accepted),
        notices,
        can_correct: can_correct(status),
        can_withdraw: can_withdraw(status),
        history: history
            .into_iter()
            .map(|line| FollowUpEntry { at: line.at, action: line.action, note: line.note })
            .collect(),
    })
}

/// What a step of the history is called.
pub(crate) fn action_label(action: &str) -> &'static str {
    match Action::parse(action) {
        Some(action) => action.label_ja(),
        None if action == SUBMITTED => "申請",
        None => "処理",
    }
}

async fn notice_count(db: &Db, application: &Application) -> Result<NoticeCount, DbError> {
    db.one(include_str!("../sql/notice-count.sql"), params![application.id]).await
}
