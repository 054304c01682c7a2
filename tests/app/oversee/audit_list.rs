//! The audit trail as the city reads it: filters, pages, and the table for spreadsheets.

use serde_json::{Value, json};
use tests::{App, Reply, User, person};

/// The sequences that a query shows, over all its pages.
fn sequences(clerk: &User, query: &str) -> Vec<i64> {
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = clerk.get(&format!("/api/audit/events?limit=4&{query}{after}")).ok();
        let items = page["items"].as_array().expect("items");
        assert!(items.len() <= 4);
        seen.extend(items.iter().map(|event| event["sequence"].as_i64().expect("a sequence")));
        let Some(next) = page["next"].as_str() else { return seen };
        after = format!("&after={next}");
    }
}

/// What the database says of the same.
fn stored(app: &App, condition: &str) -> Vec<i64> {
    let database = app.db_connection();
    let sql = format!("SELECT sequence FROM audit_events WHERE {condition} ORDER BY sequence DESC");
    let mut statement = database.prepare(&sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn r38_events_are_found_by_who_what_and_when() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let clerk = app.first_clerk();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    clerk.returns(&receipt, "番地がありません。");
    app.clock().advance_days(2);
    let clerk = &clerk.second_window_signed_in();
    let _ = manager.shows(&receipt).ok();
    let _ = manager.withdraws(&receipt).ok();
    let me = clerk.me().ok()["user_id"].clone();
    let subject = format!("application:{}", receipt.number);
    let (day_2, day_3) = (1_780_326_000_000_i64, 1_780_412_400_000_i64);
    for (query, condition) in [
        (String::new(), "1".to_owned()),
        (format!("actor={me}"), format!("actor = 'user:{me}'")),
        ("actor=%E5%B8%82%E5%B7%9D%E4%B8%80%E9%83%8E".to_owned(), format!("actor = 'user:{me}'")),
        (format!("actor={}", receipt.number), format!("actor = 'applicant:{}'", receipt.number)),
        ("actor=system".to_owned(), "actor = 'system'".to_owned()),
        ("action=account_application.".to_owned(), "action LIKE 'account!_application.%' ESCAPE '!'".to_owned()),
        ("action=sign_in.succeeded".to_owned(), "action = 'sign_in.succeeded'".to_owned()),
        (format!("subject={}", receipt.number), format!("subject = '{subject}'")),
        (
            format!("subject={subject}&action=account_application.w"),
            format!("subject = '{subject}' AND action LIKE '%withdrawn'"),
        ),
        (format!("subject={subject}&actor={me}"), format!("subject = '{subject}' AND actor = 'user:{me}'")),
        (
            format!("actor={me}&action=account_application"),
            format!("actor = 'user:{me}' AND action LIKE 'account_application%'"),
        ),
        ("to=2026-06-01".to_owned(), format!("at < {day_2}")),
        ("from=2026-06-02".to_owned(), format!("at >= {day_2}")),
        ("from=2026-06-02&to=2026-06-02".to_owned(), format!("at >= {day_2} AND at < {day_3}")),
        (format!("from=2026-06-03&actor={me}"), format!("at >= {day_3} AND actor = 'user:{me}'")),
        (
            "from=2026-06-03&action=account_application".to_owned(),
            format!("at >= {day_3} AND action LIKE 'account_application%'"),
        ),
    ] {
        let expected = stored(&app, &condition);
        assert_eq!(sequences(clerk, &query), expected, "{query}");
        assert!(!expected.is_empty() || query.contains("system") || query.contains("to=2026-06-02"), "{query}");
    }
    for nothing in ["actor=%E8%AA%B0%E3%81%8B", "action=nobody.did", "subject=user:999999", "from=2026-07-01"] {
        assert_eq!(sequences(clerk, nothing), Vec::<i64>::new(), "{nothing}");
    }
}

#[test]
fn filters_that_cannot_be_are_refused() {
    let app = App::start();
    let clerk = app.first_clerk();
    let long = format!("subject={}", "x".repeat(300));
    for query in ["from=yesterday", "to=2026-13-01", "after=x", "limit=many", &long] {
        let _ = clerk.get(&format!("/api/audit/events?{query}")).problem(400, "malformed_query");
    }
    for query in ["actor=", "action=%25", "subject='%20OR%201=1--", "limit=-5", "limit=99999"] {
        let _ = clerk.get(&format!("/api/audit/events?{query}")).ok();
    }
}

#[test]
fn an_event_tells_who_did_what_to_what() {
    let app = App::start();
    let clerk = app.first_clerk();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    clerk.returns(&receipt, "番地がありません。");
    let events = clerk.get(&format!("/api/audit/events?subject={}", receipt.number)).ok();
    let newest = &events["items"][0];
    assert_eq!(
        (&newest["actor_name"], &newest["action"]),
        (&json!("市川 一郎"), &json!("account_application.returned"))
    );
    assert_eq!(newest["detail"]["note"], "番地がありません。");
    assert_eq!(events["items"][1]["actor_name"], Value::Null);
}

/// The lines of a table.
fn lines(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    assert!(reply.header("content-disposition").starts_with("attachment; filename=\"audit-"), "{reply}");
    let text = reply.text();
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    text.lines().map(str::to_owned).collect()
}

#[test]
fn r38_the_trail_is_exported_as_a_table_and_the_export_is_an_event() {
    let app = App::start();
    let clerk = app.first_clerk();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    clerk.returns(&receipt, "番地が, \"ない\"です。");
    let table = lines(&clerk.get(&format!("/api/audit/export?subject={}", receipt.number)).status(200));
    assert_eq!(table.len(), 3, "{table:?}");
    assert!(table[0].starts_with("番号,日時"), "{table:?}");
    assert!(table[1].contains(",市川 一郎,account_application.returned,"), "{table:?}");
    assert!(table[1].contains(r#"番地が, \""ない\""です。"#), "{table:?}");
    let exported = clerk.get("/api/audit/events?action=audit.exported").ok();
    let detail = &exported["items"][0]["detail"];
    assert_eq!(
        (&detail["rows"], &detail["cut"], &detail["filter"]["subject"]),
        (&json!(2), &json!(false), &json!(receipt.number))
    );
    // Everything: one line an event, and the head.
    let events = app.db_count("SELECT count(*) FROM audit_events");
    let all = lines(&clerk.get("/api/audit/export").status(200));
    assert_eq!(i64::try_from(all.len()).unwrap(), events + 1);
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    let app = App::start();
    let clerk = app.first_clerk();
    app.db_connection()
        .execute(
            "INSERT INTO audit_events (sequence, at, actor, action, subject, detail, hash)
             SELECT max(sequence) + 1, max(at), '@actor', '=1+1', '+81', '-1', zeroblob(32) FROM audit_events",
            [],
        )
        .unwrap();
    let table = lines(&clerk.get("/api/audit/export").status(200));
    assert!(table[1].ends_with(",'@actor,,'=1+1,'+81,'-1"), "{}", table[1]);
}

#[test]
fn a_table_that_would_be_too_long_says_where_it_ends() {
    let app = App::start();
    let clerk = app.first_clerk();
    app.db_connection()
        .execute(
            "WITH RECURSIVE more (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM more WHERE i < 50001)
             INSERT INTO audit_events (sequence, at, actor, action, subject, detail, hash)
             SELECT 1000 + i, 1700000000000, 'system', 'test.done', 'test', '{}', zeroblob(32) FROM more",
            [],
        )
        .unwrap();
    let table = lines(&clerk.get("/api/audit/export?action=test.").status(200));
    assert_eq!(table.len(), 1 + 50_000 + 1);
    let last = table.last().expect("a last line");
    assert!(last.starts_with("50000件（2023-11-15 07:13:20まで）"), "{last}");
    // Exactly as many as fit are not called cut.
    let exported = clerk.get("/api/audit/events?action=audit.exported").ok();
    assert_eq!(exported["items"][0]["detail"]["cut"], true);
}
