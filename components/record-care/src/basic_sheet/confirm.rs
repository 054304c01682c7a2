//! `POST /api/rooms/{room}/records/basic-sheet/confirmations`: somebody has read the sheet and found it true.

use super::stored;
use crate::chart::Chart;
use crate::if_match::changed_meanwhile;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, ChangesRoom, Clock, Db, Idempotency, Json, Problem, params};

/// Which version was read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SheetConfirmationInput {
    version: i64,
}

/// It is on record.
#[derive(Serialize, ToSchema)]
pub(crate) struct SheetConfirmed {
    version: i64,
}

/// Confirms the sheet without changing it. A version that is not the newest any more is refused.
#[utoipa::path(post, path = "/api/rooms/{room}/records/basic-sheet/confirmations", tag = "record-care",
    operation_id = "confirm_basic_sheet", params(("room" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = SheetConfirmationInput,
    responses((status = 201, body = SheetConfirmed), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn confirm(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<SheetConfirmationInput>,
) -> Result<(StatusCode, Json<SheetConfirmed>), Problem> {
    let (room, version) = (chart.room(), input.version);
    let scope = format!("sheet-confirmation:{room}:{}", chart.user());
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let done = (StatusCode::CREATED, Json(SheetConfirmed { version }));
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && submission.earlier(&transaction).await?.is_some()
    {
        transaction.roll_back().await?;
        return Ok(done);
    }
    let newest = stored::newest(&transaction, room).await?.ok_or_else(Problem::not_found)?;
    if newest.version != version {
        return Err(changed_meanwhile("基本シート"));
    }
    let by = chart.caller();
    let row = params![room, version, by.user, by.name, by.profession.as_str(), by.organization_name, clock.now()];
    transaction.run(include_str!("../../sql/basic-sheet-confirm.sql"), row).await?;
    let event = AuditEvent {
        actor: Actor::User(chart.user()),
        action: "basic_sheet.confirmed",
        subject: format!("registrant:{}", chart.registrant()),
        detail: json!({ "room": room, "version": version }),
    };
    transaction.audit(clock, event).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &version.to_string()).await?;
    }
    transaction.commit().await?;
    Ok(done)
}
