//! `/api/account-applications…`: Form 4 is filed, read, decided, followed, corrected, withdrawn.

use super::AccountApplications;
use crate::issued_accounts::IssuedAccount;
use applications::{Application, ApplicationDetail, Clerk, DecisionInput, FollowUp, Receipt, receipt};
use domain::account::AccountApplicationInput;
use public_pages::filing;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    AnyDesk, Applicant, Body, Clock, CookieJar, Db, FreshSession, Idempotency, Json, Path, Problem, Representation,
    Response, Session, Visitor,
};

/// Files Form 4. Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/account-applications", tag = "apply-for-account",
    request_body = AccountApplicationInput,
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
    body: Body<AccountApplicationInput>,
) -> Result<Response, Problem> {
    filing::submit::<AccountApplications>(&visitor, (&db, clock, &jar), &idempotency, representation, body).await
}

/// Shows one application to the desk where it lies.
#[utoipa::path(get, path = "/api/account-applications/{receipt}", tag = "apply-for-account",
    params(("receipt" = String, Path)),
    responses((status = 200, body = ApplicationDetail<AccountApplicationInput, IssuedAccount>),
        (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
) -> Result<Json<ApplicationDetail<AccountApplicationInput, IssuedAccount>>, Problem> {
    let clerk = Clerk::of(&session)?;
    let application = Application::at_desk::<AccountApplications>(&db, &receipt(&number)?, clerk).await?;
    Ok(Json(applications::detail::<AccountApplications>(&db, clock, &application).await?))
}

/// Decides. Of two clerks who decide at once one wins and the other is told.
#[utoipa::path(post, path = "/api/account-applications/{receipt}/decision", tag = "apply-for-account",
    params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = ApplicationDetail<AccountApplicationInput, IssuedAccount>),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<ApplicationDetail<AccountApplicationInput, IssuedAccount>>, Problem> {
    let number = receipt(&number)?;
    applications::decide::<AccountApplications>(Clerk::of(&session)?, &db, clock, &number, &value).await?;
    let application = Application::of_form::<AccountApplications>(&db, &number).await?;
    Ok(Json(applications::detail::<AccountApplications>(&db, clock, &application).await?))
}

/// Shows one's own application.
#[utoipa::path(get, path = "/api/account-applications/{receipt}/follow-up", tag = "apply-for-account",
    params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp<AccountApplicationInput>), (status = 401, body = Problem)))]
pub(crate) async fn follow_up(
    applicant: Applicant,
    db: Db,
) -> Result<Json<FollowUp<AccountApplicationInput>>, Problem> {
    Ok(Json(applications::follow_up::<AccountApplications>(&db, applicant.receipt()).await?))
}

/// Corrects a returned application and hands it in again; the clock runs on (R3).
#[utoipa::path(post, path = "/api/account-applications/{receipt}/correction", tag = "apply-for-account",
    params(("receipt" = String, Path)), request_body = AccountApplicationInput,
    responses((status = 200, body = FollowUp<AccountApplicationInput>), (status = 401, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    body: Body<AccountApplicationInput>,
) -> Result<Response, Problem> {
    filing::correct::<AccountApplications>(&applicant, &db, clock, representation, body).await
}

/// Nothing need be said.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Withdrawal {}

/// Withdraws while the desk has not yet accepted.
#[utoipa::path(post, path = "/api/account-applications/{receipt}/withdrawal", tag = "apply-for-account",
    params(("receipt" = String, Path)), request_body = Withdrawal,
    responses((status = 200, body = FollowUp<AccountApplicationInput>), (status = 401, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    _: Body<Withdrawal>,
) -> Result<Response, Problem> {
    filing::withdraw::<AccountApplications>(&applicant, &db, clock, representation).await
}
