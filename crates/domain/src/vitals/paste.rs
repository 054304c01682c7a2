//! The text of a meter or its application: what each line says, and what could not be understood.
//!
//! A first line of names says which column is what. Without one the units do, or the order of a blood pressure meter:
//! upper, lower, pulse. Nothing is guessed where a number could be two things.

use super::moment::{day, day_and_time, time};
use super::{Entry, MAX_NOTE, Readings, VitalKind};
use crate::open_days::japan_day_begins_ms;
use crate::tidy;

/// The longest text, in lines.
pub const PASTED_LINES_MAX: usize = 1_000;

/// What one line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedLine {
    /// Its number in the text, from 1.
    pub line: usize,
    /// As it was pasted.
    pub text: String,
    /// When it was measured, in milliseconds UTC.
    pub measured_at: Option<i64>,
    /// What was measured; empty where nothing was understood.
    pub entry: Entry,
    /// What else it says.
    pub note: String,
    /// Why it cannot be used, in Japanese.
    pub problem: Option<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    DayAndTime,
    Day,
    Time,
    Value(VitalKind),
    /// Upper and lower: `128/76`.
    BloodPressure,
    Note,
    Other,
}

/// Names of columns, in lower case without spaces, with what they hold. The first that a name contains counts.
const NAMES: [(&str, Column); 50] = [
    ("測定日時", Column::DayAndTime),
    ("計測日時", Column::DayAndTime),
    ("日時", Column::DayAndTime),
    ("datetime", Column::DayAndTime),
    ("date/time", Column::DayAndTime),
    ("timestamp", Column::DayAndTime),
    ("年月日", Column::Day),
    ("測定日", Column::Day),
    ("日付", Column::Day),
    ("date", Column::Day),
    ("時刻", Column::Time),
    ("時間", Column::Time),
    ("time", Column::Time),
    ("最高", Column::Value(VitalKind::SystolicPressure)),
    ("収縮期", Column::Value(VitalKind::SystolicPressure)),
    ("血圧上", Column::Value(VitalKind::SystolicPressure)),
    ("血圧(上", Column::Value(VitalKind::SystolicPressure)),
    ("systolic", Column::Value(VitalKind::SystolicPressure)),
    ("sys", Column::Value(VitalKind::SystolicPressure)),
    ("最低", Column::Value(VitalKind::DiastolicPressure)),
    ("拡張期", Column::Value(VitalKind::DiastolicPressure)),
    ("血圧下", Column::Value(VitalKind::DiastolicPressure)),
    ("血圧(下", Column::Value(VitalKind::DiastolicPressure)),
    ("diastolic", Column::Value(VitalKind::DiastolicPressure)),
    ("dia", Column::Value(VitalKind::DiastolicPressure)),
    ("血圧", Column::BloodPressure),
    ("bloodpressure", Column::BloodPressure),
    ("脈拍", Column::Value(VitalKind::Pulse)),
    ("心拍", Column::Value(VitalKind::Pulse)),
    ("pulse", Column::Value(VitalKind::Pulse)),
    ("heartrate", Column::Value(VitalKind::Pulse)),
    ("体温", Column::Value(VitalKind::BodyTemperature)),
    ("temp", Column::Value(VitalKind::BodyTemperature)),
    ("spo2", Column::Value(VitalKind::Spo2)),
    ("酸素飽和度", Column::Value(VitalKind::Spo2)),
    ("酸素流量", Column::Value(VitalKind::OxygenFlow)),
    ("呼吸", Column::Value(VitalKind::Respiration)),
    ("respirat", Column::Value(VitalKind::Respiration)),
    ("体重", Column::Value(VitalKind::Weight)),
    ("weight", Column::Value(VitalKind::Weight)),
    ("血糖", Column::Value(VitalKind::BloodGlucose)),
    ("glucose", Column::Value(VitalKind::BloodGlucose)),
    ("水分", Column::Value(VitalKind::Fluids)),
    ("排尿", Column::Value(VitalKind::Urine)),
    ("排便", Column::Value(VitalKind::Stool)),
    ("痛み", Column::Value(VitalKind::Pain)),
    ("備考", Column::Note),
    ("メモ", Column::Note),
    ("note", Column::Note),
    ("memo", Column::Note),
];

/// Units that say by themselves what a number is, longest first.
const UNITS: [(&str, VitalKind); 5] = [
    ("mg/dl", VitalKind::BloodGlucose),
    ("bpm", VitalKind::Pulse),
    ("kg", VitalKind::Weight),
    ("°c", VitalKind::BodyTemperature),
    ("%", VitalKind::Spo2),
];

/// Reads a text of at most [`PASTED_LINES_MAX`] lines; what is longer is left out. Empty lines are passed over.
pub fn read_pasted(text: &str) -> Vec<PastedLine> {
    let mut columns: Option<Vec<Column>> = None;
    let mut read = Vec::new();
    for (index, line) in text.trim_start_matches('\u{FEFF}').lines().take(PASTED_LINES_MAX).enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let cells = cells(line);
        if let Some(head) = head(&cells) {
            columns = Some(head);
            continue;
        }
        let found = match &columns {
            Some(columns) => by_columns(&cells, columns),
            None => by_themselves(&cells),
        };
        read.push(found.into_line(index + 1, line));
    }
    read
}

/// What was found in a line so far.
#[derive(Default)]
struct Found {
    day: Option<chrono::NaiveDate>,
    time: Option<i64>,
    readings: Readings,
    note: String,
    problem: Option<String>,
}

impl Found {
    fn into_line(self, line: usize, text: &str) -> PastedLine {
        let measured_at = match (self.day, self.time) {
            (Some(day), Some(time)) => Some(japan_day_begins_ms(day) + time),
            _ => None,
        };
        let missing = match (self.day, self.time) {
            (None, _) => Some("日付を読み取れませんでした。2026/11/26のように、年も書いてください。"),
            (_, None) => Some("時刻を読み取れませんでした。8:15のように書いてください。"),
            _ if self.readings.is_empty() => Some("測定した値を読み取れませんでした。"),
            _ => None,
        };
        PastedLine {
            line,
            text: text.trim().chars().take(200).collect(),
            measured_at,
            entry: Entry { readings: self.readings, glucose_timing: None },
            note: self.note.chars().take(MAX_NOTE).collect(),
            problem: self.problem.or(missing.map(str::to_owned)),
        }
    }

    fn moment(&mut self, cell: &str) -> bool {
        if let Some((day, time)) = day_and_time(cell) {
            (self.day, self.time) = (Some(day), Some(time));
        } else if let (None, Some(day)) = (self.day, day(cell)) {
            self.day = Some(day);
        } else if let (None, Some(time)) = (self.time, time(cell)) {
            self.time = Some(time);
        } else {
            return false;
        }
        true
    }

    fn value(&mut self, kind: VitalKind, cell: &str) {
        match kind.parse_value(number_of(cell)) {
            Ok(value) => self.readings.set(kind, value),
            Err(error) => {
                self.problem = Some(format!("「{}」：{}", cell.chars().take(20).collect::<String>(), error.message));
            }
        }
    }

    fn pressure(&mut self, cell: &str) {
        let Some((upper, lower)) = cell.split_once('/') else { return self.value(VitalKind::SystolicPressure, cell) };
        self.value(VitalKind::SystolicPressure, upper);
        self.value(VitalKind::DiastolicPressure, lower);
    }
}

fn by_columns(cells: &[String], columns: &[Column]) -> Found {
    let mut found = Found::default();
    for (cell, column) in cells.iter().zip(columns) {
        let is_blank = cell.is_empty() || cell.chars().all(|character| matches!(character, '-' | '–' | '―' | 'ー'));
        if is_blank {
            continue;
        }
        match column {
            Column::DayAndTime | Column::Day | Column::Time => {
                found.moment(cell);
            }
            Column::Value(kind) => found.value(*kind, cell),
            Column::BloodPressure => found.pressure(cell),
            Column::Note => found.note.clone_from(cell),
            Column::Other => {}
        }
    }
    found
}

/// Without names: units, and the order of a blood pressure meter.
fn by_themselves(cells: &[String]) -> Found {
    let mut found = Found::default();
    let mut bare = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        if found.moment(cell) {
            continue;
        }
        let lower = cell.to_lowercase();
        let unit = UNITS.iter().find(|(unit, _)| lower.ends_with(unit));
        if let Some((_, kind)) = unit {
            found.value(*kind, cell);
        } else if is_pressure(cell) {
            found.pressure(cell);
        } else if number_of(cell).parse::<f64>().is_ok() {
            bare.push(cell.as_str());
        }
    }
    let value = |cell: &str, kind: VitalKind| kind.parse_value(number_of(cell)).ok();
    let usual = |cell: &str, kind: VitalKind| value(cell, kind).filter(|value| kind.usual().hold(*value));
    let order = [VitalKind::SystolicPressure, VitalKind::DiastolicPressure, VitalKind::Pulse];
    match bare.as_slice() {
        [] => {}
        [one] if one.contains('.') && usual(one, VitalKind::BodyTemperature).is_some() => {
            found.value(VitalKind::BodyTemperature, one);
        }
        // An oximeter writes two numbers as well, and neither of its first is above 100.
        [upper, _] | [upper, _, _] if value(upper, VitalKind::SystolicPressure).is_some_and(|upper| upper > 100) => {
            for (cell, kind) in bare.iter().zip(order) {
                found.value(kind, cell);
            }
        }
        _ => {
            found.problem = Some(
                "どの値か分かりませんでした。1行目に「日付,時刻,血圧上,血圧下,脈拍」のような見出しを足してください。"
                    .to_owned(),
            );
        }
    }
    found
}

fn is_pressure(cell: &str) -> bool {
    cell.split_once('/').is_some_and(|(upper, lower)| {
        [upper, number_of(lower)].iter().all(|end| (2..=3).contains(&end.len()) && end.parse::<u16>().is_ok())
    })
}

/// The number a cell begins with, without its unit.
fn number_of(cell: &str) -> &str {
    let end = cell.find(|character: char| !character.is_ascii_digit() && character != '.').unwrap_or(cell.len());
    let (number, unit) = cell.split_at(end);
    let is_unit = unit.chars().all(|character| !character.is_ascii_digit());
    if is_unit { number } else { cell }
}

/// What the columns hold, if this is a line of names.
fn head(cells: &[String]) -> Option<Vec<Column>> {
    let column = |cell: &String| {
        let name = cell.to_lowercase().replace([' ', '_'], "");
        let known = NAMES.iter().find(|(known, _)| name.contains(known)).map(|(_, column)| *column);
        known.filter(|_| !name.starts_with(|first: char| first.is_ascii_digit()))
    };
    let columns: Vec<Option<Column>> = cells.iter().map(column).collect();
    let known = columns.iter().flatten().count();
    let is_head = known >= 2 && cells.iter().all(|cell| day(cell).is_none() && day_and_time(cell).is_none());
    is_head.then(|| columns.into_iter().map(|column| column.unwrap_or(Column::Other)).collect())
}

/// The cells of a line: between tabs, or else commas, or semicolons; each made uniform. Quotes hold a cell together.
fn cells(line: &str) -> Vec<String> {
    let separator = ['\t', ',', ';', '，', '、'].into_iter().find(|separator| line.contains(*separator)).unwrap_or(' ');
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for character in line.chars() {
        match (character, cells.last_mut()) {
            ('"', _) => is_quoted = !is_quoted,
            (character, _) if character == separator && !is_quoted => cells.push(String::new()),
            (character, Some(cell)) => cell.push(character),
            (_, None) => {}
        }
    }
    cells.iter().map(|cell| tidy(cell)).collect()
}

#[cfg(test)]
mod tests;
