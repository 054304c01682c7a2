//! `PUT /api/rooms/{room}/messages/{message}`: its author changes what a message says, for a day; the old wording stays.

use crate::change::{Extras, MessageState, record, touch};
use crate::message::{self, Message};
use crate::screening::{Acknowledged, guard};
use domain::ids::{MessageId, RoomId};
use domain::message::{EDIT_HOURS, body, editable_until};
use domain::text::pairs;
use domain::validation::Violations;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, DbError, Path, Problem, Response, RoomAccess, Transaction, params};

/// What it shall say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageEdit {
    body: String,
    /// Why personal information has to be written all the same (R27).
    #[serde(default)]
    acknowledged: Option<Acknowledged>,
}

/// Changes a message. The text is screened as a new one (R27).
#[utoipa::path(put, path = "/api/rooms/{room}/messages/{message}", tag = "post-message",
    operation_id = "edit_message", params(("room" = i64, Path), ("message" = i64, Path)), request_body = MessageEdit,
    responses((status = 200, body = Message), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn edit(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, message)): Path<(RoomId, MessageId)>,
    Body { value: input, .. }: Body<MessageEdit>,
) -> Result<Response, Problem> {
    let user = access.user();
    let state = MessageState::load_own(&db, room, message, user).await?;
    let mut violations = Violations::new();
    let text = violations.field("body", body(&input.body, state.has_files));
    let need = input.acknowledged.and_then(|acknowledged| acknowledged.read(&mut violations));
    let Some(text) = text.filter(|_| violations.is_empty()) else { return Err(Problem::invalid(violations)) };
    let need = guard(&access, &db, &input.body, need, None).await?;
    let transaction = db.transaction().await?;
    // Again, now that nobody else can change it.
    let state = MessageState::load_own(&transaction, room, message, user).await?;
    if clock.now().0 >= editable_until(state.at.0) {
        let title =
            format!("書いてから{EDIT_HOURS}時間を過ぎた書き込みは、直せません。続きの書き込みで訂正してください。");
        return Err(Problem::conflict("edit_closed", title));
    }
    if text == state.body {
        transaction.roll_back().await?;
        return message::one(&db, clock, user, message, StatusCode::OK).await;
    }
    transaction.run(include_str!("../sql/keep-version.sql"), params![message]).await?;
    let row = params![message, text.as_str(), clock.now(), need];
    transaction.run(include_str!("../sql/edit-message.sql"), row).await?;
    index_anew(&transaction, message, &text).await?;
    touch(&transaction, room, message, Extras::AsBefore).await?;
    record(&transaction, clock, user, "message.edited", (message, json!({ "room": room }))).await?;
    transaction.commit().await?;
    message::one(&db, clock, user, message, StatusCode::OK).await
}

/// The search finds what it says now.
async fn index_anew(transaction: &Transaction<'_>, message: MessageId, text: &str) -> Result<(), DbError> {
    #[derive(Deserialize)]
    struct About {
        about: String,
        file_names: String,
    }
    let known: About = transaction.one(include_str!("../sql/words-of-message.sql"), params![message]).await?;
    let names: Vec<String> =
        serde_json::from_str(&known.file_names).map_err(|error| DbError::Row(error.to_string()))?;
    let words = pairs(std::iter::once(text).chain(names.iter().map(String::as_str)));
    transaction.run(include_str!("../sql/delete-message-words.sql"), params![message]).await?;
    let row = params![message, words, known.about];
    transaction.run(include_str!("../sql/add-message-words.sql"), row).await
}
