//! `PUT /api/rooms/{room}/records/basic-sheet`: a new version of the sheet, if nobody else was first.

use super::stored;
use crate::chart::Chart;
use crate::if_match::{IfMatch, changed_meanwhile, etag};
use domain::basic_sheet::{BasicSheet, SheetSection, changed_sections};
use http::header;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, Body, ChangesRoom, Clock, Db, IntoResponse, Json, Problem, Response, Transaction, params,
};

/// What was kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct BasicSheetWritten {
    version: i64,
    /// What this version says otherwise than the one before.
    changed: Vec<SheetSection>,
}

/// Writes the sheet whole. Whoever has read an older version than the newest is refused (412) and told what others have
/// changed since; the same content sent again is no new version.
#[utoipa::path(put, path = "/api/rooms/{room}/records/basic-sheet", tag = "record-care",
    operation_id = "write_basic_sheet", params(("room" = i64, Path),
        ("If-Match" = String, Header, description = "The ETag of the version that was changed")),
    request_body = BasicSheet,
    responses((status = 200, body = BasicSheetWritten), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem), (status = 428, body = Problem)))]
pub(crate) async fn write(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    IfMatch(known): IfMatch,
    Body { value: typed, .. }: Body<BasicSheet>,
) -> Result<Response, Problem> {
    let sheet = typed.check().map_err(Problem::invalid)?;
    let transaction = db.transaction().await?;
    let newest = stored::newest(&transaction, chart.room()).await?;
    let (version, before) = newest.map_or_else(|| (0, BasicSheet::default()), |newest| (newest.version, newest.sheet));
    let changed = changed_sections(&before, &sheet);
    if changed.is_empty() {
        transaction.roll_back().await?;
        return Ok(answer(version, changed));
    }
    if version != known {
        let refused = overtaken(&transaction, &chart, known, &before).await?;
        transaction.roll_back().await?;
        return Err(refused);
    }
    let content = serde_json::to_string(&sheet).map_err(Problem::internal)?;
    let (version, by) = (version + 1, chart.caller());
    let row = params![
        chart.room(),
        version,
        content,
        by.user,
        by.name,
        by.profession.as_str(),
        by.organization_name,
        clock.now()
    ];
    transaction.run(include_str!("../../sql/basic-sheet-write.sql"), row).await?;
    let event = AuditEvent {
        actor: Actor::User(chart.user()),
        action: "basic_sheet.written",
        subject: format!("registrant:{}", chart.registrant()),
        // What was changed, not what it says.
        detail: json!({ "room": chart.room(), "version": version, "changed": changed }),
    };
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(answer(version, changed))
}

fn answer(version: i64, changed: Vec<SheetSection>) -> Response {
    ([(header::ETAG, etag(version))], Json(BasicSheetWritten { version, changed })).into_response()
}

/// Which parts others have changed since the caller read the sheet. What they say now, the caller reads with the sheet.
async fn overtaken(
    transaction: &Transaction<'_>,
    chart: &Chart<ChangesRoom>,
    known: i64,
    now: &BasicSheet,
) -> Result<Problem, Problem> {
    let read = match known {
        0 => BasicSheet::default(),
        _ => stored::version(transaction, chart.room(), known).await?.sheet,
    };
    let theirs = serde_json::to_value(changed_sections(&read, now)).map_err(Problem::internal)?;
    Ok(changed_meanwhile("基本シート").rule("R38").extension("changed", theirs))
}
