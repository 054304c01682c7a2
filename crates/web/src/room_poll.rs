//! A member who looks again whether there is anything new in a room: the guard for what each open page asks every few
//! seconds, so that it costs one look-up.

use crate::{AnyUser, Clock, Db, Problem, RoomAccess, Session, ShowsMessages, View, ViewLog, params};
use axum::extract::{FromRequestParts, RawPathParams};
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::words::{Viewed, ViewedVia};
use http::request::Parts;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// Proof that the caller may read the room named in the path, as [`RoomAccess`] is, and how far the room is. Only the
/// extractor makes one.
pub struct RoomPoll {
    room: RoomId,
    user: UserId,
    registrant: Option<RegistrantId>,
    via: ViewedVia,
    revision: Revision,
}

/// How far a room is: `messages.reads`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Revision {
    /// Raised by every change to its messages.
    #[serde(rename = "message_revision")]
    pub messages: i64,
    /// Raised by every reading mark.
    #[serde(rename = "read_revision")]
    pub reads: i64,
}

impl fmt::Display for Revision {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.messages, self.reads)
    }
}

impl FromStr for Revision {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        let malformed = || Problem::bad_request("malformed_query", "since");
        let (messages, reads) = text.split_once('.').ok_or_else(malformed)?;
        let number = |digits: &str| digits.parse().ok().filter(|number| *number >= 0).ok_or_else(malformed);
        Ok(Self { messages: number(messages)?, reads: number(reads)? })
    }
}

#[derive(Deserialize)]
struct Found {
    user_id: UserId,
    registrant_id: Option<RegistrantId>,
    message_revision: i64,
    read_revision: i64,
}

impl RoomPoll {
    /// The room.
    pub fn room(&self) -> RoomId {
        self.room
    }

    /// Who calls.
    pub fn user(&self) -> UserId {
        self.user
    }

    /// How far the room is.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Notes that the answer is going to show messages (R21). Nothing new shows nothing.
    pub fn shows(&self, log: &ViewLog) -> Result<(), Problem> {
        let Some(registrant) = self.registrant else { return Ok(()) };
        log.shows(View { user: self.user, what: Viewed::Messages, via: self.via, registrants: vec![registrant] })
    }

    async fn quick(parts: &Parts, db: &Db, room: RoomId) -> Result<Option<Self>, Problem> {
        let now = Clock::system().now();
        let is_used = parts.uri.query().is_some_and(|query| query.split('&').any(|pair| pair == "active=true"));
        let Some(session) = Session::<AnyUser>::look(parts, db, now, is_used).await else { return Ok(None) };
        let asked = params![session, now, room];
        let found: Option<Found> = db.first(include_str!("../sql/room-poll.sql"), asked).await?;
        Ok(found.map(|found| Self {
            room,
            user: found.user_id,
            registrant: found.registrant_id,
            via: ViewedVia::Member,
            revision: Revision { messages: found.message_revision, reads: found.read_revision },
        }))
    }
}

impl<S: Sync + Send> FromRequestParts<S> for RoomPoll {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        let named = path.iter().find(|(name, _)| *name == "room").and_then(|(_, room)| room.parse::<RoomId>().ok());
        let db = Db::open().await?;
        if let Some(room) = named
            && let Some(poll) = Self::quick(parts, &db, room).await?
        {
            return Ok(poll);
        }
        // Nobody whom one look-up lets in: the ordinary guards know why, or that it is a clerk who broke the glass.
        let access = RoomAccess::<ShowsMessages>::from_request_parts(parts, state).await?;
        let revision = db.one(include_str!("../sql/room-revision.sql"), params![access.room()]).await?;
        Ok(Self {
            room: access.room(),
            user: access.user(),
            registrant: access.registrant(),
            via: access.via(),
            revision,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_is_read_as_it_is_written() {
        let revision = Revision { messages: 12, reads: 5 };
        assert_eq!(revision.to_string(), "12.5");
        assert_eq!("12.5".parse::<Revision>().ok(), Some(revision));
        for nonsense in ["", "12", "12.", ".5", "-1.5", "12.5.1", "a.b"] {
            assert!(nonsense.parse::<Revision>().is_err(), "{nonsense}");
        }
    }
}
