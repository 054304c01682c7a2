//! `/apply…`: the entry page, the forms on paper, and the way to an application that was filed. They work without
//! JavaScript; the API behind their forms is the same for programs.

use crate::account_applications::AccountApplications;
use crate::account_stops::AccountStops;
use crate::applicant_session::{ReceiptAndPasscode, prove};
use crate::organization_changes::OrganizationChanges;
use crate::pages::{self, StatusForm};
use domain::receipt::ReceiptNumber;
use http::{StatusCode, header};
use public_pages::show;
use serde::Deserialize;
use web::{Applicant, Body, ClientAddress, Clock, CookieJar, Db, Html, IntoResponse, Path, Problem, Query, Response};

/// `GET /apply`: what do you want? The page picks form and desk (R11).
pub(crate) async fn entry(db: Db, clock: Clock) -> Result<Html, Problem> {
    Ok(pages::entry(show::opens_later(&db, clock).await?))
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
            let page = show::follow_up_page(&number);
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

/// `GET /apply/status/{receipt}`: where the application stands. What is about the city's rooms is followed beside its form.
pub(crate) async fn follow_up(
    applicant: Result<Applicant, Problem>,
    db: Db,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    match form_of(&number) {
        1..=3 => Ok(elsewhere(&number, "")),
        5 => show::follow_up::<OrganizationChanges>(applicant, db, Path(number)).await,
        6 => show::follow_up::<AccountStops>(applicant, db, Path(number)).await,
        _ => show::follow_up::<AccountApplications>(applicant, db, Path(number)).await,
    }
}

/// `GET /apply/status/{receipt}/withdraw`: are you sure?
pub(crate) async fn withdraw_confirm(
    applicant: Result<Applicant, Problem>,
    db: Db,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    match form_of(&number) {
        1..=3 => Ok(elsewhere(&number, "/withdraw")),
        5 => show::withdraw_confirm::<OrganizationChanges>(applicant, db, Path(number)).await,
        6 => show::withdraw_confirm::<AccountStops>(applicant, db, Path(number)).await,
        _ => show::withdraw_confirm::<AccountApplications>(applicant, db, Path(number)).await,
    }
}

/// The form of a receipt number; what is none is refused by the page that it is given to.
fn form_of(number: &str) -> u64 {
    number.parse::<ReceiptNumber>().map_or(0, ReceiptNumber::form)
}

fn elsewhere(number: &str, rest: &str) -> Response {
    match number.parse::<ReceiptNumber>() {
        Ok(receipt) => show::see_other(format!("{}{rest}", show::follow_up_page(&receipt))),
        Err(_) => show::to_status_form(number),
    }
}
