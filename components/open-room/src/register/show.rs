//! `GET /api/room-register/{room}`: what the city knows of a room. What is written in it, is not among it.

use chrono::NaiveDate;
use domain::application::{Status, kind};
use domain::collaboration_room::quiet_since;
use domain::ids::{RoomId, ThemeId};
use domain::words::RoomVisibility;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, DbError, Json, Millis, Path, Problem, RoomEventLine, Session, params};

/// A room in the city's register.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RegisterRoom {
    room_id: RoomId,
    name: String,
    purpose: String,
    #[schema(required = true)]
    theme_name: Option<String>,
    visibility: RoomVisibility,
    member_count: i64,
    opened_at: Millis,
    /// Since when nobody posted, when that is 90 days or more (R26).
    #[schema(required = true)]
    quiet_since: Option<Millis>,
    /// When somebody last said that it is still needed.
    #[schema(required = true)]
    needed_at: Option<Millis>,
    #[schema(required = true)]
    needed_by_name: Option<String>,
    #[schema(required = true)]
    closed_at: Option<Millis>,
    #[schema(required = true)]
    closing_reason: Option<String>,
    /// The last day on which its content is kept for certain (R38).
    #[schema(value_type = Option<String>, format = Date, required = true)]
    retain_until: Option<NaiveDate>,
    /// The open request to close it.
    #[schema(required = true)]
    closure_receipt: Option<String>,
}

/// A room's columns.
#[derive(Deserialize)]
pub(crate) struct Row {
    room_id: RoomId,
    name: String,
    purpose: String,
    theme_name: Option<String>,
    visibility: RoomVisibility,
    member_count: i64,
    opened_at: Millis,
    pub(super) silent_since: Option<Millis>,
    needed_at: Option<Millis>,
    needed_by_name: Option<String>,
    pub(super) closed_at: Option<Millis>,
    closing_reason: Option<String>,
    retain_until: Option<NaiveDate>,
    pub(super) name_key: String,
    closure_receipt: Option<String>,
}

impl Row {
    pub(super) fn id(&self) -> i64 {
        self.room_id.0
    }

    /// The room as it stands at a moment.
    pub(super) fn seen_at(self, now: Millis) -> RegisterRoom {
        let open_since = self.silent_since.filter(|_| self.closed_at.is_none());
        RegisterRoom {
            room_id: self.room_id,
            name: self.name,
            purpose: self.purpose,
            theme_name: self.theme_name,
            visibility: self.visibility,
            member_count: self.member_count,
            opened_at: self.opened_at,
            quiet_since: open_since.and_then(|since| quiet_since(since.0, now.0)).map(Millis),
            needed_at: self.needed_at,
            needed_by_name: self.needed_by_name,
            closed_at: self.closed_at,
            closing_reason: self.closing_reason,
            retain_until: self.retain_until,
            closure_receipt: self.closure_receipt,
        }
    }
}

/// Everything the city knows of a room.
#[derive(Serialize, ToSchema)]
pub(crate) struct RegisteredRoom {
    #[serde(flatten)]
    room: RegisterRoom,
    #[schema(required = true)]
    theme_id: Option<ThemeId>,
    /// Who takes part, in words.
    scope: String,
    /// How many messages hold personal information for a need that their authors stated (R27); which, and what for, is
    /// not the city's to read.
    stated_needs: i64,
    /// What happened, newest first.
    events: Vec<RoomEventLine>,
    /// The last fifty applications about it, newest first.
    applications: Vec<RoomApplicationLine>,
}

/// An application about a room.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoomApplicationLine {
    receipt_number: String,
    form: u8,
    /// The segment of its path.
    kind: &'static str,
    status: Status,
    applicant_name: String,
    received_at: Millis,
}

/// Shows one room of the register.
#[utoipa::path(get, path = "/api/room-register/{room}", tag = "open-room", operation_id = "registered_room",
    params(("room" = i64, Path)),
    responses((status = 200, body = RegisteredRoom), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn show(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Path(room): Path<RoomId>,
) -> Result<Json<RegisteredRoom>, Problem> {
    Ok(Json(record(&db, room, clock.now()).await?))
}

/// The record of a collaboration room; a support room is none of the city's, and a 404.
pub(crate) async fn record(db: &Db, room: RoomId, now: Millis) -> Result<RegisteredRoom, Problem> {
    #[derive(Deserialize)]
    struct More {
        theme_id: Option<ThemeId>,
        scope: String,
        stated_needs: i64,
        #[serde(flatten)]
        row: Row,
    }
    #[derive(Deserialize)]
    struct Line {
        receipt_number: String,
        form: u8,
        status: Status,
        applicant_name: String,
        received_at: Millis,
    }
    let found: Option<More> = db.first(include_str!("../../sql/register-room.sql"), params![room]).await?;
    let found = found.ok_or_else(Problem::not_found)?;
    let lines: Vec<Line> = db.all(include_str!("../../sql/applications-of-room.sql"), params![room]).await?;
    let line = |line: Line| RoomApplicationLine {
        receipt_number: line.receipt_number,
        form: line.form,
        kind: kind(line.form),
        status: line.status,
        applicant_name: line.applicant_name,
        received_at: line.received_at,
    };
    Ok(RegisteredRoom {
        room: found.row.seen_at(now),
        theme_id: found.theme_id,
        scope: found.scope,
        stated_needs: found.stated_needs,
        events: RoomEventLine::last_of(db, room).await?,
        applications: lines.into_iter().map(line).collect(),
    })
}

/// A room's line in the register.
pub(crate) async fn register_room(db: &Db, room: RoomId, now: Millis) -> Result<Option<RegisterRoom>, DbError> {
    let found: Option<Row> = db.first(include_str!("../../sql/register-room.sql"), params![room]).await?;
    Ok(found.map(|row| row.seen_at(now)))
}

/// Whether there is such a collaboration room, open or closed; else a 404.
pub(crate) async fn exists(db: &Db, room: RoomId) -> Result<(), Problem> {
    let found: Option<serde::de::IgnoredAny> =
        db.first(include_str!("../../sql/register-room.sql"), params![room]).await?;
    found.map(|_| ()).ok_or_else(Problem::not_found)
}
