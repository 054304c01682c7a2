//! `POST /api/account-applications`: Form 4 arrives, from a page with or without JavaScript, a program or the desk.

use crate::applications::{Application, Happened, record};
use crate::pages::{self, AccountForm, ReceiptPage};
use crate::{calendar, facts};
use chrono::{Datelike as _, NaiveDate};
use domain::account::{AccountApplication, AccountApplicationInput, FORM, PersonInput};
use domain::application::{DueClock, Status};
use domain::ids::{ApplicationId, UserId};
use domain::receipt::ReceiptNumber;
use domain::text::fold_key;
use domain::words::Desk;
use http::{StatusCode, header};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    Applicant, Body, Clock, CookieJar, Db, FieldProblem, FormControls, Html, Idempotency, IntoResponse, Json, Millis,
    Problem, Representation, Response, Settings, Submission, Transaction, Visitor, params, random_bytes,
};

/// The receipt. The passcode is shown here and nowhere else.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Receipt {
    /// Such as `4-26-000123-45`.
    receipt_number: String,
    /// Such as `ABCD-EFGH-JKMN`.
    passcode: String,
    status: Status,
    received_at: Millis,
    #[schema(value_type = Option<String>, format = Date, required = true)]
    due_on: Option<NaiveDate>,
}

/// Files Form 4. Sent again with the same `Idempotency-Key`, it gives the same receipt.
#[utoipa::path(post, path = "/api/account-applications", tag = "apply-for-account",
    request_body = AccountApplicationInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    responses((status = 201, body = Receipt), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn submit(
    visitor: Visitor,
    db: Db,
    clock: Clock,
    jar: CookieJar,
    idempotency: Idempotency,
    representation: Representation,
    Body { mut value, controls, fingerprint }: Body<AccountApplicationInput>,
) -> Result<Response, Problem> {
    if change_rows(&mut value, &controls) {
        return form_page(&db, &visitor, &value, &controls, &[]).await;
    }
    let key = controls.idempotency_key.as_deref();
    let submission = idempotency.submission(key, "account-application", fingerprint)?;
    match file(&visitor, &db, clock, submission.as_ref(), &value).await {
        Ok(receipt) => answer(&db, &jar, representation, receipt, &value).await,
        Err(problem) if representation == Representation::Html && !problem.errors().is_empty() => {
            let page = form_page(&db, &visitor, &value, &controls, problem.errors()).await?;
            Ok((problem.status(), page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// The buttons that add and remove people without JavaScript. Whether one of them was pressed.
pub(crate) fn change_rows(value: &mut AccountApplicationInput, controls: &FormControls) -> bool {
    let action = controls.action.as_deref().unwrap_or_default();
    if action == "add_person" {
        value.people.push(PersonInput::default());
        return true;
    }
    let Some(index) = action.strip_prefix("remove_person:") else { return false };
    if let Ok(index) = index.parse::<usize>()
        && index < value.people.len()
    {
        value.people.remove(index);
    }
    true
}

/// The form with everything typed.
async fn form_page(
    db: &Db,
    visitor: &Visitor,
    input: &AccountApplicationInput,
    controls: &FormControls,
    errors: &[FieldProblem],
) -> Result<Response, Problem> {
    let organization = facts::organization_name(db, input.organization.id).await?;
    let by_city_desk = is_city_clerk(visitor);
    let form = AccountForm {
        input,
        errors,
        idempotency_key: controls.idempotency_key.clone().unwrap_or_else(fresh_key),
        action: "/api/account-applications".to_owned(),
        correcting: None,
        by_city_desk,
        registered_organization: organization.as_deref(),
    };
    Ok(pages::account_form(&form).into_response())
}

/// A key for a form that is shown for the first time.
pub(crate) fn fresh_key() -> String {
    format!("form-{:032x}", u128::from_le_bytes(random_bytes()))
}

async fn answer(
    db: &Db,
    jar: &CookieJar,
    representation: Representation,
    receipt: Receipt,
    value: &AccountApplicationInput,
) -> Result<Response, Problem> {
    let number = receipt.receipt_number.parse::<ReceiptNumber>().map_err(Problem::internal)?;
    // Whoever just filed it may follow it without typing number and passcode at once.
    let cookie = [(header::SET_COOKIE, Applicant::cookie(db, jar, &number).await?)];
    if representation == Representation::Json {
        return Ok((StatusCode::CREATED, cookie, Json(receipt)).into_response());
    }
    let registered = facts::organization_name(db, value.organization.id).await?;
    let page: Html = pages::receipt(&ReceiptPage {
        receipt_number: receipt.receipt_number,
        passcode: receipt.passcode,
        received_at: receipt.received_at,
        due_on: receipt.due_on,
        organization_name: registered.unwrap_or_else(|| value.organization.name.clone()),
        people: value.people.iter().map(|person| person.name.clone()).collect(),
    });
    Ok((StatusCode::CREATED, cookie, page).into_response())
}

async fn file(
    visitor: &Visitor,
    db: &Db,
    clock: Clock,
    submission: Option<&Submission>,
    input: &AccountApplicationInput,
) -> Result<Receipt, Problem> {
    let by_city_desk = may_file(visitor, input)?;
    if let Some(submission) = submission
        && let Some(receipt) = submission.earlier(db).await?
    {
        return receipt_of(db, &receipt).await;
    }
    let opens_on = Settings(db).day("applications_open_on").await?;
    if clock.today() < opens_on {
        return Err(not_open(opens_on));
    }
    let application = facts::check(db, input, by_city_desk).await?;
    let transaction = db.transaction().await?;
    if let Some(submission) = submission
        && let Some(receipt) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        return receipt_of(db, &receipt).await;
    }
    let user = visitor.0.as_ref().map(web::Session::user_id);
    let receipt = insert(&transaction, clock, user, &application).await?;
    if let Some(submission) = submission {
        submission.remember(&transaction, clock, &receipt).await?;
    }
    transaction.commit().await?;
    receipt_of(db, &receipt).await
}

/// R1: a signed-in person files only for the own organization, and only as its manager; a clerk of the city enters what
/// came on paper. Whether it is the clerk.
fn may_file(visitor: &Visitor, input: &AccountApplicationInput) -> Result<bool, Problem> {
    if is_city_clerk(visitor) {
        return Ok(true);
    }
    let Some(session) = &visitor.0 else { return Ok(false) };
    let caller = session.caller();
    if caller.is_manager && input.organization.id == Some(caller.organization_id.0) {
        return Ok(false);
    }
    Err(Problem::new(
        StatusCode::FORBIDDEN,
        "only_the_manager_applies",
        "アカウントの申込みは、所属する団体のシステム管理担当者が行います。団体の担当者に依頼してください。",
    )
    .rule("R1"))
}

/// Whether a clerk of the city is at the keyboard.
pub(crate) fn is_city_clerk(visitor: &Visitor) -> bool {
    visitor.0.as_ref().is_some_and(|session| session.caller().desk == Some(Desk::City))
}

/// What is answered before the opening day (R13).
pub(crate) fn not_open(opens_on: NaiveDate) -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "applications_not_open",
        format!("申請の受付は{}年{}月{}日からです。", opens_on.year(), opens_on.month(), opens_on.day()),
    )
    .rule("R13")
}

async fn insert(
    transaction: &Transaction<'_>,
    clock: Clock,
    user: Option<UserId>,
    application: &AccountApplication,
) -> Result<String, Problem> {
    #[derive(Deserialize)]
    struct Serial {
        serial: u32,
    }
    #[derive(Deserialize)]
    struct Inserted {
        id: ApplicationId,
    }
    let today = clock.today();
    let serial = params![i64::from(FORM), i64::from(today.year())];
    let serial: Serial = transaction.one(include_str!("../sql/next-serial.sql"), serial).await?;
    let receipt = ReceiptNumber::new(FORM, today.year(), serial.serial).map_err(Problem::internal)?.to_string();
    let content = AccountApplicationInput::from(application);
    let due = DueClock::start(today);
    let row = params![
        receipt.as_str(),
        i64::from(FORM),
        Status::Received.as_str(),
        application.channel.as_str(),
        application.organization.id(),
        application.organization.name().as_str(),
        application.applicant.name.as_str(),
        i64::try_from(application.people.len()).unwrap_or(i64::MAX),
        search_key(&receipt, application),
        serde_json::to_string(&content).map_err(Problem::internal)?,
        user,
        clock.now(),
        due.due_on(&calendar::load(transaction).await?),
        today,
        i64::from(due.open_days_allowed)
    ];
    let inserted: Inserted = transaction.one(include_str!("../sql/insert-application.sql"), row).await?;
    let happened = Happened {
        application: inserted.id,
        receipt_number: &receipt,
        action: None,
        user,
        note: None,
        content: Some(&content),
    };
    record(transaction, clock, happened).await?;
    Ok(receipt)
}

/// What the desk's search looks in.
pub(crate) fn search_key(receipt: &str, application: &AccountApplication) -> String {
    let mut words = vec![receipt, application.organization.name().as_str(), application.applicant.name.as_str()];
    for person in &application.people {
        words.extend([person.name.as_str(), person.kana.as_str()]);
    }
    words.into_iter().map(fold_key).collect::<Vec<_>>().join("|")
}

async fn receipt_of(db: &Db, receipt: &str) -> Result<Receipt, Problem> {
    let number: ReceiptNumber = receipt.parse().map_err(Problem::internal)?;
    let application = Application::load(db, &number).await?;
    Ok(Receipt {
        passcode: Applicant::passcode(db, &number).await?.to_string(),
        receipt_number: application.receipt_number,
        status: application.status,
        received_at: application.received_at,
        due_on: application.due_on,
    })
}
