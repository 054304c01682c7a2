//! `GET /api/desk/applications/export`: what the filters of the queue let through, as a table for spreadsheets.

use crate::queue::{DeskQueueQuery, read};
use applications::Clerk;
use domain::application::Status;
use domain::words::Channel;
use web::{Actor, AnyDesk, AuditEvent, Clock, Db, FreshSession, Paging, Problem, Query, Response, csv};

/// Applications of one table; a page of the queue is read at a time.
const ROWS_MAX: usize = 10_000;
const BYTES_MAX: usize = 24 * 1024 * 1024;
const PAGE: i64 = 200;
const HEADS: [&str; 11] = [
    "受付番号",
    "様式",
    "状態",
    "利用団体",
    "申請者",
    "人数",
    "届いた方法",
    "受付日時",
    "期限",
    "期限までの開庁日",
    "担当",
];

/// Exports the applications at the caller's desk as CSV, in the order of the queue.
#[utoipa::path(get, path = "/api/desk/applications/export", tag = "oversee", operation_id = "export_desk_queue",
    params(DeskQueueQuery),
    responses((status = 200, content_type = "text/csv", body = String), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(crate) async fn export(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    Query(asked): Query<DeskQueueQuery>,
) -> Result<Response, Problem> {
    let clerk = Clerk::of(&session)?;
    let (user, desk) = (clerk.user, clerk.desk);
    let mut table = csv::Table::begin(&HEADS, ROWS_MAX, BYTES_MAX);
    let mut after: Option<String> = None;
    'pages: loop {
        let page = read(Clerk { user, desk }, &db, clock, &asked, &Paging::new(after.as_deref(), Some(PAGE))?).await?;
        for item in &page.items {
            let cells: [&str; 11] = [
                &item.receipt_number,
                &format!("第{}号", item.form),
                Status::label_ja(item.status),
                &item.organization_name,
                &item.applicant_name,
                &item.people_count.to_string(),
                Channel::label_ja(item.channel),
                &csv::in_japan(item.received_at.0),
                &item.due_on.map(|day| day.to_string()).unwrap_or_default(),
                &item.open_days_left.map(|days| days.to_string()).unwrap_or_default(),
                item.assigned_to.as_ref().map_or("", |clerk| clerk.name.as_str()),
            ];
            if !table.push(&cells) {
                break 'pages;
            }
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "desk_list.exported",
        subject: "desk_list:applications".to_owned(),
        // What was searched for may be the name of a registrant, and the city reads the trail.
        detail: serde_json::json!({
            "desk": desk, "tab": asked.tab, "form": asked.form, "searched": !asked.query.trim().is_empty(),
            "rows": table.rows(), "cut": table.is_cut(),
        }),
    };
    let transaction = db.transaction().await?;
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(table.answer(&format!("applications-{}.csv", clock.today())))
}
