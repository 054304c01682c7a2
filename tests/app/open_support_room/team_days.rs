//! A Form 8 names days: who comes or goes on a later one does so when it begins in Japan.

use serde_json::{Value, json};
use tests::{App, SupportRoom, User, joins, leaves, registrant};

fn kinds(events: &Value) -> Vec<(String, String)> {
    let text = |event: &Value, name: &str| event[name].as_str().unwrap_or_default().to_owned();
    events.as_array().unwrap().iter().map(|event| (text(event, "kind"), text(event, "note"))).collect()
}

fn scene(app: &App) -> (User, User, User, SupportRoom) {
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    (nurse, doctor, association, room)
}

#[test]
fn r18_who_comes_and_goes_on_a_later_day_does_so_at_its_first_moment_in_japan() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let (nurse, doctor, association, room) = scene(&app);
    let receipt = nurse.reports_change(room, &[joins(&doctor, "2026-06-05"), leaves(&nurse, "2026-06-10")]);
    association.accepts_notice(&receipt);
    assert_eq!((doctor.rooms(), doctor.get(&room.path("")).status), (vec![], 404));
    let header = nurse.get(&room.path("")).ok();
    assert_eq!(
        (&header["planned"][0]["name"], &header["planned"][0]["since"]),
        (&json!("佐藤 進"), &json!("2026-06-04T15:00:00Z"))
    );
    assert_eq!(header["team"][0]["until"], "2026-06-09T15:00:00Z");
    let told = kinds(&header["events"]);
    let planned = |kind: &str, day: &str| (kind.to_owned(), day.to_owned());
    assert_eq!(told[..2], [planned("leaving_planned", "2026-06-10"), planned("joining_planned", "2026-06-05")]);
    app.clock().set("2026-06-04T23:59:00+09:00");
    assert_eq!(doctor.second_window_signed_in().rooms(), Vec::<i64>::new());
    app.clock().set("2026-06-05T00:00:01+09:00");
    let doctor = doctor.second_window_signed_in();
    assert_eq!((doctor.rooms(), doctor.team_of(room).len()), (vec![room.room], 2));
    app.clock().set("2026-06-09T23:59:30+09:00");
    let nurse = nurse.second_window_signed_in();
    assert_eq!(nurse.rooms(), [room.room]);
    // Within one session: nobody has to do anything at midnight.
    app.clock().set("2026-06-10T00:00:01+09:00");
    assert_eq!((nurse.rooms(), nurse.get(&room.path("")).status), (vec![], 404));
}

#[test]
fn r16_a_day_that_has_passed_at_the_decision_counts_from_the_decision() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let (nurse, doctor, association, room) = scene(&app);
    let receipt = nurse.reports_change(room, &[joins(&doctor, "2026-05-20"), leaves(&nurse, "2026-06-03")]);
    // It waits at the desk for longer than a day may lie back when it is typed.
    app.clock().set("2026-07-10T10:00:00+09:00");
    let (nurse, association) = (nurse.second_window_signed_in(), association.second_window_signed_in());
    assert_eq!(nurse.rooms(), [room.room]);
    association.accepts_notice(&receipt);
    let doctor = doctor.second_window_signed_in();
    assert_eq!((nurse.rooms(), doctor.rooms()), (vec![], vec![room.room]));
    let header = doctor.get(&room.path("")).ok();
    let since = header["team"][0]["since"].as_str().unwrap();
    assert!(since.starts_with("2026-07-10T01:"), "nobody was in before it was accepted: {since}");
}

#[test]
fn r16_who_was_to_come_is_called_off_and_r17_counts_with_it() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let (nurse, doctor, association, room) = scene(&app);
    let pharmacist = app.user_working_as("ひがし薬局", "鈴木 恵", "スズキ メグミ", "pharmacist");
    let changes = [joins(&doctor, "2026-06-05"), joins(&pharmacist, "2026-06-05"), leaves(&nurse, "2026-06-10")];
    association.accepts_notice(&nurse.reports_change(room, &changes));
    let _ =
        nurse.sends_notice(room, &[joins(&doctor, "2026-06-01")]).field_error("changes[0].user_id", "already_member");
    // Without the doctor nobody would be left from the 10th on.
    let refused =
        nurse.sends_notice(room, &[leaves(&doctor, "2026-06-02")]).problem(422, "validation_failed").rule("R17");
    assert!(refused.text().contains("2026年6月10日"), "{refused}");
    association.accepts_notice(&nurse.reports_change(room, &[leaves(&pharmacist, "2026-06-02")]));
    let header = nurse.get(&room.path("")).ok();
    assert_eq!(tests::names(&header["planned"]), ["佐藤 進"]);
    assert_eq!(kinds(&header["events"])[0], ("joining_called_off".to_owned(), String::new()));
    // Today: never mind.
    association.accepts_notice(&nurse.reports_change(room, &[joins(&pharmacist, "2026-06-08")]));
    association.accepts_notice(&nurse.reports_change(room, &[leaves(&pharmacist, "2026-06-01")]));
    let header = nurse.get(&room.path("")).ok();
    assert_eq!(
        (header["events"][0]["kind"].clone(), tests::names(&header["planned"])),
        (json!("joining_called_off"), vec!["佐藤 進".to_owned()])
    );
    app.clock().set("2026-06-09T09:00:00+09:00");
    assert_eq!(pharmacist.second_window_signed_in().rooms(), Vec::<i64>::new());
}
