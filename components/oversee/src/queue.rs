//! `GET /api/desk/applications`: the applications of every form that lie at the caller's desk (R11), what is due first on
//! top (R3); a search shows the newest first.

use crate::at_desk::Holder;
use applications::{ApplicationSummary, Clerk, SummaryRow, calendar};
use chrono::NaiveDate;
use domain::ids::OrganizationId;
use domain::text::pairs_query;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyDesk, Clock, Db, Json, Paging, Param, Problem, Query, Session, params};

/// Among how many applications one page of a search looks for some that the other filters let through. Beyond that a
/// page may be short, or empty, and yet have a next one.
const LOOKED_AMONG: i64 = 100_000;
/// Sorts after every place in a queue.
const LAST_PLACE: &str = "~";

/// Which applications to show. Filters are combined.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeskQueueQuery {
    /// `open` (awaits the desk), `returned`, `accepted`, `closed` or `all`.
    #[serde(default)]
    #[param(inline)]
    pub(crate) tab: Tab,
    /// The number of a form.
    pub(crate) form: Option<u8>,
    /// Only what is past its day.
    #[serde(default)]
    late: bool,
    #[param(value_type = Option<i64>)]
    organization_id: Option<OrganizationId>,
    /// `me`, `none` or the number of a clerk.
    assigned: Option<String>,
    /// Only what is due on this day or before.
    #[param(value_type = Option<String>, format = Date)]
    due_by: Option<NaiveDate>,
    /// Words of which each is a part of the receipt number, or of a name of the organization, the applicant or a person.
    #[serde(default)]
    pub(crate) query: String,
    after: Option<String>,
    limit: Option<i64>,
}

/// A tab of the queue.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Tab {
    #[default]
    Open,
    Returned,
    Accepted,
    Closed,
    All,
}

/// One page of the queue.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeskQueue {
    pub(crate) items: Vec<ApplicationSummary>,
    #[schema(required = true)]
    pub(crate) next: Option<String>,
}

/// What a page is made of.
struct Page {
    rows: Vec<SummaryRow>,
    next: Option<String>,
}

/// Lists the applications at the caller's desk.
#[utoipa::path(get, path = "/api/desk/applications", tag = "oversee", params(DeskQueueQuery),
    responses((status = 200, body = DeskQueue), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn desk_queue(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Query(asked): Query<DeskQueueQuery>,
) -> Result<Json<DeskQueue>, Problem> {
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    read(Clerk::of(&session)?, &db, clock, &asked, &paging).await.map(Json)
}

/// One page of what the filters let through.
pub(crate) async fn read(
    clerk: Clerk,
    db: &Db,
    clock: Clock,
    asked: &DeskQueueQuery,
    paging: &Paging,
) -> Result<DeskQueue, Problem> {
    let filter = Filter::of(clerk, clock.today(), asked)?;
    let page = if asked.query.trim().is_empty() {
        filter.due_first(db, paging).await?
    } else {
        filter.search(db, &asked.query, paging).await?
    };
    let calendar = calendar::load(db).await?;
    let items = page.rows.into_iter().map(|row| row.on(&calendar, clock.today())).collect();
    Ok(DeskQueue { items, next: page.next })
}

/// The filters as the database takes them.
struct Filter {
    desk: &'static str,
    /// A JSON array.
    tabs: &'static str,
    form: Option<i64>,
    organization: Option<OrganizationId>,
    /// Whose they are; none for everybody's.
    assigned: Option<Holder>,
    /// The first place that is due too late to be shown.
    end: String,
}

impl Filter {
    fn of(clerk: Clerk, today: NaiveDate, asked: &DeskQueueQuery) -> Result<Self, Problem> {
        let assigned = match asked.assigned.as_deref() {
            None | Some("") => None,
            Some("me") => Some(Holder::Clerk(clerk.user)),
            Some("none") => Some(Holder::Nobody),
            Some(id) => {
                let user = id.parse().map_err(|_| Problem::bad_request("malformed_query", "assigned"))?;
                Some(Holder::Clerk(user))
            }
        };
        let due_end = asked.due_by.and_then(|day| day.succ_opt());
        let late_end = Some(today).filter(|_| asked.late);
        let end = due_end.into_iter().chain(late_end).min();
        Ok(Self {
            desk: clerk.desk.as_str(),
            tabs: asked.tab.names(),
            form: asked.form.map(i64::from),
            organization: asked.organization_id,
            assigned,
            end: end.map_or_else(|| LAST_PLACE.to_owned(), |day| day.to_string()),
        })
    }

    /// The page after a place in the queue. One statement for each set of filters, so that each has its index.
    async fn due_first(&self, db: &Db, paging: &Paging) -> Result<Page, Problem> {
        let after = format!("{}~{:012}", paging.text, paging.id);
        let after = if paging.text.is_empty() { "" } else { &after };
        let rows = paging.rows_to_read();
        let mut given: Vec<Param> = params![self.desk, self.tabs, after, self.end.as_str(), rows].into();
        let sql = match (self.organization, self.assigned, self.form) {
            (Some(organization), assigned, form) => {
                given.extend(params![organization, form, assigned.is_some(), assigned.and_then(Holder::clerk)]);
                include_str!("../sql/queue-of-organization.sql")
            }
            (None, Some(assigned), Some(form)) => {
                given.extend(params![assigned.clerk(), form]);
                include_str!("../sql/queue-of-clerk-and-form.sql")
            }
            (None, Some(assigned), None) => {
                given.extend(params![assigned.clerk()]);
                include_str!("../sql/queue-of-clerk.sql")
            }
            (None, None, Some(form)) => {
                given.extend(params![form]);
                include_str!("../sql/queue-of-form.sql")
            }
            (None, None, None) => include_str!("../sql/queue.sql"),
        };
        let mut rows: Vec<SummaryRow> = db.all(sql, given).await?;
        let next = paging.cut(&mut rows, |row| (row.queue_day.clone(), row.id));
        Ok(Page { rows, next })
    }

    /// The newest that hold these words, older than the application `after`.
    async fn search(&self, db: &Db, query: &str, paging: &Paging) -> Result<Page, Problem> {
        #[derive(Deserialize)]
        struct Newest {
            id: i64,
        }
        let before = match paging.id {
            1.. => paging.id,
            _ => db.one::<Newest>(include_str!("../sql/newest-application.sql"), []).await?.id.saturating_add(1),
        };
        let Some(words) = pairs_query(query) else { return Ok(Page { rows: Vec::new(), next: None }) };
        let oldest = before.saturating_sub(LOOKED_AMONG).max(1);
        let mut given: Vec<Param> =
            params![self.desk, self.tabs, words, before, oldest, paging.rows_to_read(), self.end.as_str()].into();
        given.extend(params![
            self.organization,
            self.form,
            self.assigned.is_some(),
            self.assigned.and_then(Holder::clerk)
        ]);
        let mut rows: Vec<SummaryRow> = db.all(include_str!("../sql/queue-search.sql"), given).await?;
        let next = paging.cut(&mut rows, |row| (String::new(), row.id));
        let further = Some(oldest).filter(|oldest| *oldest > 1);
        Ok(Page { rows, next: next.or(further.map(|id| format!("~{id}"))) })
    }
}

impl Tab {
    fn names(self) -> &'static str {
        match self {
            Self::Open => r#"["open"]"#,
            Self::Returned => r#"["returned"]"#,
            Self::Accepted => r#"["accepted"]"#,
            Self::Closed => r#"["closed"]"#,
            Self::All => r#"["open","returned","accepted","closed"]"#,
        }
    }
}
