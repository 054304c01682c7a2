//! Who may do what in a room, decided here and nowhere else (R16, R18).
//!
//! A member has access from the moment of his assignment up to, and not at, its end, and only while the room is open; a
//! clerk of the association has it for a short while after breaking the glass. A handler below `/api/rooms/{room}` takes a
//! [`RoomAccess`] and cannot run without one. A statement that spans rooms – a list, a search – says the same of
//! `room_members`; a test knows each statement that names that table and fails when there is one more.

use crate::{AnyUser, Clock, Db, DbError, Millis, Problem, Session, View, ViewLog, params};
use axum::extract::{FromRequestParts, RawPathParams};
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::words::{RoomKind, Viewed, ViewedVia};
use http::request::Parts;
use serde::Deserialize;
use std::marker::PhantomData;

/// Proof that the caller may reach the room named in the path, as far as `R` goes. Only the extractor makes one; whoever
/// may not gets a 404, as for a room that does not exist.
pub struct RoomAccess<R: Reach> {
    session: Session<AnyUser>,
    entry: Entry,
    reach: PhantomData<R>,
}

/// How far a handler reaches into a room.
pub trait Reach: Send + Sync + 'static {
    /// What of the registrant the answer shows. None: a change, which needs a member and shows nothing.
    const SHOWS: Option<Viewed>;
}

macro_rules! reaches {
    ($($(#[$doc:meta])* $name:ident => $shows:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub enum $name {}
        impl Reach for $name {
            const SHOWS: Option<Viewed> = $shows;
        }
    )* };
}
reaches! {
    /// Changes something: for members, never through broken glass.
    ChangesRoom => None;
    /// Shows what the room is and who is in it.
    ShowsRoom => Some(Viewed::Room);
    /// Shows what is written in it.
    ShowsMessages => Some(Viewed::Messages);
    /// Gives a file out.
    ShowsFile => Some(Viewed::File);
    /// Gives out what is written in it.
    ExportsRoom => Some(Viewed::Export);
    /// Shows who looked.
    ShowsLog => Some(Viewed::Log);
}

#[derive(Debug, Clone, Deserialize)]
struct Entry {
    room_id: RoomId,
    kind: RoomKind,
    registrant_id: Option<RegistrantId>,
    /// Since when the caller is a member now.
    member_since: Option<Millis>,
    /// Until when the glass is broken for the caller.
    glass_until: Option<Millis>,
}

impl<R: Reach> RoomAccess<R> {
    /// The room.
    pub fn room(&self) -> RoomId {
        self.entry.room_id
    }

    /// What it is for.
    pub fn kind(&self) -> RoomKind {
        self.entry.kind
    }

    /// Whose room it is; none for a collaboration room.
    pub fn registrant(&self) -> Option<RegistrantId> {
        self.entry.registrant_id
    }

    /// Who calls.
    pub fn user(&self) -> UserId {
        self.session.user_id()
    }

    /// The caller's session.
    pub fn session(&self) -> &Session<AnyUser> {
        &self.session
    }

    /// Until when the caller sees the room through broken glass; none for a member.
    pub fn glass_until(&self) -> Option<Millis> {
        self.entry.glass_until.filter(|_| self.entry.member_since.is_none())
    }

    /// In which capacity the caller is here.
    pub fn via(&self) -> ViewedVia {
        if self.entry.member_since.is_some() { ViewedVia::Member } else { ViewedVia::BrokenGlass }
    }
}

impl<R: Reach, S: Sync + Send> FromRequestParts<S> for RoomAccess<R> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let session = Session::<AnyUser>::from_request_parts(parts, state).await?;
        let path = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        let named = path.iter().find(|(name, _)| *name == "room").and_then(|(_, room)| room.parse::<RoomId>().ok());
        let named = named.ok_or_else(Problem::not_found)?;
        let db = Db::open().await?;
        let asked = params![named, session.user_id(), Clock::system().now()];
        let entry: Option<Entry> = db.first(include_str!("../sql/room-access.sql"), asked).await?;
        let entry = entry.ok_or_else(Problem::not_found)?;
        // What is only to be looked at is not to be changed; nor does it exist for whoever would.
        if R::SHOWS.is_none() && entry.member_since.is_none() {
            return Err(Problem::not_found());
        }
        let access = Self { session, entry, reach: PhantomData };
        if let (Some(what), Some(registrant)) = (R::SHOWS, access.registrant()) {
            let view = View { user: access.user(), what, via: access.via(), registrants: vec![registrant] };
            ViewLog::from_request_parts(parts, state).await?.shows(view)?;
        }
        Ok(access)
    }
}

/// Whether a person is a member of an open support room at this moment: for a form that names its room in the body. What
/// is seen through broken glass does not count.
pub async fn is_member(db: &Db, room: RoomId, user: UserId, now: Millis) -> Result<bool, DbError> {
    let entry: Option<Entry> = db.first(include_str!("../sql/room-access.sql"), params![room, user, now]).await?;
    Ok(entry.is_some_and(|entry| entry.kind == RoomKind::Support && entry.member_since.is_some()))
}
