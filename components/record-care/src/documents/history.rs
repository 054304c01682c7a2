//! `GET …/documents/{document}/changes`: what was done with a document, by whom, and what was said of it before (R38).

use super::state::{DocumentSaid, State};
use crate::chart::Chart;
use crate::written_by::{AuthorColumns, WrittenBy};
use domain::documents::DocumentStep;
use domain::ids::{DocumentId, RoomId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Db, Json, Path, Problem, Query, ShowsRecords, params};

const CHANGES: usize = 50;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ChangesQuery {
    /// As an earlier page gave it in `next`.
    #[serde(default)]
    after: Option<i64>,
}

/// A page of what was done, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentChanges {
    items: Vec<DocumentChange>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One step.
#[derive(Serialize, ToSchema)]
struct DocumentChange {
    what: DocumentStep,
    by: WrittenBy,
    /// Of a change: what was said before.
    #[schema(required = true)]
    before: Option<DocumentSaid>,
    /// Of a change: what was said from then on.
    #[schema(required = true)]
    after: Option<DocumentSaid>,
    /// Why it was put away.
    #[schema(required = true)]
    reason: Option<String>,
    /// Which version came.
    #[schema(required = true)]
    version: Option<i64>,
}

#[derive(Deserialize)]
struct Row {
    id: i64,
    what: DocumentStep,
    detail: String,
    #[serde(flatten)]
    author: AuthorColumns,
}

#[derive(Deserialize)]
struct Detail {
    before: Option<DocumentSaid>,
    after: Option<DocumentSaid>,
    reason: Option<String>,
    version: Option<i64>,
}

impl Row {
    fn read(self) -> Result<DocumentChange, Problem> {
        let Detail { before, after, reason, version } =
            serde_json::from_str(&self.detail).map_err(Problem::internal)?;
        Ok(DocumentChange { what: self.what, by: self.author.into(), before, after, reason, version })
    }
}

/// Lists what was done with a document.
#[utoipa::path(get, path = "/api/rooms/{room}/records/documents/{document}/changes", tag = "record-care",
    operation_id = "list_document_changes", params(("room" = i64, Path), ("document" = i64, Path), ChangesQuery),
    responses((status = 200, body = DocumentChanges), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    _: Chart<ShowsRecords>,
    db: Db,
    Path((room, document)): Path<(RoomId, DocumentId)>,
    Query(asked): Query<ChangesQuery>,
) -> Result<Json<DocumentChanges>, Problem> {
    State::load(&db, room, document).await?;
    let rows = i64::try_from(CHANGES + 1).map_err(Problem::internal)?;
    let page = params![document, asked.after.unwrap_or(i64::MAX), rows];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/document-changes.sql"), page).await?;
    let has_more = rows.len() > CHANGES;
    rows.truncate(CHANGES);
    let next = rows.last().filter(|_| has_more).map(|row| row.id.to_string());
    Ok(Json(DocumentChanges { items: rows.into_iter().map(Row::read).collect::<Result<_, _>>()?, next }))
}
