//! Who takes part in a room, for those who do and for the city. A room may have thousands: the list is read page by page
//! and can be searched.

use crate::listed::QUERY_CHARACTERS_MAX;
use crate::register::show::exists;
use domain::fold_key;
use domain::ids::{RoomId, UserId};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{CityDesk, Db, Json, Millis, Paging, Path, Problem, Query, RoomAccess, Session, ShowsRoom, params};

/// Whom to show.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ParticipantsQuery {
    /// A part of the name, its reading or the organization's name.
    #[serde(default)]
    query: String,
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of those who take part.
#[derive(Serialize, ToSchema)]
pub(crate) struct Participants {
    items: Vec<Participant>,
    #[schema(required = true)]
    next: Option<String>,
}

/// Somebody who takes part.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct Participant {
    user_id: UserId,
    name: String,
    kana: String,
    profession: Profession,
    organization_name: String,
    /// Since when.
    since: Millis,
    /// Whether it is the caller.
    #[serde(default)]
    is_me: bool,
    #[serde(skip_serializing)]
    place: String,
}

/// Lists those who take part, in the order of their readings, for those who do.
#[utoipa::path(get, path = "/api/collaboration-rooms/{room}/members", tag = "open-room", operation_id = "collaboration_room_members",
    params(("room" = i64, Path), ParticipantsQuery),
    responses((status = 200, body = Participants), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn of_room(
    access: RoomAccess<ShowsRoom>,
    db: Db,
    Path(_): Path<RoomId>,
    Query(asked): Query<ParticipantsQuery>,
) -> Result<Json<Participants>, Problem> {
    // A support room has a team, which its own page shows and whose view is recorded there (R21).
    if access.registrant().is_some() {
        return Err(Problem::not_found());
    }
    page(&db, access.room(), Some(access.user()), &asked).await
}

/// Lists those who take part, for the city.
#[utoipa::path(get, path = "/api/room-register/{room}/members", tag = "open-room", operation_id = "registered_room_members",
    params(("room" = i64, Path), ParticipantsQuery),
    responses((status = 200, body = Participants), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn of_register(
    _: Session<CityDesk>,
    db: Db,
    Path(room): Path<RoomId>,
    Query(asked): Query<ParticipantsQuery>,
) -> Result<Json<Participants>, Problem> {
    exists(&db, room).await?;
    page(&db, room, None, &asked).await
}

async fn page(
    db: &Db,
    room: RoomId,
    me: Option<UserId>,
    asked: &ParticipantsQuery,
) -> Result<Json<Participants>, Problem> {
    if asked.query.chars().count() > QUERY_CHARACTERS_MAX {
        return Err(Problem::bad_request("malformed_query", "query"));
    }
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let given = params![room, paging.text.as_str(), paging.id, paging.rows_to_read(), fold_key(&asked.query)];
    let mut items: Vec<Participant> = db.all(include_str!("../sql/participants.sql"), given).await?;
    let next = paging.cut(&mut items, |person| (person.place.clone(), person.user_id.0));
    for person in &mut items {
        person.is_me = Some(person.user_id) == me;
    }
    Ok(Json(Participants { items, next }))
}
