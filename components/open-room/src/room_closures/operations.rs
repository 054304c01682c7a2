//! `/api/room-closures…` for whoever asks: filed, followed, corrected, withdrawn.

use super::RoomClosures;
use applications::{Application, FollowUp, Receipt, WithdrawalInput};
use domain::room_closure::RoomClosureInput;
use public_pages::filing;
use web::{
    Applicant, Body, ClientAddress, Clock, CookieJar, Db, Idempotency, Json, Problem, Representation, Response, Visitor,
};

/// Asks to close a room, for somebody who is in it (R26). Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/room-closures", tag = "open-room", operation_id = "submit_room_closure",
    request_body = RoomClosureInput,
    params(("mailed_form" = Option<String>, Query, description = "the submission by mail that a clerk enters"),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = Receipt), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn submit(
    visitor: Visitor,
    (db, clock): (Db, Clock),
    jar: CookieJar,
    idempotency: Idempotency,
    (representation, address): (Representation, ClientAddress),
    body: Body<RoomClosureInput>,
) -> Result<Response, Problem> {
    let came = (representation, &address);
    filing::submit_guarded::<RoomClosures>(&visitor, (&db, clock, &jar), &idempotency, came, body).await
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
    representation: Representation,
    mut body: Body<RoomClosureInput>,
) -> Result<Response, Problem> {
    let application = Application::of_form::<RoomClosures>(&db, applicant.receipt()).await?;
    body.value.applicant.stays(application.content::<RoomClosures>()?.applicant);
    filing::correct::<RoomClosures>(&applicant, &db, clock, representation, body).await
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
    representation: Representation,
    _: Body<WithdrawalInput>,
) -> Result<Response, Problem> {
    filing::withdraw::<RoomClosures>(&applicant, &db, clock, representation).await
}
