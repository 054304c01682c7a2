//! The city accepts, returns or rejects.

use serde_json::{Value, json};
use tests::{App, Receipt, person, somebody, with};

#[test]
fn an_accepted_application_becomes_accounts_and_notices() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ"), person("佐藤 太郎", "サトウ タロウ")]);
    let clerk = app.first_clerk();
    let open = clerk.opens_application(&receipt);
    assert_eq!(
        (&open["status"], &open["is_new_organization"], &open["accounts"]),
        (&json!("received"), &json!(true), &json!([]))
    );
    let accepted = clerk.accepts(&receipt);
    assert_eq!(accepted["status"], "accepted");
    let states: Vec<_> =
        accepted["accounts"].as_array().expect("accounts").iter().map(|account| &account["state"]).collect();
    assert_eq!(states, ["to_print", "to_print"]);
    let history: Vec<_> = accepted["history"].as_array().expect("history").iter().collect();
    assert_eq!(
        history.last().map(|line| (&line["action"], &line["actor_name"])),
        Some((&json!("accept"), &json!("市川 一郎")))
    );
    assert_eq!(manager.follows(&receipt)["notices"], json!({ "total": 2, "posted": 0 }));
    // It left the queue of what awaits the desk.
    let count = |status: &str| {
        clerk.get(&format!("/api/desk/applications?tab={status}")).ok()["items"].as_array().map(Vec::len)
    };
    assert_eq!(
        [count("open"), count("returned"), count("accepted"), count("closed"), count("all")].map(Option::unwrap),
        [0, 0, 1, 0, 1]
    );
}

#[test]
fn a_return_or_rejection_carries_a_reason_that_the_applicant_reads() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let clerk = app.first_clerk();
    for decision in ["return", "reject"] {
        for note in [None, Some(""), Some("  ")] {
            let _ = clerk
                .decides(&receipt, decision, note)
                .problem(422, "validation_failed")
                .field_error("note", "required");
        }
    }
    let _ = clerk.decides(&receipt, "reject", Some("市内の団体ではありません。")).ok();
    let seen = manager.follows(&receipt);
    assert_eq!((&seen["status"], &seen["note"]), (&json!("rejected"), &json!("市内の団体ではありません。")));
    assert_eq!((&seen["can_correct"], &seen["can_withdraw"]), (&json!(false), &json!(false)));
    let _ = clerk.decides(&receipt, "accept", None).problem(409, "already_decided");
}

#[test]
fn two_clerks_who_decide_at_once_one_wins() {
    let app = App::start();
    let first = app.first_clerk();
    let second = app.city_clerk("八幡 京子", "ヤワタ キョウコ");
    for round in 0..5 {
        let receipt = app.manager(&format!("みなみ診療所{round}")).applies_for(&[somebody(round)]);
        let version = first.opens_application(&receipt)["version"].clone();
        let (accepted, returned) = std::thread::scope(|scope| {
            let accepts = scope.spawn(|| first.decides_on_version(&receipt, "accept", None, &version));
            let returns =
                scope.spawn(|| second.decides_on_version(&receipt, "return", Some("番地がありません。"), &version));
            (accepts.join().unwrap(), returns.join().unwrap())
        });
        let mut statuses = [accepted.status, returned.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409], "{accepted}\n{returned}");
        let status = if accepted.status == 200 { "accepted" } else { "returned" };
        assert_eq!(first.opens_application(&receipt)["status"], status);
    }
}

#[test]
fn a_clerk_does_not_decide_on_what_changed_meanwhile() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let people = [person("山田 花子", "ヤマダ ハナコ")];
    let receipt = manager.applies_for(&people);
    let clerk = app.first_clerk();
    let opened = clerk.opens_application(&receipt)["version"].clone();
    app.city_clerk("八幡 京子", "ヤワタ キョウコ").returns(&receipt, "番地がありません。");
    let _ = manager.shows(&receipt).ok();
    let _ = manager.corrects(&receipt, &manager.form(&people)).ok();
    let _ = clerk.decides_on_version(&receipt, "accept", None, &opened).problem(409, "changed_meanwhile");
    clerk.accepts(&receipt);
}

#[test]
fn r2_two_applications_for_one_person_end_in_one_account() {
    let app = App::start();
    let clerk = app.first_clerk();
    let seed = app.manager("みなみ診療所");
    clerk.accepts(&seed.applies_for(&[person("田中 由美", "タナカ ユミ")]));
    let found = app.visitor().get("/api/organizations?query=%E3%81%BF%E3%81%AA%E3%81%BF").ok();
    let manager = seed.of_registered(found["items"][0]["id"].as_i64().expect("the organization"));
    let first = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let second = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    clerk.accepts(&first);
    let refused = clerk.decides(&second, "accept", None).refused();
    assert!([409, 422].contains(&refused.status), "{refused}");
    assert_eq!(clerk.opens_application(&second)["status"], "received");
    // The desk is not stuck with it.
    clerk.returns(&second, "この方はすでにアカウントをお持ちです。");
}

#[test]
fn a_new_organization_that_applied_twice_comes_into_being_once() {
    let app = App::start();
    let clerk = app.first_clerk();
    let manager = app.manager("みなみ診療所");
    let first = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let second = manager.applies_for(&[person("佐藤 太郎", "サトウ タロウ")]);
    clerk.accepts(&first);
    let refused = clerk.decides(&second, "accept", None).refused();
    assert!([409, 422].contains(&refused.status), "{refused}");
    let found = app.visitor().get("/api/organizations?query=%E3%81%BF%E3%81%AA%E3%81%BF").ok();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_desk_is_warned_of_what_looks_like_something_known() {
    let app = App::start();
    let clerk = app.first_clerk();
    clerk.accepts(&app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]));
    let other = app.manager("きた薬局").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let warnings = clerk.opens_application(&other)["warnings"].clone();
    let warnings = warnings.as_array().expect("warnings");
    assert!(warnings.iter().any(|warning| warning["field"] == "people[0].name"), "{warnings:?}");
    // R9: a person who changed employer still gets the new account.
    clerk.accepts(&other);
}

#[test]
fn an_unknown_receipt_is_a_404_for_the_desk() {
    let app = App::start();
    let clerk = app.first_clerk();
    for number in ["4-26-000777-24", "4-26-000777-25", "0", "abc", "4-26-000001", "%00", "../../etc/passwd"] {
        let _ = clerk.get(&format!("/api/account-applications/{number}")).status(404);
        let decision = json!({ "decision": "accept", "version": 1 });
        let _ = clerk.post(&format!("/api/account-applications/{number}/decision"), &decision).status(404);
    }
}

#[test]
fn a_decision_is_one_of_three_words() {
    let app = App::start();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let clerk = app.first_clerk();
    let path = format!("/api/account-applications/{}/decision", receipt.number);
    for input in [
        json!({ "decision": "complete", "version": 1 }),
        json!({ "decision": "accept" }),
        json!({ "decision": "accept", "version": "one" }),
        json!({ "decision": ["accept"], "version": 1 }),
        json!({ "decision": "return", "version": 1, "note": "x".repeat(100_000) }),
        Value::Null,
    ] {
        let _ = clerk.post(&path, &input).refused();
    }
    assert_eq!(clerk.opens_application(&receipt)["status"], "received");
}

#[test]
fn desk_accounts_follow_the_rules_of_people() {
    let app = App::start();
    let clerk = app.first_clerk();
    let registers = |input: &Value| clerk.post("/api/desk-accounts", input);
    let input = json!({ "desk": "city", "person": person("八幡 京子", "ヤワタ キョウコ") });
    let _ = registers(&with(&input, "/person/name", "市川市 窓口"))
        .problem(422, "validation_failed")
        .rule("R2")
        .field_error("person.name", "shared_account");
    let _ = registers(&with(&input, "/desk", "police")).status(422).refused();
    let _ = registers(&input).created();
    let again = with(&input, "/person/email", "k.yawata2@city.example.jp");
    let _ = registers(&again).refused();
    // The association's first clerk needs the association.
    let association = json!({ "desk": "association", "person": person("真間 進", "ママ ススム") });
    let _ = registers(&association).problem(422, "validation_failed").field_error("organization.name", "required");
}

#[test]
fn history_and_receipts_of_others_are_not_told() {
    let app = App::start();
    let mine = app.manager("みなみ診療所");
    let theirs = app.manager("きた薬局");
    let my_receipt = mine.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let their_receipt = theirs.applies_for(&[person("佐藤 太郎", "サトウ タロウ")]);
    let _ = mine.shows(&my_receipt).ok();
    let unknown = Receipt { number: "4-26-000777-24".to_owned(), ..my_receipt.clone() };
    let asks = |receipt: &Receipt| {
        let reply = mine.browser.get(&format!("/api/account-applications/{}/follow-up", receipt.number)).refused();
        assert!([401, 404].contains(&reply.status), "{reply}");
        reply.json()
    };
    assert_eq!(asks(&their_receipt), asks(&unknown), "whether a receipt exists is told");
    let form = mine.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    let _ = mine.corrects(&their_receipt, &form).refused();
    let _ = mine.withdraws(&their_receipt).refused();
    assert_eq!(theirs.follows(&their_receipt)["status"], "received");
}
