//! `GET /api/tags`: the common set, in the city's order.

use crate::revision::Revision;
use domain::ids::TagId;
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Db, IntoResponse, Json, Millis, Problem, Query, Response, Session, params};

/// Which tags.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TagsQuery {
    /// Also those that are offered no more: old messages still have them.
    #[serde(default)]
    retired: bool,
}

/// The set. It is one for everybody and has at most 500 tags, so it comes whole.
#[derive(Serialize, ToSchema)]
pub(crate) struct TagList {
    items: Vec<Tag>,
    #[schema(required = true)]
    next: Option<String>,
}

impl TagList {
    /// The whole set.
    pub(crate) fn of(items: Vec<Tag>) -> Self {
        Self { items, next: None }
    }
}

/// One tag.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Tag {
    pub(crate) tag_id: TagId,
    pub(crate) name: String,
    /// Since when it is offered no more.
    #[schema(required = true)]
    pub(crate) retired_at: Option<Millis>,
}

/// Lists the tags. Whoever sends the `ETag` of an earlier answer gets 304 while nothing changed.
#[utoipa::path(get, path = "/api/tags", tag = "manage-tags", operation_id = "list_tags", params(TagsQuery,
        ("If-None-Match" = Option<String>, Header, description = "The ETag of an earlier answer")),
    responses((status = 200, body = TagList), (status = 304), (status = 401, body = Problem)))]
pub(crate) async fn list(
    _: Session<AnyUser>,
    db: Db,
    headers: HeaderMap,
    Query(asked): Query<TagsQuery>,
) -> Result<Response, Problem> {
    // Read before the tags: a change in between gives the old tag to the new list, which is asked for once more.
    let etag = Revision::load(&db).await?.etag(asked.retired);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let caching = [(header::ETAG, etag.clone()), (header::CACHE_CONTROL, "private, no-cache".to_owned())];
    if known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag) {
        return Ok((StatusCode::NOT_MODIFIED, caching).into_response());
    }
    let items = db.all(include_str!("../sql/tags.sql"), params![asked.retired]).await?;
    Ok((caching, Json(TagList::of(items))).into_response())
}
