//! `/apply…`: the public pages. They work without JavaScript; the API behind their forms is the same for programs.

use crate::account_applications::AccountApplications;
use crate::account_stops::AccountStops;
use crate::applicant_session::{ReceiptAndPasscode, prove};
use crate::filing::{PublicForm, fresh_sheet, show_again};
use crate::known_organization::signed_in_manager;
use crate::organization_changes::OrganizationChanges;
use crate::pages::{self, StatusForm};
use applications::{Application, Form as _, receipt};
use chrono::NaiveDate;
use domain::LoginId;
use domain::application::can_withdraw;
use domain::receipt::ReceiptNumber;
use http::{StatusCode, header};
use serde::Deserialize;
use web::{
    Applicant, Body, ClientAddress, Clock, CookieJar, Db, Html, IntoResponse, Path, Problem, Query, Response, Settings,
    Visitor,
};

/// `GET /apply`: what do you want? The page picks form and desk (R11).
pub(crate) async fn entry(db: Db, clock: Clock) -> Result<Html, Problem> {
    Ok(pages::entry(opens_later(&db, clock).await?))
}

/// What the form may start from.
#[derive(Deserialize)]
pub(crate) struct StartFrom {
    /// The receipt number of an old application (R13b).
    copy: Option<String>,
    /// A person whom a signed-in manager picked from the list of his people.
    login_id: Option<LoginId>,
}

/// `GET /apply/account` and so on: a form, empty or begun from an old one.
pub(crate) async fn form<F: PublicForm>(
    visitor: Visitor,
    db: Db,
    clock: Clock,
    jar: CookieJar,
    Query(start): Query<StartFrom>,
) -> Result<Html, Problem> {
    if let Some(opens_on) = opens_later(&db, clock).await? {
        return Ok(pages::not_open(opens_on));
    }
    let input = match start.copy {
        Some(number) => copied::<F>(&visitor, &db, &jar, &number).await?,
        None => started::<F>(&visitor, &db, start.login_id).await?,
    };
    F::page(&db, &fresh_sheet::<F>(&visitor, &input)).await
}

/// A new form with what is known of a signed-in manager and of the person he picked.
async fn started<F: PublicForm>(visitor: &Visitor, db: &Db, picked: Option<LoginId>) -> Result<F::Input, Problem> {
    let manager = signed_in_manager(visitor);
    let mut input = F::start(db, manager).await?;
    if let (Some(manager), Some(login_id)) = (manager, picked) {
        F::choose(&mut input, login_id);
        F::fill_in(db, manager, &mut input).await?;
    }
    Ok(input)
}

/// An old form as a new one, for whoever may read the old one.
async fn copied<F: PublicForm>(visitor: &Visitor, db: &Db, jar: &CookieJar, number: &str) -> Result<F::Input, Problem> {
    let asked = receipt(number)?;
    if Applicant::receipt_of_cookie(db, jar).await?.as_ref() != Some(&asked) {
        let own = signed_in_manager(visitor).map(|manager| manager.organization_id);
        let application = Application::of_form::<F>(db, &asked).await.map_err(|_| Applicant::refused())?;
        if own.is_none() || application.organization_id != own {
            return Err(Applicant::refused());
        }
    }
    let mut input = Application::of_form::<F>(db, &asked).await?.content::<F>()?;
    F::renew(&mut input);
    Ok(input)
}

/// `GET /apply/account/{receipt}/correct` and so on: the returned form with everything kept.
pub(crate) async fn correction_form<F: PublicForm>(
    applicant: Result<Applicant, Problem>,
    db: Db,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let Ok(applicant) = applicant else { return Ok(to_status_form(&number)) };
    let current = applications::follow_up::<F>(&db, applicant.receipt()).await?;
    if !current.standing.can_correct {
        return Ok(to_follow_up(&current.standing.receipt_number));
    }
    Ok(show_again::<F>(&db, &applicant, &current.content, &[]).await?.into_response())
}

/// `GET /apply/forms`: the forms on paper (R12). They may be printed before the opening day, too.
pub(crate) async fn blank_forms() -> Html {
    pages::blank_forms()
}

/// What the question page may already know.
#[derive(Deserialize)]
pub(crate) struct StatusQuery {
    #[serde(default)]
    receipt_number: String,
}

/// `GET /apply/status`: asks for receipt number and passcode.
pub(crate) async fn status_form(Query(query): Query<StatusQuery>) -> Html {
    pages::status_form(&StatusForm { receipt_number: query.receipt_number, error: None })
}

/// `POST /apply/status`: opens the follow-up page.
pub(crate) async fn open_status(
    db: Db,
    clock: Clock,
    jar: CookieJar,
    address: ClientAddress,
    Body { value, .. }: Body<ReceiptAndPasscode>,
) -> Result<Response, Problem> {
    match prove(&db, clock, &address, &value).await {
        Ok(number) => {
            let cookie = Applicant::cookie(&db, &jar, &number).await?;
            let page = format!("/apply/status/{number}");
            Ok((StatusCode::SEE_OTHER, [(header::LOCATION, page)], [(header::SET_COOKIE, cookie)]).into_response())
        }
        Err(problem) => {
            let form = StatusForm { receipt_number: value.receipt_number, error: Some(&problem) };
            Ok((problem.status(), pages::status_form(&form)).into_response())
        }
    }
}

/// `POST /apply/sign-out`: nobody at this device follows the application any more.
pub(crate) async fn close_status(jar: CookieJar) -> Result<Response, Problem> {
    let cookie = Applicant::removal(&jar)?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, "/apply")], [(header::SET_COOKIE, cookie)]).into_response())
}

/// `GET /apply/status/{receipt}`: where the application stands.
pub(crate) async fn follow_up(
    applicant: Result<Applicant, Problem>,
    db: Db,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let Ok(applicant) = applicant else { return Ok(to_status_form(&number)) };
    let receipt = applicant.receipt();
    let page = match receipt.form() {
        5 => follow_up_page::<OrganizationChanges>(&db, receipt).await?,
        6 => follow_up_page::<AccountStops>(&db, receipt).await?,
        _ => follow_up_page::<AccountApplications>(&db, receipt).await?,
    };
    Ok(page.into_response())
}

async fn follow_up_page<F: PublicForm>(db: &Db, receipt: &ReceiptNumber) -> Result<Html, Problem> {
    let current = applications::follow_up::<F>(db, receipt).await?;
    Ok(pages::follow_up(&current.standing, F::PAGE, &F::copy(&current.content)))
}

/// `GET /apply/status/{receipt}/withdraw`: are you sure?
pub(crate) async fn withdraw_confirm(
    applicant: Result<Applicant, Problem>,
    db: Db,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let Ok(applicant) = applicant else { return Ok(to_status_form(&number)) };
    let application = Application::load(&db, applicant.receipt()).await?;
    if !can_withdraw(application.status) {
        return Ok(to_follow_up(&application.receipt_number));
    }
    let kind = match application.form {
        OrganizationChanges::NUMBER => OrganizationChanges::KIND,
        AccountStops::NUMBER => AccountStops::KIND,
        _ => AccountApplications::KIND,
    };
    Ok(pages::withdraw_confirm(kind, &application.receipt_number).into_response())
}

/// The opening day while it lies ahead (R13).
async fn opens_later(db: &Db, clock: Clock) -> Result<Option<NaiveDate>, Problem> {
    let opens_on = Settings(db).day("applications_open_on").await?;
    Ok(Some(opens_on).filter(|opens_on| clock.today() < *opens_on))
}

/// Asks again, with the number filled in when it is one.
fn to_status_form(number: &str) -> Response {
    let known = receipt(number).map(|receipt| format!("?receipt_number={receipt}")).unwrap_or_default();
    (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/apply/status{known}"))]).into_response()
}

fn to_follow_up(number: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/apply/status/{number}"))]).into_response()
}
