//! `GET /api/registrants/view-counts`: how often each registrant was looked at, for the association (R21).

use super::Period;
use chrono::NaiveDate;
use domain::ids::RegistrantId;
use domain::words::{Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AssociationDesk, Clock, Db, Json, Paging, Problem, Query, Session, View, ViewLog, params};

/// Which days and which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RegisterCountsQuery {
    /// The first day, in Japan: 30 days ago unless said otherwise.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<NaiveDate>,
    /// The last day, in Japan.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<NaiveDate>,
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of those who were looked at, in the order of their readings.
#[derive(Serialize, ToSchema)]
pub(crate) struct RegisterCounts {
    items: Vec<RegistrantViews>,
    #[schema(required = true)]
    next: Option<String>,
}

/// How often one registrant was looked at.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct RegistrantViews {
    registrant_id: RegistrantId,
    name: String,
    views: i64,
    /// By how many people.
    people: i64,
    #[serde(skip_serializing)]
    kana_key: String,
}

/// Counts the views of each registrant who was looked at.
#[utoipa::path(get, path = "/api/registrants/view-counts", tag = "open-support-room",
    operation_id = "register_view_counts", params(RegisterCountsQuery),
    responses((status = 200, body = RegisterCounts), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn counts(
    session: Session<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Query(asked): Query<RegisterCountsQuery>,
) -> Result<Json<RegisterCounts>, Problem> {
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let period = Period::between(asked.from, asked.to, clock.today())?;
    let given = params![paging.text.as_str(), paging.id, paging.rows_to_read(), period.from, period.to];
    let mut items: Vec<RegistrantViews> = db.all(include_str!("../../sql/view-counts.sql"), given).await?;
    let next = paging.cut(&mut items, |row| (row.kana_key.clone(), row.registrant_id.0));
    let registrants = items.iter().map(|row| row.registrant_id).collect();
    log.shows(View { user: session.user_id(), what: Viewed::Register, via: ViewedVia::Desk, registrants })?;
    Ok(Json(RegisterCounts { items, next }))
}
