//! `POST /api/rooms/{room}/records/documents`: a paper is filed.

use super::folders::Counts;
use super::new_version::{has_arrived, put};
use super::state::folder_name;
use super::step::{Of, Step, tell};
use crate::chart::Chart;
use domain::documents::{About, AboutInput, DOCUMENTS_MAX, DocumentStep};
use domain::ids::{DocumentId, FileId};
use domain::validation::Violations;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Idempotency, Json, Problem, Transaction, params};

/// A document to be filed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentInput {
    about: AboutInput,
    /// A file of the room that the caller has sent whole.
    file_id: FileId,
}

/// It is filed.
#[derive(Deserialize, Serialize, ToSchema)]
pub(crate) struct DocumentFiled {
    document_id: DocumentId,
}

/// Files a document; the team is told. Sent again with the same `Idempotency-Key`, it is the same document.
#[utoipa::path(post, path = "/api/rooms/{room}/records/documents", tag = "record-care", operation_id = "file_document",
    params(("room" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = DocumentInput,
    responses((status = 201, body = DocumentFiled), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn add(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<DocumentInput>,
) -> Result<(StatusCode, Json<DocumentFiled>), Problem> {
    let (room, user) = (chart.room(), chart.user());
    let submission = idempotency.submission(None, format!("document:{room}:{user}"), fingerprint)?;
    let mut found = Violations::new();
    let about = input.about.check(clock.today(), &mut found);
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        let document_id = earlier.parse().map_err(Problem::internal)?;
        return Ok((StatusCode::CREATED, Json(DocumentFiled { document_id })));
    }
    let has_arrived = has_arrived(&transaction, &chart, input.file_id, &mut found).await?;
    let Some(about) = about.filter(|_| has_arrived && found.is_empty()) else { return Err(Problem::invalid(found)) };
    folder_name(&transaction, room, about.folder).await?;
    if Counts::of(&transaction, room).await?.all() >= DOCUMENTS_MAX {
        let title = format!("一つの部屋に登録できる書類は{DOCUMENTS_MAX}件までです。");
        return Err(Problem::conflict("too_many_documents", title));
    }
    let document_id = write(&transaction, clock, &chart, &about).await?;
    put(&transaction, clock, &chart, (document_id, 1), (input.file_id, "")).await?;
    let step = Step { of: Of::Document(document_id), what: DocumentStep::Filed, detail: json!({ "version": 1 }) };
    step.record(&transaction, clock, &chart).await?;
    tell(&transaction, clock, &chart, (document_id, 1)).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &document_id.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(DocumentFiled { document_id })))
}

async fn write(
    transaction: &Transaction<'_>,
    clock: Clock,
    chart: &Chart<ChangesRoom>,
    about: &About,
) -> Result<DocumentId, Problem> {
    let by = chart.caller();
    let row = params![
        chart.room(),
        about.folder,
        about.title.as_str(),
        about.title_key(),
        about.kind.as_str(),
        about.dated_on,
        about.note.as_str(),
        by.user,
        by.name,
        by.profession.as_str(),
        by.organization_name,
        clock.now()
    ];
    let filed: DocumentFiled = transaction.one(include_str!("../../sql/document-add.sql"), row).await?;
    Ok(filed.document_id)
}
