//! `POST /api/tag-wishes`: a user wishes for a tag.

use super::Wish;
use crate::change::name;
use domain::text::NoteText;
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{AnyUser, Body, Clock, Db, Json, OutboxMessage, Problem, Session, params};

/// Wishes of one person that the city has not answered: more is no wish any more.
const OPEN_WISHES_MAX: i64 = 20;

/// A wish.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WishInput {
    /// What the tag should be called.
    name: String,
    /// What for; may be empty.
    #[serde(default)]
    reason: String,
}

/// Wishes for a tag. A second wish of the same person for the same wording changes nothing, so a retry doubles nothing.
#[utoipa::path(post, path = "/api/tag-wishes", tag = "manage-tags", operation_id = "wish_for_tag",
    request_body = WishInput,
    responses((status = 201, body = Wish), (status = 401, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn wish(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<WishInput>,
) -> Result<(StatusCode, Json<Wish>), Problem> {
    #[derive(Deserialize)]
    struct Open {
        open: i64,
    }
    let (name, user) = (name(&value.name)?, session.user_id());
    let reason = match value.reason.trim() {
        "" => String::new(),
        typed => NoteText::parse(typed)
            .map_err(|error| Problem::invalid_field("reason", error.code, error.message))?
            .as_str()
            .to_owned(),
    };
    let transaction = db.transaction().await?;
    let offered: Option<serde::de::IgnoredAny> =
        transaction.first(include_str!("../../sql/offered-tag.sql"), params![name.key()]).await?;
    if offered.is_some() {
        let message = "このタグは、すでに使えます。メッセージを書くときに選んでください。";
        return Err(Problem::invalid_field("name", "offered_already", message));
    }
    let open: Open = transaction.one(include_str!("../../sql/open-wishes-of-user.sql"), params![user]).await?;
    if open.open >= OPEN_WISHES_MAX {
        let message = "回答を待っている要望が20件あります。市の回答を待ってから送ってください。";
        return Err(Problem::conflict("too_many_wishes", message));
    }
    let row = params![user, name.as_str(), name.key(), reason, clock.now()];
    let added: Option<serde::de::IgnoredAny> = transaction.first(include_str!("../../sql/add-wish.sql"), row).await?;
    if added.is_some() {
        let group = params![name.key(), name.as_str(), clock.now()];
        transaction.run(include_str!("../../sql/count-wish.sql"), group).await?;
        let payload = serde_json::json!({ "user": user });
        transaction.enqueue(clock, OutboxMessage { topic: "tag_wish.added", payload }).await?;
    }
    transaction.commit().await?;
    let wish = db.one(include_str!("../../sql/wish-group.sql"), params![name.key()]).await?;
    Ok((StatusCode::CREATED, Json(wish)))
}
