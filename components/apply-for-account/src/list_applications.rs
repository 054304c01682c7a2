//! `GET /api/account-applications`: the city desk's queue, what is due first on top (R3).

use crate::calendar;
use crate::paging::{Cursor, limit};
use chrono::NaiveDate;
use domain::application::Status;
use domain::text::fold_key;
use domain::words::Channel;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{CityDesk, Clock, Db, Json, Millis, Problem, Query, Session, params};

/// Which applications to show.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListApplications {
    /// `open` (awaits the desk), `returned`, `accepted`, `closed` or `all`.
    #[serde(default)]
    #[param(inline)]
    status: Tab,
    /// A part of a receipt number, or of a name of the organization, the applicant or a person.
    #[serde(default)]
    query: String,
    after: Option<String>,
    limit: Option<i64>,
}

/// A tab of the queue.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Tab {
    #[default]
    Open,
    Returned,
    Accepted,
    Closed,
    All,
}

/// One page of the queue.
#[derive(Serialize, ToSchema)]
pub(crate) struct ApplicationQueue {
    items: Vec<ApplicationSummary>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One application as a line of the queue.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApplicationSummary {
    pub(crate) receipt_number: String,
    /// The number of the form: 4 for 様式第4号.
    pub(crate) form: i64,
    pub(crate) status: Status,
    pub(crate) organization_name: String,
    pub(crate) is_new_organization: bool,
    pub(crate) applicant_name: String,
    pub(crate) people_count: i64,
    pub(crate) channel: Channel,
    pub(crate) received_at: Millis,
    /// The day by which the desk is due; none while the clock stands still.
    #[schema(value_type = Option<String>, format = Date, required = true)]
    pub(crate) due_on: Option<NaiveDate>,
    /// Negative when late.
    #[schema(required = true)]
    pub(crate) open_days_left: Option<i64>,
    pub(crate) late: bool,
    /// To be sent with a decision, so that two clerks do not decide on different contents.
    pub(crate) version: i64,
}

/// The columns of a line.
#[derive(Debug, Deserialize)]
pub(crate) struct SummaryRow {
    id: i64,
    receipt_number: String,
    form: i64,
    status: Status,
    organization_id: Option<i64>,
    organization_name: String,
    applicant_name: String,
    people_count: i64,
    channel: Channel,
    received_at: Millis,
    due_on: Option<NaiveDate>,
    queue_day: String,
    version: i64,
}

impl SummaryRow {
    /// The line as it stands today.
    pub(crate) fn on(self, calendar: &domain::open_days::Calendar, today: NaiveDate) -> ApplicationSummary {
        let deadline = self.due_on.map(|due_on| calendar::deadline(calendar, today, due_on));
        ApplicationSummary {
            receipt_number: self.receipt_number,
            form: self.form,
            status: self.status,
            organization_name: self.organization_name,
            is_new_organization: self.organization_id.is_none(),
            applicant_name: self.applicant_name,
            people_count: self.people_count,
            channel: self.channel,
            received_at: self.received_at,
            due_on: self.due_on,
            open_days_left: deadline.map(|deadline| deadline.open_days_left),
            late: deadline.is_some_and(|deadline| deadline.late),
            version: self.version,
        }
    }
}

/// Lists the applications of one tab.
#[utoipa::path(get, path = "/api/account-applications", tag = "apply-for-account", params(ListApplications),
    responses((status = 200, body = ApplicationQueue)))]
pub(crate) async fn list_applications(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Query(list): Query<ListApplications>,
) -> Result<Json<ApplicationQueue>, Problem> {
    let cursor = Cursor::parse(list.after.as_deref())?;
    let limit = limit(list.limit);
    let words = fold_key(&list.query);
    let more = limit + 1;
    let mut rows: Vec<SummaryRow> = match list.status.queue() {
        Some(queue) => {
            let page = params![queue, cursor.day, cursor.id, more, words];
            db.all(include_str!("../sql/applications-in-queue.sql"), page).await?
        }
        None => {
            let page = params![cursor.day, cursor.id, more, words];
            db.all(include_str!("../sql/applications.sql"), page).await?
        }
    };
    let page_rows = usize::try_from(limit).unwrap_or_default();
    let has_more = rows.len() > page_rows;
    rows.truncate(page_rows);
    let next = rows.last().filter(|_| has_more).map(|row| Cursor::text(&row.queue_day, row.id));
    let calendar = calendar::load(&db).await?;
    let items = rows.into_iter().map(|row| row.on(&calendar, clock.today())).collect();
    Ok(Json(ApplicationQueue { items, next }))
}

impl Tab {
    fn queue(self) -> Option<&'static str> {
        match self {
            Self::Open => Some("open"),
            Self::Returned => Some("returned"),
            Self::Accepted => Some("accepted"),
            Self::Closed => Some("closed"),
            Self::All => None,
        }
    }
}
