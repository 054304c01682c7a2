//! `PUT /api/room-themes/order`: the order in which people are offered the themes.

use super::{RoomThemes, load, record};
use domain::ids::ThemeId;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Body, CityDesk, Clock, Db, FreshSession, Json, Problem, params};

/// The themes in the order that the city wants.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoomThemeOrderInput {
    /// Every theme that is offered, each once.
    themes: Vec<ThemeId>,
}

/// Puts the themes in order. An order made from an old list is refused.
#[utoipa::path(put, path = "/api/room-themes/order", tag = "open-room", operation_id = "order_room_themes",
    request_body = RoomThemeOrderInput,
    responses((status = 200, body = RoomThemes), (status = 403, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn put_in_order(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<RoomThemeOrderInput>,
) -> Result<Json<RoomThemes>, Problem> {
    let transaction = db.transaction().await?;
    let offered: BTreeSet<ThemeId> = load(&transaction, false).await?.into_iter().map(|theme| theme.theme_id).collect();
    let asked: BTreeSet<ThemeId> = value.themes.iter().copied().collect();
    if asked != offered || asked.len() != value.themes.len() {
        let message = "開いている間にテーマが変わりました。読み込み直してから、もう一度並べてください。";
        return Err(Problem::conflict("changed_meanwhile", message));
    }
    let order = serde_json::to_string(&value.themes).map_err(Problem::internal)?;
    transaction.run(include_str!("../../sql/order-themes.sql"), params![order]).await?;
    let ordered = ("room_theme.ordered", None, json!({ "themes": value.themes }));
    record(&transaction, clock, session.user_id(), ordered).await?;
    transaction.commit().await?;
    Ok(Json(RoomThemes { items: load(&db, false).await?, next: None }))
}
