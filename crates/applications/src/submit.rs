//! A form arrives, from a page with or without JavaScript, a program or a desk.

use crate::record::{Doer, Happened, index_words, record, search_key};
use crate::{Application, Clerk, Form, MailedForms, calendar};
use chrono::{Datelike as _, NaiveDate};
use domain::application::{DueClock, Status};
use domain::ids::{ApplicationId, UserId};
use domain::receipt::ReceiptNumber;
use domain::validation::Violations;
use domain::words::{Channel, Desk};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Applicant, Clock, Db, Millis, Problem, Settings, Submission, Transaction, Visitor, params};

/// The receipt. The passcode is shown here and nowhere else.
#[derive(Debug, Serialize, ToSchema)]
pub struct Receipt {
    /// Such as `4-26-000123-45`.
    pub receipt_number: String,
    /// Such as `ABCD-EFGH-JKMN`.
    pub passcode: String,
    /// Where the application stands.
    pub status: Status,
    /// When it came.
    pub received_at: Millis,
    /// The day by which the desk is due to decide (R3).
    #[schema(value_type = Option<String>, format = Date, required = true)]
    pub due_on: Option<NaiveDate>,
}

/// What is sent besides the form itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filing<'a> {
    /// The intent, so that the same one again gives the same receipt.
    pub submission: Option<&'a Submission>,
    /// The receipt number of the submission by mail that a clerk enters (R12, R29).
    pub mailed_form: Option<&'a str>,
}

/// Files a form.
pub async fn submit<F: Form>(
    visitor: &Visitor,
    db: &Db,
    clock: Clock,
    filing: Filing<'_>,
    input: &F::Input,
) -> Result<Receipt, Problem> {
    let Filing { submission, mailed_form } = filing;
    let clerks_desk = by_desk(visitor);
    if clerks_desk.is_none() {
        F::may_file(visitor, input)?;
    }
    let mailed_form = entered_mail::<F>(visitor, mailed_form, input)?;
    if let Some(submission) = submission
        && let Some(receipt) = submission.earlier(db).await?
    {
        return receipt_of(db, &receipt).await;
    }
    refuse_before_opening(db, clock).await?;
    let form = F::check(db, clock, input, clerks_desk.is_some()).await?;
    let transaction = db.transaction().await?;
    if let Some(submission) = submission
        && let Some(receipt) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        return receipt_of(db, &receipt).await;
    }
    let filed = Filed {
        user: visitor.0.as_ref().map(web::Session::user_id),
        // A form on paper lies where it was handed in, until that desk sends it on (R11).
        desk: clerks_desk.or(F::DESK).ok_or_else(Problem::forbidden)?,
    };
    let (id, receipt) = file::<F>(&transaction, clock, &filed, &form).await?;
    if let Some((clerk, mailed_form)) = mailed_form {
        MailedForms::complete_into(&transaction, clock, clerk, &mailed_form, (id, &receipt)).await?;
    }
    if let Some(submission) = submission {
        submission.remember(&transaction, clock, &receipt).await?;
    }
    transaction.commit().await?;
    receipt_of(db, &receipt).await
}

/// The submission by mail that a clerk enters. The channel says so, and only then (R12).
fn entered_mail<F: Form>(
    visitor: &Visitor,
    mailed_form: Option<&str>,
    input: &F::Input,
) -> Result<Option<(Clerk, ReceiptNumber)>, Problem> {
    let channel = F::channel(&mut input.clone()).take();
    let came_by_mail = channel.as_deref().map(str::trim) == Some(Channel::InternalMail.as_str());
    let clerk = visitor.0.as_ref().and_then(|session| Clerk::of(session).ok());
    let refused = |code, message: &str| {
        let mut violations = Violations::new();
        violations.push_rule("R12", "channel", code, message);
        Err(Problem::invalid(violations))
    };
    match (mailed_form, clerk) {
        (Some(number), Some(clerk)) if came_by_mail => Ok(Some((clerk, crate::receipt(number)?))),
        (Some(_), Some(_)) => refused("came_by_mail", "利用者間メールで届いた様式です。受付方法もそうしてください。"),
        (Some(_), None) => Err(Problem::forbidden()),
        (None, Some(_)) if came_by_mail => refused(
            "channel_not_allowed",
            "利用者間メールで届いた様式は、窓口の一覧でそのメールを開き、「内容を登録する」から入力してください。",
        ),
        (None, _) => Ok(None),
    }
}

/// Who files, and where it is going to lie.
#[derive(Debug, Clone, Copy)]
pub struct Filed {
    /// Whoever is signed in.
    pub user: Option<UserId>,
    /// The desk.
    pub desk: Desk,
}

/// Nobody files before the opening day (R13).
pub async fn refuse_before_opening(db: &Db, clock: Clock) -> Result<(), Problem> {
    let opens_on = Settings(db).day("applications_open_on").await?;
    if clock.today() < opens_on { Err(not_open(opens_on)) } else { Ok(()) }
}

/// The desk whose clerk is at the keyboard.
pub fn by_desk(visitor: &Visitor) -> Option<Desk> {
    visitor.0.as_ref().and_then(|session| session.caller().desk)
}

/// What is answered before the opening day (R13).
pub fn not_open(opens_on: NaiveDate) -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "applications_not_open",
        format!("申請の受付は{}年{}月{}日からです。", opens_on.year(), opens_on.month(), opens_on.day()),
    )
    .rule("R13")
}

/// Files a form that was checked, within a transaction that brings about more; its row and its receipt number.
pub async fn file<F: Form>(
    transaction: &Transaction<'_>,
    clock: Clock,
    filed: &Filed,
    form: &F::Checked,
) -> Result<(ApplicationId, String), Problem> {
    #[derive(Deserialize)]
    struct Serial {
        serial: u32,
    }
    #[derive(Deserialize)]
    struct Inserted {
        id: ApplicationId,
    }
    let today = clock.today();
    let serial = params![i64::from(F::NUMBER), i64::from(today.year())];
    let serial: Serial = transaction.one(include_str!("../sql/next-serial.sql"), serial).await?;
    let receipt = ReceiptNumber::new(F::NUMBER, today.year(), serial.serial).map_err(Problem::internal)?.to_string();
    let content = F::kept(form);
    let summary = F::summary(form);
    let missing = F::missing(&content);
    let due = DueClock::start(today, calendar::decision_open_days(transaction).await?);
    // Nothing is due while a part is missing (R14); the days are counted once it came.
    let due_on = if missing.is_empty() { due.due_on(&calendar::load(transaction).await?) } else { None };
    let status = if missing.is_empty() { Status::Received } else { Status::Incomplete };
    let row = params![
        receipt.as_str(),
        i64::from(F::NUMBER),
        status.as_str(),
        summary.channel.as_str(),
        summary.organization_id,
        summary.organization_name.as_str(),
        summary.applicant_name.as_str(),
        i64::try_from(summary.people_count).unwrap_or(i64::MAX),
        search_key(&receipt, &summary),
        serde_json::to_string(&content).map_err(Problem::internal)?,
        filed.user,
        clock.now(),
        due_on,
        today,
        i64::from(due.open_days_allowed),
        filed.desk.as_str(),
        serde_json::to_string(&missing).map_err(Problem::internal)?
    ];
    let inserted: Inserted = transaction.one(include_str!("../sql/insert-application.sql"), row).await?;
    index_words(transaction, inserted.id, &receipt, &summary).await?;
    F::arrive(transaction, inserted.id, form).await?;
    let happened = Happened::<F> {
        application: inserted.id,
        receipt_number: &receipt,
        action: None,
        by: Doer::from(filed.user),
        note: None,
        content: Some(&content),
        detail: serde_json::json!({ "channel": summary.channel, "desk": filed.desk }),
    };
    record(transaction, clock, happened).await?;
    Ok((inserted.id, receipt))
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

/// Whether a form that came this way was entered by a clerk.
pub(crate) fn came_on_paper(channel: Option<&str>) -> bool {
    channel.is_some_and(|channel| channel != Channel::Electronic.as_str())
}
