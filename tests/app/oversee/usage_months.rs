//! The city sees month by month how much the system is used, and nobody who uses it.

use serde_json::{Value, json};
use tests::{App, User, registrant, somebody};

const ACTIVITY: &str = "/api/usage/activity";

/// Six nurses of one clinic and three doctors of another, all of whom signed in.
fn two_clinics(app: &App) -> Vec<User> {
    let nurses: Vec<Value> = (0..5).map(somebody).collect();
    let mut users = app.signed_in("みなみ診療所", &nurses);
    for number in 0..3 {
        let person = somebody(20 + number);
        let (name, kana) = (person["name"].as_str().unwrap(), person["kana"].as_str().unwrap());
        users.push(app.user_working_as(["きた医院", "にし医院", "ひがし医院"][number], name, kana, "doctor"));
    }
    users
}

fn last(items: &Value) -> &Value {
    items.as_array().expect("items").last().expect("one")
}

fn of_profession<'a>(usage: &'a Value, profession: &str) -> &'a Value {
    let rows = usage["by_profession"].as_array().expect("professions");
    last(&rows.iter().find(|row| row["profession"] == profession).expect("the profession")["people"])
}

#[test]
fn r26_the_city_sees_who_was_active_month_by_month_and_what_one_of_them_costs() {
    let app = App::start();
    let users = two_clinics(&app);
    let clerk = app.first_clerk();
    let hidden = json!({ "value": null, "hidden": true });
    assert_eq!(last(&clerk.get(ACTIVITY).ok()["months"])["yen_per_active"], json!(null), "no price was said");
    let _ = clerk.put("/api/settings/cost_yen_per_month", &json!({ "value": 90_000 })).ok();
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&users[0], &users[1]]);
    for number in 0..5 {
        let _ = users[0].writes(room, &format!("研修の資料 {number}"));
    }
    let usage = clerk.get(ACTIVITY).ok();
    let month = last(&usage["months"]);
    assert_eq!(usage["months"].as_array().unwrap().len(), 12);
    assert_eq!(month["active"], json!({ "value": 9, "hidden": false }), "the clerk is not counted: {month}");
    assert_eq!((&month["yen_per_active"], &usage["cost_yen_per_month"]), (&json!(10_000), &json!(90_000)));
    assert_eq!(month["collaboration_messages"]["value"], 5);
    assert_eq!(month["support_messages"], hidden);
    // Everybody was active: that nobody else has an account would be a small number.
    assert_eq!(month["accounts"], hidden);
    assert_eq!((of_profession(&usage, "nurse")["value"].clone(), of_profession(&usage, "doctor")), (json!(6), &hidden));
    let organizations = usage["by_organization"].as_array().unwrap();
    assert_eq!(organizations.len(), 1, "one that has five or more: {usage}");
    assert_eq!(organizations[0]["organization_name"], "みなみ診療所");
    assert_eq!(last(&organizations[0]["people"])["value"], 6);
    assert_eq!(usage["organization_count"], 5, "three of one person, and the city");
    // A month later nobody has come yet, and what was stays.
    app.clock().advance_days(32);
    let _ = clerk.signs_in().created();
    let usage = clerk.get(ACTIVITY).ok();
    assert_eq!(last(&usage["months"])["active"], hidden);
    let active: Vec<&Value> =
        usage["months"].as_array().unwrap().iter().map(|month| &month["active"]["value"]).collect();
    assert!(active.contains(&&json!(9)), "{usage}");
    assert_eq!(last(&usage["months"])["accounts"]["value"], 9);
}

#[test]
fn a_period_is_chosen_in_whole_months_that_have_begun() {
    let app = App::start();
    let clerk = app.first_clerk();
    let this_month = &clerk.today()[..7];
    let one = clerk.get(&format!("{ACTIVITY}?from={this_month}&to={this_month}")).ok();
    assert_eq!(one["months"].as_array().unwrap().len(), 1);
    for (query, field, code) in [
        ("from=yesterday", "from", "not_a_month"),
        ("to=2999-01", "to", "lies_ahead"),
        ("from=2001-01", "from", "period_too_long"),
    ] {
        for path in ["activity", "first-logins", "notifications"] {
            let refused = clerk.get(&format!("/api/usage/{path}?{query}")).problem(422, "validation_failed");
            let _ = refused.field_error(field, code);
        }
    }
}

#[test]
fn the_city_sees_how_long_accounts_take_to_be_used() {
    let app = App::start();
    let _ = app.notice("きた医院", "北 一郎", "キタ イチロウ");
    let clerk = app.first_clerk();
    let usage = clerk.get("/api/usage/first-logins").ok();
    assert!(usage["steps"].as_array().unwrap().iter().all(|step| step["median_minutes"].is_null()), "{usage}");
    let people: Vec<Value> = (0..5).map(somebody).collect();
    let _ = app.signed_in("みなみ診療所", &people);
    let usage = clerk.get("/api/usage/first-logins").ok();
    let steps = usage["steps"].as_array().unwrap();
    let names: Vec<&Value> = steps.iter().map(|step| &step["step"]).collect();
    assert_eq!(names, ["accepted", "posted", "first_login", "all"]);
    assert!(steps[3]["median_minutes"].is_i64() && steps[3]["ninth_decile_minutes"].is_i64(), "{usage}");
    assert!(last(&usage["by_month"])["median_minutes"].is_i64(), "{usage}");
    // One who has not come yet is hidden, and so is what would give him away.
    let standing = usage["standing"].as_array().unwrap();
    assert!(standing.iter().all(|row| row["people"]["value"] != 1), "{usage}");
}

#[test]
fn r30_the_city_sees_whom_notifications_reach() {
    let app = App::start();
    let users = two_clinics(&app);
    let choices = json!({ "choices": [{ "kind": "mail", "email": "at_once", "push": "off" }] });
    for user in &users[..6] {
        let _ = user.put("/api/notifications/settings", &choices).ok();
    }
    let usage = app.first_clerk().get("/api/usage/notifications").ok();
    let people = |choice: &str| {
        let rows = usage["choices"].as_array().unwrap();
        rows.iter().find(|row| row["choice"] == choice).expect("the choice")["people"]["value"].clone()
    };
    assert_eq!((people("email"), people("not_asked"), people("both")), (json!(6), json!(null), json!(null)));
    assert_eq!(last(&usage["months"])["email_arrived"], json!({ "value": null, "hidden": true }));
}

#[test]
fn r26_rooms_alive_and_silent_are_counted_and_none_is_named() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let hanako = registrant("千葉 花", "チバ ハナ");
    let room = app.support_room(&association, &hanako, &[&nurse]);
    let _ = nurse.writes(room.room, "今日は落ち着いています。");
    for number in 0..6 {
        let _ = app.collaboration_room(&format!("第{number}回 褥瘡ケア研修の連絡"), &[&nurse]);
    }
    let clerk = app.first_clerk();
    let usage = clerk.get("/api/usage/rooms").ok();
    assert_eq!(usage["collaboration"]["open"]["value"], 6);
    assert_eq!(usage["support"]["open"], json!({ "value": null, "hidden": true }));
    let text = usage.to_string() + &clerk.get(ACTIVITY).ok().to_string();
    assert!(!text.contains("千葉") && !text.contains("褥瘡"), "{text}");
}

#[test]
fn each_table_is_saved_for_spreadsheets_and_that_is_on_record() {
    let app = App::start();
    let _ = two_clinics(&app);
    let clerk = app.first_clerk();
    let tables = [
        "months",
        "professions",
        "organizations",
        "rooms",
        "first_logins",
        "notification_choices",
        "deliveries",
        "support_rooms",
    ];
    for table in tables {
        let reply = clerk.get(&format!("/api/usage/export?table={table}")).status(200);
        assert!(reply.header("content-type").starts_with("text/csv"), "{table}");
        assert!(reply.text().starts_with('\u{FEFF}') && reply.text().lines().count() > 1, "{table}: {}", reply.text());
    }
    let months = clerk.get("/api/usage/export?table=months").status(200).text();
    assert!(months.lines().last().unwrap().contains(",非表示,9,"), "{months}");
    assert_eq!(app.db_count("SELECT count(*) FROM audit_events WHERE action = 'usage.exported'"), 9);
    let _ = clerk.get("/api/usage/export?table=patients").status(400);
}

#[test]
fn nobody_but_the_city_sees_how_much_is_used() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    for path in ["activity", "rooms", "first-logins", "notifications", "export?table=months"] {
        let path = format!("/api/usage/{path}");
        for who in [&nurse, &association] {
            let _ = who.get(&path).problem(403, "forbidden");
        }
        assert_eq!(app.visitor().get(&path).status, 401);
    }
}

/// Years of use: what a month was is read from a few rows.
#[test]
fn counting_stays_quick_with_years_of_use() {
    let app = App::start();
    let clerk = app.first_clerk();
    let database = app.db_connection();
    database
        .execute_batch(
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 3000)
             INSERT INTO users (organization_id, login_id, name, name_key, kana, kana_key, profession, email, email_key,
                                created_at, first_login_at)
             SELECT 1, 'u' || n, 'x', 'x' || n, 'x', 'x' || n, 'nurse', 'e' || n, 'e' || n, 1700000000000, 1700000000000
               FROM n;
             WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 59)
             INSERT OR IGNORE INTO usage_people (month, user_id)
             SELECT strftime('%Y-%m', 'now', '-' || n || ' months'), id FROM n, users;",
        )
        .unwrap();
    let began = std::time::Instant::now();
    let usage = clerk.get(ACTIVITY).ok();
    assert!(began.elapsed().as_millis() < 1_500, "{:?}", began.elapsed());
    assert_eq!(last(&usage["months"])["active"]["value"], 3_000);
}
