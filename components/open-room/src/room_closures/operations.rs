//! `/api/room-closures…` for whoever asks: filed, followed, corrected, withdrawn.

use super::RoomClosures;
use applications::{Application, FollowUp, Receipt, WithdrawalInput, applies_for_himself, signed_in_user};
use domain::room_closure::RoomClosureInput;
use http::StatusCode;
use web::{Applicant, Body, Clock, Db, Idempotency, IntoResponse, Json, Problem, Response, Visitor};

/// Asks to close a room, for somebody who is in it (R26). Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/room-closures", tag = "open-room", operation_id = "submit_room_closure",
    request_body = RoomClosureInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = Receipt), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn submit(
    visitor: Visitor,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { mut value, fingerprint, .. }: Body<RoomClosureInput>,
) -> Result<Response, Problem> {
    applies_for_himself(&visitor, &mut value.applicant);
    let scope = signed_in_user(&visitor).map_or_else(String::new, |caller| caller.user_id.to_string());
    let submission = idempotency.submission(None, format!("room-closures:{scope}"), fingerprint)?;
    let receipt = applications::submit::<RoomClosures>(&visitor, &db, clock, submission.as_ref(), &value).await?;
    Ok((StatusCode::CREATED, Json(receipt)).into_response())
}

/// Shows one's own request.
#[utoipa::path(get, path = "/api/room-closures/{receipt}/follow-up", tag = "open-room", operation_id = "room_closure_follow_up",
    params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp<RoomClosureInput>), (status = 401, body = Problem)))]
pub(crate) async fn follow_up(applicant: Applicant, db: Db) -> Result<Json<FollowUp<RoomClosureInput>>, Problem> {
    Ok(Json(applications::follow_up::<RoomClosures>(&db, applicant.receipt()).await?))
}

/// Corrects a returned request and hands it in again; the clock runs on (R3).
#[utoipa::path(post, path = "/api/room-closures/{receipt}/correction", tag = "open-room", operation_id = "correct_room_closure",
    params(("receipt" = String, Path)), request_body = RoomClosureInput,
    responses((status = 200, body = FollowUp<RoomClosureInput>), (status = 401, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    Body { mut value, .. }: Body<RoomClosureInput>,
) -> Result<Json<FollowUp<RoomClosureInput>>, Problem> {
    let application = Application::of_form::<RoomClosures>(&db, applicant.receipt()).await?;
    value.applicant.stays(application.content::<RoomClosures>()?.applicant);
    applications::correct::<RoomClosures>(&applicant, &db, clock, &value).await?;
    follow_up(applicant, db).await
}

/// Withdraws while the city has not yet accepted.
#[utoipa::path(post, path = "/api/room-closures/{receipt}/withdrawal", tag = "open-room", operation_id = "withdraw_room_closure",
    params(("receipt" = String, Path)), request_body = WithdrawalInput,
    responses((status = 200, body = FollowUp<RoomClosureInput>), (status = 401, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    _: Body<WithdrawalInput>,
) -> Result<Json<FollowUp<RoomClosureInput>>, Problem> {
    applications::withdraw::<RoomClosures>(&applicant, &db, clock).await?;
    follow_up(applicant, db).await
}
