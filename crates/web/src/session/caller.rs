//! The account behind a session and the session itself, as they stand at this request: one query.

use crate::{Db, DbError, Millis, params};
use domain::ids::{DeviceId, OrganizationId, UserId};
use domain::words::{Desk, OrganizationKind, Profession};
use serde::Deserialize;

/// The account behind a session, as it stands at this request.
#[derive(Debug, Clone, Deserialize)]
pub struct Caller {
    /// The account.
    pub user_id: UserId,
    /// Its login ID, eight digits.
    pub login_id: String,
    /// The person's name.
    pub name: String,
    /// The name in katakana.
    pub kana: String,
    /// The person's profession.
    pub profession: Profession,
    /// The organization the account belongs to.
    pub organization_id: OrganizationId,
    /// Its name.
    pub organization_name: String,
    /// What kind it is.
    pub organization_kind: OrganizationKind,
    /// The desk the person works at, if any.
    pub desk: Option<Desk>,
    /// Whether the person is the organization's manager now.
    pub is_manager: bool,
    /// How many support rooms are open to the person (R7). Counted here because a second query for them would cost
    /// the front end's first request a third of its speed.
    pub support_rooms: i64,
    /// How many collaboration rooms are open to the person.
    pub collaboration_rooms: i64,
}

/// A session that has not ended: its account is active and of the same epoch, its device is registered (R8, R6).
#[derive(Debug, Clone, Deserialize)]
pub(super) struct LiveSession {
    pub(super) caller: Caller,
    pub(super) device_id: DeviceId,
    pub(super) signed_in_at: Millis,
    pub(super) expires_at: Millis,
    /// Locked by the person, until the password is entered (R36).
    pub(super) locked: bool,
}

impl LiveSession {
    /// The session with this id, while it lives.
    pub(super) async fn load(db: &Db, id: &str, now: Millis) -> Result<Option<Self>, DbError> {
        // One JSON value instead of seventeen columns: every string that crosses from the host is a call back into our
        // allocator, and this is the query that each request of a signed-in person makes.
        #[derive(Deserialize)]
        struct Row {
            session: String,
        }
        let row: Option<Row> = db.first(include_str!("../../sql/session.sql"), params![id, now]).await?;
        let session = row.map(|row| serde_json::from_str(&row.session)).transpose();
        session.map_err(|error| DbError::Row(format!("session: {error}")))
    }
}
