//! `/api/support-room-applications/draft`: a form begun and not yet sent (R13b). It is kept here and not in the browser,
//! because it names a patient and the device has more than one user.

use domain::ids::UserId;
use domain::support_room::{FORM, SupportRoomInput};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Body, Clock, Db, DbError, Json, Millis, Problem, Session, params};

/// The caller's draft, if there is one.
#[derive(Serialize, ToSchema)]
pub(crate) struct Draft {
    /// The form as far as it was typed.
    #[schema(required = true)]
    content: Option<SupportRoomInput>,
    /// When it was last saved.
    #[schema(required = true)]
    updated_at: Option<Millis>,
}

/// Shows the caller's draft.
#[utoipa::path(get, path = "/api/support-room-applications/draft", tag = "open-support-room",
    operation_id = "support_room_draft",
    responses((status = 200, body = Draft), (status = 401, body = Problem)))]
pub(crate) async fn show(session: Session<AnyUser>, db: Db) -> Result<Json<Draft>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        content: String,
        updated_at: Millis,
    }
    let own = params![session.user_id(), i64::from(FORM)];
    let row: Option<Row> = db.first(include_str!("../../sql/draft.sql"), own).await?;
    let Some(row) = row else { return Ok(Json(Draft { content: None, updated_at: None })) };
    let content = serde_json::from_str(&row.content).map_err(Problem::internal)?;
    Ok(Json(Draft { content: Some(content), updated_at: Some(row.updated_at) }))
}

/// Keeps the draft, in place of an earlier one.
#[utoipa::path(put, path = "/api/support-room-applications/draft", tag = "open-support-room",
    operation_id = "save_support_room_draft", request_body = SupportRoomInput,
    responses((status = 200, body = Draft), (status = 401, body = Problem)))]
pub(crate) async fn save(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<SupportRoomInput>,
) -> Result<Json<Draft>, Problem> {
    let content = serde_json::to_string(&value).map_err(Problem::internal)?;
    let row = params![session.user_id(), i64::from(FORM), content, clock.now()];
    db.run(include_str!("../../sql/save-draft.sql"), row).await?;
    Ok(Json(Draft { content: Some(value), updated_at: Some(clock.now()) }))
}

/// Throws the draft away.
#[utoipa::path(delete, path = "/api/support-room-applications/draft", tag = "open-support-room",
    operation_id = "discard_support_room_draft",
    responses((status = 204), (status = 401, body = Problem)))]
pub(crate) async fn throw_away(session: Session<AnyUser>, db: Db) -> Result<StatusCode, Problem> {
    discard(&db, session.user_id()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Leaves a person without draft.
pub(crate) async fn discard(db: &Db, user: UserId) -> Result<(), DbError> {
    db.run(include_str!("../../sql/discard-draft.sql"), params![user, i64::from(FORM)]).await
}
