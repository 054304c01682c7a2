//! A mail is submitted as a form: it lives in the desk's queue, and the desk's answers come back as mail (R11, R12, R19, R29).

use serde_json::{Value, json};
use tests::{App, CHANGES, MailedForm, Receipt, SUPPORT_ROOMS, User, registrant, with};

/// A manager and a colleague of hers, the city's clerk, and one of the association.
struct Clinic {
    app: App,
    manager: User,
    colleague: User,
    association: User,
}

impl Clinic {
    fn start() -> Self {
        let app = App::start();
        let (manager, colleague) = app.signed_in_manager_with("みなみ診療所", "佐藤 進", "サトウ ススム");
        let association = app.association_clerk("国府 台", "コウノ ダイ");
        Self { app, manager, colleague, association }
    }

    fn city(&self) -> &User {
        self.app.first_clerk()
    }

    /// A visiting nurse of another house, as the teams need one.
    fn nurse(&self) -> User {
        self.app.user_working_as("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ", "visiting_nurse")
    }

    /// Form 5 as it stands in the file that the manager sent.
    fn new_phone(&self) -> Value {
        with(&self.manager.change_form(), "/changes", json!({ "phone": "047-399-0001" }))
    }

    /// The manager's Form 5, sent by mail with a scan.
    fn mails_change(&self) -> MailedForm {
        let scan = self.manager.sends_mail_file("様式第5号.txt", b"new phone");
        self.manager.mails_as_form(5, "様式第5号を提出します", &[scan])
    }

    fn count(&self, sql: &str) -> i64 {
        self.app.db_count(sql)
    }
}

#[test]
fn r29_a_mail_submitted_as_a_form_lives_in_the_queue() {
    let clinic = Clinic::start();
    let sent = clinic.mails_change();
    assert!(sent.receipt.starts_with("9-26-000001-"), "{}", sent.receipt);
    assert_eq!(sent.mail["to"], json!([{ "person": null, "desk": "city", "opened": [] }]), "the form names the desk");
    let city = clinic.city();
    let line = city.get("/api/desk/applications?form=9").ok()["items"][0].clone();
    assert_eq!(
        (&line["receipt_number"], &line["channel"], &line["desk"], &line["wrong_desk"], &line["status"]),
        (&json!(sent.receipt), &json!("internal_mail"), &json!("city"), &json!(false), &json!("received"))
    );
    assert_eq!((&line["organization_name"], &line["applicant_name"]), (&json!("みなみ診療所"), &json!("南 和子")));
    assert!(line["due_on"].is_string(), "due like any other: {line}");
    let open = city.get("/api/desk/summary").ok()["open"].clone();
    assert_eq!(open, city.get("/api/desk/applications?limit=200").ok()["items"].as_array().unwrap().len());
    assert_eq!(clinic.association.get("/api/desk/applications?form=9").ok()["items"], json!([]));
    let _ = clinic.association.opens_mailed(&sent).problem(404, "not_found");
    // Who sent what, with its files.
    let seen = city.opens_mailed(&sent).ok();
    assert_eq!((&seen["content"]["form"], &seen["mails"][0]["subject"]), (&json!(5), &json!("様式第5号を提出します")));
    let file = seen["mails"][0]["files"][0]["file_id"].clone();
    assert_eq!(city.get(&format!("/api/mail/files/{file}")).status(200).body, b"new phone");
    assert_eq!(clinic.count("SELECT count(*) FROM outbox WHERE topic = 'mailed_form.submitted'"), 1);
    assert_eq!(clinic.count("SELECT count(*) FROM outbox WHERE topic = 'mail.sent'"), 0, "told once");
    assert_eq!(clinic.count("SELECT count(*) FROM audit_events WHERE action = 'mailed_form.submitted'"), 1);
    // It is assigned and noted like any other.
    let path = format!("/api/desk/applications/{}", sent.receipt);
    let _ = city.put(&format!("{path}/assignment"), &json!({ "user_id": city.id() })).ok();
    let mine = clinic.manager.follows_mailed(&sent);
    assert_eq!(
        (&mine["status"], &mine["can_withdraw"], &mine["can_answer"]),
        (&json!("received"), &json!(true), &json!(false))
    );
}

#[test]
fn r12_what_is_entered_from_a_mail_has_its_channel_and_completes_it() {
    let clinic = Clinic::start();
    let (city, manager) = (clinic.city(), &clinic.manager);
    let sent = clinic.mails_change();
    let form = clinic.new_phone();
    // A clerk claims the channel only with the mail, and with the mail no other.
    let alone = city.sends(CHANGES, &with(&form, "/channel", "internal_mail"));
    let _ = alone.problem(422, "validation_failed").field_error("channel", "channel_not_allowed").rule("R12");
    let path = format!("/api/{CHANGES}?mailed_form={}", sent.receipt);
    let _ = city.post(&path, &with(&form, "/channel", "post")).field_error("channel", "came_by_mail").rule("R12");
    let _ = manager.post(&path, &form).problem(403, "forbidden");
    let _ = clinic.association.enters_mailed(&sent, CHANGES, &form).problem(404, "not_found");
    let receipt = Receipt::of(&city.enters_mailed(&sent, CHANGES, &form).created());
    let entered = city.opens_at_desk(CHANGES, &receipt).ok();
    assert_eq!((&entered["channel"], &entered["status"]), (&json!("internal_mail"), &json!("received")));
    let done = city.opens_mailed(&sent).ok();
    assert_eq!(
        (&done["status"], &done["accounts"][0]["receipt_number"]),
        (&json!("completed"), &json!(receipt.number))
    );
    let _ = city.enters_mailed(&sent, CHANGES, &form).problem(409, "already_decided");
    // Whoever sent it is told in the thread, and follows what was entered.
    let told = manager.last_mail(&sent);
    assert_eq!(told["from"]["desk"], "city");
    assert!(told["body"].as_str().unwrap().contains(&receipt.number), "{told}");
    assert_eq!(manager.follows_mailed(&sent)["entered"]["receipt_number"], receipt.number);
    assert_eq!(manager.follows(CHANGES, &receipt)["status"], "received");
}

#[test]
fn r29_every_decision_comes_back_as_mail() {
    let clinic = Clinic::start();
    let (city, manager) = (clinic.city(), &clinic.manager);
    let sent = clinic.mails_change();
    let receipt = Receipt::of(&city.enters_mailed(&sent, CHANGES, &clinic.new_phone()).created());
    let note = "電話番号をもう一度確かめてください。";
    let _ = city.decides_on(CHANGES, &receipt, json!({ "decision": "return", "note": note })).ok();
    let told = manager.last_mail(&sent)["body"].as_str().unwrap().to_owned();
    assert!(told.contains(note) && told.contains(&receipt.number) && told.contains("差し戻されました"), "{told}");
    let content = manager.follows(CHANGES, &receipt)["content"].clone();
    let _ = manager.post(&format!("/api/{CHANGES}/{}/correction", receipt.number), &content).ok();
    let _ = city.accepts_at_desk(CHANGES, &receipt);
    let mails = manager.mail_thread(&sent.mail)["items"].as_array().unwrap().len();
    assert_eq!(mails, 4, "sent, entered, returned, complete: what is accepted and complete at once is told once");
    assert!(manager.last_mail(&sent)["body"].as_str().unwrap().contains("手続がすべて終わりました"));
    // Each answer is told as a mail; nothing else tells the sender of the same.
    assert_eq!(clinic.count("SELECT count(*) FROM outbox WHERE topic = 'mail.sent'"), 3);
}

#[test]
fn what_the_desk_says_of_a_form_is_for_its_sender_and_not_for_whom_the_sender_writes_on_to() {
    let clinic = Clinic::start();
    let (city, manager) = (clinic.city(), &clinic.manager);
    let sent = clinic.mails_change();
    let _ = city.decides_mailed(&sent, "return", Some("署名がありません。")).ok();
    let word = manager.answers(&sent.mail, &[&clinic.colleague], "署名はどこに要りますか。");
    let seen = clinic.colleague.mail_thread(&word)["form"].clone();
    assert_eq!((&seen["receipt_number"], &seen["note"]), (&json!(sent.receipt), &Value::Null));
    assert_eq!(manager.follows_mailed(&sent)["note"], "署名がありません。");
}

#[test]
fn r29_a_return_is_answered_in_the_thread_and_a_rejection_ends_it() {
    let clinic = Clinic::start();
    let (city, manager) = (clinic.city(), &clinic.manager);
    let sent = clinic.mails_change();
    let _ = manager.answers_return(&sent, "まだです", &[]).problem(409, "not_now");
    let _ = city.decides_mailed(&sent, "accept", None).problem(409, "content_not_entered").rule("R12");
    let _ = city.decides_mailed(&sent, "return", None).field_error("note", "required");
    assert_eq!(city.decides_mailed(&sent, "return", Some("署名がありません。")).ok()["status"], "returned");
    let mine = manager.follows_mailed(&sent);
    assert_eq!((&mine["note"], &mine["can_answer"]), (&json!("署名がありません。"), &json!(true)));
    assert!(manager.last_mail(&sent)["body"].as_str().unwrap().contains("署名がありません。"));
    // An ordinary answer asks; it hands nothing in.
    let question = json!({ "desks": ["city"], "reply_to": manager.last_mail(&sent)["mail_id"], "subject": "Re", "body": "どこですか" });
    let _ = manager.mails(&question).created();
    assert_eq!(manager.follows_mailed(&sent)["status"], "returned");
    let signed = manager.sends_mail_file("署名あり.txt", b"signed");
    let _ = manager.answers_return(&sent, "署名しました。", &[signed]).created();
    let again = city.opens_mailed(&sent).ok();
    assert_eq!((&again["status"], again["content"]["answers"].as_array().unwrap().len()), (&json!("resubmitted"), 1));
    assert_eq!(again["mails"].as_array().unwrap().last().unwrap()["files"][0]["name"], "署名あり.txt");
    assert_eq!(city.decides_mailed(&sent, "reject", Some("別の団体のものです。")).ok()["status"], "rejected");
    assert!(manager.last_mail(&sent)["body"].as_str().unwrap().contains("別の団体のものです。"));
    let _ = manager.withdraws_mailed(&sent).problem(409, "already_decided");
    let _ = manager.answers_return(&sent, "それでも", &[]).problem(409, "already_decided");
    // What a desk writes may name a patient: it stands in the mail and the history, not in the audit trail.
    assert_eq!(clinic.count("SELECT count(*) FROM audit_events WHERE detail LIKE '%別の団体%'"), 0);
}

#[test]
fn r11_redirected_in_one_click_a_mail_goes_on_with_everything() {
    let clinic = Clinic::start();
    let Clinic { manager, colleague, association, .. } = &clinic;
    let city = clinic.city();
    let scan = colleague.sends_mail_file("同意書.txt", b"consent");
    // Meant for the association, sent as the city's form.
    let sent = colleague.mails_as_form(2, "同意書を送ります", &[scan]);
    let note = "同意書は医師会の担当です。";
    let gone = city.decides_mailed(&sent, "redirect", Some(note)).ok();
    assert_eq!((&gone["desk"], &gone["status"]), (&json!("association"), &json!("redirected")));
    let _ = city.opens_mailed(&sent).problem(404, "not_found");
    let there = association.opens_mailed(&sent).ok();
    assert_eq!(
        (&there["channel"], &there["mails"][0]["subject"]),
        (&json!("internal_mail"), &json!("同意書を送ります"))
    );
    assert_eq!(association.get(&format!("/api/mail/files/{scan}")).status(200).body, b"consent");
    assert_eq!(association.mail_folder("box=association&q=同意書")[0]["thread_id"], sent.mail["thread_id"]);
    let told = colleague.last_mail(&sent)["body"].as_str().unwrap().to_owned();
    assert!(told.contains("医師会の窓口へ引き継ぎました") && told.contains(note), "{told}");
    // Its answers come from there now, and those of the sender go there.
    assert_eq!(association.decides_mailed(&sent, "return", Some("裏面もお願いします。")).ok()["status"], "returned");
    let answer = colleague.answers_return(&sent, "裏面です。", &[]).created();
    assert_eq!(answer["to"], json!([{ "person": null, "desk": "association", "opened": [] }]));
    // Whoever is not in the thread sees none of it.
    let _ = manager.get(&format!("/api/mail/threads/{}", sent.mail["thread_id"])).problem(404, "not_found");
    let _ = manager.withdraws_mailed(&sent).problem(404, "not_found");
    assert_eq!(colleague.withdraws_mailed(&sent).ok()["status"], "withdrawn");
}

#[test]
fn r11_what_tells_of_a_registrant_never_goes_to_the_city() {
    let clinic = Clinic::start();
    let Clinic { colleague, association, .. } = &clinic;
    let city = clinic.city();
    for form in [7, 8] {
        let scan = colleague.sends_mail_file("同意書.txt", b"consent");
        let sent = colleague.mails_as_form(form, "様式を送ります", &[scan]);
        let refused = association.decides_mailed(&sent, "redirect", Some("市へお願いします。"));
        let _ = refused.problem(409, "about_a_registrant").rule("R11");
        assert_eq!(association.opens_mailed(&sent).ok()["status"], "received");
        let _ = city.get(&format!("/api/mail/files/{scan}")).problem(404, "not_found");
        assert_eq!(association.decides_mailed(&sent, "return", Some("様式が違います。")).ok()["status"], "returned");
    }
}

#[test]
fn r1_r11_who_may_submit_what_and_to_whom() {
    let clinic = Clinic::start();
    let Clinic { manager, colleague, association, .. } = &clinic;
    let as_form = |form: u8| json!({ "form": form, "subject": "様式", "body": "提出します。" });
    for form in [4, 5, 6] {
        let _ = colleague.mails(&as_form(form)).problem(403, "only_the_manager_applies").rule("R1");
        assert_eq!(manager.mails(&as_form(form)).created()["to"][0]["desk"], "city");
    }
    for (form, desk) in [(1, "city"), (2, "city"), (3, "city"), (7, "association"), (8, "association")] {
        assert_eq!(colleague.mails(&as_form(form)).created()["to"][0]["desk"], desk);
    }
    let _ = association.mails(&as_form(7)).problem(403, "desk_enters_forms").rule("R12");
    let _ = colleague.mails(&as_form(9)).problem(422, "validation_failed").field_error("form", "unknown_form");
    let mut others = as_form(7);
    others["to"] = json!([manager.id()]);
    let _ = colleague.mails(&others).field_error("to", "form_goes_to_its_desk").rule("R11");
    let other_desk = with(&as_form(7), "/desks", json!(["city"]));
    let _ = colleague.mails(&other_desk).field_error("to", "form_goes_to_its_desk");
    let before = colleague.writes_to(&[manager], "先に", "一言");
    let reply = with(&as_form(7), "/reply_to", before["mail_id"].clone());
    let _ = colleague.mails(&reply).field_error("form", "form_begins_a_thread");
    let nothing = json!({ "answers_return": true, "reply_to": before["mail_id"], "subject": "Re", "body": "答え" });
    let _ = colleague.mails(&nothing).field_error("answers_return", "nothing_to_answer");
    assert_eq!(clinic.count("SELECT count(*) FROM mailed_forms"), 8, "what was refused left nothing");
}

#[test]
fn r29_a_retry_doubles_neither_mail_nor_submission() {
    let clinic = Clinic::start();
    let submit = || {
        let call = clinic.manager.call("POST", "/api/mail").idempotency_key("mailed-form-000001");
        call.json(&json!({ "form": 5, "subject": "様式第5号", "body": "提出します。" })).send().created()
    };
    let first = submit();
    assert_eq!(submit(), first);
    assert_eq!(clinic.count("SELECT count(*) FROM mailed_forms"), 1);
    assert_eq!(clinic.count("SELECT count(*) FROM applications WHERE form = 9"), 1);
    let sent = MailedForm::of(first);
    let (city, form) = (clinic.city(), with(&clinic.new_phone(), "/channel", "internal_mail"));
    let enter = || {
        let path = format!("/api/{CHANGES}?mailed_form={}", sent.receipt);
        city.call("POST", &path).idempotency_key("entered-form-00001").json(&form).send().created()
    };
    let entered = enter();
    assert_eq!(enter()["receipt_number"], entered["receipt_number"]);
    assert_eq!(clinic.manager.mail_thread(&sent.mail)["items"].as_array().unwrap().len(), 2, "told once");
}

#[test]
fn r13_no_form_is_mailed_before_the_opening_day() {
    let clinic = Clinic::start();
    let opens = json!({ "value": "2099-04-01" });
    let _ = clinic.city().put("/api/settings/applications_open_on", &opens).ok();
    let refused = clinic.manager.mails(&json!({ "form": 5, "subject": "様式", "body": "提出します。" }));
    let _ = refused.problem(403, "applications_not_open").rule("R13");
}

#[test]
fn r19_a_scan_counts_only_when_it_was_submitted_by_mail_after_the_consent_to_it() {
    let clinic = Clinic::start();
    let Clinic { colleague, association, .. } = &clinic;
    let form = colleague.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&clinic.nurse()]);
    let receipt = colleague.files_set(&with(&form, "/consent/scan_agreed_on", "2026-05-19"));
    let original = format!("/api/{SUPPORT_ROOMS}/{receipt}/original");
    let claims = |scan: Value| association.put(&original, &json!({ "received_by": "internal_mail", "scan": scan }));
    let _ = claims(Value::Null).problem(422, "validation_failed").field_error("scan", "scan_not_mailed").rule("R19");
    // A file of an ordinary mail is none that was submitted.
    let ordinary = colleague.sends_mail_file("同意書.txt", b"scan");
    let _ = colleague.mails(&json!({ "desks": ["association"], "subject": "同意書", "files": [ordinary] })).created();
    let scan = colleague.sends_mail_file("同意書.txt", b"scan");
    let sent = colleague.mails_as_form(7, "同意書の原本", &[scan]);
    let chosen = |file: i64| json!({ "mailed_form": sent.receipt, "file_id": file });
    let _ = claims(chosen(ordinary)).field_error("scan", "scan_not_mailed");
    let offered = association.opens_set(&receipt)["scans"].clone();
    assert_eq!(
        (&offered[0]["file_id"], &offered[0]["is_linked"], &offered[0]["sender_name"]),
        (&json!(scan), &json!(false), &json!("佐藤 進"))
    );
    let noted = claims(chosen(scan)).ok();
    assert_eq!(
        (&noted["original"]["received_by"], &noted["original"]["file_id"]),
        (&json!("internal_mail"), &json!(scan))
    );
    assert_eq!(association.get(&format!("/api/mail/files/{scan}")).status(200).body, b"scan");
    // The submission is done with that: it belongs to the application, and its sender is told.
    assert_eq!(association.opens_mailed(&sent).ok()["status"], "completed");
    assert_eq!(colleague.follows_mailed(&sent)["entered"]["receipt_number"], json!(receipt));
    assert_eq!(association.opens_set(&receipt)["scans"][0]["is_linked"], true);
}

#[test]
fn r19_a_scan_from_before_the_consent_to_it_or_of_another_organization_is_no_original() {
    let clinic = Clinic::start();
    let Clinic { app, colleague, association, .. } = &clinic;
    let nurse = clinic.nurse();
    let foreign = nurse.sends_mail_file("他の方.txt", b"scan");
    let theirs = nurse.mails_as_form(7, "他の団体の同意書", &[foreign]);
    let form = colleague.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let scan = colleague.sends_mail_file("同意書.txt", b"scan");
    let sent = colleague.mails_as_form(7, "同意書の原本", &[scan]);
    app.clock().advance_days(1);
    let (colleague, association) = (colleague.second_window_signed_in(), association.second_window_signed_in());
    let receipt = colleague.files_set(&with(&form, "/consent/scan_agreed_on", colleague.today()));
    let original = format!("/api/{SUPPORT_ROOMS}/{receipt}/original");
    let claims = |sent: &MailedForm, file: i64| {
        let scan = json!({ "mailed_form": sent.receipt, "file_id": file });
        association.put(&original, &json!({ "received_by": "internal_mail", "scan": scan }))
    };
    let _ = claims(&sent, scan).field_error("received_by", "scan_before_agreement").rule("R19");
    let _ = claims(&theirs, foreign).field_error("scan", "scan_not_mailed").rule("R19");
    assert_eq!(association.opens_mailed(&theirs).ok()["status"], "received", "it waits for its own application");
}

#[test]
fn r19_r29_a_mailed_set_is_entered_and_its_sender_follows_it() {
    let clinic = Clinic::start();
    let Clinic { colleague, association, .. } = &clinic;
    let scan = colleague.sends_mail_file("様式第7号と第8号.txt", b"both");
    let sent = colleague.mails_as_form(7, "様式第7号と第8号", &[scan]);
    let form = colleague.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&clinic.nurse()]);
    let mut form = with(&form, "/consent/scan_agreed_on", "2026-05-19");
    form["organization_id"] = json!(colleague.organization_id());
    form["applicant"] = json!({ "name": "佐藤 進", "kana": "サトウ ススム", "phone": "047-300-1234" });
    let receipt = association.enters_mailed(&sent, SUPPORT_ROOMS, &form).created()["receipt_number"].clone();
    let receipt = receipt.as_str().unwrap();
    let chosen = json!({ "mailed_form": sent.receipt, "file_id": scan });
    let original = json!({ "received_by": "internal_mail", "scan": chosen });
    let _ = association.put(&format!("/api/{SUPPORT_ROOMS}/{receipt}/original"), &original).ok();
    let follow = format!("/api/{SUPPORT_ROOMS}/{receipt}/follow-up");
    assert_eq!(colleague.get(&follow).ok()["status"], "received");
    let _ = clinic.manager.get(&follow).problem(404, "not_found");
    let _ = association.decides_set(receipt, "return", Some("町名をご確認ください。")).ok();
    assert!(colleague.last_mail(&sent)["body"].as_str().unwrap().contains("町名をご確認ください。"));
    // What tells that a mail came names nobody.
    assert_eq!(clinic.count("SELECT count(*) FROM outbox WHERE payload LIKE '%市川%' OR payload LIKE '%町名%'"), 0);
}
