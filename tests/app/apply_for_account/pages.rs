//! The application pages, used without JavaScript.

use serde_json::json;
use tests::{App, Form, Receipt, Visitor, form_pairs, person};

const APPLICATIONS: &str = "/api/account-applications";

/// Follows one redirect, as a browser does after a form.
#[track_caller]
fn follow(visitor: &Visitor, reply: &tests::Reply) -> tests::Reply {
    assert_eq!(reply.status, 303, "{reply}");
    visitor.opens(reply.header("location")).status(200)
}

/// Form 4 with everything filled in for one person.
#[track_caller]
fn filled(form: Form) -> Form {
    let mut form = form;
    for (name, value) in [
        ("organization[name]", "みなみ診療所"),
        ("organization[kind]", "clinic"),
        ("organization[postal_code]", "272-0021"),
        ("organization[address]", "千葉県市川市八幡3-4-5"),
        ("organization[phone]", "047-300-0001"),
        ("applicant[name]", "南 和子"),
        ("applicant[kana]", "ミナミ カズコ"),
        ("applicant[email]", "k.minami@minami.example.jp"),
        ("applicant[phone]", "047-300-0001"),
        ("people[0][name]", "山田 花子"),
        ("people[0][kana]", "ヤマダ ハナコ"),
        ("people[0][profession]", "nurse"),
        ("people[0][email]", "h.yamada@minami.example.jp"),
        ("people[0][device][asset_number]", "T-0001"),
        ("people[0][device][kind]", "tablet"),
    ] {
        form = form.fill(name, value);
    }
    form.tick("pledge", "true")
}

#[test]
fn r11_the_entry_page_leads_to_the_form_and_to_the_status() {
    let app = App::start();
    let visitor = app.visitor();
    let page = visitor.opens("/apply").status(200).page();
    for link in ["/apply/account", "/apply/status"] {
        assert!(page.links().iter().any(|to| to == link), "no link to {link}: {:?}", page.links());
        let _ = visitor.opens(link).status(200);
    }
    page.says("市川市医師会");
}

#[test]
fn r13b_an_application_is_filed_without_javascript() {
    let app = App::start();
    for multipart in [false, true] {
        let visitor = app.visitor();
        let form = filled(visitor.opens("/apply/account").status(200).page().form(APPLICATIONS));
        let form =
            if multipart { form.as_multipart().fill("organization[name]", "みなみ第二診療所") } else { form };
        let form = if multipart { form.fill("people[0][email]", "h.yamada2@minami.example.jp") } else { form };
        let reply = visitor.submits(&form.press("action", "submit")).status(201);
        let page = reply.page();
        page.says("申請を受け付けました").says("山田 花子").says("パスコード");
        let shown = page.texts(".receipt-number");
        let receipt = Receipt { number: shown[0].clone(), passcode: shown[1].clone(), due_on: String::new() };
        // The paper in hand works in another browser.
        assert_eq!(app.manager("みなみ診療所").follows(&receipt)["status"], "received");
        assert_eq!(app.first_clerk().opens_application(&receipt)["channel"], "electronic");
    }
}

#[test]
fn r13b_sending_the_page_twice_is_one_application() {
    let app = App::start();
    let visitor = app.visitor();
    let form = filled(visitor.opens("/apply/account").page().form(APPLICATIONS)).press("action", "submit");
    let numbers = [(); 2].map(|()| visitor.submits(&form).status(201).page().texts(".receipt-number"));
    assert_eq!(numbers[0], numbers[1]);
    assert_eq!(app.db_count("SELECT count(*) FROM applications"), 1);
}

#[test]
fn r13b_the_page_of_errors_keeps_everything_typed() {
    let app = App::start();
    let visitor = app.visitor();
    let form = filled(visitor.opens("/apply/account").page().form(APPLICATIONS))
        .fill("people[0][name]", "看護師一同")
        .fill("people[0][kana]", "\"><script>alert(1)</script>")
        .fill("organization[postal_code]", "27")
        .press("action", "submit");
    let page = visitor.submits(&form).status(422).page();
    page.says("だれが");
    assert!(!page.has("main script"), "what was typed became part of the page");
    let again = page.form(APPLICATIONS);
    for (name, value) in form.fields.iter().filter(|(name, _)| name != "action") {
        assert_eq!(again.value(name), Some(value.as_str()), "{name} was not kept");
    }
    for field in ["people-0-name", "people-0-kana", "organization-postal_code"] {
        assert!(page.has("[aria-invalid='true']"), "{field}");
    }
    let mended = again
        .fill("people[0][name]", "山田 花子")
        .fill("people[0][kana]", "ヤマダ ハナコ")
        .fill("organization[postal_code]", "272-0021")
        .press("action", "submit");
    let _ = visitor.submits(&mended).status(201);
}

#[test]
fn r1_people_are_added_and_removed_without_javascript() {
    let app = App::start();
    let visitor = app.visitor();
    let form = filled(visitor.opens("/apply/account").page().form(APPLICATIONS)).press("action", "add_person");
    let page = visitor.submits(&form).status(200).page();
    let two = page.form(APPLICATIONS);
    assert_eq!((two.value("people[0][name]"), two.value("people[1][name]")), (Some("山田 花子"), Some("")));
    assert_eq!(two.value("pledge"), Some("true"));
    let two = two.fill("people[1][name]", "佐藤 太郎").press("action", "remove_person:0");
    let one = visitor.submits(&two).status(200).page().form(APPLICATIONS);
    assert_eq!((one.value("people[0][name]"), one.value("people[1][name]")), (Some("佐藤 太郎"), None));
    assert_eq!(app.db_count("SELECT count(*) FROM applications"), 0);
}

#[test]
fn r13b_status_correction_withdrawal_and_copy_without_javascript() {
    let app = App::start();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    app.first_clerk().returns(&receipt, "ふりがなを確かめてください。\n番地も書いてください。");
    let visitor = app.visitor();
    let asks = visitor.opens("/apply/status").status(200).page().form("/apply/status");
    let wrong = asks.clone().fill("receipt_number", &receipt.number).fill("passcode", "ABCD-EFGH-JKMN");
    let refused = visitor.submits(&wrong).status(422).page().form("/apply/status");
    assert_eq!(refused.value("receipt_number"), Some(receipt.number.as_str()));
    let right = refused.fill("passcode", &receipt.passcode);
    let opened = visitor.submits(&right);
    let status = follow(&visitor, &opened).page();
    status.says("ふりがなを確かめてください。").says("山田 花子").says(&receipt.number);
    let correct = format!("/apply/account/{}/correct", receipt.number);
    assert!(status.links().contains(&correct), "{:?}", status.links());

    let page = visitor.opens(&correct).status(200).page();
    page.says("番地も書いてください。");
    let form = page.form(&format!("{APPLICATIONS}/{}/correction", receipt.number));
    assert_eq!(form.value("people[0][name]"), Some("山田 花子"));
    let wrong = form.clone().fill("organization[phone]", "110").press("action", "submit");
    let _ = visitor.submits(&wrong).status(422).page().form(&form.action);
    let corrected =
        form.fill("organization[address]", "千葉県市川市八幡3-4-6").tick("pledge", "true").press("action", "submit");
    let reply = visitor.submits(&corrected);
    follow(&visitor, &reply).page().says("千葉県市川市八幡3-4-6").says("再提出");

    let withdraw = format!("/apply/status/{}/withdraw", receipt.number);
    let sure =
        visitor.opens(&withdraw).status(200).page().form(&format!("{APPLICATIONS}/{}/withdrawal", receipt.number));
    let reply = visitor.submits(&sure);
    follow(&visitor, &reply).page().says("取下げ");

    let copy = visitor.opens(&format!("/apply/account?copy={}", receipt.number)).status(200).page().form(APPLICATIONS);
    assert_eq!(copy.value("organization[address]"), Some("千葉県市川市八幡3-4-6"));
    assert_eq!((copy.value("people[0][name]"), copy.value("pledge")), (Some("山田 花子"), None));
    let _ = visitor.submits(&copy.tick("pledge", "true").press("action", "submit")).status(201);
}

#[test]
fn pages_of_an_application_ask_strangers_for_the_passcode() {
    let app = App::start();
    let receipt = app.manager("みなみ診療所").applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    let number = &receipt.number;
    for path in [
        format!("/apply/status/{number}"),
        format!("/apply/status/{number}/withdraw"),
        format!("/apply/account/{number}/correct"),
        format!("/apply/account?copy={number}"),
    ] {
        let reply = app.visitor().opens(&path);
        assert!([303, 401].contains(&reply.status), "{reply}");
        assert!(!reply.text().contains("山田"), "{reply}");
    }
}

#[test]
fn an_applicant_closes_the_application_at_a_shared_computer() {
    let app = App::start();
    let manager = app.manager("みなみ診療所");
    let receipt = manager.applies_for(&[person("山田 花子", "ヤマダ ハナコ")]);
    manager.follows(&receipt);
    let page = manager.browser.opens(&format!("/apply/status/{}", receipt.number)).status(200).page();
    let reply = manager.browser.submits(&page.form("/apply/sign-out"));
    let _ = follow(&manager.browser, &reply);
    assert_eq!(manager.browser.cookie("tasuki_applicant"), None);
    let _ = manager.browser.opens(&format!("/apply/status/{}", receipt.number)).status(303);
}

#[test]
fn a_form_on_the_citys_website_is_taken_and_no_other_sites() {
    let city = "https://www.city.example.lg.jp";
    let app = App::builder().variable("city_origins", city).start();
    let fields = form_pairs(&app.manager("みなみ診療所").form(&[person("山田 花子", "ヤマダ ハナコ")]));
    let sends = |origin: &str| {
        let visitor = app.visitor();
        visitor.call("POST", APPLICATIONS).accept_html().header("Origin", origin).form(&fields).send()
    };
    sends(city).status(201).page().says("申請を受け付けました");
    for stranger in
        ["https://evil.example", "https://www.city.example.lg.jp.evil.example", "http://www.city.example.lg.jp", "null"]
    {
        let _ = sends(stranger).status(403);
    }
    // JSON from a city page would need a script there; only forms are let in.
    let json = app.visitor();
    let _ = json.call("POST", APPLICATIONS).header("Origin", city).json(&json!({})).send().status(403);
}

#[test]
fn pages_are_safe_to_show() {
    let app = App::start();
    for path in ["/apply", "/apply/account", "/apply/status"] {
        let reply = app.visitor().opens(path).status(200);
        let policy = reply.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("cache-control"), "no-store");
        let page = reply.page();
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("ja"));
        assert!(!page.has("[style], [onclick], script:not([src])"), "{path} has inline script or style");
        let asset = page.attribute("link[rel=stylesheet]", "href").expect("a style sheet");
        let _ = app.visitor().get(&asset).status(200);
    }
}

#[test]
fn r12_a_clerk_types_in_a_paper_form_and_says_how_it_came() {
    let app = App::start();
    let clerk = app.first_clerk();
    let page = clerk.opens("/apply/account").status(200).page();
    let form = filled(page.form(APPLICATIONS)).fill("channel", "post");
    let receipt = clerk.submits(&form.press("action", "submit")).status(201).page();
    let shown = receipt.texts(".receipt-number");
    let receipt = Receipt { number: shown[0].clone(), passcode: shown[1].clone(), due_on: String::new() };
    assert_eq!(clerk.opens_application(&receipt)["channel"], "post");
    // Nobody else is asked: what comes over the web is electronic.
    let page = app.visitor().opens("/apply/account").status(200).page();
    assert!(page.texts("#channel").is_empty());
}
