//! What Form 4 must say, and who may file it.

use serde_json::{Value, json};
use tests::{App, person, somebody, with};

#[test]
fn r1_the_manager_must_pledge() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let form = manager.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    for pledge in [json!(false), Value::Null] {
        let _ = manager
            .sends(&with(&form, "/pledge", pledge))
            .problem(422, "validation_failed")
            .rule("R1")
            .field_error("pledge", "pledge_required");
    }
    let _ = manager.sends(&form).created();
}

#[test]
fn r1_only_the_registered_manager_applies_for_an_organization_that_is_known() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    app.first_clerk().accepts(&receipt);
    let found = app.visitor().get("/api/organizations?query=%E3%81%BF%E3%81%AA%E3%81%BF").ok();
    let id = found["items"][0]["id"].as_i64().expect("the organization");
    let manager = manager.of_registered(id);
    let form = manager.form(&[person("佐藤 太郎", "サトウ タロウ")]);
    let somebody_else = with(&with(&form, "/applicant/name", "北 次郎"), "/applicant/kana", "キタ ジロウ");
    let _ = manager
        .sends(&somebody_else)
        .problem(422, "validation_failed")
        .rule("R1")
        .field_error("applicant.kana", "not_the_manager");
    let second = manager.applies_for(&[person("佐藤 太郎", "サトウ タロウ")]);
    app.first_clerk().accepts(&second);
    let _ = manager
        .sends(&with(&form, "/organization/id", 999_999))
        .problem(422, "validation_failed")
        .field_error("organization.id", "unknown_organization");
}

#[test]
fn r1_an_individual_cannot_apply_for_himself() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let organization = user.me().ok()["organization"]["id"].clone();
    let form = with(&app.manager("みなみ診療所").form(&[somebody(20)]), "/organization", json!({ "id": organization }));
    let _ = user.post("/api/account-applications", &form).problem(403, "only_the_manager_applies").rule("R1");
}

#[test]
fn r1_a_signed_in_manager_applies_for_her_own_organization_only() {
    let app = App::start();
    let manager = app.signed_in_manager("みなみ診療所");
    let me = manager.me().ok();
    assert_eq!(me["is_manager"], true);
    let _other = app.user("きた薬局", "山田 花子", "ヤマダ ハナコ");
    let form = app.manager("みなみ診療所").form(&[somebody(20)]);
    let own = with(&form, "/organization", json!({ "id": me["organization"]["id"] }));
    let _ = manager.post("/api/account-applications", &own).created();
    let foreign = app.visitor().get("/api/organizations?query=%E3%81%8D%E3%81%9F").ok()["items"][0]["id"].clone();
    let foreign = with(&form, "/organization", json!({ "id": foreign }));
    let _ = manager.post("/api/account-applications", &foreign).problem(403, "only_the_manager_applies").rule("R1");
}

#[test]
fn r1_five_people_at_once() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&(0..5).map(somebody).collect::<Vec<_>>());
    let clerk = app.first_clerk();
    assert_eq!(clerk.opens_application(&receipt)["people_count"], 5);
    let accepted = clerk.accepts(&receipt);
    assert_eq!(accepted["accounts"].as_array().map(Vec::len), Some(5));
    let notices = clerk.issues_notices_of(&receipt);
    let mut login_ids: Vec<_> = notices.iter().map(|notice| &notice.login_id).collect();
    login_ids.sort_unstable();
    login_ids.dedup();
    assert_eq!(login_ids.len(), 5);
}

#[test]
fn r1_one_application_takes_a_hundred_people_and_not_one_more() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let _ = manager
        .sends(&manager.form(&(0..101).map(somebody).collect::<Vec<_>>()))
        .problem(422, "validation_failed")
        .field_error("people", "too_many");
    let _ = manager.sends(&manager.form(&[])).problem(422, "validation_failed").field_error("people", "required");
    let receipt = manager.applies_for(&(0..100).map(somebody).collect::<Vec<_>>());
    assert_eq!(app.first_clerk().accepts(&receipt)["accounts"].as_array().map(Vec::len), Some(100));
}

#[test]
fn r2_a_shared_account_is_refused_with_the_reason() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    for (name, kana) in [
        ("看護師一同", "カンゴシ イチドウ"),
        ("みなみ診療所", "ミナミシンリョウジョ"),
        ("受付", "ウケツケ"),
        ("スタッフA", "スタッフ エー"),
        ("事務 共用", "ジム キョウヨウ"),
    ] {
        let reply = manager.sends(&manager.form(&[person("山田 花子", "ヤマダ ハナコ"), person(name, kana)]));
        assert_eq!(reply.status, 422, "{name}: {reply}");
        let reply = reply.problem(422, "validation_failed").rule("R2").field_error("people[1].name", "shared_account");
        // Told why: it must be clear who read and who wrote.
        let message = reply.at("/errors/0/message");
        assert!(message.as_str().is_some_and(|message| message.contains("だれが")), "{name}: {message}");
    }
}

#[test]
fn r2_real_names_that_look_like_groups_are_people() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let people = [
        ("受川 花子", "ウケガワ ハナコ"),
        ("服部 和代", "ハットリ カズヨ"),
        ("田代 表", "タシロ ヒョウ"),
        ("一 二三", "ニノマエ フミ"),
    ];
    let _ = manager.applies_for(&people.map(|(name, kana)| person(name, kana)));
}

#[test]
fn r2_the_same_person_twice_is_refused() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    // Written with another space and in another width.
    let twice = [person("山田 花子", "ヤマダ ハナコ"), person("山田　花子", "ﾔﾏﾀﾞ ﾊﾅｺ")];
    let _ = manager
        .sends(&manager.form(&twice))
        .problem(422, "validation_failed")
        .rule("R2")
        .field_error("people[1].name", "same_person_twice");
}

#[test]
fn r2_a_person_with_an_account_gets_no_second_one() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    app.first_clerk().accepts(&receipt);
    let found = app.visitor().get("/api/organizations?query=%E3%81%BF%E3%81%AA%E3%81%BF").ok();
    let manager = manager.of_registered(found["items"][0]["id"].as_i64().expect("the organization"));
    let _ = manager
        .sends(&manager.form(&[person("山田 花子", "ヤマダ ハナコ")]))
        .problem(422, "validation_failed")
        .rule("R2")
        .field_error("people[0].name", "already_has_account");
}

#[test]
fn r2_one_mailbox_for_several_people_is_refused() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let first = person("山田 花子", "ヤマダ ハナコ");
    let second = person("佐藤 太郎", "サトウ タロウ");
    let same = with(&second, "/email", first["email"].clone());
    let _ = manager
        .sends(&manager.form(&[first.clone(), same]))
        .problem(422, "validation_failed")
        .rule("R2")
        .field_error("people[1].email", "shared_mailbox");
    // In capitals it is the same mailbox; that of an office is nobody's.
    let capitals = with(&second, "/email", first["email"].as_str().unwrap_or_default().to_uppercase());
    let _ = manager.sends(&manager.form(&[first.clone(), capitals])).field_error("people[1].email", "shared_mailbox");
    let office = with(&second, "/email", "info@minami.example.jp");
    let _ = manager.sends(&manager.form(&[office])).field_error("people[0].email", "shared_mailbox");
    // One that somebody in another organization has.
    let receipt = manager.applies_for(std::slice::from_ref(&first));
    app.first_clerk().accepts(&receipt);
    let other = app.manager("きた薬局");
    let taken = with(&second, "/email", first["email"].clone());
    let _ = other.sends(&other.form(&[taken])).rule("R2").field_error("people[0].email", "shared_mailbox");
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let app = App::start();
    let visitor = app.visitor();
    let form = json!({
        "organization": { "name": "", "kind": "bakery", "postal_code": "27", "address": "", "phone": "110" },
        "applicant": { "name": "南 和子", "kana": "南", "email": "k.minami", "phone": "047-300-0001" },
        "pledge": false,
        "people": [{ "name": "山\u{7}田", "kana": "", "profession": "", "email": "", "device": { "asset_number": "", "kind": "" } }],
    });
    let mut refused = visitor.post("/api/account-applications", &form).problem(422, "validation_failed");
    for (field, code) in [
        ("organization.name", "required"),
        ("organization.kind", "unknown_value"),
        ("organization.postal_code", "postal_code_invalid"),
        ("organization.address", "required"),
        ("organization.phone", "phone_invalid"),
        ("applicant.kana", "kana_expected"),
        ("applicant.email", "email_invalid"),
        ("pledge", "pledge_required"),
        ("people[0].name", "not_allowed_characters"),
        ("people[0].kana", "required"),
        ("people[0].profession", "required"),
        ("people[0].email", "required"),
        ("people[0].device.asset_number", "required"),
        ("people[0].device.kind", "required"),
    ] {
        refused = refused.field_error(field, code);
    }
}

#[test]
fn input_is_read_as_people_type_it() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let mut form = manager.form(&[person("山田　花子", "やまだ　はなこ")]);
    form["organization"]["postal_code"] = json!("２７２－００２１");
    form["organization"]["phone"] = json!("（０４７）３００－０００１");
    form["applicant"]["email"] = json!(" K.Minami@Minami.example.jp ");
    let receipt = tests::Receipt::of(&manager.sends(&form).created());
    let accepted = app.first_clerk().accepts(&receipt);
    assert_eq!(accepted["accounts"][0]["name"], "山田 花子");
}

#[test]
fn r12_paper_forms_are_entered_by_the_desk_with_their_channel() {
    let app = App::start();
    let clerk = app.first_clerk();
    let paper = app.manager("みなみ診療所").form(&[person("山田 花子", "ヤマダ ハナコ")]);
    for (index, channel) in ["in_person", "post"].into_iter().enumerate() {
        let mut form = with(&paper, "/channel", channel);
        form["organization"]["name"] = json!(format!("みなみ診療所{index}"));
        form["people"] = json!([somebody(index)]);
        let receipt = tests::Receipt::of(&clerk.post("/api/account-applications", &form).created());
        assert_eq!(clerk.opens_application(&receipt)["channel"], channel);
        // Somebody who filed on paper follows it like anybody else.
        let manager = app.manager("みなみ診療所");
        assert_eq!(manager.follows(&receipt)["status"], "received");
    }
}

#[test]
fn r12_nobody_else_names_a_channel_and_email_is_none() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let form = manager.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    for channel in ["in_person", "post", "internal_mail"] {
        let _ = manager
            .sends(&with(&form, "/channel", channel))
            .problem(422, "validation_failed")
            .rule("R12")
            .field_error("channel", "channel_not_allowed");
    }
    let clerk = app.first_clerk();
    for channel in ["email", "fax"] {
        let form = with(&form, "/channel", channel);
        let _ = clerk.post("/api/account-applications", &form).status(422).field_error("channel", "unknown_value");
    }
    let receipt = tests::Receipt::of(&manager.sends(&with(&form, "/channel", "electronic")).created());
    assert_eq!(clerk.opens_application(&receipt)["channel"], "electronic");
}

#[test]
fn r13_before_opening_day_the_page_says_so() {
    let Some(app) = App::at("2026-03-31T23:50:00+09:00") else { return };
    let manager = app.manager("みなみ診療所");
    let form = manager.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    let _ = manager.sends(&form).problem(403, "applications_not_open").rule("R13");
    for path in ["/apply", "/apply/account"] {
        let reply = manager.browser.opens(path).status(200);
        reply.page().says("令和8年4月1日");
    }
    let typed = manager.browser.call("POST", "/api/account-applications").accept_html().json_as_form(&form).send();
    typed.status(403).page().says("4月1日");
    app.clock().advance_minutes(11);
    let _ = manager.sends(&form).created();
    assert!(manager.browser.opens("/apply/account").status(200).page().has("form[action='/api/account-applications']"));
}

#[test]
fn a_retry_with_the_same_key_gives_the_same_receipt() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let form = manager.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    let sends = |form: &Value, key: &str| {
        manager.browser.call("POST", "/api/account-applications").idempotency_key(key).json(form).send()
    };
    let first = sends(&form, "intent-0123456789").created();
    let again = sends(&form, "intent-0123456789").created();
    assert_eq!((&first["receipt_number"], &first["passcode"]), (&again["receipt_number"], &again["passcode"]));
    // Accepted meanwhile, the retry still tells the receipt and not that the person has an account.
    app.first_clerk().accepts(&tests::Receipt::of(&first));
    assert_eq!(sends(&form, "intent-0123456789").created()["receipt_number"], first["receipt_number"]);
    // Something else under the same key is a mistake; without reason to be refused another intent is another receipt.
    let changed = with(&form, "/people/0/name", "山田 華子");
    let _ = sends(&changed, "intent-0123456789").problem(422, "idempotency_key_reused");
    let _ = sends(&form, "short").status(400).refused();
    assert_eq!(app.first_clerk().get("/api/desk/applications?tab=all").ok()["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_same_intent_sent_from_many_windows_at_once_is_one_application() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let form = manager.form(&[person("山田 花子", "ヤマダ ハナコ")]);
    let mut receipts: Vec<String> = std::thread::scope(|scope| {
        let sends = || {
            let call = app.visitor();
            let call = call.call("POST", "/api/account-applications").idempotency_key("double-click-0001").json(&form);
            call.send().created()["receipt_number"].to_string()
        };
        let windows: Vec<_> = (0..6).map(|_| scope.spawn(sends)).collect();
        windows.into_iter().map(|window| window.join().unwrap()).collect()
    });
    receipts.dedup();
    assert_eq!(receipts.len(), 1, "{receipts:?}");
}

#[test]
fn receipts_are_numbered_by_year_without_gaps() {
    let Some(app) = App::at("2026-12-31T23:55:00+09:00") else { return };
    let apply = |index: usize| {
        let manager = app.manager(&format!("みなみ診療所{index}"));
        // What is refused uses up no number.
        let _ = manager.sends(&manager.form(&[])).status(422);
        manager.applies_for(&[somebody(index)]).number
    };
    let numbers = [apply(0), apply(1)];
    app.clock().advance_minutes(10);
    let next_year = apply(2);
    assert!(numbers[0].starts_with("4-26-000001-") && numbers[1].starts_with("4-26-000002-"), "{numbers:?}");
    assert!(next_year.starts_with("4-27-000001-"), "{next_year}");
}

#[test]
fn organizations_are_found_by_a_part_of_the_name() {
    let app = App::start();
    let _ = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let finds = |query: &str| app.visitor().get(&format!("/api/organizations?query={query}")).ok()["items"].clone();
    let found = finds("%E3%83%9F%E3%83%8A%E3%83%9F"); // ミナミ
    assert_eq!(found[0]["name"], "みなみ診療所");
    // Public: neither telephone nor people.
    let fields: Vec<_> = found[0].as_object().expect("an organization").keys().map(String::as_str).collect();
    assert_eq!(fields, ["address", "id", "kind", "name"]);
    assert_eq!(finds("%E3%81%82%E3%82%8A%E3%81%88%E3%81%AA%E3%81%84"), json!([]));
    assert_eq!(finds("%25"), json!([]), "a wildcard is a character like any other");
}

#[test]
fn invisible_characters_do_not_reach_a_name() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let reply = manager.sends(&manager.form(&[person("山田\u{202e} 花\u{200b}子", "ヤマダ ハナコ")]));
    if reply.status == 201 {
        let accepted = app.first_clerk().accepts(&tests::Receipt::of(&reply.json()));
        assert_eq!(accepted["accounts"][0]["name"], "山田 花子");
        // A clerk who reads it is not led astray either.
        assert!(!accepted.to_string().contains('\u{202e}'), "{accepted}");
    }
}
