//! A member who looks again whether there is anything new in a room: the guard for what each open page asks every few
//! seconds, so that it costs one look-up.

use crate::room_access::{Entry, named_room};
use crate::{Db, Problem, RoomAccess, ShowsMessages, ViewLog};
use axum::extract::FromRequestParts;
use domain::ids::{RoomId, UserId};
use domain::words::Viewed;
use http::request::Parts;
use std::fmt;
use std::str::FromStr;

/// Proof that the caller may read the room named in the path, as [`RoomAccess`] is, and how far the room is. Only the
/// extractor makes one.
pub struct RoomPoll(Entry);

/// How far a room is: `messages.reads`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// Raised by every change to its messages.
    pub messages: i64,
    /// Raised by every reading mark.
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

impl RoomPoll {
    /// The room.
    pub fn room(&self) -> RoomId {
        self.0.room()
    }

    /// Who calls.
    pub fn user(&self) -> UserId {
        self.0.user()
    }

    /// How far the room is.
    pub fn revision(&self) -> Revision {
        self.0.revision()
    }

    /// Notes that the answer is going to show messages (R21). Nothing new shows nothing.
    pub fn shows(&self, log: &ViewLog) -> Result<(), Problem> {
        self.0.view(Viewed::Messages).map_or(Ok(()), |view| log.shows(view))
    }
}

impl<S: Sync + Send> FromRequestParts<S> for RoomPoll {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let is_used = parts.uri.query().is_some_and(|query| query.split('&').any(|pair| pair == "active=true"));
        if let Ok(room) = named_room(parts, state).await
            && let Some(entry) = Entry::of_member(parts, &Db::open().await?, room, is_used).await?
        {
            return Ok(Self(entry));
        }
        // Nobody whom one look-up lets in: the ordinary guard knows why, or that it is a clerk who broke the glass.
        Ok(Self(RoomAccess::<ShowsMessages>::from_request_parts(parts, state).await?.into_entry()))
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
