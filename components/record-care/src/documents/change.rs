//! `PUT …/documents/{document}`: what is said of a document is put right; what was said before stays (R38).

use super::state::{DocumentSaid, State, folder_name};
use super::step::{Of, Step};
use crate::chart::Chart;
use crate::if_match::{IfMatch, changed_meanwhile, etag};
use domain::documents::{AboutInput, DocumentStep};
use domain::ids::{DocumentId, RoomId};
use domain::validation::Violations;
use http::header;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, IntoResponse, Json, Path, Problem, Response, params};

/// It is so now.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentChanged {
    /// What the next change has to name in `If-Match`.
    revision: i64,
}

/// The answer to a change.
pub(super) fn answer(revision: i64) -> Response {
    ([(header::ETAG, etag(revision))], Json(DocumentChanged { revision })).into_response()
}

/// Changes title, kind, folder, day and note. Whoever has read another state of it is refused (412); the same again is no
/// change.
#[utoipa::path(put, path = "/api/rooms/{room}/records/documents/{document}", tag = "record-care",
    operation_id = "change_document", params(("room" = i64, Path), ("document" = i64, Path),
        ("If-Match" = String, Header, description = "The revision of the document that was read, in quotes")),
    request_body = AboutInput,
    responses((status = 200, body = DocumentChanged), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)))]
pub(crate) async fn change(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, document)): Path<(RoomId, DocumentId)>,
    IfMatch(known): IfMatch,
    Body { value: input, .. }: Body<AboutInput>,
) -> Result<Response, Problem> {
    let mut found = Violations::new();
    let about = input.check(clock.today(), &mut found);
    let Some(about) = about.filter(|_| found.is_empty()) else { return Err(Problem::invalid(found)) };
    let transaction = db.transaction().await?;
    let state = State::load(&transaction, room, document).await?;
    state.is_in_use()?;
    if state.says(&about) {
        transaction.roll_back().await?;
        return Ok(answer(state.revision));
    }
    if state.revision != known {
        return Err(changed_meanwhile("この書類").rule("R38"));
    }
    let folder = folder_name(&transaction, room, about.folder).await?;
    let row = params![
        document,
        about.folder,
        about.title.as_str(),
        about.title_key(),
        about.kind.as_str(),
        about.dated_on,
        about.note.as_str()
    ];
    transaction.run(include_str!("../../sql/document-change.sql"), row).await?;
    let revision = state.revision + 1;
    let detail = json!({ "before": state.said(), "after": DocumentSaid::of(&about, folder) });
    let step = Step { of: Of::Document(document), what: DocumentStep::Changed, detail };
    step.record(&transaction, clock, &chart).await?;
    transaction.commit().await?;
    Ok(answer(revision))
}
