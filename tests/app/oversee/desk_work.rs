//! The desk's work on its queue: who works on what, and what it notes for itself.

use serde_json::{Value, json};
use tests::{App, Receipt, Reply, User, person};

fn assigns(clerk: &User, receipt: &Receipt, input: &Value) -> Reply {
    clerk.put(&format!("/api/desk/applications/{}/assignment", receipt.number), input)
}

fn notes(clerk: &User, receipt: &Receipt, note: &str) -> Reply {
    clerk.post(&format!("/api/desk/applications/{}/notes", receipt.number), &json!({ "note": note }))
}

fn id_of(user: &User) -> i64 {
    user.me().ok()["user_id"].as_i64().expect("an account")
}

#[test]
fn an_application_is_given_to_a_clerk_and_taken_back() {
    let app = App::start();
    let clerk = app.first_clerk();
    let colleague = app.city_clerk("八幡 京子", "ヤワタ キョウコ");
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let before = clerk.opens_application(&receipt);
    let given = assigns(clerk, &receipt, &json!({ "user_id": id_of(&colleague) })).ok();
    assert_eq!(given["assigned_to"], json!({ "user_id": id_of(&colleague), "name": "八幡 京子" }));
    // Whoever has it open may still decide: nothing of what is decided on has changed.
    assert_eq!(given["version"], before["version"]);
    let taken_back = assigns(clerk, &receipt, &json!({ "user_id": null })).ok();
    assert_eq!(taken_back["assigned_to"], Value::Null);
    let events = clerk.get(&format!("/api/audit/events?action=application.assigned&subject={}", receipt.number)).ok();
    let details: Vec<_> = events["items"].as_array().expect("items").iter().map(|event| &event["detail"]).collect();
    let colleague = id_of(&colleague);
    assert_eq!(
        details,
        [&json!({ "before": colleague, "after": null }), &json!({ "before": null, "after": colleague })]
    );
}

#[test]
fn of_two_clerks_who_take_an_application_at_once_one_is_told() {
    let app = App::start();
    let first = app.first_clerk();
    let second = &app.city_clerk("八幡 京子", "ヤワタ キョウコ");
    let ids = [id_of(first), id_of(second)];
    for round in 0..5 {
        let manager = app.manager(&format!("第{round}診療所"));
        let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
        let take = |clerk, id| assigns(clerk, &receipt, &json!({ "user_id": id, "replaces": null }));
        let replies = std::thread::scope(|scope| {
            let one = scope.spawn(|| take(first, ids[0]));
            let other = scope.spawn(|| take(second, ids[1]));
            [one.join().unwrap(), other.join().unwrap()]
        });
        let winner = replies.iter().position(|reply| reply.status == 200).expect("a winner");
        let [one, other] = replies;
        let loser = if winner == 0 { other } else { one };
        let refused = loser.problem(409, "assigned_meanwhile").json();
        let name = ["市川 一郎", "八幡 京子"][winner];
        assert!(refused["detail"].as_str().is_some_and(|detail| detail.contains(name)), "{refused}");
        let mine = [first, second][winner].get("/api/desk/applications?assigned=me&limit=200").ok();
        let mine = mine["items"].as_array().expect("items");
        assert!(mine.iter().any(|line| line["receipt_number"] == receipt.number.as_str()));
    }
    let taken = app.db_count("SELECT count(*) FROM audit_events WHERE action = 'application.assigned'");
    assert_eq!(taken, 5);
}

#[test]
fn only_clerks_of_the_desk_get_its_applications() {
    let app = App::start();
    let clerk = app.first_clerk();
    let association = app.association_clerk("真間 進", "ママ ススム");
    let user = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    for id in [id_of(&association), id_of(&user), 999_999] {
        let _ = assigns(clerk, &receipt, &json!({ "user_id": id }))
            .problem(422, "validation_failed")
            .field_error("user_id", "not_a_clerk");
    }
    // Nothing is taken from anybody by a mistake.
    for input in [json!({}), json!({ "user_id": "me" }), json!({ "user_id": null, "note": "x" })] {
        let _ = assigns(clerk, &receipt, &input).refused();
    }
    let unknown = Receipt { number: "4-26-000777-24".to_owned(), ..receipt.clone() };
    let _ = assigns(clerk, &unknown, &json!({ "user_id": null })).problem(404, "not_found");
    let _ = assigns(&association, &receipt, &json!({ "user_id": null })).problem(404, "not_found");
    let _ = assigns(&user, &receipt, &json!({ "user_id": null })).problem(403, "forbidden");
}

#[test]
fn the_clerks_of_ones_own_desk_are_offered() {
    let app = App::start();
    let city = app.first_clerk();
    let _colleague = app.city_clerk("八幡 京子", "ヤワタ キョウコ");
    let association = app.association_clerk("真間 進", "ママ ススム");
    let names = |clerk: &User| {
        let list = clerk.get("/api/desk/clerks").ok();
        list["items"].as_array().expect("items").iter().map(|clerk| clerk["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(city), ["市川 一郎", "八幡 京子"]);
    assert_eq!(names(&association), ["真間 進"]);
}

#[test]
fn a_note_is_for_the_desk_and_no_applicant_reads_it() {
    const NOTE: &str = "電話では本人と話せず。家族いわく入院中。";
    let app = App::start();
    let clerk = app.first_clerk();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    assert_eq!(notes(clerk, &receipt, NOTE).created()["note"], NOTE);
    let _ = assigns(clerk, &receipt, &json!({ "user_id": id_of(clerk) })).ok();
    clerk.returns(&receipt, "番地がありません。");
    let detail = clerk.opens_application(&receipt);
    let history = detail["history"].as_array().expect("history");
    let note = history.iter().find(|line| line["action"] == "note").expect("the note");
    assert_eq!(
        (&note["note"], &note["internal"], &note["actor_name"]),
        (&json!(NOTE), &json!(true), &json!("市川 一郎"))
    );
    let follow_up = manager.follows(&receipt).to_string();
    let page = manager.browser.opens(&format!("/apply/status/{}", receipt.number)).status(200).text();
    for seen in [&follow_up, &page] {
        assert!(seen.contains("番地がありません。"), "{seen}");
        assert!(!seen.contains("入院") && !seen.contains("電話では"), "{seen}");
        assert!(!seen.contains("assign"), "{seen}");
    }
}

#[test]
fn a_note_is_kept_once_however_often_it_is_sent() {
    let app = App::start();
    let clerk = app.first_clerk();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let path = format!("/api/desk/applications/{}/notes", receipt.number);
    let sends = |note: &str| {
        clerk.call("POST", &path).idempotency_key("note-intent-000001").json(&json!({ "note": note })).send()
    };
    let first = sends("折り返し待ち").created();
    assert_eq!(sends("折り返し待ち").created(), first);
    let _ = sends("別の内容").problem(422, "idempotency_key_reused");
    assert_eq!(app.db_count("SELECT count(*) FROM application_history WHERE action = 'note'"), 1);
    for refused in ["", "   ", &"長".repeat(2_001)] {
        let _ = notes(clerk, &receipt, refused).problem(422, "validation_failed");
    }
    assert_eq!(app.db_count("SELECT count(*) FROM application_history WHERE action = 'note'"), 1);
}
