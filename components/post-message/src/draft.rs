//! `GET /api/rooms/{room}/writing-box`, `PUT /api/rooms/{room}/draft`: what the writing box begins with, and what is
//! begun and not sent.

use crate::message::Mention;
use domain::ids::{MessageId, TagId, UserId};
use domain::message::{BODY_CHARACTERS_MAX, EMERGENCY_WORDS, FILE_BYTES_MAX, FILES_MAX, PEOPLE_MAX, TAGS_MAX};
use domain::validation::FieldError;
use domain::words::RoomKind;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Json, Problem, RoomAccess, params};

/// What the writing box of a room begins with.
#[derive(Serialize, ToSchema)]
pub(crate) struct WritingBox {
    /// What the caller began to write here.
    #[schema(required = true)]
    draft: Option<MessageDraft>,
    /// With one of these in the text, its author is reminded to telephone as well (R22).
    #[schema(value_type = Vec<String>)]
    emergency_words: &'static [&'static str],
    /// Whether what is written here is screened for personal information (R27).
    is_screened: bool,
    /// Whom the draft addresses, as far as they are still in the room.
    mentions: Vec<Mention>,
    body_characters_max: usize,
    files_max: usize,
    file_bytes_max: i64,
}

/// What is begun and not sent.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageDraft {
    #[serde(default)]
    body: String,
    /// The message it answers.
    #[serde(default)]
    #[schema(required = true)]
    reply_to: Option<MessageId>,
    #[serde(default)]
    tags: Vec<TagId>,
    /// Who is addressed.
    #[serde(default)]
    mentions: Vec<UserId>,
}

/// It is kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct DraftKept {}

/// Shows what the writing box begins with.
#[utoipa::path(get, path = "/api/rooms/{room}/writing-box", tag = "post-message", operation_id = "writing_box",
    params(("room" = i64, Path)),
    responses((status = 200, body = WritingBox), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn writing_box(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
) -> Result<Json<WritingBox>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        content: String,
        mentions: String,
    }
    let place = params![access.room(), access.user(), clock.now()];
    let row: Option<Row> = db.first(include_str!("../sql/draft.sql"), place).await?;
    let (draft, mentions) = match row {
        Some(row) => (Some(parsed(&row.content)?), parsed(&row.mentions)?),
        None => (None, Vec::new()),
    };
    Ok(Json(WritingBox {
        draft,
        emergency_words: EMERGENCY_WORDS,
        is_screened: access.kind() == RoomKind::Collaboration,
        mentions,
        body_characters_max: BODY_CHARACTERS_MAX,
        files_max: FILES_MAX,
        file_bytes_max: FILE_BYTES_MAX,
    }))
}

fn parsed<T: DeserializeOwned>(json: &str) -> Result<T, Problem> {
    serde_json::from_str(json).map_err(Problem::internal)
}

/// Keeps what the caller began to write in a room; nothing at all throws it away.
#[utoipa::path(put, path = "/api/rooms/{room}/draft", tag = "post-message", operation_id = "keep_message_draft",
    params(("room" = i64, Path)), request_body = MessageDraft,
    responses((status = 200, body = DraftKept), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn keep(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Body { value: draft, .. }: Body<MessageDraft>,
) -> Result<Json<DraftKept>, Problem> {
    if draft.body.chars().count() > BODY_CHARACTERS_MAX {
        let error = FieldError::too_long(BODY_CHARACTERS_MAX);
        return Err(Problem::invalid_field("body", error.code, error.message));
    }
    if draft.tags.len() > TAGS_MAX || draft.mentions.len() > PEOPLE_MAX {
        return Err(Problem::invalid_field("mentions", "too_many", "選んだ人かタグが多すぎます。"));
    }
    let (room, user) = (access.room(), access.user());
    let is_empty =
        draft.body.is_empty() && draft.reply_to.is_none() && draft.tags.is_empty() && draft.mentions.is_empty();
    if is_empty {
        db.run(include_str!("../sql/throw-draft-away.sql"), params![room, user]).await?;
    } else {
        let content = serde_json::to_string(&draft).map_err(Problem::internal)?;
        db.run(include_str!("../sql/keep-draft.sql"), params![room, user, content, clock.now()]).await?;
    }
    Ok(Json(DraftKept {}))
}
