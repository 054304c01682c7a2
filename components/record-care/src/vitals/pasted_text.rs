//! `POST /api/rooms/{room}/records/vitals/pasted-text`: says what was understood of a meter's text; stores nothing.

use super::batch::there;
use crate::chart::Chart;
use domain::vitals::{PASTED_LINES_MAX, PastedLine, VitalKind, check, check_time, read_pasted};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use web::{Body, Clock, Db, Json, Millis, Problem, ShowsRecords};

/// A text as a meter or its application gives it out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PastedText {
    /// At most 1,000 lines.
    text: String,
}

/// What was understood, line by line.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UnderstoodText {
    lines: Vec<UnderstoodLine>,
    understood_count: usize,
}

/// One line of the text.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UnderstoodLine {
    /// From 1.
    line: usize,
    text: String,
    #[schema(required = true)]
    measured_at: Option<Millis>,
    #[schema(value_type = BTreeMap<String, f64>)]
    readings: BTreeMap<VitalKind, f64>,
    note: String,
    /// Why it cannot be stored, in Japanese; none: it can.
    #[schema(required = true)]
    problem: Option<String>,
    /// It can be stored once somebody says that it was measured so.
    unusual: bool,
    /// A value of the same kind and minute is there already.
    already_there: bool,
}

/// Reads a pasted text.
#[utoipa::path(post, path = "/api/rooms/{room}/records/vitals/pasted-text", tag = "record-care",
    operation_id = "read_pasted_vitals", params(("room" = i64, Path)), request_body = PastedText,
    responses((status = 200, body = UnderstoodText), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn read(
    chart: Chart<ShowsRecords>,
    db: Db,
    clock: Clock,
    Body { value: input, .. }: Body<PastedText>,
) -> Result<Json<UnderstoodText>, Problem> {
    if input.text.lines().count() > PASTED_LINES_MAX {
        let message = format!("{PASTED_LINES_MAX}行までにしてください。");
        return Err(Problem::invalid_field("text", "too_many_lines", message));
    }
    let read = read_pasted(&input.text);
    let now = clock.now().0;
    let minutes: BTreeSet<i64> = read.iter().filter_map(|line| line.measured_at).collect();
    let there = there(&db, chart.room(), &minutes).await?;
    let is_there = |line: &PastedLine| {
        let at = line.measured_at.unwrap_or_default();
        line.entry.readings.iter().any(|(kind, _)| there.contains(&(kind, at)))
    };
    let lines: Vec<UnderstoodLine> =
        read.into_iter().map(|line| UnderstoodLine::of(is_there(&line), line, now)).collect();
    let understood_count = lines.iter().filter(|line| line.problem.is_none()).count();
    Ok(Json(UnderstoodText { lines, understood_count }))
}

impl UnderstoodLine {
    fn of(already_there: bool, line: PastedLine, now: i64) -> Self {
        let wrong_time = line.measured_at.and_then(|at| check_time(at, now).err()).map(|error| error.message);
        let wrong_value = || check(&line.entry, true).into_iter().next().map(|found| found.message);
        let problem = line.problem.clone().or(wrong_time).or_else(wrong_value);
        Self {
            line: line.line,
            measured_at: line.measured_at.map(Millis),
            readings: line.entry.readings.iter().map(|(kind, value)| (kind, kind.number(value))).collect(),
            unusual: problem.is_none() && !check(&line.entry, false).is_empty(),
            already_there: problem.is_none() && already_there,
            problem,
            text: line.text,
            note: line.note,
        }
    }
}
