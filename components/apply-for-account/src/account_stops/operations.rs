//! `/api/account-stops…`: Form 6 is filed, read, decided, followed, corrected, withdrawn.

use super::{AccountStops, StoppedPerson};
use crate::account_applications::operations::Withdrawal;
use applications::{Application, ApplicationDetail, Clerk, DecisionInput, FollowUp, Receipt, receipt};
use domain::account_stop::AccountStopInput;
use public_pages::filing;
use web::{
    AnyDesk, Applicant, Body, Clock, CookieJar, Db, FreshSession, Idempotency, Json, Path, Problem, Representation,
    Response, Session, Visitor,
};

/// Files Form 6. Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/account-stops", tag = "apply-for-account", operation_id = "submit_account_stop",
    request_body = AccountStopInput,
    params(("mailed_form" = Option<String>, Query, description = "the submission by mail that a clerk enters"),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = Receipt), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn submit(
    visitor: Visitor,
    db: Db,
    clock: Clock,
    jar: CookieJar,
    idempotency: Idempotency,
    representation: Representation,
    body: Body<AccountStopInput>,
) -> Result<Response, Problem> {
    filing::submit::<AccountStops>(&visitor, (&db, clock, &jar), &idempotency, representation, body).await
}

/// Shows one application to the desk where it lies.
#[utoipa::path(get, path = "/api/account-stops/{receipt}", tag = "apply-for-account", operation_id = "account_stop_detail",
    params(("receipt" = String, Path)),
    responses((status = 200, body = ApplicationDetail<AccountStopInput, StoppedPerson>),
        (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
) -> Result<Json<ApplicationDetail<AccountStopInput, StoppedPerson>>, Problem> {
    let clerk = Clerk::of(&session)?;
    let application = Application::at_desk::<AccountStops>(&db, &receipt(&number)?, clerk).await?;
    Ok(Json(applications::detail::<AccountStops>(&db, clock, &application).await?))
}

/// Decides. Of two clerks who decide at once one wins and the other is told.
#[utoipa::path(post, path = "/api/account-stops/{receipt}/decision", tag = "apply-for-account", operation_id = "decide_account_stop",
    params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = ApplicationDetail<AccountStopInput, StoppedPerson>),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<ApplicationDetail<AccountStopInput, StoppedPerson>>, Problem> {
    let number = receipt(&number)?;
    applications::decide::<AccountStops>(Clerk::of(&session)?, &db, clock, &number, &value).await?;
    let application = Application::of_form::<AccountStops>(&db, &number).await?;
    Ok(Json(applications::detail::<AccountStops>(&db, clock, &application).await?))
}

/// Shows one's own application.
#[utoipa::path(get, path = "/api/account-stops/{receipt}/follow-up", tag = "apply-for-account", operation_id = "account_stop_follow_up",
    params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp<AccountStopInput>), (status = 401, body = Problem)))]
pub(crate) async fn follow_up(applicant: Applicant, db: Db) -> Result<Json<FollowUp<AccountStopInput>>, Problem> {
    Ok(Json(applications::follow_up::<AccountStops>(&db, applicant.receipt()).await?))
}

/// Corrects a returned application and hands it in again; the clock runs on (R3).
#[utoipa::path(post, path = "/api/account-stops/{receipt}/correction", tag = "apply-for-account", operation_id = "correct_account_stop",
    params(("receipt" = String, Path)), request_body = AccountStopInput,
    responses((status = 200, body = FollowUp<AccountStopInput>), (status = 401, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    body: Body<AccountStopInput>,
) -> Result<Response, Problem> {
    filing::correct::<AccountStops>(&applicant, &db, clock, representation, body).await
}

/// Withdraws while the desk has not yet accepted.
#[utoipa::path(post, path = "/api/account-stops/{receipt}/withdrawal", tag = "apply-for-account", operation_id = "withdraw_account_stop",
    params(("receipt" = String, Path)), request_body = Withdrawal,
    responses((status = 200, body = FollowUp<AccountStopInput>), (status = 401, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    _: Body<Withdrawal>,
) -> Result<Response, Problem> {
    filing::withdraw::<AccountStops>(&applicant, &db, clock, representation).await
}
