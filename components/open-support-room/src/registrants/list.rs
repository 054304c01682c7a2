//! `GET /api/registrants`: the register, searched by name or reading.

use chrono::NaiveDate;
use domain::ids::{RegistrantId, RoomId};
use domain::text::pairs_query;
use domain::words::{Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AssociationDesk, Clock, Db, Json, Millis, Paging, Problem, Query, Session, View, ViewLog, lacks, params};

/// Longer than any name.
const QUERY_CHARACTERS_MAX: usize = 100;

/// Whom to show.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RegistrantsQuery {
    /// Words of which each is a part of the name or its reading.
    #[serde(default)]
    query: String,
    /// `open`, `closed` or `all`.
    #[serde(default)]
    #[param(inline)]
    state: StateFilter,
    after: Option<String>,
    limit: Option<i64>,
}

/// By the state of the room.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum StateFilter {
    #[default]
    Open,
    Closed,
    All,
}

/// One page of the register.
#[derive(Serialize, ToSchema)]
pub(crate) struct Register {
    items: Vec<RegisterLine>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One registrant.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct RegisterLine {
    registrant_id: RegistrantId,
    name: String,
    kana: String,
    #[schema(value_type = String, format = Date)]
    birth_date: NaiveDate,
    /// The open room, else the last one.
    #[schema(required = true)]
    room_id: Option<RoomId>,
    room_state: RoomState,
    /// How many are in the room now.
    members: i64,
    /// How many were named and have no account yet.
    awaiting: i64,
    /// From when on doctor and visiting nurse are lacking (R17).
    #[schema(required = true)]
    without_clinician_from: Option<Millis>,
    #[serde(skip_serializing)]
    kana_key: String,
}

/// Whether the registrant has an open room.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RoomState {
    Open,
    Closed,
    None,
}

/// Lists registrants in the order of their readings.
#[utoipa::path(get, path = "/api/registrants", tag = "open-support-room", operation_id = "registrants",
    params(RegistrantsQuery),
    responses((status = 200, body = Register), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list(
    session: Session<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Query(asked): Query<RegistrantsQuery>,
) -> Result<Json<Register>, Problem> {
    if asked.query.chars().count() > QUERY_CHARACTERS_MAX {
        return Err(Problem::bad_request("malformed_query", "query"));
    }
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let state = match asked.state {
        StateFilter::Open => Some(true),
        StateFilter::Closed => Some(false),
        StateFilter::All => None,
    };
    let (text, id, rows) = (paging.text.as_str(), paging.id, paging.rows_to_read());
    let mut items: Vec<RegisterLine> = if asked.query.trim().is_empty() {
        let given = params![text, id, rows, clock.now(), state];
        db.all(include_str!("../../sql/register.sql"), given).await?
    } else {
        let Some(words) = pairs_query(&asked.query) else {
            return Ok(Json(Register { items: Vec::new(), next: None }));
        };
        let given = params![text, id, rows, clock.now(), state, words];
        db.all(include_str!("../../sql/register-search.sql"), given).await?
    };
    let next = paging.cut(&mut items, |row| (row.kana_key.clone(), row.registrant_id.0));
    let flagged: Vec<RoomId> =
        items.iter().filter(|row| row.without_clinician_from.is_some()).filter_map(|row| row.room_id).collect();
    let mut lacks = lacks(&db, &flagged, clock.now()).await?;
    for row in &mut items {
        row.without_clinician_from = row.room_id.and_then(|room| lacks.remove(&room));
    }
    let registrants = items.iter().map(|row| row.registrant_id).collect();
    log.shows(View { user: session.user_id(), what: Viewed::Register, via: ViewedVia::Desk, registrants })?;
    Ok(Json(Register { items, next }))
}
