//! `/api/organization-changes…`: Form 5 is filed, read, decided, followed, corrected, withdrawn.

use super::OrganizationChanges;
use crate::account_applications::operations::Withdrawal;
use crate::issued_accounts::IssuedAccount;
use applications::{Application, ApplicationDetail, Clerk, DecisionInput, FollowUp, Receipt, receipt};
use domain::organization_change::OrganizationChangeInput;
use public_pages::filing;
use web::{
    AnyDesk, Applicant, Body, Clock, CookieJar, Db, FreshSession, Idempotency, Json, Path, Problem, Representation,
    Response, Session, Visitor,
};

/// Files Form 5. Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/organization-changes", tag = "apply-for-account", operation_id = "submit_organization_change",
    request_body = OrganizationChangeInput,
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
    body: Body<OrganizationChangeInput>,
) -> Result<Response, Problem> {
    filing::submit::<OrganizationChanges>(&visitor, (&db, clock, &jar), &idempotency, representation, body).await
}

/// Shows one application to the desk where it lies.
#[utoipa::path(get, path = "/api/organization-changes/{receipt}", tag = "apply-for-account", operation_id = "organization_change_detail",
    params(("receipt" = String, Path)),
    responses((status = 200, body = ApplicationDetail<OrganizationChangeInput, IssuedAccount>),
        (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
) -> Result<Json<ApplicationDetail<OrganizationChangeInput, IssuedAccount>>, Problem> {
    let clerk = Clerk::of(&session)?;
    let application = Application::at_desk::<OrganizationChanges>(&db, &receipt(&number)?, clerk).await?;
    Ok(Json(applications::detail::<OrganizationChanges>(&db, clock, &application).await?))
}

/// Decides. Of two clerks who decide at once one wins and the other is told.
#[utoipa::path(post, path = "/api/organization-changes/{receipt}/decision", tag = "apply-for-account", operation_id = "decide_organization_change",
    params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = ApplicationDetail<OrganizationChangeInput, IssuedAccount>),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<ApplicationDetail<OrganizationChangeInput, IssuedAccount>>, Problem> {
    let number = receipt(&number)?;
    applications::decide::<OrganizationChanges>(Clerk::of(&session)?, &db, clock, &number, &value).await?;
    let application = Application::of_form::<OrganizationChanges>(&db, &number).await?;
    Ok(Json(applications::detail::<OrganizationChanges>(&db, clock, &application).await?))
}

/// Shows one's own application.
#[utoipa::path(get, path = "/api/organization-changes/{receipt}/follow-up", tag = "apply-for-account", operation_id = "organization_change_follow_up",
    params(("receipt" = String, Path)),
    responses((status = 200, body = FollowUp<OrganizationChangeInput>), (status = 401, body = Problem)))]
pub(crate) async fn follow_up(
    applicant: Applicant,
    db: Db,
) -> Result<Json<FollowUp<OrganizationChangeInput>>, Problem> {
    Ok(Json(applications::follow_up::<OrganizationChanges>(&db, applicant.receipt()).await?))
}

/// Corrects a returned application and hands it in again; the clock runs on (R3).
#[utoipa::path(post, path = "/api/organization-changes/{receipt}/correction", tag = "apply-for-account", operation_id = "correct_organization_change",
    params(("receipt" = String, Path)), request_body = OrganizationChangeInput,
    responses((status = 200, body = FollowUp<OrganizationChangeInput>), (status = 401, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn correct(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    body: Body<OrganizationChangeInput>,
) -> Result<Response, Problem> {
    filing::correct::<OrganizationChanges>(&applicant, &db, clock, representation, body).await
}

/// Withdraws while the desk has not yet accepted.
#[utoipa::path(post, path = "/api/organization-changes/{receipt}/withdrawal", tag = "apply-for-account", operation_id = "withdraw_organization_change",
    params(("receipt" = String, Path)), request_body = Withdrawal,
    responses((status = 200, body = FollowUp<OrganizationChangeInput>), (status = 401, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    _: Body<Withdrawal>,
) -> Result<Response, Problem> {
    filing::withdraw::<OrganizationChanges>(&applicant, &db, clock, representation).await
}
