use super::*;
use VitalKind::{BloodGlucose, BodyTemperature, DiastolicPressure, Pulse, Spo2, SystolicPressure, Weight};
use proptest::prelude::*;

/// 2026-11-26 08:15 in Japan.
const MORNING: i64 = 1_795_618_800_000 + (8 * 60 + 15) * 60_000;

#[track_caller]
fn reads(text: &str, values: &[(VitalKind, i32)]) {
    let lines = read_pasted(text);
    let line = lines.last().unwrap();
    assert_eq!(line.problem, None, "{line:?}");
    assert_eq!(line.measured_at, Some(MORNING), "{line:?}");
    assert_eq!(line.entry.readings, values.iter().copied().collect(), "{line:?}");
}

#[track_caller]
fn puzzles(text: &str, why: &str) {
    let lines = read_pasted(text);
    let problem = lines.last().unwrap().problem.clone().unwrap_or_default();
    assert!(problem.contains(why), "{lines:?}");
}

#[test]
fn tables_with_names_are_read_in_any_order() {
    let pressure = [(SystolicPressure, 128), (DiastolicPressure, 76), (Pulse, 68)];
    reads("日付,時刻,最高血圧,最低血圧,脈拍\n2026/11/26,8:15,128,76,68", &pressure);
    reads("測定日時\t脈拍(bpm)\t最低血圧(mmHg)\t最高血圧(mmHg)\n2026/11/26 08:15\t68\t76\t128", &pressure);
    reads("Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm),Notes\n2026-11-26,8:15 AM,128,76,68,-", &pressure);
    reads("年月日,時刻,血圧,脈拍\n令和8年11月26日,8時15分,128/76,68回", &pressure);
    reads(
        "\u{FEFF}\"測定日時\",\"体温\",\"機種\"\r\n\"2026/11/26 08:15\",\"36.5\",\"MC-3\"",
        &[(BodyTemperature, 365)],
    );
    reads("日時,SpO2(%),血糖値(mg/dL),体重\n2026/11/26 8:15,97,,52.4kg", &[(Spo2, 97), (Weight, 524)]);
}

#[test]
fn lines_without_names_are_read_where_only_one_thing_can_be_meant() {
    let pressure = [(SystolicPressure, 128), (DiastolicPressure, 76), (Pulse, 68)];
    reads("2026/11/26,8:15,128,76,68", &pressure);
    reads("2026/11/26 8:15 128/76 68bpm", &pressure);
    reads("２０２６／１１／２６\t８：１５\t１２８\t７６\t６８", &pressure);
    reads("2026/11/26,8:15,36.5", &[(BodyTemperature, 365)]);
    reads("2026/11/26,8:15,36.5℃,97%", &[(BodyTemperature, 365), (Spo2, 97)]);
    reads("2026/11/26,8:15,112mg/dL", &[(BloodGlucose, 112)]);
}

#[test]
fn what_could_be_two_things_is_not_guessed() {
    puzzles("2026/11/26,8:15,97,68", "見出し");
    puzzles("2026/11/26,8:15,72", "見出し");
    puzzles("2026/11/26,8:15,128,76,68,36.5", "見出し");
    puzzles("11/26,8:15,128,76,68", "年も");
    puzzles("2026/11/26,128,76,68", "時刻");
    puzzles("日付,時刻,体温\n2026/11/26,8:15,平熱", "平熱");
    puzzles("日付,時刻,体温\n2026/11/26,8:15,", "測定した値");
    puzzles("こんにちは", "日付");
}

#[test]
fn lines_keep_their_numbers_and_the_text_is_bounded() {
    let lines = read_pasted("日付,時刻,体温,メモ\n\n2026/11/26,8:15,36.5,朝食の前\n");
    assert_eq!((lines.len(), lines[0].line, lines[0].note.as_str()), (1, 3, "朝食の前"));
    assert_eq!(read_pasted(&"x\n".repeat(2_000)).len(), PASTED_LINES_MAX);
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "[\\PC\n\t,]{0,200}") {
        for line in read_pasted(&text) {
            prop_assert!(line.problem.is_some() || (line.measured_at.is_some() && !line.entry.readings.is_empty()));
        }
    }

    #[test]
    fn what_a_meter_writes_is_read_back(upper in 101..300_i32, lower in 10..100_i32, pulse in 10..300_i32) {
        let lines = read_pasted(&format!("2026/11/26,8:15,{upper},{lower},{pulse}"));
        let values = [(SystolicPressure, upper), (DiastolicPressure, lower), (Pulse, pulse)];
        prop_assert_eq!(&lines[0].entry.readings, &values.into_iter().collect());
    }
}
