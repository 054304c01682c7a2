//! Only those who are in a mail see it.

use super::People;
use serde_json::{Value, json};
use tests::{User, mail_of};

/// Everything that could show or touch a mail answers as if there were none.
#[track_caller]
fn finds_no_such_mail(who: &User, mail: &Value, file: i64, mail_box: &str) {
    let thread = format!("/api/mail/threads/{}", mail["thread_id"]);
    let _ = who.get(&format!("{thread}?box={mail_box}")).problem(404, "not_found");
    let place = json!({ "is_archived": true, "is_starred": true });
    let _ = who.put(&format!("{thread}/place?box={mail_box}"), &place).problem(404, "not_found");
    let _ = who.put(&mail_of(mail, &format!("/opened?box={mail_box}")), &json!({})).problem(404, "not_found");
    let _ = who.get(&format!("/api/mail/files/{file}")).problem(404, "not_found");
    let forward = json!({
        "to": [who.id()], "subject": "転送", "forward_of": mail["mail_id"], "forward_files": true,
    });
    let _ = who.mails(&forward).problem(422, "validation_failed").field_error("forward_of", "unknown_mail");
    let stolen = json!({ "to": [who.id()], "subject": "盗む", "body": "文", "files": [file] });
    let _ = who.mails(&stolen).problem(422, "validation_failed").field_error("files[0]", "file_not_here");
}

#[test]
fn r29_whoever_is_not_in_a_mail_finds_no_such_mail() {
    let People { app, nurse, doctor, pharmacist } = People::start();
    let (city, association) = (app.first_clerk(), app.association_clerk("真間 進", "ママ ススム"));
    let file = nurse.sends_mail_file("秘密.txt", b"secret");
    let mail =
        json!({ "to": [doctor.id()], "desks": ["city"], "subject": "秘密", "body": "内密に。", "files": [file] });
    let sent = nurse.mails(&mail).created();
    finds_no_such_mail(&pharmacist, &sent, file, "mine");
    finds_no_such_mail(&association, &sent, file, "mine");
    finds_no_such_mail(&association, &sent, file, "association");
    assert!(association.mail_folder("box=association").as_array().unwrap().is_empty());
    // The other desk's box, and any desk's for a user.
    for (who, mail_box) in [(&association, "city"), (city, "association"), (&doctor, "city"), (&nurse, "association")] {
        for address in
            [format!("/api/mail?box={mail_box}"), format!("/api/mail/threads/{}?box={mail_box}", sent["thread_id"])]
        {
            let _ = who.get(&address).problem(404, "not_found");
        }
        let _ = who.put(&mail_of(&sent, &format!("/opened?box={mail_box}")), &json!({})).problem(404, "not_found");
    }
    // It lies with the city's desk, and not in the clerk's own box.
    let thread = format!("/api/mail/threads/{}", sent["thread_id"]);
    let _ = city.get(&format!("{thread}?box=city")).ok();
    let _ = city.get(&thread).problem(404, "not_found");
    for who in [&doctor, city, &nurse] {
        assert_eq!(who.get(&format!("/api/mail/files/{file}")).status(200).body, b"secret");
    }
    assert_eq!(app.db_count("SELECT count(*) FROM mail_openings"), 0);
    assert_eq!(app.db_count("SELECT count(*) FROM mail_places WHERE is_archived OR is_starred"), 0);
}

#[test]
fn r29_a_stranger_does_not_learn_whether_a_mail_has_files() {
    let People { app: _app, nurse, doctor, pharmacist } = People::start();
    let file = nurse.sends_mail_file("秘密.txt", b"secret");
    let with_file = json!({ "to": [doctor.id()], "subject": "秘密", "body": "内密に。", "files": [file] });
    let with_file = nurse.mails(&with_file).created();
    let without = nurse.writes_to(&[&doctor], "秘密", "内密に。");
    let own: Vec<i64> = (0..10).map(|at| pharmacist.sends_mail_file(&format!("{at}.txt"), b"own")).collect();
    for mail in [with_file, without] {
        let forward = json!({ "to": [nurse.id()], "subject": "転送", "body": "文", "files": own,
            "forward_of": mail["mail_id"], "forward_files": true });
        let refused = pharmacist.mails(&forward).problem(422, "validation_failed");
        let _ = refused.field_error_count(1);
    }
}

#[test]
fn r38_mails_are_never_changed_and_never_deleted() {
    let People { app, nurse, doctor, .. } = People::start();
    nurse.writes_to(&[&doctor], "残る", "です。");
    let database = app.db_connection();
    for statement in ["DELETE FROM mails", "UPDATE mails SET body = ''"] {
        let refused = database.execute(statement, []).unwrap_err().to_string();
        assert!(refused.contains("never"), "{refused}");
    }
}
