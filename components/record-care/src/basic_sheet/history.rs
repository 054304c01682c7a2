//! `GET …/basic-sheet/versions` and `…/versions/{number}`: what the sheet said before, and who found it true (R38).

use super::stored::{self, Version};
use crate::chart::Chart;
use crate::written_by::{AuthorColumns, WrittenBy};
use domain::basic_sheet::{BasicSheet, SheetSection, changed_sections};
use domain::ids::RoomId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Db, Json, Path, Problem, Query, ShowsRecords, params};

const VERSIONS: usize = 20;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct VersionsQuery {
    /// As an earlier page gave it in `next`.
    #[serde(default)]
    after: Option<i64>,
}

/// A page of the sheet's versions, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct SheetVersions {
    items: Vec<SheetVersion>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One version, without what it says.
#[derive(Serialize, ToSchema)]
struct SheetVersion {
    version: i64,
    written: WrittenBy,
    /// What it says otherwise than the one before.
    changed: Vec<SheetSection>,
    /// Who confirmed it, newest first.
    confirmations: Vec<WrittenBy>,
}

/// One version with the one before it, to be compared.
#[derive(Serialize, ToSchema)]
pub(crate) struct SheetCompared {
    version: i64,
    written: WrittenBy,
    changed: Vec<SheetSection>,
    before: BasicSheet,
    after: BasicSheet,
}

#[derive(Deserialize)]
struct ConfirmationRow {
    version: i64,
    #[serde(flatten)]
    author: AuthorColumns,
}

/// Lists who wrote and who confirmed the sheet, and which parts were changed.
#[utoipa::path(get, path = "/api/rooms/{room}/records/basic-sheet/versions", tag = "record-care",
    operation_id = "basic_sheet_versions", params(("room" = i64, Path), VersionsQuery),
    responses((status = 200, body = SheetVersions), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    chart: Chart<ShowsRecords>,
    db: Db,
    Query(asked): Query<VersionsQuery>,
) -> Result<Json<SheetVersions>, Problem> {
    let room = chart.room();
    // One more than is shown: the last shown is compared with it.
    let rows = i64::try_from(VERSIONS + 1).map_err(Problem::internal)?;
    let versions = stored::before(&db, room, asked.after.unwrap_or(i64::MAX), rows).await?;
    let (newest, oldest) = (versions.first().map_or(0, number), versions.last().map_or(0, number));
    let confirmations: Vec<ConfirmationRow> =
        db.all(include_str!("../../sql/basic-sheet-confirmations.sql"), params![room, oldest, newest]).await?;
    let mut confirmations: Vec<(i64, WrittenBy)> =
        confirmations.into_iter().map(|row| (row.version, row.author.into())).collect();
    let next = versions.get(VERSIONS - 1).filter(|_| versions.len() > VERSIONS).map(|last| last.version.to_string());
    let empty = BasicSheet::default();
    let mut items = Vec::new();
    for (place, version) in versions.iter().take(VERSIONS).enumerate() {
        let before = versions.get(place + 1).map_or(&empty, |before| &before.sheet);
        items.push(SheetVersion {
            version: version.version,
            written: version.written.clone(),
            changed: changed_sections(before, &version.sheet),
            confirmations: confirmations.extract_if(.., |(of, _)| *of == version.version).map(|(_, by)| by).collect(),
        });
    }
    Ok(Json(SheetVersions { items, next }))
}

fn number(version: &Version) -> i64 {
    version.version
}

/// Shows one version beside the one before it.
#[utoipa::path(get, path = "/api/rooms/{room}/records/basic-sheet/versions/{number}", tag = "record-care",
    operation_id = "basic_sheet_version", params(("room" = i64, Path), ("number" = i64, Path)),
    responses((status = 200, body = SheetCompared), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn version(
    chart: Chart<ShowsRecords>,
    db: Db,
    Path((room, number)): Path<(RoomId, i64)>,
) -> Result<Json<SheetCompared>, Problem> {
    debug_assert_eq!(room, chart.room());
    let Version { version, sheet: after, written } = stored::version(&db, room, number).await?;
    let before = match version {
        1 => BasicSheet::default(),
        _ => stored::version(&db, room, version - 1).await?.sheet,
    };
    let changed = changed_sections(&before, &after);
    Ok(Json(SheetCompared { version, written, changed, before, after }))
}
