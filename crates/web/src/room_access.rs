//! Who may do what in a room, decided here and nowhere else (R16, R18).
//!
//! A member has access from the moment of his assignment up to, and not at, its end, and only while the room is open; a
//! clerk of the association has it for a short while after breaking the glass. A handler below `/api/rooms/{room}` takes a
//! [`RoomAccess`] and cannot run without one. A statement that spans rooms – a list, a search – says the same of
//! `room_members`; a test knows each statement that names that table and fails when there is one more.

use crate::room_poll::Revision;
use crate::{AnyUser, Clock, Db, DbError, Millis, Problem, Session, View, ViewLog, params};
use axum::extract::{FromRequestParts, RawPathParams};
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::words::{Profession, RoomKind, Viewed, ViewedVia};
use http::request::Parts;
use serde::Deserialize;
use std::marker::PhantomData;

/// Proof that the caller may reach the room named in the path, as far as `R` goes. Only the extractor makes one; whoever
/// may not gets a 404, as for a room that does not exist.
pub struct RoomAccess<R: Reach> {
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
    /// Shows what was measured, planned and laid down of the registrant.
    ShowsRecords => Some(Viewed::Records);
    /// Gives out the registrant's records.
    ExportsRecords => Some(Viewed::RecordExport);
    /// Shows who looked.
    ShowsLog => Some(Viewed::Log);
}

/// A room, and somebody who may reach it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Entry {
    room_id: RoomId,
    kind: RoomKind,
    registrant_id: Option<RegistrantId>,
    message_revision: i64,
    read_revision: i64,
    /// Since when the caller is a member now.
    member_since: Option<Millis>,
    /// Until when the glass is broken for the caller.
    glass_until: Option<Millis>,
    user_id: UserId,
    name: String,
    profession: Profession,
    organization_name: String,
}

/// Who calls, as others in the room know the person.
#[derive(Debug, Clone, Copy)]
pub struct RoomCaller<'a> {
    /// The account.
    pub user: UserId,
    /// The person's name.
    pub name: &'a str,
    /// The person's profession.
    pub profession: Profession,
    /// The organization the account belongs to.
    pub organization_name: &'a str,
}

impl Entry {
    /// A member in the room named in the path, found with the session in one look-up. None: the ordinary guards know
    /// why, or that it is somebody else who may reach it. `is_used`: see [`Session::look`].
    pub(crate) async fn of_member(
        parts: &Parts,
        db: &Db,
        room: RoomId,
        is_used: bool,
    ) -> Result<Option<Self>, DbError> {
        let now = Clock::system().now();
        let Some(session) = Session::<AnyUser>::look(parts, db, now, is_used).await else { return Ok(None) };
        db.first(include_str!("../sql/member-access.sql"), params![session, now, room]).await
    }

    pub(crate) fn room(&self) -> RoomId {
        self.room_id
    }

    pub(crate) fn user(&self) -> UserId {
        self.user_id
    }

    pub(crate) fn revision(&self) -> Revision {
        Revision { messages: self.message_revision, reads: self.read_revision }
    }

    /// What the log says of somebody who sees `what` here; nothing where there is no registrant.
    pub(crate) fn view(&self, what: Viewed) -> Option<View> {
        let via = if self.member_since.is_some() { ViewedVia::Member } else { ViewedVia::BrokenGlass };
        self.registrant_id.map(|registrant| View { user: self.user_id, what, via, registrants: vec![registrant] })
    }
}

/// The room that a path names.
pub(crate) async fn named_room<S: Sync + Send>(parts: &mut Parts, state: &S) -> Result<RoomId, Problem> {
    let path = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
    let named = path.iter().find(|(name, _)| *name == "room").and_then(|(_, room)| room.parse::<RoomId>().ok());
    named.ok_or_else(Problem::not_found)
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
        self.entry.user_id
    }

    /// Who calls, as others in the room know the person.
    pub fn caller(&self) -> RoomCaller<'_> {
        let Entry { user_id, name, profession, organization_name, .. } = &self.entry;
        RoomCaller { user: *user_id, name, profession: *profession, organization_name }
    }

    pub(crate) fn into_entry(self) -> Entry {
        self.entry
    }

    /// Until when the caller sees the room through broken glass; none for a member.
    pub fn glass_until(&self) -> Option<Millis> {
        self.entry.glass_until.filter(|_| self.entry.member_since.is_none())
    }

    /// Since when the caller is a member now; none through broken glass.
    pub fn member_since(&self) -> Option<Millis> {
        self.entry.member_since
    }

    /// In which capacity the caller is here.
    pub fn via(&self) -> ViewedVia {
        if self.entry.member_since.is_some() { ViewedVia::Member } else { ViewedVia::BrokenGlass }
    }
}

impl<R: Reach, S: Sync + Send> FromRequestParts<S> for RoomAccess<R> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let entry = match named_room(parts, state).await {
            Ok(room) => Entry::of_member(parts, &Db::open().await?, room, true).await?,
            // Whoever is not signed in is told that first.
            Err(_) => None,
        };
        let entry = match entry {
            Some(entry) => entry,
            None => slowly(parts, state).await?,
        };
        // What is only to be looked at is not to be changed; nor does it exist for whoever would.
        if R::SHOWS.is_none() && entry.member_since.is_none() {
            return Err(Problem::not_found());
        }
        if let Some(view) = R::SHOWS.and_then(|what| entry.view(what)) {
            ViewLog::from_request_parts(parts, state).await?.shows(view)?;
        }
        Ok(Self { entry, reach: PhantomData })
    }
}

/// With the guard that knows every reason to refuse, and notes that the session is in use.
async fn slowly<S: Sync + Send>(parts: &mut Parts, state: &S) -> Result<Entry, Problem> {
    let session = Session::<AnyUser>::from_request_parts(parts, state).await?;
    let room = named_room(parts, state).await?;
    let asked = params![room, session.user_id(), Clock::system().now()];
    let entry: Option<Entry> = Db::open().await?.first(include_str!("../sql/room-access.sql"), asked).await?;
    entry.ok_or_else(Problem::not_found)
}

/// Whether a person is a member of an open support room at this moment: for a form that names its room in the body. What
/// is seen through broken glass does not count.
pub async fn is_member(db: &Db, room: RoomId, user: UserId, now: Millis) -> Result<bool, DbError> {
    let entry: Option<Entry> = db.first(include_str!("../sql/room-access.sql"), params![room, user, now]).await?;
    Ok(entry.is_some_and(|entry| entry.kind == RoomKind::Support && entry.member_since.is_some()))
}
