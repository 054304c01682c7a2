//! `/api/collaboration-rooms`: where somebody with an account finds a room to ask for (R24, R25): by its name and purpose,
//! unless it is not listed.

use domain::ids::{RoomId, ThemeId};
use domain::text::pairs_query;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Db, Json, Millis, Paging, Path, Problem, Query, Session, params};

/// Longer than any name.
pub(crate) const QUERY_CHARACTERS_MAX: usize = 100;

/// Which rooms.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListedQuery {
    /// Words of which each is a part of the name or the purpose.
    #[serde(default)]
    query: String,
    #[param(value_type = Option<i64>)]
    theme_id: Option<ThemeId>,
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of the list.
#[derive(Serialize, ToSchema)]
pub(crate) struct ListedRooms {
    items: Vec<ListedRoom>,
    #[schema(required = true)]
    next: Option<String>,
}

/// A room as others find it.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct ListedRoom {
    room_id: RoomId,
    name: String,
    purpose: String,
    #[schema(required = true)]
    theme_name: Option<String>,
    member_count: i64,
    opened_at: Millis,
    my_state: MyState,
    #[serde(skip_serializing)]
    name_key: String,
}

/// How the caller stands to a room.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MyState {
    /// Takes part.
    Member,
    /// An open application asks that the caller may join.
    JoinPending,
    /// Neither.
    None,
}

/// Lists the open rooms in the order of their names.
#[utoipa::path(get, path = "/api/collaboration-rooms", tag = "open-room", operation_id = "collaboration_rooms",
    params(ListedQuery),
    responses((status = 200, body = ListedRooms), (status = 401, body = Problem)))]
pub(crate) async fn list(
    session: Session<AnyUser>,
    db: Db,
    Query(asked): Query<ListedQuery>,
) -> Result<Json<ListedRooms>, Problem> {
    if asked.query.chars().count() > QUERY_CHARACTERS_MAX {
        return Err(Problem::bad_request("malformed_query", "query"));
    }
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let (user, text, id, rows) = (session.user_id(), paging.text.as_str(), paging.id, paging.rows_to_read());
    let mut items: Vec<ListedRoom> = match (asked.query.trim().is_empty(), asked.theme_id) {
        (true, None) => db.all(include_str!("../sql/listed-rooms.sql"), params![user, text, id, rows]).await?,
        (true, Some(theme)) => {
            db.all(include_str!("../sql/listed-rooms-of-theme.sql"), params![user, text, id, rows, theme]).await?
        }
        (false, theme) => {
            let Some(words) = pairs_query(&asked.query) else {
                return Ok(Json(ListedRooms { items: Vec::new(), next: None }));
            };
            db.all(include_str!("../sql/listed-rooms-search.sql"), params![user, text, id, rows, theme, words]).await?
        }
    };
    let next = paging.cut(&mut items, |room| (room.name_key.clone(), room.room_id.0));
    Ok(Json(ListedRooms { items, next }))
}

/// Shows one room to whoever may ask for it: it is listed, or the caller takes part.
#[utoipa::path(get, path = "/api/collaboration-rooms/{room}", tag = "open-room", operation_id = "collaboration_room",
    params(("room" = i64, Path)),
    responses((status = 200, body = ListedRoom), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn show(
    session: Session<AnyUser>,
    db: Db,
    Path(room): Path<RoomId>,
) -> Result<Json<ListedRoom>, Problem> {
    let found = db.first(include_str!("../sql/listed-room.sql"), params![session.user_id(), room]).await?;
    found.map(Json).ok_or_else(Problem::not_found)
}
