//! `POST /api/account-applications/{receipt}/withdrawal`: the applicant takes the application back (R13b).

use crate::applications::{Application, Happened, record};
use crate::follow_up::{self, FollowUp};
use domain::application::{Action, Actor, next};
use http::{StatusCode, header};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Applicant, Body, Clock, Db, IntoResponse, Json, Problem, Representation, Response, params};

/// Nothing need be said.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Withdrawal {}

/// Withdraws while the desk has not yet accepted.
#[utoipa::path(post, path = "/api/account-applications/{receipt}/withdrawal", tag = "apply-for-account",
    params(("receipt" = String, Path)), request_body = Withdrawal,
    responses((status = 200, body = FollowUp), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    applicant: Applicant,
    db: Db,
    clock: Clock,
    representation: Representation,
    _: Body<Withdrawal>,
) -> Result<Response, Problem> {
    let transaction = db.transaction().await?;
    let application = Application::load(&transaction, applicant.receipt()).await?;
    let status = next(application.status, Action::Withdraw, Actor::Applicant)
        .map_err(|refused| Problem::conflict(refused.code(), refused.message_ja()))?;
    transaction.run(include_str!("../sql/clear-deadline.sql"), params![application.id]).await?;
    let row = params![application.id, status.as_str(), clock.now()];
    transaction.run(include_str!("../sql/set-status.sql"), row).await?;
    let happened = Happened {
        application: application.id,
        receipt_number: &application.receipt_number,
        action: Some(Action::Withdraw),
        user: None,
        note: None,
        content: None,
    };
    record(&transaction, clock, happened).await?;
    transaction.commit().await?;
    answer(&db, &applicant, representation).await
}

/// The application as it stands now; a browser is led to its page, so that reloading sends nothing again.
pub(crate) async fn answer(
    db: &Db,
    applicant: &Applicant,
    representation: Representation,
) -> Result<Response, Problem> {
    if representation == Representation::Html {
        let page = format!("/apply/status/{}", applicant.receipt());
        return Ok((StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response());
    }
    Ok(Json(follow_up::load(db, applicant.receipt()).await?).into_response())
}
