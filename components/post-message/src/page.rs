//! `GET /api/rooms/{room}/messages`: a stretch of the timeline.

use crate::message::{Message, Messages, Stretch, json};
use domain::ids::{MessageId, RoomId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Clock, Db, IntoResponse, Millis, Problem, Query, Response, RoomAccess, ShowsMessages, params};

const MESSAGES_DEFAULT: i64 = 50;
const MESSAGES_MAX: i64 = 100;

/// Which stretch; without a place the last one. Of several places the first counts.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageQuery {
    /// Those before this message.
    before: Option<i64>,
    /// Those after this message.
    after: Option<i64>,
    /// Those around this message, which is among them.
    around: Option<i64>,
    /// At most so many: 50, or what is asked for up to 100.
    limit: Option<i64>,
}

/// A stretch of a room's messages, oldest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct MessagePage {
    /// How far the room is: what `changes` begins from.
    revision: String,
    items: Vec<Message>,
    has_older: bool,
    has_newer: bool,
    /// The last message that the caller has read; 0: none.
    read_up_to: i64,
    /// How many of others follow it; at most 100.
    unread_count: i64,
}

#[derive(Deserialize)]
struct Standing {
    up_to_id: i64,
    unread: i64,
}

impl PageQuery {
    fn stretch(&self) -> Stretch {
        let limit = self.limit.unwrap_or(MESSAGES_DEFAULT).clamp(1, MESSAGES_MAX);
        match (self.before, self.after, self.around) {
            (Some(before), _, _) => Stretch { older: limit, before, ..Stretch::NOTHING },
            (None, Some(after), _) => Stretch { newer: limit, from: after.saturating_add(1), ..Stretch::NOTHING },
            (None, None, Some(around)) => {
                let older = limit / 2;
                Stretch { older, before: around, newer: limit - older, from: around }
            }
            (None, None, None) => Stretch { older: limit, before: i64::MAX, ..Stretch::NOTHING },
        }
    }
}

/// Shows a stretch of the timeline.
#[utoipa::path(get, path = "/api/rooms/{room}/messages", tag = "post-message", operation_id = "room_messages",
    params(("room" = i64, Path), PageQuery),
    responses((status = 200, body = MessagePage), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    access: RoomAccess<ShowsMessages>,
    db: Db,
    clock: Clock,
    Query(asked): Query<PageQuery>,
) -> Result<Response, Problem> {
    let place = (access.room(), access.user());
    if let (None, None, Some(around)) = (asked.before, asked.after, asked.around) {
        is_of_room(&db, access.room(), MessageId(around)).await?;
    }
    let found = Messages::stretch(&db, clock, place, asked.stretch()).await?;
    let standing = standing(&db, place, clock.now()).await?;
    let Messages { items, revision, has_older, has_newer } = found;
    let Standing { up_to_id, unread } = standing;
    let text = format!(
        "{{\"revision\":\"{revision}\",\"items\":{items},\"has_older\":{has_older},\"has_newer\":{has_newer},\
         \"read_up_to\":{up_to_id},\"unread_count\":{unread}}}"
    );
    Ok(json(text).into_response())
}

async fn standing(db: &Db, (room, reader): (RoomId, UserId), now: Millis) -> Result<Standing, Problem> {
    Ok(db.one(include_str!("../sql/reading-standing.sql"), params![room, reader, now]).await?)
}

/// A message of another room does not exist here.
pub(crate) async fn is_of_room(db: &Db, room: RoomId, message: MessageId) -> Result<(), Problem> {
    let found: Option<serde::de::IgnoredAny> =
        db.first(include_str!("../sql/message-place.sql"), params![room, message]).await?;
    found.map(drop).ok_or_else(Problem::not_found)
}
