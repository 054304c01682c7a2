//! What holds for every page, and what each page must say.

use super::*;
use crate::known_organization::OwnPerson;
use applications::{FollowUp, FollowUpEntry, NoticeCount, Receipt, Standing};
use domain::account::{AccountApplicationInput, PersonInput};
use domain::account_stop::{AccountStopInput, StoppingPersonInput};
use domain::application::Status;
use domain::organization_change::{FurtherDeviceInput, OrganizationChangeInput};
use domain::words::Desk;
use public_pages::problem::problem;
use public_pages::receipt::receipt;
use public_pages::{CorrectionNote, ReceiptPage, Sheet, follow_up, show, withdraw_confirm};
use std::collections::BTreeSet;
use web::{FieldProblem, Html, Millis};

/// The tags of a page with their attributes, as far as these pages need: values are always quoted.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn tags(html: &str) -> Vec<Tag> {
    html.split('<').skip(1).filter(|tag| !tag.starts_with(['/', '!'])).map(tag).collect()
}

fn tag(text: &str) -> Tag {
    let end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap();
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(['=', '>', ' ']).unwrap();
        if end == 0 {
            return Tag { name: name.to_owned(), attributes };
        }
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"').unwrap(),
            None => ("", after),
        };
        attributes.push((key.to_owned(), value.to_owned()));
        rest = after;
    }
}

fn filled(people: usize) -> AccountApplicationInput {
    let mut input = AccountApplicationInput::default();
    "みなみ診療所".clone_into(&mut input.organization.name);
    "clinic".clone_into(&mut input.organization.kind);
    "市川市南八幡1-1".clone_into(&mut input.organization.address);
    "佐藤 花子".clone_into(&mut input.applicant.name);
    for at in 0..people {
        let mut person = PersonInput { name: format!("鈴木 {at}郎"), ..PersonInput::default() };
        "visiting_nurse".clone_into(&mut person.profession);
        "tablet".clone_into(&mut person.device.kind);
        input.people.push(person);
    }
    input
}

fn error(field: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), code: "required", message: format!("誤り {field}"), rule: None }
}

type AccountSheet<'a> = Sheet<'a, AccountApplicationInput>;

fn form<'a>(input: &'a AccountApplicationInput, errors: &'a [FieldProblem]) -> AccountSheet<'a> {
    Sheet {
        input,
        errors,
        idempotency_key: "form-0123456789abcdef".to_owned(),
        action: "/api/account-applications".to_owned(),
        correcting: None,
        by_desk: false,
        known: None,
        stamp: None,
        notice: None,
        mailed_form: None,
    }
}

fn correction<'a>(input: &'a AccountApplicationInput, errors: &'a [FieldProblem]) -> AccountSheet<'a> {
    Sheet {
        action: "/api/account-applications/4-26-000123-48/correction".to_owned(),
        correcting: Some(CorrectionNote {
            receipt_number: "4-26-000123-48",
            note: Some("氏名を\n確かめてください。"),
            desk: Desk::City,
        }),
        ..form(input, errors)
    }
}

fn receipt_page() -> ReceiptPage {
    ReceiptPage {
        receipt: Receipt {
            receipt_number: "4-26-000123-48".to_owned(),
            passcode: "ABCD-EFGH-JKMN".to_owned(),
            status: Status::Received,
            received_at: Millis(1_795_359_959_000),
            due_on: "2026-11-27".parse().ok(),
        },
        organization_name: "みなみ診療所".to_owned(),
        people_are: "利用者",
        next: &["通知書を郵送します。"],
        people: vec!["鈴木 一郎".to_owned(), "高橋 次郎".to_owned()],
    }
}

fn followed(current: &FollowUp<AccountApplicationInput>) -> Html {
    follow_up(&current.standing, "/apply/account", "/apply/status/4-26-000123-48", &account_copy(&current.content))
}

fn follow_up_page(status: Status) -> FollowUp<AccountApplicationInput> {
    let standing = Standing {
        missing: Vec::new(),
        receipt_number: "4-26-000123-48".to_owned(),
        form: 4,
        status,
        status_text: domain::application::status_text_ja(status),
        desk: Desk::City,
        can_correct: domain::application::can_correct(status),
        can_withdraw: domain::application::can_withdraw(status),
        note: (status == Status::Returned).then(|| "2人目の職種を\n直してください。".to_owned()),
        received_at: Millis(1_795_359_959_000),
        updated_at: Millis(1_795_459_959_000),
        notice_due_on: "2026-11-27".parse().ok(),
        notices: NoticeCount { total: 2, posted: 1 },
        excluded: Vec::new(),
        history: vec![FollowUpEntry {
            at: Millis(1_795_359_959_000),
            action: "submit".to_owned(),
            note: Some("窓口のメモ".to_owned()),
        }],
    };
    FollowUp { standing, content: filled(2), content_deleted: false }
}

fn stop() -> AccountStopInput {
    let person = |name: &str| StoppingPersonInput {
        login_id: "4827-1935".to_owned(),
        name: name.to_owned(),
        reason: "retired".to_owned(),
        last_day: Some("2026-12-31".to_owned()),
    };
    AccountStopInput {
        organization_id: Some(7),
        people: vec![person("鈴木 一郎"), person("高橋 次郎")],
        ..AccountStopInput::default()
    }
}

fn change() -> OrganizationChangeInput {
    let device = FurtherDeviceInput { asset_number: "SKR-2".to_owned(), ..FurtherDeviceInput::default() };
    OrganizationChangeInput { organization_id: Some(7), devices: vec![device; 2], ..OrganizationChangeInput::default() }
}

fn own_people() -> Vec<OwnPerson> {
    vec![OwnPerson { login_id: "48271935".to_owned(), name: "鈴木 一郎".to_owned() }]
}

fn sheet<'a, I>(input: &'a I, errors: &'a [FieldProblem], by_desk: bool) -> Sheet<'a, I> {
    Sheet {
        input,
        errors,
        idempotency_key: "form-0123456789abcdef".to_owned(),
        action: "/api/x".to_owned(),
        correcting: None,
        by_desk,
        known: None,
        stamp: None,
        notice: None,
        mailed_form: None,
    }
}

/// Forms 5 and 6, empty, with errors everywhere, entered by a clerk, with people to choose from.
fn other_forms() -> Vec<(&'static str, Html)> {
    let (no_stop, no_change) = (AccountStopInput::default(), OrganizationChangeInput::default());
    let (stop, change, people) = (stop(), change(), own_people());
    let stop_errors = STOP_ERRORS.map(error);
    let change_errors = CHANGE_ERRORS.map(error);
    vec![
        ("stop-empty", stop_form(&sheet(&no_stop, &[], false), &[])),
        ("stop-errors", stop_form(&sheet(&stop, &stop_errors, true), &[])),
        ("stop-chosen", stop_form(&sheet(&stop, &stop_errors, false), &people)),
        ("change-empty", change_form(&sheet(&no_change, &[], false), &[])),
        ("change-errors", change_form(&sheet(&change, &change_errors, true), &[])),
        ("change-chosen", change_form(&sheet(&change, &change_errors, false), &people)),
    ]
}

const STOP_ERRORS: [&str; 6] =
    ["organization_id", "applicant.kana", "people", "people[0].login_id", "people[1].name", "people[1].last_day"];
const CHANGE_ERRORS: [&str; 7] = [
    "organization_id",
    "changes",
    "changes.address",
    "new_manager.name",
    "devices",
    "devices[1].asset_number",
    "pledge",
];

const ERRORS: [&str; 9] = [
    "organization.id",
    "organization.name",
    "applicant.kana",
    "people[1].device.asset_number",
    "people[0].profession",
    "people[1]",
    "people",
    "pledge",
    "channel",
];

/// Every page in every state that has its own markup, with a name for files and messages.
fn every_page() -> Vec<(String, Html)> {
    let day = "2026-04-01".parse().unwrap();
    let (none, two) = (filled(0), filled(2));
    let errors = ERRORS.map(error);
    let wrong = Problem::new(http::StatusCode::UNPROCESSABLE_ENTITY, "receipt_or_passcode_wrong", "正しくありません。");
    let invalid = Problem::invalid_field("receipt_number", "receipt_number_invalid", "11けたの数字です。");
    let mut pages = vec![
        ("entry", entry(None)),
        ("entry-not-open", entry(Some(day))),
        ("not-open", show::not_open(day)),
        ("blank-forms", blank_forms()),
        ("form-empty", account_form(&form(&none, &[]), None)),
        ("form-errors", account_form(&form(&two, &errors), None)),
        ("form-correction", account_form(&correction(&two, &[]), Some("みなみ診療所"))),
        ("receipt", receipt(&receipt_page())),
        ("status", status_form(&StatusForm::default())),
        ("status-wrong", status_form(&StatusForm { receipt_number: "4-26".to_owned(), error: Some(&wrong) })),
        ("status-invalid", status_form(&StatusForm { receipt_number: "4-26".to_owned(), error: Some(&invalid) })),
        ("withdraw", withdraw_confirm("account-applications", "4-26-000123-48", "/apply/status/4-26-000123-48")),
        ("problem", problem(&invalid)),
    ]
    .into_iter()
    .map(|(name, page)| (name.to_owned(), page))
    .collect::<Vec<_>>();
    pages.extend(other_forms().into_iter().map(|(name, page)| (name.to_owned(), page)));
    pages.extend(Status::ALL.iter().map(|status| (format!("follow-up-{status}"), followed(&follow_up_page(*status)))));
    pages
}

#[test]
fn nothing_typed_becomes_markup() {
    const ATTACK: &str = "<script>alert(1)</script>\"'><img src=x>";
    let mut input = filled(1);
    ATTACK.clone_into(&mut input.people[0].name);
    ATTACK.clone_into(&mut input.organization.address);
    ATTACK.clone_into(&mut input.organization.kind);
    let errors = [FieldProblem { message: ATTACK.to_owned(), ..error("people[0].name") }];
    let mut returned = follow_up_page(Status::Returned);
    returned.content = input.clone();
    returned.standing.note = Some(ATTACK.to_owned());
    let mut filed = receipt_page();
    filed.people = vec![ATTACK.to_owned()];
    for page in [
        account_form(&form(&input, &errors), None),
        followed(&returned),
        receipt(&filed),
        status_form(&StatusForm { receipt_number: ATTACK.to_owned(), error: None }),
        problem(&Problem::not_found().detail(ATTACK)),
        problem(&Problem::new(http::StatusCode::CONFLICT, "x", ATTACK)),
    ] {
        assert!(!page.0.contains("<script>") && !page.0.contains("<img"), "{}", page.0);
    }
}

#[test]
fn every_page_is_complete_for_everybody() {
    for (page, Html(html)) in every_page() {
        let tags = tags(&html);
        let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
        assert_eq!((count("h1"), count("main"), count("style")), (1, 1, 0), "{page}");
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"ja\">"), "{page}");
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{page}: an id occurs twice in {ids:?}");
        for tag in &tags {
            for name in ["for", "aria-describedby", "aria-labelledby"] {
                for id in tag.get(name).unwrap_or_default().split_whitespace() {
                    assert!(known.contains(id), "{page}: {name} points at no element: {id}");
                }
            }
            let target = tag.get("href").and_then(|href| href.strip_prefix('#'));
            assert!(target.is_none_or(|id| known.contains(id)), "{page}: a link leads nowhere: {target:?}");
            // The policy forbids inline script and style.
            let inline = |name: &str| name == "style" || name.starts_with("on");
            assert!(!tag.attributes.iter().any(|(name, _)| inline(name)), "{page}: inline code in {}", tag.name);
            assert!(tag.name != "script" || tag.get("src").is_some(), "{page}: inline script");
        }
        assert!(html.contains("緊急の連絡には使えません"), "R22 {page}");
    }
}

#[test]
fn every_control_has_a_label() {
    for (page, Html(html)) in every_page() {
        let tags = tags(&html);
        let labelled: BTreeSet<&str> =
            tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.get("for")).collect();
        for control in tags.iter().filter(|tag| ["input", "select", "textarea"].contains(&tag.name.as_str())) {
            if control.get("type") != Some("hidden") {
                let id = control.get("id").unwrap_or_default();
                assert!(labelled.contains(id), "{page}: no label for {:?}", control.get("name"));
            }
        }
    }
}

#[test]
fn every_error_is_shown_at_its_field_and_linked_from_the_summary() {
    let (two, errors) = (filled(2), ERRORS.map(error));
    let Html(html) = account_form(&form(&two, &errors), None);
    let tags = tags(&html);
    let links: Vec<&str> = tags.iter().filter_map(|tag| tag.get("href")?.strip_prefix('#')).collect();
    let expected = [
        "main",
        "organization-id",
        "organization-name",
        "applicant-kana",
        "people-1-device-asset_number",
        "people-0-profession",
        "people-1",
        "people",
        "pledge",
        "form4",
    ];
    assert_eq!(links, expected);
    for id in &expected[1..9] {
        let place = tags.iter().find(|tag| tag.get("id") == Some(id)).unwrap();
        let described_by = place.get("aria-describedby").unwrap_or_default();
        assert!(described_by.split(' ').any(|by| by == format!("{id}-error")), "{id}: {described_by}");
        assert!(place.name == "fieldset" || place.get("aria-invalid") == Some("true"), "{id}");
    }
    assert!(html.contains("2人目の使う端末の管理番号：誤り people[1].device.asset_number"));
    assert!(html.contains("<title>エラー："));
}

#[test]
fn forms_5_and_6_show_every_error_at_a_place_of_the_page() {
    for (page, Html(html)) in other_forms() {
        let expected = match page {
            "stop-errors" | "stop-chosen" => &STOP_ERRORS[..],
            "change-errors" | "change-chosen" => &CHANGE_ERRORS[..],
            _ => &[],
        };
        for path in expected {
            // Where there is a choice instead of a name, the error of the name stands at the person.
            let place =
                if page == "stop-chosen" { path.replace("people[1].name", "people[1]") } else { (*path).to_owned() };
            assert!(html.contains(&format!("id=\"{}-error\"", public_pages::field::id(&place))), "{page}: {path}");
            assert!(html.contains(&format!("誤り {path}")), "{page}: {path}");
        }
    }
}

#[test]
fn r8_a_signed_in_manager_chooses_from_the_people() {
    let (stop, people) = (stop(), own_people());
    let Html(chosen) = stop_form(&sheet(&stop, &[], false), &people);
    assert!(chosen.contains(r#"<option value="48271935" selected>鈴木 一郎（4827-1935）</option>"#));
    assert!(!chosen.contains(r#"name="people[0][name]""#));
    let Html(typed) = stop_form(&sheet(&stop, &[], false), &[]);
    assert!(
        typed.contains(r#"name="people[0][login_id]" value="4827-1935""#)
            && !typed.contains("<option value=\"48271935\"")
    );
    assert!(typed.contains(r#"type="date" id="people-0-last_day" name="people[0][last_day]" value="2026-12-31""#));
}

#[test]
fn r1_an_empty_form_asks_for_one_person_and_keeps_the_names_of_the_contract() {
    let Html(html) = account_form(&form(&AccountApplicationInput::default(), &[]), None);
    let names: Vec<String> = tags(&html)
        .iter()
        .filter_map(|tag| tag.get("name").filter(|_| tag.name != "meta"))
        .map(str::to_owned)
        .collect();
    let expected = [
        "idempotency_key",
        "organization[name]",
        "organization[id]",
        "organization[kind]",
        "organization[postal_code]",
        "organization[address]",
        "organization[phone]",
        "applicant[name]",
        "applicant[kana]",
        "applicant[email]",
        "applicant[phone]",
        "people[0][name]",
        "people[0][kana]",
        "people[0][profession]",
        "people[0][profession_other]",
        "people[0][email]",
        "people[0][device][asset_number]",
        "people[0][device][kind]",
        "action",
        "pledge",
        "action",
    ];
    assert_eq!(names, expected);
}

#[test]
fn r13b_a_form_keeps_what_was_typed_and_numbers_its_people() {
    let mut three = filled(3);
    three.pledge = true;
    three.organization.id = Some(7);
    let Html(html) = account_form(&correction(&three, &[]), Some("みなみ診療所"));
    for kept in [
        r#"value="鈴木 2郎""#,
        r#"data-index="2""#,
        r#"id="people-2-device-kind""#,
        r#"value="remove_person:2""#,
        r#"<option value="clinic" selected>"#,
        r#"name="organization[id]" value="7""#,
        ">市川市南八幡1-1</textarea>",
        r#"value="true" checked"#,
        "3人目",
        r#"data-draft="form4-4-26-000123-48""#,
        "氏名を<br>確かめてください。",
    ] {
        assert!(html.contains(kept), "{kept}");
    }
    let one = filled(1);
    let Html(html) = account_form(&form(&one, &[]), None);
    assert!(!html.contains("remove_person") && html.contains(r#"data-draft="form4""#));
}

#[test]
fn r13b_the_receipt_shows_what_to_keep_and_the_status_page_never_gives_the_passcode_back() {
    let Html(html) = receipt(&receipt_page());
    for said in [r#"data-receipt="4-26-000123-48""#, "ABCD-EFGH-JKMN", "令和8年11月27日(金)", "鈴木 一郎、高橋 次郎"]
    {
        assert!(html.contains(said), "{said}");
    }
    let Html(html) = status_form(&StatusForm { receipt_number: "4-26-000123-48".to_owned(), error: None });
    assert!(html.contains(r#"name="receipt_number" value="4-26-000123-48""#));
    assert!(html.contains(r#"name="passcode" value="""#));
}

#[test]
fn r13b_the_follow_up_offers_what_can_be_done_now() {
    let Html(returned) = followed(&follow_up_page(Status::Returned));
    for said in [
        "/apply/account/4-26-000123-48/correct",
        "/apply/status/4-26-000123-48/withdraw",
        "?copy=4-26-000123-48",
        "2人目の職種を<br>直してください。",
        "訪問看護師",
        "タブレット",
    ] {
        assert!(returned.contains(said), "{said}");
    }
    let Html(accepted) = followed(&follow_up_page(Status::Accepted));
    assert!(!accepted.contains("/correct\"") && !accepted.contains("/withdraw\"") && accepted.contains("?copy="));
    assert!(accepted.contains("2通のうち1通を郵送しました"));
}

#[test]
fn r13_before_the_opening_day_nobody_is_led_to_the_form() {
    let Html(early) = entry("2026-04-01".parse().ok());
    assert!(early.contains("令和8年4月1日(水)") && !early.contains("\"/apply/account\""));
    assert!(entry(None).0.contains("\"/apply/account\""));
}
