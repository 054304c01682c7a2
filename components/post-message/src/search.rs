//! `GET /api/messages/search`: the messages of all rooms open to the caller, and of no other (R18).

use crate::message::{Message, Messages};
use chrono::NaiveDate;
use domain::ids::{MessageId, RegistrantId, RoomId, TagId, UserId};
use domain::open_days::japan_day_begins_ms;
use domain::support_room::shown_name;
use domain::text::{marks, pairs_query};
use domain::words::{RoomKind, Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Clock, Db, Json, Problem, Query, Session, View, ViewLog, params};

const HITS_DEFAULT: i64 = 20;
const HITS_MAX: i64 = 50;

/// What is looked for; all of it has to fit.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// Words, in any spelling; a single character, too.
    q: Option<String>,
    /// In this room.
    room: Option<i64>,
    /// By this person.
    author: Option<i64>,
    /// With this tag.
    tag: Option<i64>,
    /// From this day on, in Japan.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<NaiveDate>,
    /// Up to and with this day, in Japan.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<NaiveDate>,
    /// With files.
    #[serde(default)]
    has_file: bool,
    /// The `next` of an earlier answer.
    after: Option<i64>,
    /// At most so many: 20, or what is asked for up to 50.
    limit: Option<i64>,
}

/// What was found, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct SearchHits {
    items: Vec<SearchHit>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One message that fits.
#[derive(Serialize, ToSchema)]
struct SearchHit {
    room_id: RoomId,
    room_name: String,
    kind: RoomKind,
    #[schema(value_type = Message)]
    message: Value,
    /// Where the words stand in `body`: from, and up to but not with, in Unicode scalar values.
    marks: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct Found {
    message_id: MessageId,
    room_id: RoomId,
    room_name: String,
    kind: RoomKind,
    registrant_id: Option<RegistrantId>,
    registrant_name: Option<String>,
}

impl SearchQuery {
    /// What is looked for in the language of FTS5, up to where the rooms follow; none when nothing is asked for.
    fn expression(&self) -> Option<String> {
        let words = self.q.as_deref().and_then(pairs_query).map(|words| format!("body : ({words}) AND "));
        let author = self.author.map(|author| format!("about : u{} AND ", UserId(author.max(0))));
        let tag = self.tag.map(|tag| format!("about : t{} AND ", TagId(tag.max(0))));
        let file = self.has_file.then(|| "about : f AND ".to_owned());
        let parts: Vec<String> = [words, author, tag, file].into_iter().flatten().collect();
        let is_asked = !parts.is_empty() || self.room.is_some() || self.from.is_some() || self.to.is_some();
        is_asked.then(|| parts.concat())
    }
}

/// Searches the messages of all rooms open to the caller.
#[utoipa::path(get, path = "/api/messages/search", tag = "post-message", operation_id = "search_messages",
    params(SearchQuery),
    responses((status = 200, body = SearchHits), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn search(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Query(asked): Query<SearchQuery>,
) -> Result<Json<SearchHits>, Problem> {
    let user = session.user_id();
    let Some(expression) = asked.expression() else {
        return Err(Problem::invalid_field("q", "required", "探す言葉か条件を入れてください。"));
    };
    let limit = asked.limit.unwrap_or(HITS_DEFAULT).clamp(1, HITS_MAX);
    let (from, to) =
        (asked.from.map(japan_day_begins_ms), asked.to.and_then(|to| to.succ_opt()).map(japan_day_begins_ms));
    let (from, to) = (first_since(&db, from, 0).await?, first_since(&db, to, i64::MAX).await?);
    let before = asked.after.unwrap_or(i64::MAX);
    let given = params![user, clock.now(), expression, asked.room, before, from, to, limit + 1];
    let mut found: Vec<Found> = db.all(include_str!("../sql/search-messages.sql"), given).await?;
    let shown = usize::try_from(limit).unwrap_or_default();
    let has_more = found.len() > shown;
    found.truncate(shown);
    let registrants: BTreeSet<RegistrantId> = found.iter().filter_map(|hit| hit.registrant_id).collect();
    if !registrants.is_empty() {
        let registrants = registrants.into_iter().collect();
        log.shows(View { user, what: Viewed::Search, via: ViewedVia::Member, registrants })?;
    }
    let next = found.last().filter(|_| has_more).map(|hit| hit.message_id.to_string());
    let items = hits(&db, clock, user, found, asked.q.as_deref().unwrap_or_default()).await?;
    Ok(Json(SearchHits { items, next }))
}

async fn hits(db: &Db, clock: Clock, user: UserId, found: Vec<Found>, words: &str) -> Result<Vec<SearchHit>, Problem> {
    let ids: Vec<MessageId> = found.iter().map(|hit| hit.message_id).collect();
    let messages = Messages::of(db, clock, user, &ids).await?.items;
    // Oldest first.
    let mut messages: Vec<Value> = serde_json::from_str(&messages).map_err(Problem::internal)?;
    messages.reverse();
    let hit = |(hit, message): (Found, Value)| SearchHit {
        room_id: hit.room_id,
        room_name: shown_name(hit.room_name, hit.registrant_name.as_deref()),
        kind: hit.kind,
        marks: marks(message.get("body").and_then(Value::as_str).unwrap_or_default(), words)
            .into_iter()
            .map(<[usize; 2]>::from)
            .collect(),
        message,
    };
    Ok(found.into_iter().zip(messages).map(hit).collect())
}

/// The first message of a time; without one, `else_id`.
async fn first_since(db: &Db, at: Option<i64>, else_id: i64) -> Result<i64, Problem> {
    #[derive(Deserialize)]
    struct First {
        id: i64,
    }
    let Some(at) = at else { return Ok(else_id) };
    Ok(db.one::<First>(include_str!("../sql/first-message-since.sql"), params![at]).await?.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> SearchQuery {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn whatever_is_asked_for_has_to_fit() {
        let asked = query(r#"{"q":"褥瘡 発熱","author":7,"tag":3,"has_file":true}"#);
        let expected = r#"body : ("褥瘡" AND "発熱") AND about : u7 AND about : t3 AND about : f AND "#;
        assert_eq!(asked.expression().as_deref(), Some(expected));
        assert_eq!(query(r#"{"room":3}"#).expression().as_deref(), Some(""));
        assert_eq!(query(r#"{"q":" 、。"}"#).expression(), None);
        assert_eq!(query("{}").expression(), None);
    }
}
