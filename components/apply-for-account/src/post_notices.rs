//! `POST /api/notices/posted`: the desk has posted these notices (R3). The application is complete with its last one.

use crate::account_applications::AccountApplications;
use crate::issue_notices::NoticeIds;
use crate::list_notices::{self, Notice};
use crate::organization_changes::OrganizationChanges;
use applications::{Clerk, Form as _, complete};
use domain::ids::{ApplicationId, NoticeId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, Json, Millis, Problem, Session, Transaction, params};

/// The notices as they stand now.
#[derive(Serialize, ToSchema)]
pub(crate) struct PostedNotices {
    items: Vec<Notice>,
}

#[derive(Deserialize)]
struct PrintState {
    id: NoticeId,
    printed_at: Option<Millis>,
    application_id: Option<ApplicationId>,
}

/// Marks notices as posted. Marking one twice changes nothing.
#[utoipa::path(post, path = "/api/notices/posted", tag = "apply-for-account", request_body = NoticeIds,
    responses((status = 200, body = PostedNotices), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn post_notices(
    session: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<NoticeIds>,
) -> Result<Json<PostedNotices>, Problem> {
    let ids = value.checked()?;
    let list = serde_json::to_string(&ids).map_err(Problem::internal)?;
    let transaction = db.transaction().await?;
    let rows: Vec<PrintState> =
        transaction.all(include_str!("../sql/notices-print-state.sql"), params![list.as_str()]).await?;
    if rows.len() != ids.len() {
        return Err(Problem::not_found());
    }
    if rows.iter().any(|row| row.printed_at.is_none()) {
        return Err(Problem::conflict(
            "not_printed",
            "まだ印刷していない通知書が含まれています。先に印刷してください。",
        ));
    }
    transaction.run(include_str!("../sql/mark-posted.sql"), params![list, clock.now()]).await?;
    for row in &rows {
        let event = AuditEvent {
            actor: Actor::User(session.user_id()),
            action: "notice.posted",
            subject: format!("notice:{}", row.id),
            detail: serde_json::json!({}),
        };
        transaction.audit(clock, event).await?;
    }
    let mut applications: Vec<ApplicationId> = rows.iter().filter_map(|row| row.application_id).collect();
    applications.sort_unstable();
    applications.dedup();
    let by = Clerk::of(&session)?;
    for application in applications {
        complete_when_all_posted(&transaction, clock, by, application).await?;
    }
    transaction.commit().await?;
    Ok(Json(PostedNotices { items: list_notices::by_ids(&db, clock, &ids).await? }))
}

/// Completes an application once nothing is left to post; a reissued notice that is posted again finds it complete.
pub(crate) async fn complete_when_all_posted(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: ApplicationId,
) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Progress {
        form: u8,
        receipt_number: String,
        unposted: i64,
    }
    let progress: Progress = transaction.one(include_str!("../sql/notice-progress.sql"), params![application]).await?;
    if progress.unposted > 0 {
        return Ok(());
    }
    let receipt = &progress.receipt_number;
    match progress.form {
        OrganizationChanges::NUMBER => {
            complete::<OrganizationChanges>(transaction, clock, by, application, receipt).await
        }
        _ => complete::<AccountApplications>(transaction, clock, by, application, receipt).await,
    }
}
