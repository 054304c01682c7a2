//! `GET /api/rooms`: the rooms open to the caller (R7, R18).

use domain::collaboration_room::quiet_since;
use domain::ids::{RegistrantId, RoomId};
use domain::support_room::shown_name;
use domain::words::{RoomKind, Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Clock, Db, Json, Millis, Paging, Problem, Query, Session, View, ViewLog, params};

/// For how long a room is called new, and an ended assignment is mentioned.
const NEW_DAYS: i64 = 7;
const ENDED_DAYS: i64 = 30;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RoomsQuery {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of the caller's rooms.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomList {
    items: Vec<MyRoom>,
    #[schema(required = true)]
    next: Option<String>,
    /// Why there is nothing to see (R7).
    #[schema(required = true)]
    why_empty: Option<WhyEmpty>,
    /// How many of the caller's assignments ended in the last 30 days. Which, is no longer the caller's to know (R18).
    ended_recently: i64,
}

/// Why there is nothing to see.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WhyEmpty {
    /// The person is assigned to no room.
    NoAssignment,
}

/// One room.
#[derive(Serialize, ToSchema)]
pub(crate) struct MyRoom {
    room_id: RoomId,
    kind: RoomKind,
    /// What it is called; a support room is called after its registrant.
    name: String,
    #[schema(required = true)]
    registrant_name: Option<String>,
    #[schema(required = true)]
    registrant_kana: Option<String>,
    /// What a collaboration room is for.
    #[schema(required = true)]
    purpose: Option<String>,
    /// Since when nobody posted in a collaboration room, when that is 90 days or more (R26).
    #[schema(required = true)]
    quiet_since: Option<Millis>,
    /// Since when the caller is in it.
    since: Millis,
    member_count: i64,
    /// Whether doctor and visiting nurse are lacking now (R17).
    without_clinician: bool,
    /// Whether the caller came in during the last week.
    is_new: bool,
}

#[derive(Deserialize)]
struct Row {
    room_id: RoomId,
    kind: RoomKind,
    name: String,
    registrant_id: Option<RegistrantId>,
    registrant_name: Option<String>,
    registrant_kana: Option<String>,
    purpose: Option<String>,
    silent_since: Option<Millis>,
    since: Millis,
    member_count: i64,
    without_clinician: bool,
    place: String,
}

/// Lists the caller's rooms in the order of the registrants' readings.
#[utoipa::path(get, path = "/api/rooms", tag = "open-support-room", operation_id = "my_rooms", params(RoomsQuery),
    responses((status = 200, body = RoomList), (status = 401, body = Problem)))]
pub(crate) async fn list(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Query(asked): Query<RoomsQuery>,
) -> Result<Json<RoomList>, Problem> {
    #[derive(Deserialize)]
    struct Ended {
        ended: i64,
    }
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let (user, now) = (session.user_id(), clock.now());
    let given = params![user, now, paging.text.as_str(), paging.id, paging.rows_to_read()];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/my-rooms.sql"), given).await?;
    let next = paging.cut(&mut rows, |row| (row.place.clone(), row.room_id.0));
    let registrants: Vec<RegistrantId> = rows.iter().filter_map(|row| row.registrant_id).collect();
    if !registrants.is_empty() {
        log.shows(View { user, what: Viewed::List, via: ViewedVia::Member, registrants })?;
    }
    let since = now.plus_minutes(-ENDED_DAYS * 24 * 60);
    let ended: Ended = db.one(include_str!("../../sql/ended-assignments.sql"), params![user, since, now]).await?;
    let is_first = asked.after.is_none();
    Ok(Json(RoomList {
        why_empty: (rows.is_empty() && is_first).then_some(WhyEmpty::NoAssignment),
        items: rows.into_iter().map(|row| row.seen_at(now)).collect(),
        next,
        ended_recently: ended.ended,
    }))
}

impl Row {
    fn seen_at(self, now: Millis) -> MyRoom {
        let name = shown_name(self.name, self.registrant_name.as_deref());
        MyRoom {
            room_id: self.room_id,
            kind: self.kind,
            name,
            registrant_name: self.registrant_name,
            registrant_kana: self.registrant_kana,
            purpose: self.purpose,
            quiet_since: self.silent_since.and_then(|since| quiet_since(since.0, now.0)).map(Millis),
            since: self.since,
            member_count: self.member_count,
            without_clinician: self.without_clinician,
            is_new: self.since > now.plus_minutes(-NEW_DAYS * 24 * 60),
        }
    }
}
