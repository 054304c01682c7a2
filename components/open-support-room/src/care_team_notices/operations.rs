//! `/api/care-team-notices…` for whoever files them: a change of a care team is filed, followed, corrected, withdrawn.

use super::CareTeamNotices;
use crate::support_room_applications::desk::note_view;
use crate::support_room_applications::operations::{FiledForm, WithdrawalInput, fill_in, still_own_organization};
use applications::{Application, Filing, FollowUp};
use domain::care_team_notice::CareTeamNoticeInput;
use domain::ids::RoomId;
use domain::words::{Desk, Viewed};
use http::StatusCode;
use web::{AnyUser, Body, Clock, Db, Filer, Idempotency, Json, Path, Problem, Session, ViewLog, Visitor, is_member};

/// Files a change of a care team: for members of the room, and for the association's clerks, who type what came on paper.
/// Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/care-team-notices", tag = "open-support-room",
    operation_id = "submit_care_team_notice", request_body = CareTeamNoticeInput,
    params(("mailed_form" = Option<String>, Query, description = "the submission by mail that a clerk enters"),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = FiledForm), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn submit(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: mut input, fingerprint, controls }: Body<CareTeamNoticeInput>,
) -> Result<(StatusCode, Json<FiledForm>), Problem> {
    of_own_room(&session, &db, clock, &input).await?;
    fill_in(&session, &mut input.organization_id, &mut input.applicant);
    input.typed_on = Some(clock.today());
    let scope = format!("care-team-notice:{}", session.user_id());
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let visitor = Visitor(Some(session));
    let filing = Filing { submission: submission.as_ref(), mailed_form: controls.mailed_form.as_deref() };
    let receipt = applications::submit::<CareTeamNotices>(&visitor, &db, clock, filing, &input).await?;
    let filed = FiledForm {
        receipt_number: receipt.receipt_number,
        status: receipt.status,
        missing: Vec::new(),
        received_at: receipt.received_at,
    };
    Ok((StatusCode::CREATED, Json(filed)))
}

/// R16: whoever is not in the room does not learn that there is one. The city has no part in it.
async fn of_own_room(
    session: &Session<AnyUser>,
    db: &Db,
    clock: Clock,
    input: &CareTeamNoticeInput,
) -> Result<(), Problem> {
    match session.caller().desk {
        Some(Desk::Association) => return Ok(()),
        Some(Desk::City) => return Err(Problem::forbidden()),
        None => {}
    }
    // A form without a room is refused at the field.
    let Some(room) = input.room_id else { return Ok(()) };
    if is_member(db, RoomId(room), session.user_id(), clock.now()).await? {
        return Ok(());
    }
    Err(Problem::not_found().detail("登録者支援の部屋の届出は、今その部屋の担当者である方が出せます。"))
}

/// Shows one's own notice.
#[utoipa::path(get, path = "/api/care-team-notices/{receipt}/follow-up", tag = "open-support-room",
    operation_id = "care_team_notice_follow_up", params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp<CareTeamNoticeInput>), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn follow_up(
    filer: Filer,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(_): Path<String>,
) -> Result<Json<FollowUp<CareTeamNoticeInput>>, Problem> {
    shown(&filer, &db, (clock, &log)).await
}

async fn shown(filer: &Filer, db: &Db, at: (Clock, &ViewLog)) -> Result<Json<FollowUp<CareTeamNoticeInput>>, Problem> {
    let current = applications::follow_up::<CareTeamNotices>(db, filer.receipt()).await?;
    note_view(db, at, filer.session(), filer.receipt(), Viewed::Application).await?;
    Ok(Json(current))
}

/// Corrects a returned notice and hands it in again; the room stays the same.
#[utoipa::path(post, path = "/api/care-team-notices/{receipt}/correction", tag = "open-support-room",
    operation_id = "correct_care_team_notice", params(("receipt" = String, Path)),
    request_body = CareTeamNoticeInput,
    responses((status = 200, body = FollowUp<CareTeamNoticeInput>), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    filer: Filer,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(_): Path<String>,
    Body { value: mut input, .. }: Body<CareTeamNoticeInput>,
) -> Result<Json<FollowUp<CareTeamNoticeInput>>, Problem> {
    let session = filer.session();
    let kept = Application::of_form::<CareTeamNotices>(&db, filer.receipt()).await?.content::<CareTeamNotices>()?;
    of_own_room(session, &db, clock, &kept).await?;
    if input.room_id != kept.room_id {
        let message = "部屋を変えることはできません。取り下げて、正しい部屋の届出を新しく出してください。";
        return Err(Problem::invalid_field("room_id", "other_room", message));
    }
    fill_in(session, &mut input.organization_id, &mut input.applicant);
    still_own_organization(session, input.organization_id)?;
    input.typed_on = Some(clock.today());
    applications::correct::<CareTeamNotices>(&filer, &db, clock, &input).await?;
    shown(&filer, &db, (clock, &log)).await
}

/// Withdraws while the desk has not yet accepted.
#[utoipa::path(post, path = "/api/care-team-notices/{receipt}/withdrawal", tag = "open-support-room",
    operation_id = "withdraw_care_team_notice", params(("receipt" = String, Path)),
    request_body = WithdrawalInput,
    responses((status = 200, body = FollowUp<CareTeamNoticeInput>), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    filer: Filer,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(_): Path<String>,
    _: Body<WithdrawalInput>,
) -> Result<Json<FollowUp<CareTeamNoticeInput>>, Problem> {
    applications::withdraw::<CareTeamNotices>(&filer, &db, clock).await?;
    shown(&filer, &db, (clock, &log)).await
}
