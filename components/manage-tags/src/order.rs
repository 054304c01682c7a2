//! `PUT /api/tags/order`: the order in which people are offered the tags.

use crate::list::{Tag, TagList};
use crate::revision::Changed;
use domain::ids::TagId;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Body, CityDesk, Clock, Db, FreshSession, Json, Problem, params};

/// The tags in the order that the city wants.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrderInput {
    /// Every tag that is offered, each once.
    tags: Vec<TagId>,
}

/// Puts the tags in order. An order made from an old list, in which a tag is missing or another one stands, is refused.
#[utoipa::path(put, path = "/api/tags/order", tag = "manage-tags", operation_id = "order_tags",
    request_body = OrderInput,
    responses((status = 200, body = TagList), (status = 403, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn put_in_order(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<OrderInput>,
) -> Result<Json<TagList>, Problem> {
    let transaction = db.transaction().await?;
    let offered: Vec<Tag> = transaction.all(include_str!("../sql/tags.sql"), params![false]).await?;
    let offered: BTreeSet<TagId> = offered.into_iter().map(|tag| tag.tag_id).collect();
    let asked: BTreeSet<TagId> = value.tags.iter().copied().collect();
    if asked != offered || asked.len() != value.tags.len() {
        let message = "開いている間にタグが変わりました。読み込み直してから、もう一度並べてください。";
        return Err(Problem::conflict("changed_meanwhile", message));
    }
    let order = serde_json::to_string(&value.tags).map_err(Problem::internal)?;
    transaction.run(include_str!("../sql/order-tags.sql"), params![order]).await?;
    let changed = Changed { action: "tag.ordered", tag: None, detail: json!({ "tags": value.tags }) };
    changed.record(&transaction, clock, session.user_id()).await?;
    transaction.commit().await?;
    let items = db.all(include_str!("../sql/tags.sql"), params![false]).await?;
    Ok(Json(TagList::of(items)))
}
