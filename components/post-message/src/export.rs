//! `POST /api/rooms/{room}/exports`: what was written in a room, for a case conference; the room is told (R21).

use crate::message::{Message, Messages};
use chrono::{DateTime, NaiveDate};
use domain::ids::{MessageId, RoomId, UserId};
use domain::message::purpose;
use domain::open_days::japan_day_begins_ms;
use domain::support_room::shown_name;
use domain::validation::Violations;
use domain::words::{Profession, RoomEventKind};
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, Body, Clock, Db, ExportsRoom, IntoResponse, Json, Millis, Problem, Response, RoomAccess,
    RoomEvent, csv, params,
};

/// More is no reading for a conference; the period can be made shorter.
const MESSAGES_MAX: i64 = 2_000;
/// Messages read at a time.
const PAGE: usize = 200;

/// What to give out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExportInput {
    format: ExportFormat,
    /// From this day on, in Japan; null: from the beginning.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    from: Option<NaiveDate>,
    /// Up to and with this day, in Japan; null: up to now.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    to: Option<NaiveDate>,
    /// What for; kept on record, and told to the room.
    purpose: String,
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ExportFormat {
    /// A table for spreadsheets.
    Csv,
    /// For a page that is laid out and printed.
    Print,
}

/// What was written in a room in a period.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomExport {
    room_name: String,
    #[schema(required = true)]
    registrant_name: Option<String>,
    #[schema(value_type = Option<String>, format = Date, required = true)]
    from: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = Date, required = true)]
    to: Option<NaiveDate>,
    exported_at: Millis,
    exported_by: String,
    /// Oldest first, without the withdrawn.
    #[schema(value_type = Vec<Message>)]
    items: Vec<Box<RawValue>>,
}

/// What a line of the table needs of a message.
#[derive(Deserialize)]
struct Line {
    message_id: i64,
    at: DateTime<chrono::Utc>,
    author: LineAuthor,
    body: Option<String>,
    tags: Vec<Named>,
    files: Vec<Named>,
    confirm: Option<LineConfirm>,
    read_count: i64,
}

#[derive(Deserialize)]
struct LineAuthor {
    name: String,
    profession: Profession,
    organization_name: String,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
struct LineConfirm {
    asked_count: i64,
    confirmed_count: i64,
}

/// Gives out what was written in a room in a period: as a table, or to be printed. On record with its purpose, and the
/// room is told.
#[utoipa::path(post, path = "/api/rooms/{room}/exports", tag = "post-message", operation_id = "export_room",
    params(("room" = i64, Path)), request_body = ExportInput,
    responses((status = 200, body = RoomExport), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn export(
    access: RoomAccess<ExportsRoom>,
    db: Db,
    clock: Clock,
    Body { value: input, .. }: Body<ExportInput>,
) -> Result<Response, Problem> {
    #[derive(Deserialize)]
    struct Title {
        name: String,
        registrant_name: Option<String>,
    }
    let room = access.room();
    let mut violations = Violations::new();
    let purpose = violations.field("purpose", purpose(&input.purpose));
    if matches!((input.from, input.to), (Some(from), Some(to)) if from > to) {
        violations.push("to", "ends_before_it_begins", "終わりの日は、始まりの日より後にしてください。");
    }
    let Some(purpose) = purpose.filter(|_| violations.is_empty()) else { return Err(Problem::invalid(violations)) };
    let ids = chosen(&db, room, &input).await?;
    let title: Title = db.one(include_str!("../sql/room-title.sql"), params![room]).await?;
    let export = RoomExport {
        room_name: shown_name(title.name, title.registrant_name.as_deref()),
        registrant_name: title.registrant_name,
        from: input.from,
        to: input.to,
        exported_at: clock.now(),
        exported_by: access.caller().name.to_owned(),
        items: read(&db, clock, access.user(), &ids).await?,
    };
    let answer = match input.format {
        ExportFormat::Print => Json(&export).into_response(),
        ExportFormat::Csv => table(&export, clock)?,
    };
    put_on_record(&access, &db, clock, &input, (&purpose, ids.len())).await?;
    Ok(answer)
}

/// The messages of the period, if they are not too many.
async fn chosen(db: &Db, room: RoomId, input: &ExportInput) -> Result<Vec<MessageId>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        id: MessageId,
    }
    let from = input.from.map_or(i64::MIN, japan_day_begins_ms);
    let until = input.to.and_then(|to| to.succ_opt()).map_or(i64::MAX, japan_day_begins_ms);
    let asked = params![room, from, until, MESSAGES_MAX + 1];
    let rows: Vec<Row> = db.all(include_str!("../sql/export-messages.sql"), asked).await?;
    if rows.len() > usize::try_from(MESSAGES_MAX).unwrap_or_default() {
        let message = format!("この期間の書き込みは{MESSAGES_MAX}件を超えています。期間を短くしてください。");
        return Err(Problem::invalid_field("from", "period_too_long", message));
    }
    Ok(rows.into_iter().map(|row| row.id).collect())
}

async fn read(db: &Db, clock: Clock, reader: UserId, ids: &[MessageId]) -> Result<Vec<Box<RawValue>>, Problem> {
    let mut items = Vec::new();
    for page in ids.chunks(PAGE) {
        let messages = Messages::of(db, clock, reader, page).await?;
        let page: Vec<Box<RawValue>> = serde_json::from_str(&messages.items).map_err(Problem::internal)?;
        items.extend(page);
    }
    Ok(items)
}

fn table(export: &RoomExport, clock: Clock) -> Result<Response, Problem> {
    let mut text = String::from(csv::BYTE_ORDER_MARK);
    csv::push_row(
        &mut text,
        &["番号", "日時（日本時間）", "書いた人", "職種", "所属", "本文", "タグ", "ファイル", "既読", "了解"],
    );
    for item in &export.items {
        let line: Line = serde_json::from_str(item.get()).map_err(Problem::internal)?;
        let names = |named: &[Named]| named.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("、");
        let confirmed = line.confirm.map(|confirm| format!("{}/{}", confirm.confirmed_count, confirm.asked_count));
        csv::push_row(
            &mut text,
            &[
                &line.message_id.to_string(),
                &csv::in_japan(line.at.timestamp_millis()),
                &line.author.name,
                line.author.profession.label_ja(),
                &line.author.organization_name,
                line.body.as_deref().unwrap_or_default(),
                &names(&line.tags),
                &names(&line.files),
                &line.read_count.to_string(),
                confirmed.as_deref().unwrap_or_default(),
            ],
        );
    }
    Ok(csv::answer(text, &format!("messages-{}.csv", clock.today())))
}

/// Before the answer leaves.
async fn put_on_record(
    access: &RoomAccess<ExportsRoom>,
    db: &Db,
    clock: Clock,
    input: &ExportInput,
    (purpose, messages): (&str, usize),
) -> Result<(), Problem> {
    let (room, user) = (access.room(), access.user());
    let transaction = db.transaction().await?;
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "room.exported",
        subject: format!("room:{room}"),
        detail: json!({
            "format": input.format, "from": input.from, "to": input.to, "messages": messages,
            "via": access.via().as_str(),
        }),
    };
    transaction.audit(clock, event).await?;
    let note = Some(format!("目的：{purpose}（{messages}件）"));
    let told = RoomEvent { room, kind: RoomEventKind::Exported, about: None, actor: Some(user), note };
    told.add(&transaction, clock).await?;
    Ok(transaction.commit().await?)
}
