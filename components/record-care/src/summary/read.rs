//! `GET /api/rooms/{room}/summary`: what has to be known of a registrant, gathered for one page.

use super::content::Summary;
use crate::chart::Chart;
use http::header;
use web::{Clock, Db, IntoResponse, Json, Problem, Response, ShowsRecords};

/// Shows what the page holds. To look is no printout: that is asked for by its own route, and told to the room.
#[utoipa::path(get, path = "/api/rooms/{room}/summary", tag = "record-care", operation_id = "read_summary",
    params(("room" = i64, Path)),
    responses((status = 200, body = Summary), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn read(chart: Chart<ShowsRecords>, db: Db, clock: Clock) -> Result<Response, Problem> {
    let summary = Summary::load(&db, clock, chart.room()).await?;
    Ok(([(header::CACHE_CONTROL, "private, no-store")], Json(summary)).into_response())
}
