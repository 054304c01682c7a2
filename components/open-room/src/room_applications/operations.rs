//! `/api/room-applications…` for whoever applies: filed, followed, corrected, withdrawn.

use super::RoomApplications;
use applications::{Application, FollowUp, Receipt, WithdrawalInput};
use domain::room_application::RoomApplicationInput;
use public_pages::filing;
use web::{
    Applicant, Body, ClientAddress, Clock, CookieJar, Db, Idempotency, Json, Problem, Representation, Response, Visitor,
};

/// Applies for a room. Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/room-applications", tag = "open-room", operation_id = "submit_room_application",
    request_body = RoomApplicationInput,
    params(("mailed_form" = Option<String>, Query, description = "the submission by mail that a clerk enters"),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = Receipt), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn submit(
    visitor: Visitor,
    (db, clock): (Db, Clock),
    jar: CookieJar,
    idempotency: Idempotency,
    (representation, address): (Representation, ClientAddress),
    body: Body<RoomApplicationInput>,
) -> Result<Response, Problem> {
    let came = (representation, &address);
    filing::submit_guarded::<RoomApplications>(&visitor, (&db, clock, &jar), &idempotency, came, body).await
}

/// Shows one's own application.
#[utoipa::path(get, path = "/api/room-applications/{receipt}/follow-up", tag = "open-room", operation_id = "room_application_follow_up",
    params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp<RoomApplicationInput>), (status = 401, body = Problem)))]
pub(crate) async fn follow_up(applicant: Applicant, db: Db) -> Result<Json<FollowUp<RoomApplicationInput>>, Problem> {
    Ok(Json(applications::follow_up::<RoomApplications>(&db, applicant.receipt()).await?))
}

/// Corrects a returned application and hands it in again; the clock runs on (R3).
#[utoipa::path(post, path = "/api/room-applications/{receipt}/correction", tag = "open-room", operation_id = "correct_room_application",
    params(("receipt" = String, Path)), request_body = RoomApplicationInput,
    responses((status = 200, body = FollowUp<RoomApplicationInput>), (status = 401, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    mut body: Body<RoomApplicationInput>,
) -> Result<Response, Problem> {
    let application = Application::of_form::<RoomApplications>(&db, applicant.receipt()).await?;
    body.value.applicant.stays(application.content::<RoomApplications>()?.applicant);
    filing::correct::<RoomApplications>(&applicant, &db, clock, representation, body).await
}

/// Withdraws while the city has not yet accepted.
#[utoipa::path(post, path = "/api/room-applications/{receipt}/withdrawal", tag = "open-room", operation_id = "withdraw_room_application",
    params(("receipt" = String, Path)), request_body = WithdrawalInput,
    responses((status = 200, body = FollowUp<RoomApplicationInput>), (status = 401, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    _: Body<WithdrawalInput>,
) -> Result<Response, Problem> {
    filing::withdraw::<RoomApplications>(&applicant, &db, clock, representation).await
}
