//! `GET /api/rooms/{room}/changes`: what is new or changed, asked every few seconds by each open page; 304 while there is
//! nothing.

use crate::message::{Message, Messages, json};
use domain::ids::MessageId;
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Clock, Db, IntoResponse, Problem, Query, Response, Revision, RoomPoll, ViewLog, params};

/// With more, the page is read anew instead.
const CHANGES_MAX: usize = 100;

/// Since when.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ChangesQuery {
    /// The `revision` of an earlier answer.
    since: String,
    /// Whether the person touched the page within the last minute: only then the session is in use (R36).
    #[expect(dead_code, reason = "the guard reads it from the address")]
    active: Option<bool>,
}

/// What changed in a room.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomChanges {
    /// How far the room is now.
    revision: String,
    /// New or changed, in their order; at most 100.
    messages: Vec<Message>,
    /// How many have read the room's last 50 messages.
    read_counts: Vec<ReadCount>,
    /// More changed than is told: the page is to be read anew.
    too_many: bool,
}

/// How many others than the author have read a message.
#[derive(Serialize, Deserialize, ToSchema)]
struct ReadCount {
    message_id: MessageId,
    read_count: i64,
}

/// Tells what changed since an earlier answer.
#[utoipa::path(get, path = "/api/rooms/{room}/changes", tag = "post-message", operation_id = "room_changes",
    params(("room" = i64, Path), ChangesQuery,
        ("If-None-Match" = Option<String>, Header, description = "The revision in quotation marks")),
    responses((status = 200, body = RoomChanges), (status = 304), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn poll(
    poll: RoomPoll,
    log: ViewLog,
    clock: Clock,
    headers: HeaderMap,
    Query(asked): Query<ChangesQuery>,
) -> Result<Response, Problem> {
    let since: Revision = asked.since.parse()?;
    let now = poll.revision();
    let caching = [(header::ETAG, format!("\"{now}\"")), (header::CACHE_CONTROL, "private, no-cache".to_owned())];
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if since == now && known.trim_start_matches("W/").trim_matches('"') == asked.since {
        return Ok((StatusCode::NOT_MODIFIED, caching).into_response());
    }
    poll.shows(&log)?;
    let text = changed(&poll, clock, since).await?;
    Ok((caching, json(text)).into_response())
}

async fn changed(poll: &RoomPoll, clock: Clock, since: Revision) -> Result<String, Problem> {
    #[derive(Deserialize)]
    struct Row {
        id: MessageId,
    }
    let db = Db::open().await?;
    let asked = params![poll.room(), since.messages];
    let rows: Vec<Row> = db.all(include_str!("../sql/changed-messages.sql"), asked).await?;
    let too_many = rows.len() > CHANGES_MAX;
    let ids: Vec<MessageId> = rows.into_iter().take(CHANGES_MAX).map(|row| row.id).collect();
    let items = if ids.is_empty() || too_many {
        "[]".to_owned()
    } else {
        Messages::of(&db, clock, poll.user(), &ids).await?.items
    };
    let counts: Vec<ReadCount> = db.all(include_str!("../sql/read-counts.sql"), params![poll.room()]).await?;
    let counts = serde_json::to_string(&counts).map_err(Problem::internal)?;
    let revision = poll.revision();
    Ok(format!("{{\"revision\":\"{revision}\",\"messages\":{items},\"read_counts\":{counts},\"too_many\":{too_many}}}"))
}
