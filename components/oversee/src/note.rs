//! `POST /api/desk/applications/{receipt}/notes`: what the desk notes for itself; no applicant reads it.

use crate::at_desk::{AtDesk, audit_subject};
use applications::Clerk;
use domain::application::is_about_a_patient;
use domain::text::NoteText;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{Actor, AnyDesk, AuditEvent, Body, Clock, Db, Idempotency, Json, Millis, Path, Problem, Session, params};

/// What is to be remembered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteInput {
    note: String,
}

/// A note of the desk to itself.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct InternalNote {
    at: Millis,
    note: String,
}

/// Adds a note.
#[utoipa::path(post, path = "/api/desk/applications/{receipt}/notes", tag = "oversee",
    params(("receipt" = String, Path)), request_body = NoteInput,
    responses((status = 201, body = InternalNote), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn add_note(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Path(receipt): Path<String>,
    Body { value, fingerprint, .. }: Body<NoteInput>,
) -> Result<(StatusCode, Json<InternalNote>), Problem> {
    let receipt = applications::receipt(&receipt)?;
    let clerk = Clerk::of(&session)?;
    let scope = format!("desk-note:{receipt}:{}", clerk.user);
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let note =
        NoteText::parse(&value.note).map_err(|error| Problem::invalid_field("note", error.code, error.message))?;
    let transaction = db.transaction().await?;
    let application = AtDesk::load(&transaction, receipt, clerk).await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        let note = transaction.one(include_str!("../sql/note.sql"), params![earlier]).await?;
        transaction.roll_back().await?;
        return Ok((StatusCode::CREATED, Json(note)));
    }
    let line = application.add_internal_history(&transaction, clock, clerk, "note", Some(note.as_str())).await?;
    let event = AuditEvent {
        actor: Actor::User(clerk.user),
        action: "application.noted",
        subject: audit_subject(receipt),
        detail: if u8::try_from(receipt.form()).is_ok_and(is_about_a_patient) {
            json!({})
        } else {
            json!({ "note": note.as_str() })
        },
    };
    transaction.audit(clock, event).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &line.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(InternalNote { at: clock.now(), note: note.as_str().to_owned() })))
}
