//! R13b: without a login, receipt number and passcode let an applicant follow, correct, withdraw and start anew.

use serde_json::{Value, json};
use tests::{App, Receipt, person, with};

#[test]
fn r13b_the_applicant_follows_the_application() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let form = manager.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    let receipt = Receipt::of(&manager.sends(&form).created());
    let seen = manager.follows(&receipt);
    assert_eq!(
        (&seen["status"], &seen["can_correct"], &seen["can_withdraw"]),
        (&json!("received"), &json!(false), &json!(true))
    );
    assert!(seen["status_text"].as_str().is_some_and(|text| text.contains("受け付け")), "{seen}");
    assert_eq!(seen["content"]["people"], form["people"], "everything typed is kept as typed");
    assert_eq!(seen["history"].as_array().map(Vec::len), Some(1));
}

#[test]
fn r13b_a_returned_application_is_corrected_with_everything_kept() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let people = [person("山田 花子", "ヤマダ ハナコ"), person("佐藤 太郎", "サトウ タロウ")];
    let receipt = manager.applies_for(&people);
    let _ = manager.shows(&receipt).ok();
    let form = manager.form(&people);
    let _ = manager.corrects(&receipt, &form).status(409).refused();
    app.first_clerk().returns(&receipt, "2人目の方の職種を直してください。\n端末の番号も確かめてください。");
    let seen = manager.follows(&receipt);
    assert_eq!((&seen["status"], &seen["can_correct"]), (&json!("returned"), &json!(true)));
    assert_eq!(seen["note"], "2人目の方の職種を直してください。\n端末の番号も確かめてください。");
    // What comes back from the follow-up can be sent as it is.
    let corrected = with(&seen["content"], "/people/1/profession", "pharmacist");
    let wrong = with(&corrected, "/pledge", false);
    let _ =
        manager.corrects(&receipt, &wrong).problem(422, "validation_failed").field_error("pledge", "pledge_required");
    let after = manager.corrects(&receipt, &corrected).ok();
    assert_eq!((&after["status"], &after["note"]), (&json!("resubmitted"), &Value::Null));
    let _ = manager.corrects(&receipt, &corrected).status(409).refused();
    let clerk = app.first_clerk();
    let desk = clerk.opens_application(&receipt);
    assert_eq!(desk["content"]["people"][1]["profession"], "pharmacist");
    let actions: Vec<_> =
        desk["history"].as_array().expect("history").iter().map(|line| line["action"].clone()).collect();
    assert_eq!(actions, ["submit", "return", "resubmit"]);
    clerk.accepts(&receipt);
}

#[test]
fn r13b_an_application_is_withdrawn_until_it_is_accepted() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let _ = manager.shows(&receipt).ok();
    assert_eq!(manager.withdraws(&receipt).ok()["status"], "withdrawn");
    let _ = manager.withdraws(&receipt).problem(409, "already_decided");
    let clerk = app.first_clerk();
    let _ = clerk.decides(&receipt, "accept", None).problem(409, "already_decided");
    let accepted = manager.applies_for(&[person("佐藤 太郎", "サトウ タロウ")]);
    clerk.accepts(&accepted);
    let _ = manager.shows(&accepted).ok();
    let _ = manager.withdraws(&accepted).problem(409, "already_decided");
}

#[test]
fn r13b_number_and_passcode_are_read_as_people_type_them() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let typed = Receipt {
        number: receipt.number.replace('-', ""),
        passcode: receipt.passcode.to_lowercase().replace('-', " "),
        ..receipt.clone()
    };
    assert_eq!(manager.shows(&typed).ok()["receipt_number"], receipt.number.as_str());
}

#[test]
fn r13b_a_wrong_passcode_opens_nothing_and_guessing_is_limited() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let stranger = app.manager("きた薬局");
    let wrong = Receipt { passcode: "ABCD-EFGH-JKMN".to_owned(), ..receipt.clone() };
    let _ = stranger.shows(&wrong).problem(422, "receipt_or_passcode_wrong");
    assert_eq!(stranger.browser.cookie("tasuki_applicant"), None);
    let statuses: Vec<u16> = (0..20).map(|_| stranger.shows(&wrong).status).collect();
    assert!(statuses.contains(&429), "twenty guesses went through: {statuses:?}");
    let limited = stranger.shows(&wrong).problem(429, "too_many_attempts");
    assert!(limited.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
    app.clock().advance_minutes(60);
    let _ = manager.follows(&receipt);
}

#[test]
fn r13b_an_unknown_receipt_and_a_wrong_passcode_get_the_same_answer() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let wrong = Receipt { passcode: "ABCD-EFGH-JKMN".to_owned(), ..receipt.clone() };
    let unknown = Receipt { number: "4-26-000777-24".to_owned(), ..wrong.clone() };
    let answers =
        [wrong, unknown].map(|receipt| manager.shows(&receipt).problem(422, "receipt_or_passcode_wrong").json());
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn r13b_following_ends_after_half_an_hour() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    manager.follows(&receipt);
    app.clock().advance_minutes(31);
    let path = format!("/api/account-applications/{}/follow-up", receipt.number);
    let _ = manager.browser.get(&path).status(401).refused();
}

#[test]
fn r13b_the_desk_does_not_follow_and_the_applicant_does_not_decide() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let _ = manager.shows(&receipt).ok();
    let decision = json!({ "decision": "accept", "version": 1 });
    let path = format!("/api/account-applications/{}", receipt.number);
    let _ = manager.browser.post(&format!("{path}/decision"), &decision).status(401).refused();
    let _ = manager.browser.get(&path).status(401).refused();
    let _ = app.first_clerk().get(&format!("{path}/follow-up")).status(401).refused();
}
