//! `POST /api/applicant-session`: receipt number and passcode let somebody without a login follow one application.

use domain::code::Passcode;
use domain::receipt::ReceiptNumber;
use http::{StatusCode, header};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Applicant, Attempts, Body, ClientAddress, Clock, CookieJar, Db, IntoResponse, Json, Problem, Response};

const WRONG_PER_RECEIPT_MAX: i64 = 10;
const WRONG_PER_ADDRESS_MAX: i64 = 50;
const WINDOW_MINUTES: i64 = 15;

/// What the receipt says.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReceiptAndPasscode {
    pub(crate) receipt_number: String,
    pub(crate) passcode: String,
}

/// The receipt that may now be followed, for half an hour.
#[derive(Serialize, ToSchema)]
pub(crate) struct Following {
    receipt_number: String,
}

/// Opens the follow-up of one application.
#[utoipa::path(post, path = "/api/applicant-session", tag = "apply-for-account", request_body = ReceiptAndPasscode,
    responses((status = 200, body = Following), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(crate) async fn applicant_session(
    db: Db,
    clock: Clock,
    jar: CookieJar,
    address: ClientAddress,
    Body { value, .. }: Body<ReceiptAndPasscode>,
) -> Result<Response, Problem> {
    let receipt = prove(&db, clock, &address, &value).await?;
    let cookie = Applicant::cookie(&db, &jar, &receipt).await?;
    let body = Json(Following { receipt_number: receipt.to_string() });
    Ok((StatusCode::OK, [(header::SET_COOKIE, cookie)], body).into_response())
}

/// The receipt whose passcode this is. Wrong ones are counted by receipt and by address.
pub(crate) async fn prove(
    db: &Db,
    clock: Clock,
    address: &ClientAddress,
    value: &ReceiptAndPasscode,
) -> Result<ReceiptNumber, Problem> {
    // A mistyped number is noticed by its check digits and tells nothing; it does not count as a guess.
    let receipt: ReceiptNumber = value.receipt_number.parse().map_err(|error: domain::receipt::ReceiptError| {
        Problem::invalid_field("receipt_number", "receipt_number_invalid", error.message_ja())
    })?;
    let limits = [
        Attempts::at(format!("receipt:{receipt}"), WRONG_PER_RECEIPT_MAX, WINDOW_MINUTES),
        Attempts::at(format!("receipt-address:{}", address.0), WRONG_PER_ADDRESS_MAX, WINDOW_MINUTES),
    ];
    for limit in &limits {
        limit.check(db, clock).await?;
    }
    let right = Applicant::passcode(db, &receipt).await?;
    let typed = value.passcode.parse::<Passcode>().ok();
    let known = applications::Application::load(db, &receipt).await.is_ok();
    // Digests are compared, so that the time does not tell how much of the passcode was right.
    let same = typed.is_some_and(|typed| typed.digest("compare") == right.digest("compare"));
    if known && same {
        return Ok(receipt);
    }
    for limit in &limits {
        limit.record(db, clock).await?;
    }
    Err(Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "receipt_or_passcode_wrong",
        "受付番号またはパスコードが正しくありません。控えをもう一度確かめてください。",
    ))
}
