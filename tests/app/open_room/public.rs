//! The public pages, without JavaScript and without a login, and forms that come from the city's website (R12, R23).

use tests::{App, ROOMS, Receipt, Reply, User, Visitor};

const FORM: &str = "/api/room-applications";
const CITY: &str = "https://www.city.example";

fn nurse(app: &App) -> User {
    app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ")
}

/// What the city's own page sends: fields by their names, and nothing that only our page knows.
fn from_the_citys_page(nurse: &User) -> Vec<(String, String)> {
    let fields = [
        ("applicant[login_id]", nurse.login_id.as_str()),
        ("applicant[name]", "山田 花子"),
        ("applicant[phone]", "047-300-1234"),
        ("name", "褥瘡ケア研修の連絡"),
        ("purpose", "研修の日程と資料を知らせ合います。"),
        ("theme_id", "2"),
        ("scope", "研修に参加する看護師"),
        ("visibility", "listed"),
        ("rules_accepted", "true"),
    ];
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn posts(visitor: &Visitor, origin: &str, fields: &[(String, String)]) -> Reply {
    visitor.call("POST", FORM).header("Origin", origin).accept_html().form(fields).send()
}

#[test]
fn r23_a_room_is_applied_for_on_the_page_and_nothing_typed_is_lost() {
    let app = App::start();
    let nurse = nurse(&app);
    let visitor = app.visitor();
    let form = visitor.opens("/apply/room").status(200).page().form(FORM);
    assert_eq!(form.value("visibility"), Some("listed"));
    app.clock().advance_minutes(3);
    let form = form.fill("name", "褥瘡ケア研修の連絡").fill("applicant[login_id]", &nurse.login_id);
    let refused = visitor.submits(&form.press("action", "submit"));
    assert_eq!(refused.status, 422);
    let page = refused.page();
    page.says("入力内容に直すところが").says("ルールをすべて守ります");
    let form = page.form(FORM);
    assert_eq!(form.value("name"), Some("褥瘡ケア研修の連絡"));
    // A row more, a row less, as a browser without script does it.
    let form = form.fill("applicant[name]", "山田 花子").fill("purpose", "研修の日程と資料").fill("scope", "看護師");
    let form = form.fill("theme_id", "2").tick("rules_accepted", "true");
    let two = visitor.submits(&form.press("action", "add_participant")).status(200).page().form(FORM);
    assert_eq!((two.value("participants[1][name]"), two.value("purpose")), (Some(""), Some("研修の日程と資料")));
    let one = visitor.submits(&two.press("action", "remove_participant:1")).status(200).page().form(FORM);
    let filed = visitor.submits(&one.press("action", "submit")).status(201);
    let receipt = Receipt::shown_on(&filed.page());
    assert!(receipt.number.starts_with("1-26-"), "{}", receipt.number);
    let room = app.first_clerk().opens_collaboration_room(&receipt);
    assert_eq!(nurse.rooms(), [room]);
    // The receipt's page says so; the address that every applicant knows leads there.
    let led = visitor.opens(&format!("/apply/status/{}", receipt.number));
    assert_eq!((led.status, led.header("location")), (303, format!("/apply/room/{}", receipt.number).as_str()));
    visitor.opens(led.header("location")).status(200).page().says("手続完了").says("褥瘡ケア研修の連絡");
}

#[test]
fn r13b_a_returned_application_is_corrected_and_withdrawn_with_the_passcode() {
    let app = App::start();
    let (nurse, city) = (nurse(&app), app.first_clerk());
    let receipt = nurse.files(ROOMS, &nurse.room_form("研修の連絡", &[]));
    city.decides_on(ROOMS, &receipt, serde_json::json!({ "decision": "return", "note": "何の研修ですか。" })).ok();
    // Anywhere, by number and passcode.
    let visitor = app.visitor();
    let asked = visitor.opens("/apply/status").status(200).page().form("/apply/status");
    let asked = asked.fill("receipt_number", &receipt.number).fill("passcode", &receipt.passcode);
    let shown = visitor.submits(&asked);
    assert_eq!(shown.header("location"), format!("/apply/room/{}", receipt.number));
    visitor.opens(shown.header("location")).status(200).page().says("何の研修ですか。");
    let correct = format!("/apply/room/{}/correct", receipt.number);
    let action = format!("{FORM}/{}/correction", receipt.number);
    let form = visitor.opens(&correct).status(200).page().form(&action);
    let sent = visitor.submits(&form.fill("name", "褥瘡ケア研修の連絡").press("action", "submit"));
    assert_eq!(sent.status, 303, "{sent}");
    assert_eq!(nurse.follows(ROOMS, &receipt)["status"], "resubmitted");
    let confirm = visitor.opens(&format!("/apply/room/{}/withdraw", receipt.number)).status(200).page();
    let gone = visitor.submits(&confirm.form(&format!("{FORM}/{}/withdrawal", receipt.number)));
    assert_eq!(gone.status, 303);
    assert_eq!(nurse.follows(ROOMS, &receipt)["status"], "withdrawn");
    // A stranger is asked for number and passcode.
    let stranger = app.visitor().opens(&format!("/apply/room/{}", receipt.number));
    assert!(stranger.header("location").starts_with("/apply/status"), "{stranger}");
}

#[test]
fn r23_what_the_citys_website_sends_is_shown_once_and_then_filed() {
    let app = App::builder().variable("city_origins", CITY).start();
    let nurse = nurse(&app);
    let visitor = app.visitor();
    let fields = from_the_citys_page(&nurse);
    let shown = posts(&visitor, CITY, &fields);
    let page = shown.page();
    page.says("内容を確かめて、送信してください").says("まだ申請は終わっていません");
    assert_eq!(app.db_count("SELECT count(*) FROM applications"), 1, "the account's own application and no other");
    let form = page.form(FORM);
    for (name, value) in &fields {
        assert_eq!(form.value(name), Some(value.as_str()), "{name}");
    }
    app.clock().advance_minutes(1);
    let filed = visitor.submits(&form.press("action", "submit")).status(201);
    assert!(Receipt::shown_on(&filed.page()).number.starts_with("1-26-"));

    // Mistakes are shown together with it, and nothing is lost either.
    let mut wrong = fields.clone();
    wrong.retain(|(name, _)| name != "rules_accepted");
    wrong[3].1 = "部屋".to_owned();
    let page = posts(&visitor, CITY, &wrong).page();
    page.says("何のための部屋かが分かる名前").says("まだ申請は終わっていません");
    assert_eq!(page.form(FORM).value("purpose"), Some("研修の日程と資料を知らせ合います。"));
    // Every other site is refused, in words for a person.
    let refused = posts(&visitor, "https://evil.example", &fields);
    assert_eq!(refused.status, 403);
    refused.page().says("ほかのサイトからの操作は受け付けられません");
}

#[test]
fn a_program_that_fills_in_what_nobody_sees_or_sends_at_once_files_nothing_and_a_person_loses_nothing() {
    let app = App::start();
    let nurse = nurse(&app);
    let visitor = app.visitor();
    let fill = |mut form: tests::Form| {
        for (name, value) in from_the_citys_page(&nurse) {
            form = if name == "rules_accepted" { form.tick(&name, &value) } else { form.fill(&name, &value) };
        }
        form
    };
    let form = fill(visitor.opens("/apply/room").status(200).page().form(FORM));
    let page = visitor.submits(&form.press("action", "submit")).status(422).page();
    page.says("もう一度、送信のボタンを押してください");
    app.clock().advance_minutes(1);
    let form = page.form(FORM).fill("website", "https://spam.example");
    let page = visitor.submits(&form.press("action", "submit")).status(422).page();
    page.says("画面に出ない欄に文字が入っていました");
    let form = page.form(FORM);
    assert_eq!((form.value("website"), form.value("scope")), (Some(""), Some("研修に参加する看護師")));
    // A stamp of somebody's own making is none.
    let forged = form.fill("stamp", "1700000000000-00000000000000000000000000000000");
    let page = visitor.submits(&forged.press("action", "submit")).status(422).page();
    page.says("内容を確かめて、送信してください");
    app.clock().advance_minutes(1);
    let _ = visitor.submits(&page.form(FORM).press("action", "submit")).status(201);
    assert_eq!(app.db_count("SELECT count(*) FROM applications WHERE form = 1"), 1);
}

#[test]
fn from_one_address_come_so_many_forms_in_an_hour_and_the_next_one_waits_with_everything_typed() {
    let app = App::start();
    let nurse = nurse(&app);
    let visitor = app.visitor();
    let mut form = visitor.opens("/apply/room").status(200).page().form(FORM);
    for (name, value) in from_the_citys_page(&nurse) {
        form = if name == "rules_accepted" { form.tick(&name, &value) } else { form.fill(&name, &value) };
    }
    let form = form.press("action", "submit");
    app.clock().advance_minutes(1);
    // Asking whether somebody has an account counts like a form that is filed.
    for number in 0..20 {
        let guess =
            form.clone().fill("applicant[name]", &format!("佐藤 {}郎", char::from_u32(0x4e00 + number).unwrap()));
        assert_eq!(visitor.submits(&guess).status, 422, "{number}");
    }
    let held = visitor.submits(&form);
    assert_eq!(held.status, 429);
    assert!(!held.header("retry-after").is_empty());
    let page = held.page();
    page.says("今は送信できません").says("入力した内容は残っています");
    // A program is told the same; whoever is signed in is not held up.
    let refused = visitor.post(FORM, &nurse.room_form("褥瘡ケア研修の連絡", &[]));
    let _ = refused.problem(429, "too_many_attempts");
    let _ = nurse.files(ROOMS, &nurse.room_form("褥瘡ケア研修の連絡", &[]));
    app.clock().advance_minutes(61);
    let later = page.form(FORM).fill("name", "栄養ケア研修の連絡");
    let _ = visitor.submits(&later.press("action", "submit")).status(201);
}

#[test]
fn r26_closing_is_asked_for_on_the_page_too() {
    let app = App::start();
    let nurse = nurse(&app);
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    let visitor = app.visitor();
    let page = visitor.opens(&format!("/apply/room-closure?room={room}")).status(200).page();
    let form = page.form("/api/room-closures");
    assert_eq!(form.value("room_id"), Some(room.to_string().as_str()));
    assert!(!page.text().contains("褥瘡"), "a number tells nobody what the room is called");
    app.clock().advance_minutes(1);
    let form = form.fill("applicant[login_id]", &nurse.login_id).fill("applicant[name]", "山田 花子");
    let receipt = Receipt::shown_on(&visitor.submits(&form.press("action", "submit")).status(201).page());
    app.first_clerk().accepts_at_desk(tests::CLOSURES, &receipt);
    assert!(nurse.rooms().is_empty());
}
