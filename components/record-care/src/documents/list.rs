//! `GET /api/rooms/{room}/records/documents`: the documents of a registrant, page by page.

use super::chosen::DocumentsQuery;
use super::document::Document;
use crate::chart::Chart;
use domain::ids::DocumentId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Db, Json, Paging, Problem, Query, ShowsRecords};

/// A page of documents.
#[derive(Serialize, ToSchema)]
pub(crate) struct Documents {
    items: Vec<Document>,
    /// Leads to the next page; none on the last.
    #[schema(required = true)]
    next: Option<String>,
}

/// Shows the documents: of a folder, with words in their titles, unread ones, those put away.
#[utoipa::path(get, path = "/api/rooms/{room}/records/documents", tag = "record-care",
    operation_id = "list_documents", params(("room" = i64, Path), DocumentsQuery),
    responses((status = 200, body = Documents), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn list(
    chart: Chart<ShowsRecords>,
    db: Db,
    Query(asked): Query<DocumentsQuery>,
) -> Result<Json<Documents>, Problem> {
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let mut placed = asked.page(&db, &chart, &paging).await?;
    let next = paging.cut(&mut placed, |row| (row.place.clone(), row.id.0));
    let ids: Vec<DocumentId> = placed.into_iter().map(|row| row.id).collect();
    Ok(Json(Documents { items: Document::shown(&db, &chart, &ids).await?, next }))
}
