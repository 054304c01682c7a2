//! `/api/membership-applications…` for whoever applies: filed, followed, corrected, withdrawn.

use super::MembershipApplications;
use applications::{Application, FollowUp, Receipt, WithdrawalInput};
use domain::membership_application::MembershipApplicationInput;
use public_pages::filing;
use web::{
    Applicant, Body, ClientAddress, Clock, CookieJar, Db, Idempotency, Json, Problem, Representation, Response, Visitor,
};

/// Applies to join or to leave a room, for one or several people (R25). Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/membership-applications", tag = "join-room", operation_id = "submit_membership_application",
    request_body = MembershipApplicationInput,
    params(("mailed_form" = Option<String>, Query, description = "the submission by mail that a clerk enters"),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = Receipt), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn submit(
    visitor: Visitor,
    (db, clock): (Db, Clock),
    jar: CookieJar,
    idempotency: Idempotency,
    (representation, address): (Representation, ClientAddress),
    body: Body<MembershipApplicationInput>,
) -> Result<Response, Problem> {
    let came = (representation, &address);
    filing::submit_guarded::<MembershipApplications>(&visitor, (&db, clock, &jar), &idempotency, came, body).await
}

/// Shows one's own application.
#[utoipa::path(get, path = "/api/membership-applications/{receipt}/follow-up", tag = "join-room", operation_id = "membership_application_follow_up",
    params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp<MembershipApplicationInput>), (status = 401, body = Problem)))]
pub(crate) async fn follow_up(
    applicant: Applicant,
    db: Db,
) -> Result<Json<FollowUp<MembershipApplicationInput>>, Problem> {
    Ok(Json(applications::follow_up::<MembershipApplications>(&db, applicant.receipt()).await?))
}

/// Corrects a returned application and hands it in again; the clock runs on (R3).
#[utoipa::path(post, path = "/api/membership-applications/{receipt}/correction", tag = "join-room", operation_id = "correct_membership_application",
    params(("receipt" = String, Path)), request_body = MembershipApplicationInput,
    responses((status = 200, body = FollowUp<MembershipApplicationInput>), (status = 401, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    mut body: Body<MembershipApplicationInput>,
) -> Result<Response, Problem> {
    let application = Application::of_form::<MembershipApplications>(&db, applicant.receipt()).await?;
    body.value.applicant.stays(application.content::<MembershipApplications>()?.applicant);
    filing::correct::<MembershipApplications>(&applicant, &db, clock, representation, body).await
}

/// Withdraws while the city has not yet accepted.
#[utoipa::path(post, path = "/api/membership-applications/{receipt}/withdrawal", tag = "join-room", operation_id = "withdraw_membership_application",
    params(("receipt" = String, Path)), request_body = WithdrawalInput,
    responses((status = 200, body = FollowUp<MembershipApplicationInput>), (status = 401, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    _: Body<WithdrawalInput>,
) -> Result<Response, Problem> {
    filing::withdraw::<MembershipApplications>(&applicant, &db, clock, representation).await
}
