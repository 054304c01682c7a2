//! `POST` and `DELETE /api/room-themes/{theme}/retirement`: a theme is offered no more, or again. Rooms that have it keep it.

use super::{RoomTheme, record, theme_by_id};
use domain::ids::ThemeId;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, CityDesk, Clock, Db, FreshSession, Json, Millis, Path, Problem, params};

/// Retiring needs no words.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThemeRetirementInput {}

/// Retires a theme. Twice is once.
#[utoipa::path(post, path = "/api/room-themes/{theme}/retirement", tag = "open-room", operation_id = "retire_room_theme",
    params(("theme" = i64, Path)), request_body = ThemeRetirementInput,
    responses((status = 200, body = RoomTheme), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn retire(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(theme): Path<ThemeId>,
    _: Body<ThemeRetirementInput>,
) -> Result<Json<RoomTheme>, Problem> {
    set(&session, &db, clock, theme, Some(clock.now())).await
}

/// Offers a retired theme again, at its old place.
#[utoipa::path(delete, path = "/api/room-themes/{theme}/retirement", tag = "open-room", operation_id = "bring_room_theme_back",
    params(("theme" = i64, Path)),
    responses((status = 200, body = RoomTheme), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn bring_back(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(theme): Path<ThemeId>,
) -> Result<Json<RoomTheme>, Problem> {
    set(&session, &db, clock, theme, None).await
}

async fn set(
    session: &FreshSession<CityDesk>,
    db: &Db,
    clock: Clock,
    theme: ThemeId,
    retired_at: Option<Millis>,
) -> Result<Json<RoomTheme>, Problem> {
    let transaction = db.transaction().await?;
    let before = theme_by_id(&transaction, theme).await?;
    if before.retired_at.is_some() == retired_at.is_some() {
        transaction.roll_back().await?;
        return Ok(Json(before));
    }
    transaction.run(include_str!("../../sql/retire-theme.sql"), params![theme, retired_at]).await?;
    let action = if retired_at.is_some() { "room_theme.retired" } else { "room_theme.brought_back" };
    record(&transaction, clock, session.user_id(), (action, Some(theme), json!({ "name": before.name }))).await?;
    transaction.commit().await?;
    Ok(Json(theme_by_id(db, theme).await?))
}
