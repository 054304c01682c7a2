//! `POST` and `DELETE /api/tags/{tag}/retirement`: a tag is offered no more, or again. What has it keeps it.

use crate::change::tag_by_id;
use crate::list::Tag;
use crate::revision::Changed;
use domain::ids::TagId;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, CityDesk, Clock, Db, FreshSession, Json, Millis, Path, Problem, params};

/// Retiring needs no words.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetirementInput {}

/// Retires a tag: it stays on old messages and is not offered for new ones. Twice is once.
#[utoipa::path(post, path = "/api/tags/{tag}/retirement", tag = "manage-tags", operation_id = "retire_tag",
    params(("tag" = i64, Path)), request_body = RetirementInput,
    responses((status = 200, body = Tag), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn retire(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(tag): Path<TagId>,
    _: Body<RetirementInput>,
) -> Result<Json<Tag>, Problem> {
    set(&session, &db, clock, tag, Some(clock.now())).await
}

/// Offers a retired tag again, at its old place.
#[utoipa::path(delete, path = "/api/tags/{tag}/retirement", tag = "manage-tags", operation_id = "bring_tag_back",
    params(("tag" = i64, Path)),
    responses((status = 200, body = Tag), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn bring_back(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(tag): Path<TagId>,
) -> Result<Json<Tag>, Problem> {
    set(&session, &db, clock, tag, None).await
}

async fn set(
    session: &FreshSession<CityDesk>,
    db: &Db,
    clock: Clock,
    tag: TagId,
    retired_at: Option<Millis>,
) -> Result<Json<Tag>, Problem> {
    let transaction = db.transaction().await?;
    let before = tag_by_id(&transaction, tag).await?;
    if before.retired_at.is_some() == retired_at.is_some() {
        transaction.roll_back().await?;
        return Ok(Json(before));
    }
    transaction.run(include_str!("../sql/retire-tag.sql"), params![tag, retired_at]).await?;
    let action = if retired_at.is_some() { "tag.retired" } else { "tag.brought_back" };
    let changed = Changed { action, tag: Some(tag), detail: json!({ "name": before.name }) };
    changed.record(&transaction, clock, session.user_id()).await?;
    transaction.commit().await?;
    Ok(Json(tag_by_id(db, tag).await?))
}
