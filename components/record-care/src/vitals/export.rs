//! `POST /api/rooms/{room}/records/vitals/exports`: what was measured in a period, as a table for spreadsheets; on record,
//! and the room is told (R21).

use super::measurement::{Line, Row};
use super::store;
use crate::chart::Chart;
use chrono::NaiveDate;
use domain::message::purpose;
use domain::open_days::japan_day_begins_ms;
use domain::validation::Violations;
use domain::vitals::{GlucoseTiming, VitalKind};
use domain::words::RoomEventKind;
use http::header;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, Clock, Db, ExportsRecords, IntoResponse, Problem, Response, RoomEvent, csv, params};

/// More is no reading; the period can be made shorter.
const ROWS_MAX: usize = 8_000;
/// The columns before those of the kinds, and after them.
const BEFORE: [&str; 1] = ["測定した日時（日本時間）"];
const AFTER: [&str; 9] =
    ["血糖の測定時", "範囲の外", "メモ", "入力した人", "職種", "所属", "入力した日時", "入力のしかた", "訂正"];

/// Which period, and what for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VitalsExportInput {
    /// From this day on, in Japan.
    #[schema(value_type = String, format = Date)]
    from: NaiveDate,
    /// Up to and with this day, in Japan.
    #[schema(value_type = String, format = Date)]
    to: NaiveDate,
    /// What for; told to the room.
    purpose: String,
}

/// Gives out what was measured in a period. Taken back values are left out.
#[utoipa::path(post, path = "/api/rooms/{room}/records/vitals/exports", tag = "record-care",
    operation_id = "export_vitals", params(("room" = i64, Path)), request_body = VitalsExportInput,
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn export(
    chart: Chart<ExportsRecords>,
    db: Db,
    clock: Clock,
    Body { value: input, .. }: Body<VitalsExportInput>,
) -> Result<Response, Problem> {
    let mut violations = Violations::new();
    let purpose = violations.field("purpose", purpose(&input.purpose));
    if input.from > input.to {
        violations.push("to", "ends_before_it_begins", "終わりの日は、始まりの日より後にしてください。");
    }
    let Some(purpose) = purpose.filter(|_| violations.is_empty()) else { return Err(Problem::invalid(violations)) };
    let until = input.to.succ_opt().map_or(i64::MAX, japan_day_begins_ms);
    let limit = i64::try_from(ROWS_MAX).unwrap_or(i64::MAX) + 1;
    let asked = params![chart.room(), japan_day_begins_ms(input.from), until, limit];
    let rows: Vec<Row> = db.all(include_str!("../../sql/vitals-period.sql"), asked).await?;
    if rows.len() > ROWS_MAX {
        let message = format!("この期間の測定値は{ROWS_MAX}件を超えています。期間を短くしてください。");
        return Err(Problem::invalid_field("from", "period_too_long", message));
    }
    let count = rows.len();
    let text = table(rows)?;
    let transaction = db.transaction().await?;
    let detail = json!({ "from": input.from, "to": input.to, "measurements": count });
    let told = (format!("room:{}", chart.room()), detail);
    store::audit(&transaction, clock, chart.caller(), "vitals.exported", told).await?;
    let note = Some(format!("目的：{purpose}（{count}件）"));
    let (room, actor) = (chart.room(), Some(chart.user()));
    let told = RoomEvent { room, kind: RoomEventKind::VitalsExported, about: None, actor, note };
    told.add(&transaction, clock).await?;
    transaction.commit().await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"vitals-{}.csv\"", clock.today())),
    ];
    Ok((headers, text).into_response())
}

fn table(rows: Vec<Row>) -> Result<String, Problem> {
    let mut text = String::from(csv::BYTE_ORDER_MARK);
    let kinds: Vec<String> =
        VitalKind::ALL.iter().map(|kind| format!("{}（{}）", kind.label_ja(), kind.unit_ja())).collect();
    let head: Vec<&str> = BEFORE.into_iter().chain(kinds.iter().map(String::as_str)).chain(AFTER).collect();
    csv::push_row(&mut text, &head);
    for row in rows {
        let measurement = row.into_measurement()?;
        push_line(&mut text, &measurement.line());
    }
    Ok(text)
}

fn push_line(text: &mut String, line: &Line<'_>) {
    let value = |kind: &VitalKind| {
        line.readings.get(kind).map_or_else(String::new, |value| format!("{value:.*}", kind.decimals()))
    };
    let marks: Vec<String> =
        line.marks.iter().map(|(kind, mark)| format!("{}：{}", kind.label_ja(), mark.label_ja())).collect();
    let [name, profession, organization] = line.author.map(str::to_owned);
    let timing = line.glucose_timing.map_or("", GlucoseTiming::label_ja).to_owned();
    let corrected = if line.is_corrected { "訂正あり" } else { "" }.to_owned();
    let source = line.source.label_ja().to_owned();
    let cells: Vec<String> = std::iter::once(csv::in_japan(line.measured_at))
        .chain(VitalKind::ALL.iter().map(value))
        .chain([timing, marks.join("、"), line.note.to_owned(), name, profession, organization])
        .chain([csv::in_japan(line.recorded_at), source, corrected])
        .collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    csv::push_row(text, &cells);
}
