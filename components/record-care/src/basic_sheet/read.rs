//! `GET /api/rooms/{room}/records/basic-sheet`: what everybody who cares for the registrant has to know.

use super::stored;
use crate::chart::Chart;
use crate::if_match::etag;
use crate::written_by::WrittenBy;
use domain::basic_sheet::{BasicSheet, CONFIRM_AFTER_DAYS, is_confirmation_due};
use http::header;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Clock, Db, IntoResponse, Json, Problem, Response, ShowsRecords};

/// The sheet as it is now.
#[derive(Serialize, ToSchema)]
pub(crate) struct BasicSheetNow {
    /// 0 as long as nobody has written any.
    version: i64,
    sheet: BasicSheet,
    /// Who wrote this version.
    #[schema(required = true)]
    written: Option<WrittenBy>,
    /// Who last confirmed it without changing it.
    #[schema(required = true)]
    confirmed: Option<WrittenBy>,
    /// Nobody has written or confirmed it for `confirm_after_days`.
    is_confirmation_due: bool,
    confirm_after_days: i64,
}

/// Shows the sheet. Its `ETag` is what a change has to name in `If-Match`.
#[utoipa::path(get, path = "/api/rooms/{room}/records/basic-sheet", tag = "record-care",
    operation_id = "read_basic_sheet", params(("room" = i64, Path)),
    responses((status = 200, body = BasicSheetNow), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn read(chart: Chart<ShowsRecords>, db: Db, clock: Clock) -> Result<Response, Problem> {
    let now = load(&db, clock, chart.room()).await?;
    let caching = [(header::ETAG, etag(now.version)), (header::CACHE_CONTROL, "private, no-store".to_owned())];
    Ok((caching, Json(now)).into_response())
}

/// The sheet of a room that the caller may see.
pub(crate) async fn load(db: &Db, clock: Clock, room: domain::ids::RoomId) -> Result<BasicSheetNow, Problem> {
    let newest = stored::newest(db, room).await?;
    let confirmed = stored::confirmed(db, room).await?;
    let last = newest.iter().map(|version| version.written.at.0).chain(confirmed.iter().map(|by| by.at.0)).max();
    let (version, sheet, written) = match newest {
        Some(newest) => (newest.version, newest.sheet, Some(newest.written)),
        None => (0, BasicSheet::default(), None),
    };
    Ok(BasicSheetNow {
        version,
        sheet,
        written,
        confirmed,
        is_confirmation_due: last.is_some_and(|last| is_confirmation_due(last, clock.now().0)),
        confirm_after_days: CONFIRM_AFTER_DAYS,
    })
}
