//! Where the original of the consent is (R19): paper that was received, or a scan that somebody submitted by internal mail,
//! which counts when the person agreed to that beforehand.

use super::SupportRoomApplications;
use super::checks::{Noted, open_set, shown};
use super::desk::SupportRoomDetail;
use applications::{Application, Clerk, MailedForms, receipt};
use chrono::NaiveDate;
use domain::ids::{FileId, MailThreadId};
use domain::open_days::japan_date;
use domain::receipt::ReceiptNumber;
use domain::support_room::SupportRoomInput;
use domain::validation::Violations;
use domain::words::OriginalReceivedBy;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{AssociationDesk, Body, Clock, Db, FreshSession, Json, Millis, Path, Problem, Transaction, ViewLog, params};

/// How the original came.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OriginalInput {
    received_by: OriginalReceivedBy,
    /// Of paper, when. A scan came when its mail was sent.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    received_on: Option<NaiveDate>,
    /// Of a scan, which.
    #[serde(default)]
    scan: Option<ScanInput>,
}

/// A file that somebody submitted by mail.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanInput {
    /// The receipt number of the submission by mail.
    mailed_form: String,
    file_id: FileId,
}

/// A file that may be the scan of the consent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ConsentScan {
    /// The receipt number of the submission by mail.
    mailed_form: String,
    /// The thread in the association's mail box.
    thread_id: MailThreadId,
    file_id: FileId,
    /// What the file is called.
    name: String,
    #[schema(value_type = String, format = Date)]
    sent_on: NaiveDate,
    sender_name: String,
    /// Whether the submission belongs to this application already.
    is_linked: bool,
}

impl ConsentScan {
    /// Whether the submission that brought it belongs to the application already.
    pub(crate) const fn is_linked(&self) -> bool {
        self.is_linked
    }

    /// Those that came with an application, or wait at the association from the same organization.
    pub(crate) async fn load(db: &Db, application: &Application) -> Result<Vec<Self>, Problem> {
        #[derive(Deserialize)]
        struct Row {
            mailed_form: String,
            thread_id: MailThreadId,
            file_id: FileId,
            name: String,
            sent_at: Millis,
            sender_name: String,
            is_linked: bool,
        }
        let asked = params![application.id, application.organization_id];
        let rows: Vec<Row> = db.all(include_str!("../../sql/consent-scans.sql"), asked).await?;
        let scan = |row: Row| Self {
            mailed_form: row.mailed_form,
            thread_id: row.thread_id,
            file_id: row.file_id,
            name: row.name,
            sent_on: japan_date(row.sent_at.0),
            sender_name: row.sender_name,
            is_linked: row.is_linked,
        };
        Ok(rows.into_iter().map(scan).collect())
    }
}

/// Notes that the original of the consent arrived, and how. A scan counts only when somebody submitted it by internal mail,
/// and only when the person agreed to that beforehand (R19). A submission that waits is complete by that.
#[utoipa::path(put, path = "/api/support-room-applications/{receipt}/original", tag = "open-support-room",
    operation_id = "record_consent_original", params(("receipt" = String, Path)), request_body = OriginalInput,
    responses((status = 200, body = SupportRoomDetail), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn record_original(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(number): Path<String>,
    Body { value: input, .. }: Body<OriginalInput>,
) -> Result<Json<SupportRoomDetail>, Problem> {
    let (number, clerk) = (receipt(&number)?, Clerk::of(&session)?);
    let transaction = db.transaction().await?;
    let application = open_set(&transaction, &number, clerk).await?;
    let file = input.scan.as_ref().map(|scan| scan.file_id);
    let received_on = match input.received_by {
        OriginalReceivedBy::InternalMail => take_scan(&transaction, clock, clerk, &application, &input).await?,
        OriginalReceivedBy::InPerson | OriginalReceivedBy::Post => day_of_paper(clock, &input)?,
    };
    let row = params![application.id, input.received_by.as_str(), received_on, file];
    transaction.run(include_str!("../../sql/record-original.sql"), row).await?;
    let note = Noted {
        action: "support_room_application.original_recorded",
        detail: json!({ "received_by": input.received_by, "received_on": received_on, "file": file }),
    };
    note.finish(transaction, clock, clerk, &application).await?;
    shown(&db, (clock, &log), &session, &number).await
}

fn day_of_paper(clock: Clock, input: &OriginalInput) -> Result<NaiveDate, Problem> {
    if input.scan.is_some() {
        let message = "紙の原本を受け取ったときは、スキャンを選びません。";
        return Err(Problem::invalid_field("scan", "scan_of_paper", message));
    }
    let day = input
        .received_on
        .ok_or_else(|| Problem::invalid_field("received_on", "required", "受け取った日を入力してください。"))?;
    if day > clock.today() {
        return Err(Problem::invalid_field("received_on", "in_the_future", "先の日付になっています。"));
    }
    Ok(day)
}

/// The day on which the scan was sent. The submission that brought it belongs to the application from now on.
async fn take_scan(
    transaction: &Transaction<'_>,
    clock: Clock,
    clerk: Clerk,
    application: &Application,
    input: &OriginalInput,
) -> Result<NaiveDate, Problem> {
    let content = application.content::<SupportRoomApplications>()?;
    let scans = ConsentScan::load(transaction, application).await?;
    let chosen = input.scan.as_ref().and_then(|chosen| {
        let is_it = |scan: &&ConsentScan| scan.file_id == chosen.file_id && scan.mailed_form == chosen.mailed_form;
        scans.iter().find(is_it)
    });
    scan_counts(&content, OriginalReceivedBy::InternalMail, chosen.map(|scan| scan.sent_on))?;
    let scan = chosen.ok_or_else(|| {
        let message = "様式として提出された利用者間メールのファイルから選んでください。ほかの方法で届いたスキャンは、原本になりません。";
        refused("scan", "scan_not_mailed", message)
    })?;
    if !scan.is_linked {
        let submission: ReceiptNumber = scan.mailed_form.parse().map_err(Problem::internal)?;
        let into = (application.id, application.receipt_number.as_str());
        MailedForms::complete_into(transaction, clock, clerk, &submission, into).await?;
    }
    Ok(scan.sent_on)
}

/// R19: paper always counts; a scan only when the person agreed to that before it was sent.
pub(crate) fn scan_counts(
    content: &SupportRoomInput,
    received_by: OriginalReceivedBy,
    sent_on: Option<NaiveDate>,
) -> Result<(), Problem> {
    if received_by != OriginalReceivedBy::InternalMail {
        return Ok(());
    }
    let agreed_on = content.consent.as_ref().map_or("", |consent| consent.scan_agreed_on.trim());
    if agreed_on.is_empty() {
        let message =
            "スキャンを原本として扱うことに、ご本人があらかじめ同意していません。紙の同意書を受け取ってください。";
        return Err(refused("received_by", "scan_not_agreed", message));
    }
    let agreed_on = agreed_on.parse::<NaiveDate>().map_err(Problem::internal)?;
    if sent_on.is_some_and(|sent_on| sent_on < agreed_on) {
        let message = "ご本人が同意した日より前に送られたスキャンです。同意のあとに送られたもの、又は紙の同意書を受け取ってください。";
        return Err(refused("received_by", "scan_before_agreement", message));
    }
    Ok(())
}

fn refused(field: &'static str, code: &'static str, message: &str) -> Problem {
    let mut violations = Violations::new();
    violations.push_rule("R19", field, code, message);
    Problem::invalid(violations)
}
