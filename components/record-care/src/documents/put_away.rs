//! `…/documents/{document}/withdrawal` and `…/restoration`: a document is put away with a reason, and put back (R38).

use super::change::{DocumentChanged, answer};
use super::state::State;
use super::step::{Of, Step};
use crate::chart::Chart;
use domain::documents::{DocumentStep, reason};
use domain::ids::{DocumentId, RoomId, UserId};
use domain::validation::Violations;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Millis, Path, Problem, Response, Transaction, params};

/// Why a document is put away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentWithdrawal {
    /// At most 300 characters.
    reason: String,
}

/// Nothing has to be said for putting it back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentRestoration {}

/// Puts a document away: it leaves the list and is not read any more, and stays with why, to be put back.
#[utoipa::path(post, path = "/api/rooms/{room}/records/documents/{document}/withdrawal", tag = "record-care",
    operation_id = "withdraw_document", params(("room" = i64, Path), ("document" = i64, Path)),
    request_body = DocumentWithdrawal,
    responses((status = 200, body = DocumentChanged), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn withdraw(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, document)): Path<(RoomId, DocumentId)>,
    Body { value: input, .. }: Body<DocumentWithdrawal>,
) -> Result<Response, Problem> {
    let mut found = Violations::new();
    let why = found.field("reason", reason(&input.reason));
    let Some(why) = why else { return Err(Problem::invalid(found)) };
    let transaction = db.transaction().await?;
    let state = State::load(&transaction, room, document).await?;
    if state.withdrawn_at.is_some() {
        // Sent twice, or somebody else was first: it is as it was asked for.
        transaction.roll_back().await?;
        return Ok(answer(state.revision));
    }
    let by = chart.caller();
    let away = (Some(clock.now()), Some(by.user), Some(by.name), Some(why.as_str()));
    set(&transaction, document, away).await?;
    let detail = json!({ "reason": why });
    finish(transaction, clock, &chart, (document, DocumentStep::Withdrawn, detail)).await?;
    Ok(answer(state.revision + 1))
}

/// Puts a document back into the list.
#[utoipa::path(post, path = "/api/rooms/{room}/records/documents/{document}/restoration", tag = "record-care",
    operation_id = "restore_document", params(("room" = i64, Path), ("document" = i64, Path)),
    request_body = DocumentRestoration,
    responses((status = 200, body = DocumentChanged), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn restore(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, document)): Path<(RoomId, DocumentId)>,
    Body { value: DocumentRestoration {}, .. }: Body<DocumentRestoration>,
) -> Result<Response, Problem> {
    let transaction = db.transaction().await?;
    let state = State::load(&transaction, room, document).await?;
    if state.withdrawn_at.is_none() {
        transaction.roll_back().await?;
        return Ok(answer(state.revision));
    }
    set(&transaction, document, (None, None, None, None)).await?;
    finish(transaction, clock, &chart, (document, DocumentStep::Restored, json!({}))).await?;
    Ok(answer(state.revision + 1))
}

async fn set(
    transaction: &Transaction<'_>,
    document: DocumentId,
    (at, by, name, reason): (Option<Millis>, Option<UserId>, Option<&str>, Option<&str>),
) -> Result<(), Problem> {
    let row = params![document, at, by, name, reason];
    Ok(transaction.run(include_str!("../../sql/document-withdraw.sql"), row).await?)
}

async fn finish(
    transaction: Transaction<'_>,
    clock: Clock,
    chart: &Chart<ChangesRoom>,
    (document, what, detail): (DocumentId, DocumentStep, Value),
) -> Result<(), Problem> {
    Step { of: Of::Document(document), what, detail }.record(&transaction, clock, chart).await?;
    Ok(transaction.commit().await?)
}
