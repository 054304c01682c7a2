//! What all changes of a message have in common: the message as it stands, and telling whoever looks again.

use domain::ids::{MessageId, RoomId, UserId};
use serde::Deserialize;
use serde_json::Value;
use web::{Actor, AuditEvent, Clock, Db, DbError, Millis, Problem, Transaction, params};

/// What of a message decides whether it may be changed.
#[derive(Debug, Deserialize)]
pub(crate) struct MessageState {
    pub(crate) author_user_id: UserId,
    pub(crate) at: Millis,
    pub(crate) body: String,
    pub(crate) confirm: domain::words::Confirm,
    pub(crate) edited_at: Option<Millis>,
    pub(crate) withdrawn_at: Option<Millis>,
    pub(crate) pinned_at: Option<Millis>,
    pub(crate) has_files: bool,
}

impl MessageState {
    /// A message of a room; one of another room does not exist.
    pub(crate) async fn load(db: &Db, room: RoomId, message: MessageId) -> Result<Self, Problem> {
        let found: Option<Self> = db.first(include_str!("../sql/message.sql"), params![room, message]).await?;
        found.ok_or_else(Problem::not_found)
    }

    /// A message that is still there to do something with.
    pub(crate) async fn load_standing(db: &Db, room: RoomId, message: MessageId) -> Result<Self, Problem> {
        let state = Self::load(db, room, message).await?;
        if state.withdrawn_at.is_some() {
            return Err(Problem::conflict("message_withdrawn", "この書き込みは取り消されています。"));
        }
        Ok(state)
    }

    /// As [`Self::load_standing`], for its author alone.
    pub(crate) async fn load_own(db: &Db, room: RoomId, message: MessageId, caller: UserId) -> Result<Self, Problem> {
        let state = Self::load_standing(db, room, message).await?;
        if state.author_user_id != caller {
            let title = "ほかの人の書き込みは、変えたり取り消したりできません。";
            return Err(Problem::new(http::StatusCode::FORBIDDEN, "not_the_author", title));
        }
        Ok(state)
    }
}

/// Whether other tables have rows of a message from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extras {
    AsBefore,
    Some,
}

/// Has the message told to whoever looks again.
pub(crate) async fn touch(
    transaction: &Transaction<'_>,
    room: RoomId,
    message: MessageId,
    extras: Extras,
) -> Result<(), DbError> {
    transaction.run(include_str!("../sql/raise-revision.sql"), params![room]).await?;
    let row = params![room, message, extras == Extras::Some];
    transaction.run(include_str!("../sql/touch-message.sql"), row).await
}

/// Puts a change on record. What a message says is never in it.
pub(crate) async fn record(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: UserId,
    action: &'static str,
    (message, detail): (MessageId, Value),
) -> Result<(), DbError> {
    let event = AuditEvent { actor: Actor::User(by), action, subject: format!("message:{message}"), detail };
    transaction.audit(clock, event).await
}
