//! The pages of Forms 5 and 6, used without JavaScript, with and without a login.

use tests::{App, CHANGES, Reply, STOPS, Visitor, with};

const STOP_FORM: &str = "/api/account-stops";
const CHANGE_FORM: &str = "/api/organization-changes";

#[track_caller]
fn follow(visitor: &Visitor, reply: &Reply) -> Reply {
    assert_eq!(reply.status, 303, "{reply}");
    visitor.opens(reply.header("location")).status(200)
}

#[test]
fn r11_the_entry_page_leads_to_every_form_of_the_city_and_tells_where_the_others_go() {
    let app = App::start();
    let visitor = app.visitor();
    let page = visitor.opens("/apply").status(200).page();
    for link in ["/apply/account", "/apply/organization-change", "/apply/account-stop"] {
        assert!(page.links().iter().any(|to| to == link), "no link to {link}");
        let _ = visitor.opens(link).status(200);
    }
    page.says("様式第7号").says("市川市医師会");
}

#[test]
fn r8_a_signed_in_manager_chooses_whom_to_stop() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let form = manager.opens("/apply/account-stop").status(200).page().form(STOP_FORM);
    assert_eq!(form.value("organization_id"), Some(manager.organization_id().to_string().as_str()));
    assert_eq!(form.value("applicant[name]"), Some("南 和子"));
    // Two people, added and removed without a script; nothing is lost.
    let form = form.fill("people[0][login_id]", &user.login_id.replace('-', "")).fill("people[0][reason]", "retired");
    let two = manager.submits(&form.press("action", "add_person")).status(200).page().form(STOP_FORM);
    assert_eq!(two.value("people[0][reason]"), Some("retired"));
    let one = manager.submits(&two.press("action", "remove_person:1")).status(200).page().form(STOP_FORM);
    let page = manager.submits(&one.press("action", "submit")).status(201).page();
    page.says("山田 花子").says("パスコード");
}

#[test]
fn r8_a_link_from_the_list_of_people_picks_the_person() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "久保 蓮", "クボ レン");
    let path = format!("/apply/account-stop?login_id={}", user.login_id);
    let digits = user.login_id.replace('-', "");
    let picked = manager.opens(&path).status(200).page().form(STOP_FORM);
    assert_eq!(picked.value("people[0][login_id]"), Some(digits.as_str()));
    // Somebody who is not her manager learns nothing from the same link.
    let stranger = app.visitor().opens(&path).status(200);
    assert!(!stranger.text().contains("久保"), "{stranger}");
}

#[test]
fn r13b_the_forms_of_strangers_hold_no_personal_data() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "久保 蓮", "クボ レン");
    let id = manager.organization_id();
    for browser in [&app.visitor(), &**app.first_clerk(), &*user] {
        for path in ["/apply/account-stop", "/apply/organization-change", "/apply/account"] {
            let text = browser.opens(&format!("{path}?organization_id={id}&organization={id}")).status(200).text();
            for secret in ["久保", "南 和子", "ミナミ", user.login_id.as_str(), &user.login_id.replace('-', "")]
            {
                assert!(!text.contains(secret), "{path} tells {secret}");
            }
        }
    }
}

#[test]
fn r10_a_change_is_filed_corrected_and_started_anew_without_javascript() {
    let app = App::start();
    let manager = app.signed_in_manager("みなみ診療所");
    let visitor = app.visitor();
    let mut form = visitor.opens("/apply/organization-change").status(200).page().form(CHANGE_FORM);
    for (name, value) in [
        ("organization_id", manager.organization_id().to_string().as_str()),
        ("applicant[name]", "南 和子"),
        ("applicant[kana]", "みなみ かずこ"),
        ("applicant[email]", "k.minami@minami.example.jp"),
        ("applicant[phone]", "047-300-0001"),
        ("changes[phone]", "047-30"),
    ] {
        form = form.fill(name, value);
    }
    // Wrong: the page comes back with everything typed and the errors at their fields.
    let refused = visitor.submits(&form.press("action", "submit")).status(422).page();
    assert!(refused.has("#changes-phone-error") && refused.has("#pledge-error"));
    let form = refused.form(CHANGE_FORM);
    assert_eq!(form.value("changes[phone]"), Some("047-30"));
    let form = form.fill("changes[phone]", "047-300-0077").tick("pledge", "true").press("action", "submit");
    let receipt = visitor.submits(&form).status(201).page();
    let number = receipt.texts(".receipt-number").remove(0);
    let open = tests::Receipt { number: number.clone(), passcode: String::new(), due_on: String::new() };
    let clerk = app.first_clerk();
    let back = serde_json::json!({ "decision": "return", "note": "名称も変わりますか。" });
    let _ = clerk.decides_on(CHANGES, &open, back).ok();
    let status = visitor.opens(&format!("/apply/status/{number}")).status(200).page();
    status.says("名称も変わりますか。");
    assert!(status.links().iter().any(|to| to == &format!("/apply/organization-change/{number}/correct")));
    let again = visitor.opens(&format!("/apply/organization-change/{number}/correct")).status(200).page();
    let action = format!("/api/organization-changes/{number}/correction");
    let again = again.form(&action).fill("changes[name]", "みなみクリニック").press("action", "submit");
    let page = follow(&visitor, &visitor.submits(&again)).page();
    page.says("みなみクリニック");
    // An old one begins a new one; the pledge is taken anew.
    let copy = visitor.opens(&format!("/apply/organization-change?copy={number}")).status(200).page();
    let copy = copy.form(CHANGE_FORM);
    assert_eq!((copy.value("changes[phone]"), copy.value("pledge")), (Some("047-300-0077"), None));
    let _ = app.visitor().opens(&format!("/apply/organization-change?copy={number}")).status(401);
    let withdraw = visitor.opens(&format!("/apply/status/{number}/withdraw")).status(200).page();
    let taken_back = visitor.submits(&withdraw.form(&format!("/api/organization-changes/{number}/withdrawal")));
    follow(&visitor, &taken_back).page().says("取下げ");
}

#[test]
fn r13b_a_receipt_of_one_form_opens_no_other() {
    let app = App::start();
    let (manager, user) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let receipt = manager.files(STOPS, &manager.stop_form(&[&user]));
    let _ = manager.get(&format!("/api/{CHANGES}/{}/follow-up", receipt.number)).problem(404, "not_found");
    let _ = app.first_clerk().get(&format!("/api/{CHANGES}/{}", receipt.number)).problem(404, "not_found");
    let retry = with(&manager.stop_form(&[&user]), "/people/0/reason", "other");
    let twice =
        |key: &str| manager.call("POST", &format!("/api/{STOPS}")).idempotency_key(key).json(&retry).send().created();
    assert_eq!(twice("intent-0123456789ab")["receipt_number"], twice("intent-0123456789ab")["receipt_number"]);
}
