//! How threads lie in a box: folders, archive, star, what is unread.

use super::People;
use serde_json::{Value, json};
use tests::{User, subjects};

#[test]
fn r29_a_thread_is_put_away_and_a_new_mail_brings_it_back() {
    let People { app: _app, nurse, doctor, .. } = People::start();
    let first = nurse.writes_to(&[&doctor], "一つ目", "です。");
    let second = nurse.writes_to(&[&doctor], "二つ目", "です。");
    assert_eq!(subjects(&doctor.mail_folder("folder=inbox")), ["二つ目", "一つ目"]);
    doctor.places_mail(&first, true, false);
    doctor.places_mail(&second, false, true);
    let folders = |who: &User| {
        ["inbox", "archive", "starred", "sent"].map(|folder| subjects(&who.mail_folder(&format!("folder={folder}"))))
    };
    let none = Vec::<String>::new();
    assert_eq!(
        folders(&doctor),
        [vec!["二つ目".to_owned()], vec!["一つ目".to_owned()], vec!["二つ目".to_owned()], none.clone()]
    );
    assert_eq!(doctor.get("/api/mail/counts").ok()["mine_unread"], 1, "what is put away does not wait");
    // Everybody's own order: nothing changes for the sender.
    assert_eq!(folders(&nurse)[3], ["二つ目", "一つ目"]);
    // An own answer leaves it there, one that comes does not.
    let answer = doctor.answers(&first, &[&nurse], "承知しました。");
    assert_eq!(folders(&doctor)[1], ["一つ目"]);
    assert_eq!(folders(&doctor)[3], ["一つ目"]);
    nurse.answers(&answer, &[&doctor], "ありがとうございます。");
    assert_eq!(folders(&doctor)[0], ["一つ目", "二つ目"]);
    assert_eq!(folders(&doctor)[1], none);
    let thread = doctor.mail_thread(&second);
    assert_eq!((&thread["is_archived"], &thread["is_starred"]), (&json!(false), &json!(true)));
    // Undo: the old values again.
    doctor.places_mail(&second, false, false);
    assert_eq!(folders(&doctor)[2], none);
}

#[test]
fn r29_what_is_unread_is_counted_and_can_be_shown_alone() {
    let People { app: _app, nurse, doctor, .. } = People::start();
    let first = nurse.writes_to(&[&doctor], "一つ目", "です。");
    nurse.answers(&first, &[&doctor], "追伸です。");
    let second = nurse.writes_to(&[&doctor], "二つ目", "です。");
    assert_eq!(doctor.get("/api/mail/counts").ok()["mine_unread"], 3);
    doctor.opens_mail(&second, "mine");
    assert_eq!(subjects(&doctor.mail_folder("unread=true")), ["一つ目"]);
    assert_eq!(subjects(&doctor.mail_folder("unread=false")), ["二つ目", "一つ目"]);
    doctor.opens_mail(&first, "mine");
    assert_eq!(doctor.mail_folder("unread=true")[0]["unread_count"], 1);
    assert_eq!(doctor.get("/api/mail/counts").ok()["mine_unread"], 1);
    assert_eq!(nurse.get("/api/mail/counts").ok()["mine_unread"], 0);
}

#[test]
fn r29_a_folder_is_read_page_by_page() {
    let People { app: _app, nurse, doctor, .. } = People::start();
    for number in 1..=5 {
        nurse.writes_to(&[&doctor], &format!("その{number}"), "です。");
    }
    let first = doctor.get("/api/mail?limit=2").ok();
    assert_eq!(subjects(&first["items"]), ["その5", "その4"]);
    let next = first["next"].as_str().unwrap();
    let second = doctor.get(&format!("/api/mail?limit=2&after={next}")).ok();
    assert_eq!(subjects(&second["items"]), ["その3", "その2"]);
    let next = second["next"].as_str().unwrap();
    let last = doctor.get(&format!("/api/mail?limit=2&after={next}")).ok();
    assert_eq!((subjects(&last["items"]), &last["next"]), (vec!["その1".to_owned()], &Value::Null));
}
