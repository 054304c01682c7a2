//! A support room as the association acts on it: from outside, whether it is open or not.

use chrono::NaiveDate;
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::text::NoteText;
use domain::words::ClosingReason;
use serde::Deserialize;
use web::{CareTeam, Clock, Db, DbError, Millis, Problem, params};

/// How a support room stands.
#[derive(Debug, Deserialize)]
pub(crate) struct DeskRoom {
    pub(crate) room_id: RoomId,
    pub(crate) registrant_id: RegistrantId,
    pub(crate) registrant_name: String,
    pub(crate) registrant_kana: String,
    pub(crate) closed_at: Option<Millis>,
    pub(crate) closed_reason: Option<ClosingReason>,
    pub(crate) retain_until: Option<NaiveDate>,
    pub(crate) deletion_requested_by_user_id: Option<UserId>,
    pub(crate) deletion_requested_by: Option<String>,
    pub(crate) content_deleted_at: Option<Millis>,
}

impl DeskRoom {
    /// The support room with this number; an unknown one and a collaboration room are a 404.
    pub(crate) async fn find(db: &Db, room: RoomId) -> Result<Self, Problem> {
        let found = db.first(include_str!("../sql/support-room.sql"), params![room]).await?;
        found.ok_or_else(Problem::not_found)
    }

    /// Its name in the audit trail.
    pub(crate) fn subject(&self) -> String {
        format!("room:{}", self.room_id)
    }

    /// Who belongs to its team now.
    pub(crate) async fn members(&self, db: &Db, clock: Clock) -> Result<Vec<UserId>, DbError> {
        Ok(CareTeam::load(db, self.room_id).await?.members_at(clock.now()).collect())
    }
}

/// A note that may be left out.
pub(crate) fn optional_note(field: &str, typed: &str) -> Result<Option<NoteText>, Problem> {
    if typed.trim().is_empty() { Ok(None) } else { required_note(field, typed).map(Some) }
}

/// A note that may not.
pub(crate) fn required_note(field: &str, typed: &str) -> Result<NoteText, Problem> {
    NoteText::parse(typed).map_err(|error| Problem::invalid_field(field, error.code, error.message))
}
