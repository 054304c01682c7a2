//! A message as people see it. The database makes its JSON in one statement, and most answers pass that on as it is.

use domain::ids::{FileId, MessageId, RoomId, TagId, UserId};
use domain::words::{Confirm, Profession, Reaction};
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, IntoResponse, Millis, Problem, Response, RoomCaller, params};

/// A message of a room.
#[derive(Serialize, ToSchema)]
pub(crate) struct Message {
    message_id: MessageId,
    at: Millis,
    author: Author,
    /// Plain text with line breaks; null once it was withdrawn.
    #[schema(required = true)]
    body: Option<String>,
    /// What it answers.
    #[schema(required = true)]
    reply_to: Option<Quote>,
    /// Who is addressed.
    mentions: Vec<Mention>,
    tags: Vec<MessageTag>,
    files: Vec<MessageFile>,
    #[schema(required = true)]
    edited_at: Option<Millis>,
    #[schema(required = true)]
    withdrawn_at: Option<Millis>,
    #[schema(required = true)]
    pinned_at: Option<Millis>,
    reactions: Vec<ReactionCount>,
    /// Whether 了解 is asked for, and how far that is (R20).
    #[schema(required = true)]
    confirm: Option<Confirmations>,
    /// How many others than the author have read it (R20).
    read_count: i64,
}

/// Who wrote it.
#[derive(Serialize, ToSchema)]
#[schema(as = MessageAuthor)]
struct Author {
    user_id: UserId,
    name: String,
    profession: Profession,
    organization_name: String,
    /// Whether it is the caller.
    is_me: bool,
}

/// The beginning of the message that another one answers.
#[derive(Serialize, ToSchema)]
#[schema(as = MessageQuote)]
struct Quote {
    message_id: MessageId,
    author_name: String,
    /// Up to 60 characters; null once it was withdrawn.
    #[schema(required = true)]
    excerpt: Option<String>,
}

/// Somebody who is addressed.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = MessageMention)]
pub(crate) struct Mention {
    user_id: UserId,
    name: String,
}

/// A tag of a message; it stays when it is offered no more (R28).
#[derive(Serialize, ToSchema)]
struct MessageTag {
    tag_id: TagId,
    name: String,
}

/// A file of a message.
#[derive(Serialize, ToSchema)]
struct MessageFile {
    file_id: FileId,
    name: String,
    /// As the content says, whatever it is called.
    media_type: String,
    bytes: i64,
}

/// How many people answered in one way.
#[derive(Serialize, ToSchema)]
struct ReactionCount {
    reaction: Reaction,
    count: i64,
    /// Whether the caller is one of them.
    mine: bool,
}

/// Who is asked for 了解 and gave it (R20).
#[derive(Serialize, ToSchema)]
struct Confirmations {
    asked: Confirm,
    asked_count: i64,
    confirmed_count: i64,
    asked_me: bool,
    /// When the caller gave it.
    #[schema(required = true)]
    confirmed_at: Option<Millis>,
}

impl Message {
    /// A message of nothing but text, as it stands in the moment in which it was posted.
    pub(crate) fn plain(id: MessageId, at: Millis, author: RoomCaller<'_>, body: String) -> Self {
        let author = Author {
            user_id: author.user,
            name: author.name.to_owned(),
            profession: author.profession,
            organization_name: author.organization_name.to_owned(),
            is_me: true,
        };
        Self {
            message_id: id,
            at,
            author,
            body: Some(body),
            reply_to: None,
            mentions: Vec::new(),
            tags: Vec::new(),
            files: Vec::new(),
            edited_at: None,
            withdrawn_at: None,
            pinned_at: None,
            reactions: Vec::new(),
            confirm: None,
            read_count: 0,
        }
    }
}

/// Which messages of a room are wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    /// So many …
    pub(crate) older: i64,
    /// … before this one, …
    pub(crate) before: i64,
    /// … and so many …
    pub(crate) newer: i64,
    /// … from this one on.
    pub(crate) from: i64,
}

impl Stretch {
    /// None.
    pub(crate) const NOTHING: Self = Self { older: 0, before: 0, newer: 0, from: 0 };
}

/// Messages in their order.
#[derive(Deserialize)]
pub(crate) struct Messages {
    /// A JSON array of [`Message`].
    pub(crate) items: String,
    /// How far the room is; as all that follows, only when a stretch was asked for.
    pub(crate) revision: String,
    pub(crate) has_older: bool,
    pub(crate) has_newer: bool,
    /// The last message that the reader has read.
    pub(crate) read_up_to: i64,
    /// How many of others follow it; at most 100.
    pub(crate) unread: i64,
}

impl Messages {
    /// A stretch of a room, as `reader` sees it.
    pub(crate) async fn stretch(
        db: &Db,
        clock: Clock,
        (room, reader): (RoomId, UserId),
        stretch: Stretch,
    ) -> Result<Self, Problem> {
        let Stretch { older, before, newer, from } = stretch;
        let asked = params![room, reader, before, older, from, newer, "[]", true, clock.now()];
        Ok(db.one(include_str!("../sql/messages.sql"), asked).await?)
    }

    /// Certain messages, whatever their room: the caller has made sure that `reader` may see them.
    pub(crate) async fn of(db: &Db, clock: Clock, reader: UserId, ids: &[MessageId]) -> Result<Self, Problem> {
        let Stretch { older, before, newer, from } = Stretch::NOTHING;
        let ids = serde_json::to_string(ids).map_err(Problem::internal)?;
        let asked = params![0, reader, before, older, from, newer, ids, false, clock.now()];
        Ok(db.one(include_str!("../sql/messages.sql"), asked).await?)
    }
}

/// One message that `reader` may see.
pub(crate) async fn one(
    db: &Db,
    clock: Clock,
    reader: UserId,
    message: MessageId,
    status: StatusCode,
) -> Result<Response, Problem> {
    let found = Messages::of(db, clock, reader, &[message]).await?;
    let item = found.items.strip_prefix('[').and_then(|items| items.strip_suffix(']')).filter(|item| !item.is_empty());
    let item = item.ok_or_else(|| Problem::internal("the message is gone"))?;
    Ok((status, json(item.to_owned())).into_response())
}

/// JSON that is text already.
pub(crate) fn json(text: String) -> Response {
    let mut response = text.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
