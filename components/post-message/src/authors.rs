//! `GET /api/messages/authors`: the people of the caller's rooms, to address one or to search by one (R18).

use domain::fold_key;
use domain::ids::UserId;
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Clock, Db, Json, Problem, Query, Session, params};

const QUERY_CHARACTERS_MAX: usize = 60;

/// Who is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AuthorsQuery {
    /// A part of the name or its reading.
    #[serde(default)]
    q: String,
    /// In this room only.
    room: Option<i64>,
}

/// At most 20 people.
#[derive(Serialize, ToSchema)]
pub(crate) struct Authors {
    items: Vec<Person>,
}

/// Somebody of a room of the caller's.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = RoomPerson)]
struct Person {
    user_id: UserId,
    name: String,
    kana: String,
    profession: Profession,
    organization_name: String,
}

/// Lists people of the caller's rooms: those whose name begins so come first.
#[utoipa::path(get, path = "/api/messages/authors", tag = "post-message", operation_id = "message_authors",
    params(AuthorsQuery), responses((status = 200, body = Authors), (status = 401, body = Problem)))]
pub(crate) async fn list(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Query(asked): Query<AuthorsQuery>,
) -> Result<Json<Authors>, Problem> {
    let bounded: String = asked.q.chars().take(QUERY_CHARACTERS_MAX).collect();
    let given = params![session.user_id(), clock.now(), fold_key(&bounded), asked.room];
    Ok(Json(Authors { items: db.all(include_str!("../sql/authors.sql"), given).await? }))
}
