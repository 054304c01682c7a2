//! `GET /api/rooms/{room}/records/vitals`: the table, newest first.

use super::measurement::{Measurement, Row};
use crate::chart::Chart;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Db, DbError, Json, Paging, Problem, Query, ShowsRecords, params};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct MeasurementsPage {
    /// What an earlier page gave in `next`.
    after: Option<String>,
    /// 50, or up to 200.
    limit: Option<i64>,
}

/// What was measured, newest first, with what was taken back.
#[derive(Serialize, ToSchema)]
pub(crate) struct Measurements {
    items: Vec<Measurement>,
    /// Leads to the next page; none on the last.
    #[schema(required = true)]
    next: Option<String>,
}

/// Shows what was measured.
#[utoipa::path(get, path = "/api/rooms/{room}/records/vitals", tag = "record-care", operation_id = "list_vitals",
    params(("room" = i64, Path), MeasurementsPage),
    responses((status = 200, body = Measurements), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    chart: Chart<ShowsRecords>,
    db: Db,
    Query(page): Query<MeasurementsPage>,
) -> Result<Json<Measurements>, Problem> {
    let paging = Paging::new(page.after.as_deref(), page.limit)?;
    let before: i64 = match paging.text.as_str() {
        "" => i64::MAX,
        text => text.parse().map_err(|_| Problem::bad_request("malformed_query", "after"))?,
    };
    let asked = params![chart.room(), before, paging.id, paging.rows_to_read()];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/vitals-table.sql"), asked).await?;
    let next = paging.cut(&mut rows, |row| (row.measured_at.0.to_string(), row.id.0));
    let items = rows.into_iter().map(Row::into_measurement).collect::<Result<_, DbError>>()?;
    Ok(Json(Measurements { items, next }))
}
