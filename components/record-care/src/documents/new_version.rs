//! `POST …/documents/{document}/versions`: a newer paper in the place of the one before, which stays to be read (R38).

use super::state::State;
use super::step::{Of, Step, tell};
use crate::chart::Chart;
use crate::if_match::changed_meanwhile;
use domain::documents::{DocumentStep, VERSIONS_MAX, note};
use domain::ids::{DocumentId, FileId, RoomId};
use domain::validation::Violations;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Idempotency, Json, Path, Problem, Transaction, params};

/// A newer version.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentVersionInput {
    /// A file of the room that the caller has sent whole.
    file_id: FileId,
    /// What is new in it; may be empty.
    #[serde(default)]
    note: String,
    /// The version that was on the screen.
    replaces_version: i64,
}

/// It is there.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentVersionAdded {
    version: i64,
}

/// Adds a version. Of two who replace the same one the second is refused (412) and looks first. Sent again with the same
/// `Idempotency-Key`, it is the same version.
#[utoipa::path(post, path = "/api/rooms/{room}/records/documents/{document}/versions", tag = "record-care",
    operation_id = "add_document_version", params(("room" = i64, Path), ("document" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = DocumentVersionInput,
    responses((status = 201, body = DocumentVersionAdded), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn add(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, document)): Path<(RoomId, DocumentId)>,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<DocumentVersionInput>,
) -> Result<(StatusCode, Json<DocumentVersionAdded>), Problem> {
    let scope = format!("document-version:{document}:{}", chart.user());
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let mut found = Violations::new();
    let said = found.field("note", note(&input.note));
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        let version = earlier.parse().map_err(Problem::internal)?;
        return Ok((StatusCode::CREATED, Json(DocumentVersionAdded { version })));
    }
    let state = State::load(&transaction, room, document).await?;
    state.is_in_use()?;
    let has_arrived = has_arrived(&transaction, &chart, input.file_id, &mut found).await?;
    let Some(said) = said.filter(|_| has_arrived) else { return Err(Problem::invalid(found)) };
    if state.version != input.replaces_version {
        return Err(changed_meanwhile("この書類"));
    }
    if state.version >= VERSIONS_MAX {
        let title = format!("一つの書類の版は{VERSIONS_MAX}までです。新しい書類として登録してください。");
        return Err(Problem::conflict("too_many_versions", title));
    }
    let version = state.version + 1;
    let row = params![document, version, clock.now()];
    transaction.run(include_str!("../../sql/document-raise-version.sql"), row).await?;
    put(&transaction, clock, &chart, (document, version), (input.file_id, &said)).await?;
    let detail = json!({ "version": version });
    let step = Step { of: Of::Document(document), what: DocumentStep::VersionAdded, detail };
    step.record(&transaction, clock, &chart).await?;
    tell(&transaction, clock, &chart, (document, version)).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &version.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(DocumentVersionAdded { version })))
}

/// Whether a file may be put into a document: the caller sent it whole, for this room, and nothing has it yet.
pub(super) async fn has_arrived(
    db: &Db,
    chart: &Chart<ChangesRoom>,
    file: FileId,
    found: &mut Violations,
) -> Result<bool, Problem> {
    let asked = params![chart.room(), file, chart.user()];
    let arrived: Option<serde::de::IgnoredAny> =
        db.first(include_str!("../../sql/document-file-arrived.sql"), asked).await?;
    if arrived.is_none() {
        let message = "ファイルがまだ届いていません。もう一度選んで、送り終わってから登録してください。";
        found.push("file_id", "file_not_here", message);
    }
    Ok(arrived.is_some())
}

/// Puts a file into a document as one of its versions, which its author has read.
pub(super) async fn put(
    transaction: &Transaction<'_>,
    clock: Clock,
    chart: &Chart<ChangesRoom>,
    (document, version): (DocumentId, i64),
    (file, note): (FileId, &str),
) -> Result<(), Problem> {
    let by = chart.caller();
    let now = clock.now();
    transaction.run(include_str!("../../sql/document-file-belongs.sql"), params![file, document]).await?;
    let profession = by.profession.as_str();
    let row =
        params![document, version, chart.room(), file, note, by.user, by.name, profession, by.organization_name, now];
    transaction.run(include_str!("../../sql/document-add-version.sql"), row).await?;
    let read = params![document, version, by.user, now];
    Ok(transaction.run(include_str!("../../sql/document-read.sql"), read).await?)
}
