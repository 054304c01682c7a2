//! R3: open days, what is due when, and what is late.

use serde_json::{Value, json};
use tests::{App, Receipt, person, somebody};

/// The application as a line of the desk's queue.
#[track_caller]
fn line(app: &App, receipt: &Receipt) -> Value {
    let queue = app.first_clerk().second_window_signed_in().get("/api/desk/applications?tab=all&limit=200").ok();
    let items = queue["items"].as_array().expect("items");
    items.iter().find(|item| item["receipt_number"] == receipt.number.as_str()).expect("the application").clone()
}

#[test]
fn r3_notices_are_due_in_three_open_days() {
    // Year end: 12/29 to 1/3 are closed. Golden week: 5/3 is a Sunday, so 5/6 is closed, too. Silver week.
    for (received, due_on) in [
        ("2026-12-28T10:00:00+09:00", "2027-01-06"),
        ("2026-12-30T10:00:00+09:00", "2027-01-06"),
        ("2026-05-01T10:00:00+09:00", "2026-05-11"),
        ("2026-09-18T10:00:00+09:00", "2026-09-28"),
        ("2026-06-01T23:59:00+09:00", "2026-06-04"),
    ] {
        let Some(app) = App::at(received) else { return };
        let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
        assert_eq!(receipt.due_on, due_on, "received {received}");
        app.first_clerk().accepts(&receipt);
        let notices = app.first_clerk().notices("to_print");
        assert_eq!((notices.len(), &notices[0]["due_on"]), (1, &json!(due_on)), "accepted {received}");
    }
}

#[test]
fn r3_the_clock_starts_anew_when_the_city_accepts() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    assert_eq!(manager.follows(&receipt)["notice_due_on"], Value::Null);
    app.clock().advance_days(2);
    app.first_clerk().accepts(&receipt);
    assert_eq!(manager.follows(&receipt)["notice_due_on"], "2026-06-08");
}

#[test]
fn r3_the_desk_sees_days_left_and_what_is_late() {
    let Some(app) = App::at("2026-06-04T10:00:00+09:00") else { return };
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    // Thursday; due on Tuesday.
    for (days, left, late) in [(0, 3, false), (1, 2, false), (3, 1, false), (1, 0, false), (1, -1, true)] {
        app.clock().advance_days(days);
        let line = line(&app, &receipt);
        assert_eq!(
            (&line["due_on"], &line["open_days_left"], &line["late"]),
            (&json!("2026-06-09"), &json!(left), &json!(late))
        );
    }
}

#[test]
fn r3_the_city_opens_and_closes_days() {
    let Some(app) = App::at("2026-12-28T10:00:00+09:00") else { return };
    let clerk = app.first_clerk();
    let says = |day: &str, open: bool, note: &str| {
        clerk.put(&format!("/api/open-day-exceptions/{day}"), &json!({ "open": open, "note": note })).ok()
    };
    let due = |index: usize| app.manager(&format!("みなみ診療所{index}")).applies_for(&[somebody(index)]).due_on;
    assert_eq!(due(0), "2027-01-06");
    says("2026-12-29", true, "年末の臨時開庁");
    says("2027-01-05", false, "システム点検");
    assert_eq!(due(1), "2027-01-06");
    says("2026-12-30", true, "年末の臨時開庁");
    assert_eq!(due(2), "2027-01-04");
    let listed = clerk.get("/api/open-day-exceptions").ok();
    assert_eq!(listed["items"][2], json!({ "day": "2027-01-05", "open": false, "note": "システム点検" }));
    for day in ["2026-12-29", "2026-12-30", "2027-01-05"] {
        let _ = clerk.delete(&format!("/api/open-day-exceptions/{day}")).status(204);
    }
    assert_eq!(due(3), "2027-01-06");
    let _ =
        clerk.put("/api/open-day-exceptions/2026-02-30", &json!({ "open": true, "note": "" })).status(404).refused();
}

#[test]
fn r3_a_calendar_without_any_open_day_is_no_crash() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let clerk = app.first_clerk();
    let mut day = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).expect("a day");
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    for _ in 0..420 {
        let _ = clerk.put(&format!("/api/open-day-exceptions/{day}"), &json!({ "open": false, "note": "閉庁" })).ok();
        day = day.succ_opt().expect("a next day");
    }
    let manager = app.manager("きた薬局");
    let reply = manager.sends(&manager.form(&[person("佐藤 太郎", "サトウ タロウ")]));
    assert!(reply.status < 500, "{reply}");
    let decided = clerk.decides(&receipt, "accept", None);
    assert!(decided.status < 500, "{decided}");
    let _ = clerk.get("/api/desk/applications?tab=all").ok();
}

#[test]
fn r3_a_return_stops_the_clock() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let manager = app.manager("みなみ診療所");
    let people = [person("山田 花子", "ヤマダ ハナコ")];
    let receipt = manager.applies_for(&people);
    assert_eq!(receipt.due_on, "2026-06-04");
    app.clock().advance_days(1);
    app.first_clerk().second_window_signed_in().returns(&receipt, "住所に番地がありません。");
    let returned = line(&app, &receipt);
    assert_eq!(
        (&returned["status"], &returned["due_on"], &returned["late"]),
        (&json!("returned"), &Value::Null, &json!(false))
    );
    assert_eq!(manager.follows(&receipt)["notice_due_on"], Value::Null);
    // Back after ten days: two of the three open days are left.
    app.clock().advance_days(10);
    let _ = manager.shows(&receipt).ok();
    let _ = manager.corrects(&receipt, &manager.form(&people)).ok();
    let back = line(&app, &receipt);
    assert_eq!(
        (&back["status"], &back["due_on"], &back["open_days_left"]),
        (&json!("resubmitted"), &json!("2026-06-16"), &json!(2))
    );
}

#[test]
fn r3_what_is_due_first_is_on_top_and_pages_show_everything_once() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let mut expected = Vec::new();
    for index in 0..7 {
        expected.push(app.manager(&format!("みなみ診療所{index}")).applies_for(&[somebody(index)]).number);
        if index % 2 == 0 {
            app.clock().advance_days(1);
        }
    }
    let clerk = app.first_clerk();
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = clerk.get(&format!("/api/desk/applications?limit=3{after}")).ok();
        let items = page["items"].as_array().expect("items");
        assert!(items.len() <= 3);
        seen.extend(items.iter().map(|item| item["receipt_number"].as_str().expect("a number").to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
        assert!(seen.len() <= 7, "{seen:?}");
    }
    assert_eq!(seen, expected);
}

#[test]
fn the_desk_finds_an_application_by_number_and_names() {
    let app = App::start();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let _other = app.manager("きた薬局").applies_for(&[person("佐藤 太郎", "サトウ タロウ")]);
    let clerk = app.first_clerk();
    // みなみ, ヤマダ, 花子, 南, and the number.
    for query in
        ["%E3%81%BF%E3%81%AA%E3%81%BF%E8%A8%BA", "%E3%83%A4%E3%83%9E%E3%83%80", "%E8%8A%B1%E5%AD%90", &receipt.number]
    {
        let found = clerk.get(&format!("/api/desk/applications?query={query}")).ok();
        let items = found["items"].as_array().expect("items");
        assert_eq!(items.len(), 1, "{query}: {found}");
        assert_eq!(items[0]["receipt_number"], receipt.number.as_str());
    }
    for query in ["%25", "_", "%27%20OR%201=1--", "%F0%9F%92%8A"] {
        let found = clerk.get(&format!("/api/desk/applications?query={query}")).ok();
        assert_eq!(found["items"], json!([]), "{query}");
    }
}
