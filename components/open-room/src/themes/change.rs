//! `POST /api/room-themes`, `PUT /api/room-themes/{theme}`: the city creates and renames.

use super::{RoomTheme, record, theme_by_id};
use domain::collaboration_room::theme_name;
use domain::fold_key;
use domain::ids::ThemeId;
use domain::text::ShortText;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, CityDesk, Clock, Db, DbError, FreshSession, Idempotency, Json, Path, Problem, params};

/// More would be no list that anybody chooses from.
const THEMES_MAX: i64 = 200;

/// A theme as the city wants it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoomThemeInput {
    /// At most 60 characters.
    #[serde(default)]
    name: String,
}

/// Creates a theme at the end of the order. Sent again with the same `Idempotency-Key`, it gives the same theme.
#[utoipa::path(post, path = "/api/room-themes", tag = "open-room", operation_id = "create_room_theme",
    request_body = RoomThemeInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = RoomTheme), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn create(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value, fingerprint, .. }: Body<RoomThemeInput>,
) -> Result<(StatusCode, Json<RoomTheme>), Problem> {
    #[derive(Deserialize)]
    struct Count {
        themes: i64,
    }
    #[derive(Deserialize)]
    struct Inserted {
        theme_id: ThemeId,
    }
    let submission = idempotency.submission(None, format!("room-theme:{}", session.user_id()), fingerprint)?;
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(theme) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        let theme = theme.parse().map_err(Problem::internal)?;
        return Ok((StatusCode::CREATED, Json(theme_by_id(&db, theme).await?)));
    }
    let name = name(&value.name)?;
    let count: Count = transaction.one(include_str!("../../sql/count-themes.sql"), []).await?;
    if count.themes >= THEMES_MAX {
        let message = format!("テーマは{THEMES_MAX}個までです。使わなくなったテーマの名前を変えて使ってください。");
        return Err(Problem::invalid_field("name", "too_many", message));
    }
    let row = params![name.as_str(), fold_key(name.as_str()), clock.now()];
    let inserted: Result<Inserted, DbError> = transaction.one(include_str!("../../sql/insert-theme.sql"), row).await;
    let theme = inserted.map_err(taken)?.theme_id;
    let created = ("room_theme.created", Some(theme), json!({ "name": name }));
    record(&transaction, clock, session.user_id(), created).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &theme.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(theme_by_id(&db, theme).await?)))
}

/// Renames a theme, for the rooms that have it, too.
#[utoipa::path(put, path = "/api/room-themes/{theme}", tag = "open-room", operation_id = "rename_room_theme",
    params(("theme" = i64, Path)), request_body = RoomThemeInput,
    responses((status = 200, body = RoomTheme), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn rename(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(theme): Path<ThemeId>,
    Body { value, .. }: Body<RoomThemeInput>,
) -> Result<Json<RoomTheme>, Problem> {
    let transaction = db.transaction().await?;
    let before = theme_by_id(&transaction, theme).await?;
    let name = name(&value.name)?;
    let row = params![theme, name.as_str(), fold_key(name.as_str())];
    transaction.run(include_str!("../../sql/rename-theme.sql"), row).await.map_err(taken)?;
    let renamed = ("room_theme.renamed", Some(theme), json!({ "before": before.name, "after": name }));
    record(&transaction, clock, session.user_id(), renamed).await?;
    transaction.commit().await?;
    Ok(Json(theme_by_id(&db, theme).await?))
}

fn name(raw: &str) -> Result<ShortText, Problem> {
    theme_name(raw).map_err(|error| Problem::invalid_field("name", error.code, error.message))
}

fn taken(error: DbError) -> Problem {
    if error.is_duplicate_of("room_themes.name_key") {
        let message = "同じ名前のテーマがあります。使うのをやめたテーマなら、もう一度使えるように戻してください。";
        return Problem::invalid_field("name", "name_in_use", message);
    }
    error.into()
}
