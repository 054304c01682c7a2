//! `/api/support-room-applications…` for whoever files them: Forms 7 and 8 are filed, followed, completed, withdrawn.

use super::SupportRoomApplications;
use super::desk::note_view;
use super::draft::discard;
use applications::{Filing, FollowUp};
use domain::account::ApplicantInput;
use domain::application::Status;
use domain::support_room::SupportRoomInput;
use domain::words::{MissingPart, Viewed};
use http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use web::{AnyUser, Body, Clock, Db, Filer, Idempotency, Json, Millis, Path, Problem, Session, ViewLog, Visitor};

/// What the filer keeps. There is no passcode: what names a patient is followed with an account.
#[derive(Serialize, ToSchema)]
pub(crate) struct FiledForm {
    /// Such as `7-26-000123-45`.
    pub(crate) receipt_number: String,
    /// Where it stands.
    pub(crate) status: Status,
    /// What still has to come (R14).
    pub(crate) missing: Vec<MissingPart>,
    /// When it came.
    pub(crate) received_at: Millis,
}

pub(crate) use applications::WithdrawalInput;

/// Files Forms 7 and 8, or half of the set. Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/support-room-applications", tag = "open-support-room",
    operation_id = "submit_support_room_application", request_body = SupportRoomInput,
    params(("mailed_form" = Option<String>, Query, description = "the submission by mail that a clerk enters"),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = FiledForm), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn submit(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: mut input, fingerprint, controls }: Body<SupportRoomInput>,
) -> Result<(StatusCode, Json<FiledForm>), Problem> {
    fill_in(&session, &mut input.organization_id, &mut input.applicant);
    let scope = format!("support-room-application:{}", session.user_id());
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let user = session.user_id();
    let visitor = Visitor(Some(session));
    let filing = Filing { submission: submission.as_ref(), mailed_form: controls.mailed_form.as_deref() };
    let receipt = applications::submit::<SupportRoomApplications>(&visitor, &db, clock, filing, &input).await?;
    // What was sent is no draft any more.
    discard(&db, user).await?;
    let filed = FiledForm {
        receipt_number: receipt.receipt_number,
        status: receipt.status,
        missing: input.missing(),
        received_at: receipt.received_at,
    };
    Ok((StatusCode::CREATED, Json(filed)))
}

/// What the account knows need not be typed. A clerk types what stands on the paper.
pub(crate) fn fill_in(session: &Session<AnyUser>, organization: &mut Option<i64>, applicant: &mut ApplicantInput) {
    let caller = session.caller();
    if caller.desk.is_some() {
        return;
    }
    organization.get_or_insert(caller.organization_id.0);
    for (field, known) in [(&mut applicant.name, &caller.name), (&mut applicant.kana, &caller.kana)] {
        if field.trim().is_empty() {
            field.clone_from(known);
        }
    }
}

/// R15: a corrected form still comes from the filer's own organization.
pub(crate) fn still_own_organization(session: &Session<AnyUser>, organization: Option<i64>) -> Result<(), Problem> {
    let caller = session.caller();
    if caller.desk.is_some() || organization == Some(caller.organization_id.0) {
        return Ok(());
    }
    let message = "届出は、自分の団体からのものだけ出せます。";
    Err(Problem::invalid_field("organization_id", "other_organization", message))
}

/// Shows one's own application.
#[utoipa::path(get, path = "/api/support-room-applications/{receipt}/follow-up", tag = "open-support-room",
    operation_id = "support_room_application_follow_up", params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp<SupportRoomInput>), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn follow_up(
    filer: Filer,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(_): Path<String>,
) -> Result<Json<FollowUp<SupportRoomInput>>, Problem> {
    let current = applications::follow_up::<SupportRoomApplications>(&db, filer.receipt()).await?;
    note_view(&db, (clock, &log), filer.session(), filer.receipt(), Viewed::Application).await?;
    Ok(Json(current))
}

/// Corrects a returned application, or hands in the half that was missing (R14).
#[utoipa::path(post, path = "/api/support-room-applications/{receipt}/correction", tag = "open-support-room",
    operation_id = "correct_support_room_application", params(("receipt" = String, Path)),
    request_body = SupportRoomInput,
    responses((status = 200, body = FollowUp<SupportRoomInput>), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    filer: Filer,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(_): Path<String>,
    Body { value: mut input, .. }: Body<SupportRoomInput>,
) -> Result<Json<FollowUp<SupportRoomInput>>, Problem> {
    fill_in(filer.session(), &mut input.organization_id, &mut input.applicant);
    still_own_organization(filer.session(), input.organization_id)?;
    applications::correct::<SupportRoomApplications>(&filer, &db, clock, &input).await?;
    note_view(&db, (clock, &log), filer.session(), filer.receipt(), Viewed::Application).await?;
    Ok(Json(applications::follow_up::<SupportRoomApplications>(&db, filer.receipt()).await?))
}

/// Withdraws while the desk has not yet accepted.
#[utoipa::path(post, path = "/api/support-room-applications/{receipt}/withdrawal", tag = "open-support-room",
    operation_id = "withdraw_support_room_application", params(("receipt" = String, Path)),
    request_body = WithdrawalInput,
    responses((status = 200, body = FollowUp<SupportRoomInput>), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    filer: Filer,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(_): Path<String>,
    _: Body<WithdrawalInput>,
) -> Result<Json<FollowUp<SupportRoomInput>>, Problem> {
    applications::withdraw::<SupportRoomApplications>(&filer, &db, clock).await?;
    note_view(&db, (clock, &log), filer.session(), filer.receipt(), Viewed::Application).await?;
    Ok(Json(applications::follow_up::<SupportRoomApplications>(&db, filer.receipt()).await?))
}
