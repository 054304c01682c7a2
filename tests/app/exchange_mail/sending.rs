//! A mail is sent, answered and passed on; nothing that was typed is lost on a refusal.

use super::People;
use serde_json::{Value, json};
use tests::{App, STOPS, mail_of, texts};

#[test]
fn r29_a_mail_goes_to_several_people_and_to_a_desk() {
    let People { app, nurse, doctor, pharmacist } = People::start();
    let city = app.first_clerk();
    let mail = json!({
        "to": [doctor.id(), pharmacist.id()], "desks": ["city"], "subject": "研修の日程", "body": "6月10日でいかがでしょうか。\n😊",
    });
    let sent = nurse.mails(&mail).created();
    assert_eq!((&sent["is_mine"], &sent["thread_id"]), (&json!(true), &sent["mail_id"]));
    assert_eq!(sent["from"]["person"]["organization_name"], "さくら訪問看護ステーション");
    assert_eq!(sent["from"]["desk"], Value::Null);
    let names: Vec<&Value> = sent["to"].as_array().unwrap().iter().map(|to| &to["person"]["name"]).collect();
    assert_eq!(names, [&json!("佐藤 進"), &json!("髙﨑 ユミ"), &Value::Null]);
    assert_eq!(sent["to"][2], json!({ "person": null, "desk": "city", "opened": [] }));
    for (who, query) in [(&doctor, "box=mine"), (&pharmacist, ""), (city, "box=city")] {
        let inbox = who.mail_folder(query);
        assert_eq!(inbox[0]["subject"], "研修の日程", "{inbox}");
        assert_eq!((&inbox[0]["last_from_name"], &inbox[0]["unread_count"]), (&json!("山田 花子"), &json!(1)));
        assert_eq!(inbox[0]["people"], json!(["山田 花子", "佐藤 進", "髙﨑 ユミ", "市の窓口"]));
        assert_eq!(inbox[0]["people_count"], 4);
        assert_eq!(inbox[0]["excerpt"], "6月10日でいかがでしょうか。 😊");
    }
    assert!(city.mail_folder("box=mine").as_array().unwrap().is_empty(), "it lies with the desk, not with one clerk");
    assert!(nurse.mail_folder("").as_array().unwrap().is_empty());
    assert_eq!(nurse.mail_folder("folder=sent")[0]["unread_count"], 0);
    let read = doctor.mail_thread(&sent);
    assert_eq!(read["items"][0]["body"], "6月10日でいかがでしょうか。\n😊");
    assert_eq!((&read["items"][0]["is_mine"], &read["cut"]), (&json!(false), &json!(false)));
}

#[test]
fn r29_one_event_and_one_row_for_the_worker_and_no_word_of_it_in_either() {
    let People { app, nurse, doctor, .. } = People::start();
    let sent = nurse.writes_to(&[&doctor], "褥瘡の件", "国分さんの様子です。");
    let told = app.db_count("SELECT count(*) FROM outbox WHERE topic = 'mail.sent'");
    assert_eq!(told, 1);
    let payload: String = app
        .db_connection()
        .query_row("SELECT payload FROM outbox WHERE topic = 'mail.sent'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(payload, json!({ "mail": sent["mail_id"] }).to_string());
    let (subject, detail): (String, String) = app
        .db_connection()
        .query_row("SELECT subject, detail FROM audit_events WHERE action = 'mail.sent'", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(subject, format!("mail:{}", sent["mail_id"]));
    assert!(!detail.contains("褥瘡") && !detail.contains("国分"), "{detail}");
    assert_eq!(app.first_clerk().get("/api/audit/verification").ok()["intact"], true);
}

#[test]
fn r29_an_answer_joins_the_thread() {
    let People { app: _app, nurse, doctor, pharmacist, .. } = People::start();
    let first = nurse.writes_to(&[&doctor, &pharmacist], "処方の確認", "お二人にうかがいます。");
    let answer = doctor.answers(&first, &[&nurse, &pharmacist], "承知しました。");
    assert_eq!((&answer["thread_id"], &answer["reply_to"]), (&first["thread_id"], &first["mail_id"]));
    // To the nurse alone: the doctor does not see that the thread goes on.
    pharmacist.answers(&first, &[&nurse], "内緒の相談です。");
    assert_eq!(
        texts(&nurse.mail_thread(&first)["items"]),
        ["お二人にうかがいます。", "承知しました。", "内緒の相談です。"]
    );
    assert_eq!(texts(&doctor.mail_thread(&first)["items"]), ["お二人にうかがいます。", "承知しました。"]);
    let line = &nurse.mail_folder("")[0];
    assert_eq!((&line["subject"], &line["mail_count"]), (&json!("処方の確認"), &json!(3)));
    assert_eq!((&line["unread_count"], &line["last_from_name"]), (&json!(2), &json!("髙﨑 ユミ")));
    assert_eq!(doctor.mail_folder("")[0]["excerpt"], "承知しました。");
}

#[test]
fn r29_a_forward_begins_a_thread_and_carries_files_on_wish() {
    let People { app: _app, nurse, doctor, pharmacist, .. } = People::start();
    let file = nurse.sends_mail_file("創部.txt", "記録".as_bytes());
    let first = nurse
        .mails(&json!({ "to": [doctor.id()], "subject": "記録", "body": "お送りします。", "files": [file] }))
        .created();
    let forward = |with_files: bool| {
        let mail = json!({
            "to": [pharmacist.id()], "subject": "Fwd: 記録", "forward_of": first["mail_id"], "forward_files": with_files,
        });
        doctor.mails(&mail).created()
    };
    let without = forward(false);
    assert_ne!(without["thread_id"], first["thread_id"]);
    assert_eq!((&without["forward_of"], &without["files"]), (&first["mail_id"], &json!([])));
    let address = format!("/api/mail/files/{file}");
    let _ = pharmacist.get(&address).problem(404, "not_found");
    let with = forward(true);
    assert_eq!(with["files"], first["files"]);
    assert_eq!(pharmacist.get(&address).status(200).body, "記録".as_bytes());
    assert_eq!(pharmacist.mail_folder("")[0]["has_files"], true);
    // What was forwarded is not seen by that.
    let thread = format!("/api/mail/threads/{}", first["thread_id"]);
    let _ = pharmacist.get(&thread).problem(404, "not_found");
}

#[test]
fn r29_who_has_opened_it_is_seen_by_those_who_are_in_it() {
    let People { app, nurse, doctor, .. } = People::start();
    let (first_clerk, second_clerk) = (app.first_clerk(), app.city_clerk("八幡 二郎", "ヤワタ ジロウ"));
    let mail = json!({ "to": [doctor.id()], "desks": ["city"], "subject": "相談", "body": "お願いします。" });
    let sent = nurse.mails(&mail).created();
    let opened = |place: usize| nurse.mail_thread(&sent)["items"][0]["to"][place]["opened"].clone();
    doctor.mail_thread(&sent);
    assert_eq!(opened(0), json!([]), "to load a thread is not to have it before the eyes");
    assert_eq!(doctor.get("/api/mail/counts").ok(), json!({ "mine_unread": 1, "desk_unread": null }));
    doctor.opens_mail(&sent, "mine");
    let first_time = opened(0);
    assert_eq!((first_time[0]["by_name"].as_str(), first_time.as_array().unwrap().len()), (Some("佐藤 進"), 1));
    assert_eq!(doctor.get("/api/mail/counts").ok()["mine_unread"], 0);
    app.clock().advance_minutes(5);
    doctor.opens_mail(&sent, "mine");
    assert_eq!(opened(0), first_time, "the first time stays");
    assert_eq!(first_clerk.get("/api/mail/counts").ok(), json!({ "mine_unread": 0, "desk_unread": 1 }));
    second_clerk.opens_mail(&sent, "city");
    assert_eq!(first_clerk.get("/api/mail/counts").ok()["desk_unread"], 0, "somebody of the desk has it");
    first_clerk.opens_mail(&sent, "city");
    let names: Vec<Value> = opened(1).as_array().unwrap().iter().map(|one| one["by_name"].clone()).collect();
    assert_eq!(names.len(), 2, "each clerk: {names:?}");
    // What one has sent oneself is not opened by anybody.
    nurse.opens_mail(&sent, "mine");
    assert_eq!(app.db_count("SELECT count(*) FROM mail_openings"), 3);
}

#[test]
fn r29_a_clerk_writes_for_the_desk_and_the_answer_comes_to_all_clerks() {
    let People { app, nurse, .. } = People::start();
    let (city, colleague) = (app.first_clerk(), app.city_clerk("八幡 二郎", "ヤワタ ジロウ"));
    let mail =
        json!({ "to": [nurse.id()], "subject": "書類のお願い", "body": "原本をお持ちください。", "from_desk": true });
    let sent = city.mails(&mail).created();
    assert_eq!((&sent["from"]["desk"], &sent["from"]["person"]["name"]), (&json!("city"), &json!("市川 一郎")));
    assert_eq!(nurse.mail_folder("")[0]["last_from_name"], "市の窓口");
    assert!(city.mail_folder("folder=sent").as_array().unwrap().is_empty());
    assert_eq!(colleague.mail_folder("folder=sent&box=city")[0]["subject"], "書類のお願い");
    let answer = json!({ "desks": ["city"], "subject": "Re: 書類のお願い", "body": "明日うかがいます。", "reply_to": sent["mail_id"] });
    let answer = nurse.mails(&answer).created();
    let thread = colleague.get(&format!("/api/mail/threads/{}?box=city", answer["thread_id"])).ok();
    assert_eq!(texts(&thread["items"]), ["原本をお持ちください。", "明日うかがいます。"]);
    assert_eq!((&thread["items"][0]["is_mine"], &thread["items"][1]["is_mine"]), (&json!(false), &json!(false)));
    // The colleague answers what lies with the desk only.
    let back = json!({ "to": [nurse.id()], "subject": "Re: 書類のお願い", "body": "お待ちします。", "reply_to": answer["mail_id"], "from_desk": true });
    assert_eq!(colleague.mails(&back).created()["thread_id"], sent["thread_id"]);
    let _ = nurse
        .mails(&json!({ "to": [city.id()], "subject": "件", "body": "文", "from_desk": true }))
        .problem(422, "validation_failed")
        .field_error("from_desk", "no_desk");
}

#[test]
fn r29_a_retry_sends_once() {
    let People { app, nurse, doctor, .. } = People::start();
    let mail = json!({ "to": [doctor.id()], "subject": "一度だけ", "body": "届きましたか。" });
    let send = |mail: &Value| nurse.call("POST", "/api/mail").idempotency_key("mail-intent-000001").json(mail).send();
    let first = send(&mail).created();
    assert_eq!(send(&mail).created()["mail_id"], first["mail_id"]);
    let other = json!({ "to": [doctor.id()], "subject": "一度だけ", "body": "別の文です。" });
    let _ = send(&other).problem(422, "idempotency_key_reused");
    assert_eq!(doctor.mail_folder("").as_array().unwrap().len(), 1);
    for table in ["mails", "audit_events WHERE action = 'mail.sent'", "outbox WHERE topic = 'mail.sent'"] {
        assert_eq!(app.db_count(&format!("SELECT count(*) FROM {table}")), 1, "{table}");
    }
}

#[test]
fn r29_every_mistake_is_named_at_once_and_the_draft_stays() {
    let People { app, nurse, doctor, pharmacist } = People::start();
    let elsewhere = doctor.writes_to(&[&pharmacist], "二人の話", "です。");
    let draft = nurse.post("/api/mail/drafts", &json!({ "subject": "長い話", "body": "書きかけ" })).created();
    let wrong = json!({
        "to": [doctor.id(), 987_654], "subject": "あ".repeat(101), "body": "", "files": [],
        "reply_to": elsewhere["mail_id"], "forward_of": null, "draft": draft["draft_id"],
    });
    let _ = nurse
        .mails(&wrong)
        .problem(422, "validation_failed")
        .field_error("to[1]", "not_addressable")
        .field_error("subject", "too_long")
        .field_error("body", "required")
        .field_error("reply_to", "unknown_mail")
        .field_error_count(4);
    let _ = nurse
        .mails(&json!({ "subject": "宛先なし", "body": "文", "files": [1, 2] }))
        .problem(422, "validation_failed")
        .field_error("to", "required")
        .field_error("files[0]", "file_not_here")
        .field_error("files[1]", "file_not_here")
        .field_error_count(3);
    let many: Vec<i64> = vec![doctor.id(); 51];
    let _ = nurse
        .mails(&json!({ "to": many, "subject": "", "body": "あ".repeat(20_001), "forward_of": elsewhere["mail_id"] }))
        .problem(422, "validation_failed")
        .field_error("to", "too_many")
        .field_error("subject", "required")
        .field_error("body", "too_long")
        .field_error("forward_of", "unknown_mail");
    assert_eq!(nurse.get("/api/mail/drafts").ok()["items"][0]["body"], "書きかけ");
    assert_eq!(app.db_count("SELECT count(*) FROM mails"), 1);
    let right = json!({
        "to": [doctor.id(), doctor.id()], "subject": "長い話", "body": "あ".repeat(20_000), "draft": draft["draft_id"],
    });
    let sent = nurse.mails(&right).created();
    assert_eq!(sent["to"].as_array().unwrap().len(), 1, "named twice, addressed once");
    assert_eq!(nurse.get("/api/mail/drafts").ok()["items"], json!([]), "it is gone once it is sent");
}

#[test]
fn r29_a_stopped_person_cannot_be_addressed_and_the_mails_stay_with_the_others() {
    let app = App::start();
    let (manager, colleague) = app.signed_in_manager_with("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    let pharmacist = app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    let gone = colleague.id();
    let sent = colleague.writes_to(&[&pharmacist], "最後の引き継ぎ", "よろしくお願いします。");
    let receipt = manager.files(STOPS, &manager.stop_form(&[&colleague]));
    app.first_clerk().accepts_at_desk(STOPS, &receipt);
    assert_eq!(colleague.get("/api/mail").status, 401);
    let mail = json!({ "to": [manager.id(), pharmacist.id(), gone], "subject": "連絡", "body": "です。" });
    let _ = manager
        .mails(&mail)
        .problem(422, "validation_failed")
        .rule("R29")
        .field_error("to[2]", "not_addressable")
        .field_error_count(1);
    assert_eq!(texts(&pharmacist.mail_thread(&sent)["items"]), ["よろしくお願いします。"]);
    let answer = json!({ "to": [gone], "subject": "Re:", "body": "です。", "reply_to": sent["mail_id"] });
    let _ = pharmacist.mails(&answer).problem(422, "validation_failed").field_error("to[0]", "not_addressable");
    let found = pharmacist.get("/api/mail/recipients?q=%E5%B1%B1%E7%94%B0").ok();
    assert_eq!(found["people"], json!([]));
    let _ = pharmacist.put(&mail_of(&sent, "/opened"), &json!({})).ok();
}

#[test]
fn r29_people_are_found_by_name_reading_or_organization_and_the_desks_too() {
    let People { app, nurse, doctor, .. } = People::start();
    let city = app.first_clerk();
    let names = |q: &str| -> Vec<String> {
        let found = nurse.get(&format!("/api/mail/recipients?q={q}")).ok();
        found["people"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    // 高崎, さとう, みなみ, all
    assert_eq!(names("%E9%AB%98%E5%B4%8E"), ["髙﨑 ユミ"]);
    assert_eq!(names("%E3%81%95%E3%81%A8%E3%81%86"), ["佐藤 進"]);
    assert_eq!(names("%E3%81%BF%E3%81%AA%E3%81%BF"), ["佐藤 進"]);
    assert_eq!(names("").len(), 4, "the clerk of the city is a person, too");
    let found = nurse.get("/api/mail/recipients").ok();
    assert_eq!(found["desks"], json!(["city", "association"]));
    let found = nurse.get("/api/mail/recipients?q=%E5%8C%BB%E5%B8%AB%E4%BC%9A").ok();
    assert_eq!(found["desks"], json!(["association"]));
    let to_herself = nurse.writes_to(&[&nurse], "覚え書き", "明日の持ち物");
    assert_eq!(
        (
            nurse.mail_folder("")[0]["unread_count"].as_i64(),
            nurse.mail_thread(&to_herself)["items"][0]["is_mine"].as_bool()
        ),
        (Some(1), Some(true))
    );
    let _ = (city, doctor);
}
