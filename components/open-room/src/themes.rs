//! `GET /api/room-themes`: what a collaboration room may be about, from the city's list (R23).

pub(crate) mod change;
pub(crate) mod order;
pub(crate) mod retirement;

use domain::ids::{ThemeId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Actor, AnyUser, AuditEvent, Clock, Db, DbError, Json, Millis, Problem, Query, Session, Transaction, params};

/// Which themes.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RoomThemesQuery {
    /// Also those that are offered no more.
    #[serde(default)]
    retired: bool,
}

/// The list. It has at most 200 themes, so it comes whole.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomThemes {
    items: Vec<RoomTheme>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One theme.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct RoomTheme {
    theme_id: ThemeId,
    name: String,
    /// Since when it is offered no more.
    #[schema(required = true)]
    retired_at: Option<Millis>,
}

/// Lists the themes in the city's order.
#[utoipa::path(get, path = "/api/room-themes", tag = "open-room", operation_id = "room_themes", params(RoomThemesQuery),
    responses((status = 200, body = RoomThemes), (status = 401, body = Problem)))]
pub(crate) async fn list(
    _: Session<AnyUser>,
    db: Db,
    Query(asked): Query<RoomThemesQuery>,
) -> Result<Json<RoomThemes>, Problem> {
    Ok(Json(RoomThemes { items: load(&db, asked.retired).await?, next: None }))
}

async fn load(db: &Db, with_retired: bool) -> Result<Vec<RoomTheme>, DbError> {
    db.all(include_str!("../sql/themes.sql"), params![with_retired]).await
}

/// A theme that there is; else a 404.
async fn theme_by_id(db: &Db, theme: ThemeId) -> Result<RoomTheme, Problem> {
    let found: Option<RoomTheme> = db.first(include_str!("../sql/theme.sql"), params![theme]).await?;
    found.ok_or_else(Problem::not_found)
}

/// Tells the audit trail what the city did to a theme, or to the order of all.
async fn record(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: UserId,
    (action, theme, detail): (&'static str, Option<ThemeId>, serde_json::Value),
) -> Result<(), DbError> {
    let subject = theme.map_or_else(|| "room_themes".to_owned(), |theme| format!("room_theme:{theme}"));
    transaction.audit(clock, AuditEvent { actor: Actor::User(by), action, subject, detail }).await
}
