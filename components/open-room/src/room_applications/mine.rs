//! `GET /api/room-applications`: what the caller applied for about collaboration rooms: to open, to join or leave, to close.

use domain::application::{Status, can_correct, can_withdraw, kind, status_text_ja};
use domain::words::MembershipChange;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Db, Json, Millis, Paging, Problem, Query, Session, params};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FiledQuery {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct FiledRoomRequests {
    items: Vec<FiledRoomRequest>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One application about a room.
#[derive(Serialize, ToSchema)]
pub(crate) struct FiledRoomRequest {
    receipt_number: String,
    /// 1 to open, 2 to join or to leave, 3 to close.
    form: u8,
    /// The segment of the path under which it is followed: `room-applications`.
    kind: &'static str,
    status: Status,
    /// The status in plain words, and what comes next.
    status_text: &'static str,
    /// What the room is called, or is to be called.
    room_name: String,
    /// Of form 2: which of the two.
    #[schema(required = true)]
    change: Option<MembershipChange>,
    people_count: i64,
    received_at: Millis,
    updated_at: Millis,
    can_correct: bool,
    can_withdraw: bool,
}

#[derive(Deserialize)]
struct Row {
    id: i64,
    receipt_number: String,
    form: u8,
    status: Status,
    room_name: String,
    change: Option<MembershipChange>,
    people_count: i64,
    received_at: Millis,
    updated_at: Millis,
}

/// Lists what the caller applied for while signed in.
#[utoipa::path(get, path = "/api/room-applications", tag = "open-room", operation_id = "my_room_applications",
    params(FiledQuery),
    responses((status = 200, body = FiledRoomRequests), (status = 401, body = Problem)))]
pub(crate) async fn list(
    session: Session<AnyUser>,
    db: Db,
    Query(asked): Query<FiledQuery>,
) -> Result<Json<FiledRoomRequests>, Problem> {
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let before = if paging.id == 0 { i64::MAX } else { paging.id };
    let own = params![session.user_id(), before, paging.rows_to_read()];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/my-room-requests.sql"), own).await?;
    let next = paging.cut(&mut rows, |row| (String::new(), row.id));
    Ok(Json(FiledRoomRequests { items: rows.into_iter().map(FiledRoomRequest::from).collect(), next }))
}

impl From<Row> for FiledRoomRequest {
    fn from(row: Row) -> Self {
        Self {
            receipt_number: row.receipt_number,
            form: row.form,
            kind: kind(row.form),
            status: row.status,
            status_text: status_text_ja(row.status),
            room_name: row.room_name,
            change: row.change,
            people_count: row.people_count,
            received_at: row.received_at,
            updated_at: row.updated_at,
            can_correct: can_correct(row.status),
            can_withdraw: can_withdraw(row.status),
        }
    }
}
