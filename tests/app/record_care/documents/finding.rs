//! The list: in three orders, by folder, by the words of a title, page by page; and what stands beside a document.

use super::{Team, about, paper};
use serde_json::{Value, json};
use tests::with;

impl Team {
    /// Three papers, filed in this order.
    fn has_three(&self) -> [Value; 3] {
        [("ケアプラン 第2表", "2026-09-01"), ("居宅サービス計画書", "2026-11-01"), ("アセスメント", "2026-10-01")].map(
            |(title, day)| {
                self.app.clock().advance_minutes(1);
                let file = self.sends(&self.nurse, "a.pdf", &paper(title));
                self.files_as(&self.nurse, &with(&about(title, "plan"), "/dated_on", day), file).created()
            },
        )
    }
}

#[test]
fn documents_are_listed_in_three_orders() {
    let team = Team::start();
    let [plan, ..] = team.has_three();
    assert_eq!(team.titles(&team.doctor, ""), ["アセスメント", "居宅サービス計画書", "ケアプラン 第2表"]);
    assert_eq!(team.titles(&team.doctor, "?order=title"), ["アセスメント", "ケアプラン 第2表", "居宅サービス計画書"]);
    assert_eq!(team.titles(&team.doctor, "?order=day"), ["居宅サービス計画書", "アセスメント", "ケアプラン 第2表"]);
    let _ = team.doctor.get(&team.path("documents?order=size")).problem(400, "malformed_query");
    // What has a newer version is new again.
    team.app.clock().advance_minutes(1);
    team.replaces(&team.nurse, &plan, 1, "2").created();
    assert_eq!(team.titles(&team.doctor, "")[0], "ケアプラン 第2表");
}

#[test]
fn a_title_is_found_by_its_words_in_any_spelling() {
    let team = Team::start();
    team.has_three();
    let found = |words: &str| team.titles(&team.doctor, &format!("?q={words}"));
    assert_eq!(found("%E3%81%91%E3%81%82%E3%81%B7%E3%82%89%E3%82%93"), ["ケアプラン 第2表"], "けあぷらん");
    assert_eq!(
        found("%E7%AC%AC%EF%BC%92%E8%A1%A8%20%E3%83%97%E3%83%A9%E3%83%B3"),
        ["ケアプラン 第2表"],
        "第２表 プラン"
    );
    assert_eq!(found("%E8%A8%88%E7%94%BB"), ["居宅サービス計画書"], "計画");
    assert_eq!(found("%25"), Vec::<String>::new());
    assert_eq!(found("").len(), 3);
    let both = team.titles(&team.doctor, "?order=title&folder=0&q=%E3%83%97%E3%83%A9%E3%83%B3");
    assert_eq!(both, ["ケアプラン 第2表"]);
}

#[test]
fn pages_follow_each_other_in_every_order() {
    let team = Team::start();
    for number in 1..=7 {
        team.files(&team.nurse, &format!("報告書 {number}"));
    }
    for order in ["newest", "title", "day"] {
        let (mut after, mut seen) = (String::new(), Vec::new());
        loop {
            let page = team.doctor.get(&team.path(&format!("documents?order={order}&limit=3{after}"))).ok();
            seen.extend(super::titles(&page["items"]));
            let Some(next) = page["next"].as_str() else { break };
            let next = next.bytes().fold(String::new(), |text, byte| format!("{text}%{byte:02X}"));
            after = format!("&after={next}");
        }
        let all = team.titles(&team.doctor, &format!("?order={order}"));
        assert_eq!((seen.len(), &seen), (7, &all), "{order}");
    }
    let _ = team.doctor.get(&team.path("documents?after=x")).problem(400, "malformed_query");
}

#[test]
fn a_document_knows_what_stands_beside_it_in_the_list_it_was_found_in() {
    let team = Team::start();
    let [plan, service, assessment] = team.has_three();
    let beside = |document: &Value, query: &str| {
        let shown = team.doctor.get(&team.document(document, query)).ok();
        (shown["previous_id"].clone(), shown["next_id"].clone())
    };
    let id = |document: &Value| document["document_id"].clone();
    assert_eq!(beside(&service, ""), (id(&assessment), id(&plan)));
    assert_eq!(beside(&assessment, ""), (Value::Null, id(&service)));
    assert_eq!(beside(&plan, "?order=title"), (id(&assessment), id(&service)));
    assert_eq!(beside(&plan, "?order=day"), (id(&assessment), Value::Null));
    assert_eq!(beside(&plan, "?q=%E3%83%97%E3%83%A9%E3%83%B3"), (Value::Null, Value::Null));
    // Read on its way through what is unread, it still knows where it stood.
    let _ = team.opens(&team.doctor, &service, 1).status(200);
    assert_eq!(beside(&service, "?unread=true"), (id(&assessment), id(&plan)));
    team.puts_away(&team.nurse, &service, "重なっていた");
    assert_eq!(beside(&service, ""), (Value::Null, Value::Null));
    assert_eq!(beside(&plan, ""), (id(&assessment), Value::Null));
}

#[test]
fn what_is_no_number_is_no_document() {
    let team = Team::start();
    for path in ["documents/0", "documents/x", "documents/9223372036854775807", "documents/-1"] {
        let _ = team.nurse.get(&team.path(path)).problem(404, "not_found");
    }
    let _ = team.nurse.get(&team.path("documents?folder=x")).problem(400, "malformed_query");
    assert_eq!(team.titles(&team.nurse, "?folder=-1"), Vec::<String>::new());
    assert_eq!(team.nurse.get(&team.path("documents?withdrawn=true")).ok(), json!({ "items": [], "next": null }));
}
