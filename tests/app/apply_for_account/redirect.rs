//! R11, R12: what is handed in at the wrong desk goes to the right one, with everything typed.

use serde_json::json;
use tests::{ACCOUNTS, App, Receipt, person, with};

#[test]
fn r11_a_form_at_the_wrong_desk_is_redirected_with_everything_typed() {
    let app = App::start();
    let association = app.association_clerk("真間 進", "ママ ススム");
    let city = app.first_clerk();
    let manager = app.manager("みなみ診療所");
    let form = with(&manager.form(&[person("山田 花子", "ヤマダ ハナコ")]), "/channel", "in_person");
    let receipt = Receipt::of(&association.sends(ACCOUNTS, &form).created());
    let open = association.opens_at_desk(ACCOUNTS, &receipt).ok();
    assert_eq!(
        (&open["desk"], &open["wrong_desk"], &open["channel"]),
        (&json!("association"), &json!(true), &json!("in_person"))
    );
    // It lies at the other desk, and the city does not see it.
    let _ = city.opens_at_desk(ACCOUNTS, &receipt).problem(404, "not_found");
    let _ = association
        .decides_on(ACCOUNTS, &receipt, json!({ "decision": "accept" }))
        .problem(409, "wrong_desk")
        .rule("R11");
    let _ =
        association.decides_on(ACCOUNTS, &receipt, json!({ "decision": "redirect" })).field_error("note", "required");
    let note = "アカウントは市の担当です。市へ引き継ぎました。";
    let sent = association.decides_on(ACCOUNTS, &receipt, json!({ "decision": "redirect", "note": note })).ok();
    assert_eq!((&sent["desk"], &sent["wrong_desk"]), (&json!("city"), &json!(false)));
    let _ = association.opens_at_desk(ACCOUNTS, &receipt).problem(404, "not_found");
    // The applicant is told and types nothing again.
    let told = manager.follows(&receipt);
    assert_eq!((&told["status"], &told["note"], &told["desk"]), (&json!("redirected"), &json!(note), &json!("city")));
    assert_eq!(told["content"]["people"], form["people"]);
    manager.browser.opens(&format!("/apply/status/{}", receipt.number)).page().says(note);
    // The days that are left go with it.
    let there = city.opens_at_desk(ACCOUNTS, &receipt).ok();
    assert_eq!((&there["due_on"], &there["content"]), (&open["due_on"], &open["content"]));
    assert_eq!(city.accepts(&receipt)["status"], "accepted");
}

#[test]
fn r11_a_redirected_form_may_be_returned_withdrawn_or_rejected_like_any_other() {
    let app = App::start();
    let association = app.association_clerk("真間 進", "ママ ススム");
    let city = app.first_clerk();
    let manager = app.manager("みなみ診療所");
    let paper = |name: &str, kana: &str| {
        let form = with(&manager.form(&[person(name, kana)]), "/channel", "post");
        let receipt = Receipt::of(&association.sends(ACCOUNTS, &form).created());
        let redirect = json!({ "decision": "redirect", "note": "市の担当です。" });
        let _ = association.decides_on(ACCOUNTS, &receipt, redirect).ok();
        receipt
    };
    let returned = paper("山田 花子", "ヤマダ ハナコ");
    assert_eq!(city.returns(&returned, "職種を確かめてください。")["status"], "returned");
    let seen = manager.follows(&returned);
    assert_eq!(manager.corrects(&returned, &seen["content"]).ok()["status"], "resubmitted");
    let withdrawn = paper("佐藤 太郎", "サトウ タロウ");
    let _ = manager.shows(&withdrawn).ok();
    assert_eq!(manager.withdraws(&withdrawn).ok()["status"], "withdrawn");
    let rejected = paper("鈴木 一郎", "スズキ イチロウ");
    assert_eq!(city.decides(&rejected, "reject", Some("重複しています。")).ok()["status"], "rejected");
}

#[test]
fn r11_what_lies_at_the_right_desk_stays_there() {
    let app = App::start();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let redirect = json!({ "decision": "redirect", "note": "医師会へ" });
    let _ = app.first_clerk().decides_on(ACCOUNTS, &receipt, redirect).problem(409, "right_desk").rule("R11");
}

#[test]
fn r12_clerks_of_either_desk_enter_paper_with_the_same_checks() {
    let app = App::start();
    let association = app.association_clerk("真間 進", "ママ ススム");
    let manager = app.manager("みなみ診療所");
    let form = with(&manager.form(&[person("山田 花子", "ヤマダ ハナコ")]), "/channel", "post");
    let _ = manager.sends(&form).field_error("channel", "channel_not_allowed").rule("R12");
    let _ = association.sends(ACCOUNTS, &with(&form, "/channel", "e_mail")).field_error("channel", "unknown_value");
    let _ = association.sends(ACCOUNTS, &with(&form, "/pledge", false)).field_error("pledge", "pledge_required");
    for clerk in [&association, app.first_clerk()] {
        let form = with(&form, "/people/0", person("山田 花子", "ヤマダ ハナコ"));
        let receipt = clerk.files(ACCOUNTS, &form);
        assert_eq!(clerk.opens_at_desk(ACCOUNTS, &receipt).ok()["channel"], "post");
    }
}
