//! `GET /api/account-applications`: the city desk's queue, what is due first on top (R3).

use applications::{ApplicationSummary, SummaryRow, calendar};
use domain::text::fold_key;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{CityDesk, Clock, Db, Json, Paging, Problem, Query, Session, params};

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

/// Lists the applications of one tab.
#[utoipa::path(get, path = "/api/account-applications", tag = "apply-for-account", params(ListApplications),
    responses((status = 200, body = ApplicationQueue)))]
pub(crate) async fn list_applications(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Query(list): Query<ListApplications>,
) -> Result<Json<ApplicationQueue>, Problem> {
    let page = Paging::new(list.after.as_deref(), list.limit)?;
    let words = fold_key(&list.query);
    let mut rows: Vec<SummaryRow> = match list.status.queue() {
        Some(queue) => {
            let rows = params![queue, page.text.as_str(), page.id, page.rows_to_read(), words];
            db.all(include_str!("../sql/applications-in-queue.sql"), rows).await?
        }
        None => {
            let rows = params![page.text.as_str(), page.id, page.rows_to_read(), words];
            db.all(include_str!("../sql/applications.sql"), rows).await?
        }
    };
    let next = page.cut(&mut rows, |row| (row.queue_day.clone(), row.id));
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
