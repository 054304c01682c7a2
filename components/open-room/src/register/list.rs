//! `GET /api/room-register`.

use super::show::{RegisterRoom, Row};
use crate::listed::QUERY_CHARACTERS_MAX;
use domain::collaboration_room::quiet_before;
use domain::text::pairs_query;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{CityDesk, Clock, Db, DbError, Json, Millis, Paging, Problem, Query, Session, params};

/// Which rooms.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RoomRegisterQuery {
    /// `open`, `quiet` or `closed`.
    #[serde(default)]
    #[param(inline)]
    state: RegisterState,
    /// Words of which each is a part of the name or the purpose.
    #[serde(default)]
    query: String,
    after: Option<String>,
    limit: Option<i64>,
}

/// Which rooms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum RegisterState {
    /// All that are open, by name.
    #[default]
    Open,
    /// Open ones in which nobody posted for 90 days, the longest silent first (R26).
    Quiet,
    /// Closed ones, the last first.
    Closed,
}

/// One page of the register.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomRegister {
    items: Vec<RegisterRoom>,
    #[schema(required = true)]
    next: Option<String>,
}

/// Lists collaboration rooms, listed or not.
#[utoipa::path(get, path = "/api/room-register", tag = "open-room", operation_id = "room_register",
    params(RoomRegisterQuery),
    responses((status = 200, body = RoomRegister), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Query(asked): Query<RoomRegisterQuery>,
) -> Result<Json<RoomRegister>, Problem> {
    if asked.query.chars().count() > QUERY_CHARACTERS_MAX {
        return Err(Problem::bad_request("malformed_query", "query"));
    }
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let now = clock.now();
    let searched = !asked.query.trim().is_empty();
    let mut rows: Vec<Row> =
        if searched { search(&db, &asked, &paging, now).await? } else { page(&db, asked.state, &paging, now).await? };
    // What a search finds stands in the order of names, whatever the tab.
    let next = paging.cut(&mut rows, |row| match asked.state {
        RegisterState::Quiet if !searched => {
            (row.silent_since.map(|at| at.0.to_string()).unwrap_or_default(), row.id())
        }
        RegisterState::Closed if !searched => (row.closed_at.map(|at| at.0.to_string()).unwrap_or_default(), row.id()),
        _ => (row.name_key.clone(), row.id()),
    });
    Ok(Json(RoomRegister { items: rows.into_iter().map(|row| row.seen_at(now)).collect(), next }))
}

async fn page(db: &Db, state: RegisterState, paging: &Paging, now: Millis) -> Result<Vec<Row>, DbError> {
    let (text, id, rows) = (paging.text.as_str(), paging.id, paging.rows_to_read());
    match state {
        RegisterState::Open => db.all(include_str!("../../sql/register-open.sql"), params![text, id, rows]).await,
        RegisterState::Quiet => {
            let given = params![text, id, rows, quiet_before(now.0)];
            db.all(include_str!("../../sql/register-silent.sql"), given).await
        }
        RegisterState::Closed => {
            // Before the first page everything is still to come.
            let before: i64 = text.parse().unwrap_or(i64::MAX);
            db.all(include_str!("../../sql/register-closed.sql"), params![before, id, rows]).await
        }
    }
}

async fn search(db: &Db, asked: &RoomRegisterQuery, paging: &Paging, now: Millis) -> Result<Vec<Row>, DbError> {
    let Some(words) = pairs_query(&asked.query) else { return Ok(Vec::new()) };
    let is_closed = asked.state == RegisterState::Closed;
    let silent_until = (asked.state == RegisterState::Quiet).then(|| quiet_before(now.0));
    let given = params![paging.text.as_str(), paging.id, paging.rows_to_read(), words, is_closed, silent_until];
    db.all(include_str!("../../sql/register-search.sql"), given).await
}
