//! The desk's queue across forms: own desk, filters, pages, search.

use serde_json::{Value, json};
use tests::{App, Receipt, User, person, somebody};

/// The receipt numbers that a query shows, over all its pages.
fn numbers(clerk: &User, query: &str) -> Vec<String> {
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = clerk.get(&format!("/api/desk/applications?limit=2&{query}{after}")).ok();
        let items = page["items"].as_array().expect("items");
        assert!(items.len() <= 2);
        seen.extend(items.iter().map(|item| item["receipt_number"].as_str().expect("a number").to_owned()));
        let Some(next) = page["next"].as_str() else { return seen };
        after = format!("&after={next}");
        assert!(seen.len() < 100, "pages without end: {query}");
    }
}

fn files(app: &App, index: usize) -> Receipt {
    app.manager(&format!("第{index}診療所")).applies_for(&[somebody(index)])
}

fn id_of(clerk: &User) -> i64 {
    clerk.me().ok()["user_id"].as_i64().expect("an account")
}

fn assigns(clerk: &User, receipt: &Receipt, user: Option<i64>) -> Value {
    clerk.put(&format!("/api/desk/applications/{}/assignment", receipt.number), &json!({ "user_id": user })).ok()
}

#[test]
fn r11_a_desk_sees_what_lies_with_it_and_nothing_else() {
    let app = App::start();
    let city = app.first_clerk();
    let association = app.association_clerk("真間 進", "ママ ススム");
    let (stays, goes) = (files(&app, 1), files(&app, 2));
    app.db_connection()
        .execute("UPDATE applications SET desk = 'association' WHERE receipt_number = ?1", [&goes.number])
        .unwrap();
    assert_eq!(numbers(city, "tab=all"), [stays.number.as_str()]);
    assert_eq!(numbers(&association, "tab=all"), [goes.number.as_str()]);
    let line = association.get("/api/desk/applications").ok()["items"][0].clone();
    assert_eq!((&line["desk"], &line["wrong_desk"], &line["form"]), (&json!("association"), &json!(true), &json!(4)));
    // By every way that leads to an application.
    for query in ["query=%E8%A8%BA%E7%99%82", "form=4", "assigned=none", "form=4&assigned=none"] {
        assert_eq!(numbers(city, query), [stays.number.as_str()], "{query}");
        assert_eq!(numbers(&association, query), [goes.number.as_str()], "{query}");
    }
    let path = format!("/api/desk/applications/{}", goes.number);
    let _ = city.put(&format!("{path}/assignment"), &json!({ "user_id": null })).problem(404, "not_found");
    let _ = city.post(&format!("{path}/notes"), &json!({ "note": "見えないはず" })).problem(404, "not_found");
    let _ = association.post(&format!("{path}/notes"), &json!({ "note": "市の様式です" })).created();
    let manager = app.signed_in_manager("ひがし歯科");
    let _ = manager.get("/api/desk/applications").problem(403, "forbidden");
}

#[test]
fn r3_filters_narrow_the_queue_and_can_be_combined() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let colleague = app.city_clerk("八幡 京子", "ヤワタ キョウコ");
    let early: Vec<Receipt> = (0..3).map(|index| files(&app, index)).collect();
    app.clock().advance_days(3);
    let late: Vec<Receipt> = (3..6).map(|index| files(&app, index)).collect();
    app.clock().advance_days(1);
    // 2026-06-05: the first three were due yesterday.
    let clerk = &app.first_clerk().second_window_signed_in();
    let colleague = colleague.second_window_signed_in();
    let (me, other) = (id_of(clerk), id_of(&colleague));
    assigns(clerk, &early[0], Some(me));
    assigns(clerk, &late[0], Some(me));
    assigns(clerk, &early[1], Some(other));
    let names = |receipts: &[&Receipt]| receipts.iter().map(|receipt| receipt.number.clone()).collect::<Vec<_>>();
    let (other_id, due) = (format!("assigned={other}"), late[0].due_on.clone());
    for (query, expected) in [
        ("", names(&[&early[0], &early[1], &early[2], &late[0], &late[1], &late[2]])),
        ("late=true", names(&[&early[0], &early[1], &early[2]])),
        ("due_by=2026-06-04", names(&[&early[0], &early[1], &early[2]])),
        ("due_by=2026-06-03", names(&[])),
        ("assigned=me", names(&[&early[0], &late[0]])),
        (&other_id, names(&[&early[1]])),
        ("assigned=none", names(&[&early[2], &late[1], &late[2]])),
        ("assigned=none&late=true", names(&[&early[2]])),
        ("assigned=me&late=true&form=4", names(&[&early[0]])),
        ("form=4", names(&[&early[0], &early[1], &early[2], &late[0], &late[1], &late[2]])),
        ("form=6", names(&[])),
        ("form=4&assigned=none&tab=all", names(&[&early[2], &late[1], &late[2]])),
        (&format!("due_by={due}&tab=all"), names(&[&early[0], &early[1], &early[2], &late[0], &late[1], &late[2]])),
        ("tab=closed", names(&[])),
        // 診療
        ("query=%E8%A8%BA%E7%99%82&late=true", names(&[&early[2], &early[1], &early[0]])),
        ("query=%E8%A8%BA%E7%99%82&assigned=me", names(&[&late[0], &early[0]])),
        ("query=%E8%A8%BA%E7%99%82&form=5", names(&[])),
    ] {
        assert_eq!(numbers(clerk, query), expected, "{query}");
    }
    assert_eq!(numbers(&colleague, "assigned=me"), names(&[&early[1]]));
    let summary = clerk.get("/api/desk/summary").ok();
    let counted = ["open", "late", "due_today", "unassigned", "mine", "returned"].map(|name| summary[name].clone());
    assert_eq!(counted, [6, 3, 0, 3, 2, 0].map(Value::from), "{summary}");
}

#[test]
fn an_organizations_applications_are_filtered_like_all_others() {
    let app = App::start();
    let clerk = app.first_clerk();
    let manager = app.manager("みなみ診療所");
    clerk.accepts(&manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]));
    let organization = app.db_count("SELECT id FROM organizations WHERE name = 'みなみ診療所'");
    let manager = manager.of_registered(organization);
    let (second, third) = (
        manager.applies_for(&[person("佐藤 太郎", "サトウ タロウ")]),
        manager.applies_for(&[person("鈴木 恵", "スズキ メグミ")]),
    );
    let _elsewhere = files(&app, 7);
    let me = id_of(clerk);
    assigns(clerk, &third, Some(me));
    let query = format!("organization_id={organization}");
    assert_eq!(numbers(clerk, &query), [second.number.as_str(), third.number.as_str()]);
    assert_eq!(numbers(clerk, &format!("{query}&tab=all")).len(), 3);
    assert_eq!(numbers(clerk, &format!("{query}&tab=accepted")).len(), 1);
    assert_eq!(numbers(clerk, &format!("{query}&assigned=me")), [third.number.as_str()]);
    assert_eq!(numbers(clerk, &format!("{query}&assigned=none&form=4")), [second.number.as_str()]);
    assert_eq!(numbers(clerk, &format!("{query}&form=5")), Vec::<String>::new());
    // 佐藤
    assert_eq!(numbers(clerk, &format!("{query}&query=%E4%BD%90%E8%97%A4")), [second.number.as_str()]);
}

#[test]
fn tabs_follow_the_decisions() {
    let app = App::start();
    let clerk = app.first_clerk();
    let receipts: Vec<Receipt> = (0..5).map(|index| files(&app, index)).collect();
    clerk.returns(&receipts[1], "番地がありません。");
    clerk.accepts(&receipts[2]);
    let _ = clerk.decides(&receipts[3], "reject", Some("市内の団体ではありません。")).ok();
    for (tab, expected) in [("open", vec![0, 4]), ("returned", vec![1]), ("accepted", vec![2]), ("closed", vec![3])] {
        let expected: Vec<_> = expected.into_iter().map(|index: usize| receipts[index].number.clone()).collect();
        assert_eq!(numbers(clerk, &format!("tab={tab}")), expected, "{tab}");
    }
    let mut all = numbers(clerk, "tab=all");
    all.sort();
    let mut expected: Vec<_> = receipts.iter().map(|receipt| receipt.number.clone()).collect();
    expected.sort();
    assert_eq!(all, expected, "everything, and everything once");
    let summary = clerk.get("/api/desk/summary").ok();
    assert_eq!((&summary["open"], &summary["returned"]), (&json!(2), &json!(1)));
    assert_eq!((&summary["notices_to_print"], &summary["notices_to_post"]), (&json!(1), &json!(0)));
}

#[test]
fn two_characters_find_names_in_every_spelling() {
    let app = App::start();
    let clerk = app.first_clerk();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("髙﨑 由美", "タカサキ ユミ")]);
    let other = app.manager("きた薬局").applies_for(&[person("佐藤 太郎", "サトウ タロウ")]);
    // 高崎, 由美, たか, ｻｷ, 診療, みなみ診療所 由美, and parts of the number.
    for query in [
        "%E9%AB%98%E5%B4%8E",
        "%E7%94%B1%E7%BE%8E",
        "%E3%81%9F%E3%81%8B",
        "%EF%BD%BB%EF%BD%B7",
        "%E8%A8%BA%E7%99%82",
        "%E3%81%BF%E3%81%AA%E3%81%BF%E8%A8%BA%E7%99%82%E6%89%80%20%E7%94%B1%E7%BE%8E",
        &receipt.number,
        &receipt.number.replace('-', ""),
    ] {
        assert_eq!(numbers(clerk, &format!("query={query}")), [receipt.number.as_str()], "{query}");
    }
    // 南: both applicants have that name; the newest comes first.
    assert_eq!(numbers(clerk, "query=%E5%8D%97"), [other.number.as_str(), receipt.number.as_str()]);
    for nothing in ["%25", "_", "%27%20OR%201=1--", "%F0%9F%92%8A", "%22", "*", "NEAR(", "%E5%B4%8E%E9%AB%98"] {
        assert_eq!(numbers(clerk, &format!("query={nothing}")), Vec::<String>::new(), "{nothing}");
    }
}

#[test]
fn what_is_no_filter_is_refused() {
    let app = App::start();
    let clerk = app.first_clerk();
    let long = format!("after={}~1", "9".repeat(500));
    for query in [
        "tab=nonsense",
        "form=four",
        "form=-1",
        "late=perhaps",
        "organization_id=x",
        "assigned=everybody",
        "due_by=tomorrow",
        "after=x",
        "limit=abc",
        &long,
    ] {
        let _ = clerk.get(&format!("/api/desk/applications?{query}")).problem(400, "malformed_query");
    }
    for query in ["after=%00~1", "after=~-1&query=a", "limit=-1", "form=255", "organization_id=-1", "assigned="] {
        let _ = clerk.get(&format!("/api/desk/applications?{query}")).ok();
    }
}
