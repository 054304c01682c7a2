//! `GET /api/rooms-to-delete`: rooms whose years are over.

use chrono::NaiveDate;
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::words::{ClosingReason, Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AssociationDesk, Clock, Db, Json, Millis, Paging, Problem, Query, Session, View, ViewLog, params};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RoomsToDeleteQuery {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of rooms, in the order of the days until which they are kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomsToDelete {
    items: Vec<RoomToDelete>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One closed room.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomToDelete {
    #[serde(flatten)]
    room: ClosedRoom,
    /// Whether the caller asked for the deletion: then another clerk has to confirm.
    by_me: bool,
}

/// What is known of it.
#[derive(Serialize, Deserialize, ToSchema)]
struct ClosedRoom {
    room_id: RoomId,
    registrant_id: RegistrantId,
    registrant_name: String,
    closed_at: Millis,
    closed_reason: ClosingReason,
    /// The last day of its years; it is over.
    #[schema(value_type = String, format = Date)]
    retain_until: NaiveDate,
    #[schema(required = true)]
    deletion_requested_at: Option<Millis>,
    /// Who asked for the deletion.
    #[schema(required = true)]
    deletion_requested_by: Option<String>,
    #[serde(skip_serializing)]
    deletion_requested_by_user_id: Option<UserId>,
}

/// Lists the rooms whose content may be deleted.
#[utoipa::path(get, path = "/api/rooms-to-delete", tag = "open-support-room", operation_id = "rooms_to_delete",
    params(RoomsToDeleteQuery),
    responses((status = 200, body = RoomsToDelete), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list(
    session: Session<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Query(asked): Query<RoomsToDeleteQuery>,
) -> Result<Json<RoomsToDelete>, Problem> {
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let given = params![paging.text.as_str(), paging.id, clock.today(), paging.rows_to_read()];
    let mut rows: Vec<ClosedRoom> = db.all(include_str!("../../sql/rooms-to-delete.sql"), given).await?;
    let next = paging.cut(&mut rows, |row| (row.retain_until.to_string(), row.room_id.0));
    let user = session.user_id();
    let registrants = rows.iter().map(|row| row.registrant_id).collect();
    log.shows(View { user, what: Viewed::Register, via: ViewedVia::Desk, registrants })?;
    let by_me = |room: ClosedRoom| RoomToDelete { by_me: room.deletion_requested_by_user_id == Some(user), room };
    Ok(Json(RoomsToDelete { items: rows.into_iter().map(by_me).collect(), next }))
}
