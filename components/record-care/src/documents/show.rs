//! `GET …/documents/{document}`: one document with its versions, and what stands beside it in the list.

use super::chosen::DocumentsQuery;
use super::document::{Document, DocumentFile};
use super::state::State;
use crate::chart::Chart;
use crate::if_match::etag;
use crate::written_by::{AuthorColumns, WrittenBy};
use domain::ids::{DocumentId, RoomId};
use http::header;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, IntoResponse, Json, Millis, Path, Problem, Query, Response, ShowsRecords, params};

/// A document with everything there is of it but the content.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentShown {
    document: Document,
    /// Newest first.
    versions: Vec<DocumentVersion>,
    /// What stands before it in the list that was asked for.
    #[schema(required = true)]
    previous_id: Option<DocumentId>,
    /// What stands after it.
    #[schema(required = true)]
    next_id: Option<DocumentId>,
}

/// One version.
#[derive(Serialize, ToSchema)]
struct DocumentVersion {
    version: i64,
    /// What is new in it.
    note: String,
    file: DocumentFile,
    written: WrittenBy,
    /// When the caller first opened it.
    #[schema(required = true)]
    read_at: Option<Millis>,
    /// How many others than its author have opened it.
    read_count: i64,
}

#[derive(Deserialize)]
struct Row {
    version: i64,
    note: String,
    file_name: String,
    media_type: String,
    bytes: i64,
    #[serde(flatten)]
    author: AuthorColumns,
    read_at: Option<Millis>,
    read_count: i64,
}

impl From<Row> for DocumentVersion {
    fn from(row: Row) -> Self {
        Self {
            version: row.version,
            note: row.note,
            file: DocumentFile { name: row.file_name, media_type: row.media_type, bytes: row.bytes },
            written: row.author.into(),
            read_at: row.read_at,
            read_count: row.read_count,
        }
    }
}

/// Shows a document. Its `ETag` is what a change has to name in `If-Match`; the query is that of the list it was found in.
#[utoipa::path(get, path = "/api/rooms/{room}/records/documents/{document}", tag = "record-care",
    operation_id = "show_document", params(("room" = i64, Path), ("document" = i64, Path), DocumentsQuery),
    responses((status = 200, body = DocumentShown), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn show(
    chart: Chart<ShowsRecords>,
    db: Db,
    Path((room, id)): Path<(RoomId, DocumentId)>,
    Query(asked): Query<DocumentsQuery>,
) -> Result<Response, Problem> {
    let state = State::load(&db, room, id).await?;
    let document = Document::shown(&db, &chart, &[id]).await?.pop().ok_or_else(Problem::not_found)?;
    let versions: Vec<Row> =
        db.all(include_str!("../../sql/document-versions.sql"), params![room, id, chart.user()]).await?;
    let (previous_id, next_id) = asked.around(&db, &chart, id, &state).await?;
    let caching = [(header::ETAG, etag(document.revision())), (header::CACHE_CONTROL, "private, no-store".to_owned())];
    let versions = versions.into_iter().map(DocumentVersion::from).collect();
    Ok((caching, Json(DocumentShown { document, versions, previous_id, next_id })).into_response())
}
