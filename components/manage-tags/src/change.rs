//! `POST /api/tags`, `PUT /api/tags/{tag}`: the city creates and renames.

use crate::list::Tag;
use crate::revision::Changed;
use domain::ids::{TagId, UserId};
use domain::text::TagName;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, CityDesk, Clock, Db, DbError, FreshSession, Idempotency, Json, Path, Problem, Transaction, params};

/// More would be no set that anybody chooses from.
const TAGS_MAX: i64 = 500;

/// A tag as the city wants it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TagInput {
    /// At most 20 characters.
    name: String,
}

/// Creates a tag at the end of the order. Sent again with the same `Idempotency-Key`, it gives the same tag.
#[utoipa::path(post, path = "/api/tags", tag = "manage-tags", operation_id = "create_tag", request_body = TagInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = Tag), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn create(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value, fingerprint, .. }: Body<TagInput>,
) -> Result<(StatusCode, Json<Tag>), Problem> {
    let submission = idempotency.submission(None, format!("tag:{}", session.user_id()), fingerprint)?;
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(tag) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        return Ok((StatusCode::CREATED, Json(tag_by_id(&db, tag.parse().map_err(Problem::internal)?).await?)));
    }
    let tag = add(&transaction, clock, session.user_id(), &name(&value.name)?).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &tag.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(tag_by_id(&db, tag).await?)))
}

/// Adds a tag within somebody's transaction; a name that is in use is said at `name`.
pub(crate) async fn add(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: UserId,
    name: &TagName,
) -> Result<TagId, Problem> {
    #[derive(Deserialize)]
    struct Count {
        tags: i64,
    }
    #[derive(Deserialize)]
    struct Inserted {
        tag_id: TagId,
    }
    let count: Count = transaction.one(include_str!("../sql/count-tags.sql"), []).await?;
    if count.tags >= TAGS_MAX {
        let message = format!("タグは{TAGS_MAX}個までです。使わなくなったタグの名前を変えて使ってください。");
        return Err(Problem::invalid_field("name", "too_many", message));
    }
    let row = params![name.as_str(), name.key(), clock.now()];
    let inserted: Result<Inserted, DbError> = transaction.one(include_str!("../sql/insert-tag.sql"), row).await;
    let inserted = inserted.map_err(taken)?;
    let changed =
        Changed { action: "tag.created", tag: Some(inserted.tag_id), detail: json!({ "name": name.as_str() }) };
    changed.record(transaction, clock, by).await?;
    Ok(inserted.tag_id)
}

/// Renames a tag: on old messages, too, since they hold the tag and not its name.
#[utoipa::path(put, path = "/api/tags/{tag}", tag = "manage-tags", operation_id = "rename_tag",
    params(("tag" = i64, Path)), request_body = TagInput,
    responses((status = 200, body = Tag), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn rename(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(tag): Path<TagId>,
    Body { value, .. }: Body<TagInput>,
) -> Result<Json<Tag>, Problem> {
    let name = name(&value.name)?;
    let transaction = db.transaction().await?;
    let before = tag_by_id(&transaction, tag).await?;
    let row = params![tag, name.as_str(), name.key()];
    transaction.run(include_str!("../sql/rename-tag.sql"), row).await.map_err(taken)?;
    let detail = json!({ "before": before.name, "after": name.as_str() });
    let changed = Changed { action: "tag.renamed", tag: Some(tag), detail };
    changed.record(&transaction, clock, session.user_id()).await?;
    transaction.commit().await?;
    Ok(Json(tag_by_id(&db, tag).await?))
}

/// A tag that there is; else a 404.
pub(crate) async fn tag_by_id(db: &Db, tag: TagId) -> Result<Tag, Problem> {
    let found: Option<Tag> = db.first(include_str!("../sql/tag.sql"), params![tag]).await?;
    found.ok_or_else(Problem::not_found)
}

/// A tag's name as typed.
pub(crate) fn name(raw: &str) -> Result<TagName, Problem> {
    TagName::parse(raw).map_err(|error| Problem::invalid_field("name", error.code, error.message))
}

fn taken(error: DbError) -> Problem {
    if error.is_duplicate_of("tags.name_key") {
        let message = "同じ名前のタグがあります。使うのをやめたタグなら、もう一度使えるように戻してください。";
        return Problem::invalid_field("name", "name_in_use", message);
    }
    error.into()
}
