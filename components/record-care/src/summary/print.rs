//! `POST /api/rooms/{room}/summary/printouts`: the page goes onto paper. Paper leaves the system: who prints says what for,
//! the room is told, and the paper has a number (R21).

use super::content::Summary;
use crate::chart::Chart;
use crate::written_by::{AuthorColumns, WrittenBy};
use domain::ids::RoomId;
use domain::summary::{PrintPurpose, PrintedFor};
use domain::words::RoomEventKind;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, Body, Clock, Db, ExportsRecords, Idempotency, Json, Problem, RoomEvent, Transaction, params,
};

/// What the page is printed for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PrintInput {
    #[serde(default)]
    #[schema(value_type = PrintPurpose)]
    purpose: String,
    /// More about it, one line; その他 needs it.
    #[serde(default)]
    words: String,
}

/// The page as it goes onto paper.
#[derive(Serialize, ToSchema)]
pub(crate) struct PrintedSummary {
    printout: Printout,
    summary: Summary,
}

/// What stands on the paper about the paper.
#[derive(Serialize, ToSchema)]
struct Printout {
    /// From 1, in its room.
    number: i64,
    /// What for, in Japanese.
    purpose: String,
    printed: WrittenBy,
}

/// Puts a printout on record, tells the room, and gives the page. Sent again with the same `Idempotency-Key`, it is the same
/// printout.
#[utoipa::path(post, path = "/api/rooms/{room}/summary/printouts", tag = "record-care", operation_id = "print_summary",
    params(("room" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = PrintInput,
    responses((status = 201, body = PrintedSummary), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn print(
    chart: Chart<ExportsRecords>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<PrintInput>,
) -> Result<(StatusCode, Json<PrintedSummary>), Problem> {
    let room = chart.room();
    let printed_for = PrintedFor::parse(&input.purpose, &input.words).map_err(Problem::invalid)?;
    let submission = idempotency.submission(None, format!("summary:{room}:{}", chart.user()), fingerprint)?;
    let transaction = db.transaction().await?;
    let earlier = match &submission {
        Some(submission) => submission.earlier(&transaction).await?,
        None => None,
    };
    let number = if let Some(earlier) = earlier {
        transaction.roll_back().await?;
        earlier.parse().map_err(Problem::internal)?
    } else {
        let number = add(&transaction, clock, &chart, &printed_for).await?;
        if let Some(submission) = &submission {
            submission.remember(&transaction, clock, &number.to_string()).await?;
        }
        transaction.commit().await?;
        number
    };
    let printout = Printout::load(&db, room, number).await?;
    let summary = Summary::load(&db, clock, room).await?;
    Ok((StatusCode::CREATED, Json(PrintedSummary { printout, summary })))
}

/// The printout, on record and told; its number.
async fn add(
    transaction: &Transaction<'_>,
    clock: Clock,
    chart: &Chart<ExportsRecords>,
    printed_for: &PrintedFor,
) -> Result<i64, Problem> {
    #[derive(Deserialize)]
    struct Added {
        number: i64,
    }
    let (room, by) = (chart.room(), chart.caller());
    let PrintedFor { purpose, words } = printed_for;
    let row = params![
        room,
        purpose.as_str(),
        words.as_str(),
        by.user,
        by.name,
        by.profession.as_str(),
        by.organization_name,
        clock.now()
    ];
    let Added { number } = transaction.one(include_str!("../../sql/summary-printout-add.sql"), row).await?;
    let event = AuditEvent {
        actor: Actor::User(by.user),
        action: "summary.printed",
        subject: format!("registrant:{}", chart.registrant()),
        // The words may name the person: they stay in the room.
        detail: json!({ "room": room, "number": number, "purpose": purpose.as_str() }),
    };
    transaction.audit(clock, event).await?;
    let note = Some(format!("第{number}号 目的：{}", printed_for.label_ja()));
    let told = RoomEvent { room, kind: RoomEventKind::SummaryPrinted, about: None, actor: Some(by.user), note };
    told.add(transaction, clock).await?;
    Ok(number)
}

impl Printout {
    async fn load(db: &Db, room: RoomId, number: i64) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Row {
            number: i64,
            purpose: PrintPurpose,
            words: String,
            #[serde(flatten)]
            author: AuthorColumns,
        }
        let row: Row = db.one(include_str!("../../sql/summary-printout.sql"), params![room, number]).await?;
        let purpose = PrintedFor { purpose: row.purpose, words: row.words }.label_ja();
        Ok(Self { number: row.number, purpose, printed: row.author.into() })
    }
}
