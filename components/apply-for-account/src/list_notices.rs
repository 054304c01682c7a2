//! `GET /api/notices`: the notices to print, to post and posted (R3, R4).

use applications::calendar;
use chrono::NaiveDate;
use domain::ids::NoticeId;
use domain::login_id::LoginId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{CityDesk, Clock, Db, DbError, Json, Millis, Paging, Problem, Query, Session, params};

/// Which notices to show.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListNotices {
    /// `to_print`, `to_post`, `posted`, `objected` (a manager's objection awaits an answer) or `all`.
    #[serde(default)]
    #[param(inline)]
    state: NoticeTab,
    after: Option<String>,
    limit: Option<i64>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum NoticeTab {
    #[default]
    ToPrint,
    ToPost,
    Posted,
    Objected,
    All,
}

/// One page of notices.
#[derive(Serialize, ToSchema)]
pub(crate) struct Notices {
    items: Vec<Notice>,
    #[schema(required = true)]
    next: Option<String>,
}

/// The notice of one account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Notice {
    notice_id: NoticeId,
    /// None for a clerk whom the desk registered without a form.
    #[schema(required = true)]
    receipt_number: Option<String>,
    user_name: String,
    login_id: String,
    organization_name: String,
    #[schema(value_type = String, format = Date)]
    due_on: NaiveDate,
    /// Negative when late; counts only while not posted.
    open_days_left: i64,
    late: bool,
    #[schema(required = true)]
    printed_at: Option<Millis>,
    #[schema(required = true)]
    posted_at: Option<Millis>,
    #[schema(required = true)]
    first_login_at: Option<Millis>,
    /// When the manager confirmed the grant (R37).
    #[schema(required = true)]
    confirmed_at: Option<Millis>,
    /// When the manager objected, and what.
    #[schema(required = true)]
    objected_at: Option<Millis>,
    #[schema(required = true)]
    objection: Option<String>,
    /// When the desk answered, and what.
    #[schema(required = true)]
    answered_at: Option<Millis>,
    #[schema(required = true)]
    answer: Option<String>,
}

#[derive(Deserialize)]
struct NoticeRow {
    notice_id: NoticeId,
    receipt_number: Option<String>,
    user_name: String,
    login_id: String,
    organization_name: String,
    due_on: NaiveDate,
    printed_at: Option<Millis>,
    posted_at: Option<Millis>,
    first_login_at: Option<Millis>,
    confirmed_at: Option<Millis>,
    objected_at: Option<Millis>,
    objection: Option<String>,
    answered_at: Option<Millis>,
    answer: Option<String>,
}

/// Lists the notices of one tab, what is due first on top.
#[utoipa::path(get, path = "/api/notices", tag = "apply-for-account", params(ListNotices),
    responses((status = 200, body = Notices)))]
pub(crate) async fn list_notices(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Query(list): Query<ListNotices>,
) -> Result<Json<Notices>, Problem> {
    let page = Paging::new(list.after.as_deref(), list.limit)?;
    let sql = match list.state {
        NoticeTab::ToPrint => include_str!("../sql/notices-to-print.sql"),
        NoticeTab::ToPost => include_str!("../sql/notices-to-post.sql"),
        NoticeTab::Posted => include_str!("../sql/notices-posted.sql"),
        NoticeTab::Objected => include_str!("../sql/notices-objected.sql"),
        NoticeTab::All => include_str!("../sql/notices-all.sql"),
    };
    let mut rows: Vec<NoticeRow> = db.all(sql, params![page.text.as_str(), page.id, page.rows_to_read()]).await?;
    let next = page.cut(&mut rows, |row| (row.due_on.to_string(), row.notice_id.0));
    Ok(Json(Notices { items: as_of_today(&db, clock, rows).await?, next }))
}

/// The notices with these ids, in the order of the ids.
pub(crate) async fn by_ids(db: &Db, clock: Clock, ids: &[NoticeId]) -> Result<Vec<Notice>, DbError> {
    let list = serde_json::to_string(ids).unwrap_or_default();
    let rows = db.all(include_str!("../sql/notices-by-ids.sql"), params![list]).await?;
    as_of_today(db, clock, rows).await
}

async fn as_of_today(db: &Db, clock: Clock, rows: Vec<NoticeRow>) -> Result<Vec<Notice>, DbError> {
    let calendar = calendar::load(db).await?;
    let notices = rows.into_iter().map(|row| {
        let deadline = calendar::deadline(&calendar, clock.today(), row.due_on);
        let login_id = row.login_id.parse::<LoginId>().map_or(row.login_id, |id| id.to_string());
        Notice {
            notice_id: row.notice_id,
            receipt_number: row.receipt_number,
            user_name: row.user_name,
            login_id,
            organization_name: row.organization_name,
            due_on: row.due_on,
            open_days_left: deadline.open_days_left,
            late: deadline.late && row.posted_at.is_none(),
            printed_at: row.printed_at,
            posted_at: row.posted_at,
            first_login_at: row.first_login_at,
            confirmed_at: row.confirmed_at,
            objected_at: row.objected_at,
            objection: row.objection,
            answered_at: row.answered_at,
            answer: row.answer,
        }
    });
    Ok(notices.collect())
}
