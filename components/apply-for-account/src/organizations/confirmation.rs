//! `POST /api/organizations/{id}/people/{user_id}/confirmation`: the manager confirms a grant, or objects (R37).

use super::people::{AccountOfPerson, Row};
use domain::ids::{NoticeId, OrganizationId, UserId};
use domain::text::NoteText;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, Body, Clock, Db, Json, Manager, OutboxMessage, Path, Problem, Session, Transaction, params,
};

/// Whether the grant is right.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmationInput {
    /// The notice that the manager has read.
    notice_id: NoticeId,
    confirmed: bool,
    /// What is wrong; required when it is not confirmed.
    #[serde(default)]
    note: Option<String>,
}

/// Confirms or objects. The last word counts; the audit trail knows all of them.
#[utoipa::path(post, path = "/api/organizations/{id}/people/{user_id}/confirmation", tag = "apply-for-account", operation_id = "confirm_grant",
    params(("id" = i64, Path), ("user_id" = i64, Path)), request_body = ConfirmationInput,
    responses((status = 200, body = AccountOfPerson), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn confirm(
    session: Session<Manager>,
    db: Db,
    clock: Clock,
    Path((id, user)): Path<(OrganizationId, UserId)>,
    Body { value, .. }: Body<ConfirmationInput>,
) -> Result<Json<AccountOfPerson>, Problem> {
    if session.caller().organization_id != id {
        return Err(Problem::not_found());
    }
    let transaction = db.transaction().await?;
    let row = load(&transaction, id, user).await?;
    if row.notice_id != Some(value.notice_id) {
        return Err(Problem::conflict(
            "changed_meanwhile",
            "開いている間に新しい通知書ができました。最新の内容を確かめてください。",
        ));
    }
    let (action, note) = if value.confirmed {
        let row = params![value.notice_id, user, clock.now()];
        transaction.run(include_str!("../../sql/confirm-notice.sql"), row).await?;
        ("notice.confirmed", None)
    } else {
        let typed = value.note.as_deref().unwrap_or_default();
        let note = NoteText::parse(typed).map_err(|error| Problem::invalid_field("note", error.code, error.message))?;
        let row = params![value.notice_id, user, clock.now(), note.as_str()];
        transaction.run(include_str!("../../sql/object-to-notice.sql"), row).await?;
        let message =
            OutboxMessage { topic: "notice.objected", payload: serde_json::json!({ "notice": value.notice_id }) };
        transaction.enqueue(clock, message).await?;
        ("notice.objected", Some(note))
    };
    let event = AuditEvent {
        actor: Actor::User(session.user_id()),
        action,
        subject: format!("notice:{}", value.notice_id),
        detail: serde_json::json!({ "user": user, "note": note }),
    };
    transaction.audit(clock, event).await?;
    let row = load(&transaction, id, user).await?;
    transaction.commit().await?;
    Ok(Json(row.at(clock)))
}

async fn load(transaction: &Transaction<'_>, id: OrganizationId, user: UserId) -> Result<Row, Problem> {
    let row = transaction.first(include_str!("../../sql/organization-account.sql"), params![id, user]).await?;
    row.ok_or_else(Problem::not_found)
}
