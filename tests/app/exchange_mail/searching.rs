//! Words are found in any spelling, in subject, text, names and names of files, and in the own box alone.

use super::People;
use serde_json::json;
use std::fmt::Write as _;
use tests::{User, subjects};

fn finds(who: &User, words: &str, rest: &str) -> Vec<String> {
    let encoded = words.bytes().fold(String::new(), |mut out, byte| {
        write!(out, "%{byte:02X}").unwrap();
        out
    });
    subjects(&who.mail_folder(&format!("q={encoded}{rest}")))
}

#[test]
fn r29_one_character_and_any_spelling_are_found() {
    let People { app: _app, nurse, doctor, pharmacist, .. } = People::start();
    let file = nurse.sends_mail_file("カテーテル交換.txt", b"memo");
    let mail =
        json!({ "to": [doctor.id()], "subject": "褥瘡の処置", "body": "ＳｐＯ２が低下。ｶﾞｰｾﾞを交換。", "files": [file] });
    nurse.mails(&mail).created();
    nurse.writes_to(&[&doctor, &pharmacist], "日程", "10時に。");
    for words in ["瘡", "褥瘡", "spo2", "ガーゼ", "がーぜ", "かてーてる", "ﾔﾏﾀﾞ 処置"] {
        let expected: &[&str] = if words.contains("ﾔﾏﾀﾞ") { &[] } else { &["褥瘡の処置"] };
        assert_eq!(finds(&doctor, words, ""), expected, "{words}");
    }
    // Names, in the variants that people type.
    assert_eq!(finds(&doctor, "高崎", ""), ["日程"]);
    assert_eq!(finds(&doctor, "山田 処置", ""), ["褥瘡の処置"]);
    assert_eq!(finds(&doctor, "髙", ""), ["日程"]);
    assert!(finds(&doctor, "瘡褥", "").is_empty() && finds(&doctor, "、。", "").is_empty());
    assert_eq!(finds(&doctor, " ", "").len(), 2, "nothing asked for is the inbox");
    // The sender finds it, too, and whoever is not in it does not.
    assert_eq!(finds(&nurse, "褥瘡", ""), ["褥瘡の処置"]);
    assert_eq!(finds(&nurse, "褥瘡", "&folder=inbox"), Vec::<String>::new());
    assert_eq!(finds(&nurse, "褥瘡", "&folder=sent"), ["褥瘡の処置"]);
    assert!(finds(&pharmacist, "褥瘡", "").is_empty());
}

#[test]
fn r29_a_search_finds_threads_in_every_folder_and_by_pages() {
    let People { app, nurse, doctor, .. } = People::start();
    let city = app.first_clerk();
    let first = nurse.writes_to(&[&doctor], "訪問の件", "木曜に訪問します。");
    nurse.answers(&first, &[&doctor], "訪問は金曜になりました。");
    nurse
        .mails(&json!({ "to": [doctor.id()], "desks": ["city"], "subject": "別件", "body": "訪問の記録です。" }))
        .created();
    doctor.places_mail(&first, true, false);
    assert_eq!(finds(&doctor, "訪問", ""), ["別件", "訪問の件"], "a thread is one line");
    assert_eq!(finds(&doctor, "訪問", "&folder=archive"), ["訪問の件"]);
    assert_eq!(finds(&doctor, "訪問", "&folder=inbox"), ["別件"]);
    assert_eq!(finds(&doctor, "訪問", "&folder=starred"), Vec::<String>::new());
    assert_eq!(finds(&doctor, "訪問", "&limit=1"), ["別件"]);
    assert_eq!(finds(city, "訪問", "&box=city&unread=true"), ["別件"]);
    assert_eq!(finds(city, "訪問", ""), Vec::<String>::new());
    assert_eq!(finds(city, "市の窓口", "&box=city"), ["別件"]);
}
