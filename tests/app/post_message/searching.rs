//! Search over all rooms that one may see, in Japanese of any length (R18).

use super::Team;
use serde_json::json;
use tests::registrant;

fn encoded(text: &str) -> String {
    let bytes: Vec<String> = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    bytes.concat()
}

#[test]
fn words_are_found_however_they_are_written() {
    let team = Team::start();
    for text in ["仙骨部の褥瘡に軟膏を塗布", "ｶﾃｰﾃﾙ交換、尿量 800ml", "髙橋先生に電話", "熱は36.5℃、SpO2 98%"]
    {
        team.nurse.writes(team.room, text);
    }
    let find = |words: &str| team.doctor.finds(&format!("q={}", encoded(words)));
    assert_eq!(find("褥瘡"), ["仙骨部の褥瘡に軟膏を塗布"]);
    assert_eq!(find("瘡"), ["仙骨部の褥瘡に軟膏を塗布"], "one character, within a word");
    assert_eq!(find("布"), ["仙骨部の褥瘡に軟膏を塗布"], "one character, at the end");
    assert_eq!(find("カテーテル"), ["ｶﾃｰﾃﾙ交換、尿量 800ml"]);
    assert_eq!(find("かてーてる"), ["ｶﾃｰﾃﾙ交換、尿量 800ml"]);
    assert_eq!(find("高橋"), ["髙橋先生に電話"]);
    assert_eq!(find("ｓｐｏ２"), ["熱は36.5℃、SpO2 98%"]);
    assert_eq!(find("軟膏 仙骨"), ["仙骨部の褥瘡に軟膏を塗布"], "several words, in any order");
    assert!(find("軟膏 電話").is_empty(), "all of them");
    assert!(find("瘡褥").is_empty());
    let answer = team.doctor.get(&format!("/api/messages/search?q={}", encoded("軟膏"))).ok();
    assert_eq!(answer["items"][0]["marks"], json!([[7, 9]]));
    assert_eq!(answer["items"][0]["room_name"], "国分 千草さんの支援の部屋");
    let _ =
        team.doctor.get("/api/messages/search?q=%20").problem(422, "validation_failed").field_error("q", "required");
    let _ = team.doctor.get(&format!("/api/messages/search?q={}", encoded("\" OR body : *"))).ok();
}

#[test]
fn hits_are_narrowed_by_person_tag_room_day_and_file() {
    let team = Team::start();
    let tag = team.app.first_clerk().post("/api/tags", &json!({ "name": "褥瘡" })).created()["tag_id"].clone();
    let other = team.app.collaboration_room("褥瘡ケア研修の連絡", &[&team.nurse]);
    team.nurse.writes(team.room, "処置A");
    let file = team.nurse.sends_file(team.room, "経過 写真.txt", b"memo");
    let _ = team.nurse.posts(team.room, &json!({ "body": "処置B", "tags": [tag], "files": [file] })).created();
    team.app.clock().advance_days(1);
    let (nurse, doctor) = (team.nurse.second_window_signed_in(), team.doctor.second_window_signed_in());
    doctor.writes(team.room, "処置C");
    nurse.writes(other, "処置Dの研修");
    let words = encoded("処置");
    let find = |rest: &str| nurse.finds(&format!("q={words}{rest}"));
    assert_eq!(find(""), ["処置Dの研修", "処置C", "処置B", "処置A"], "newest first");
    assert_eq!(find(&format!("&author={}", doctor.id())), ["処置C"]);
    assert_eq!(find(&format!("&tag={tag}")), ["処置B"]);
    assert_eq!(find("&has_file=true"), ["処置B"]);
    assert_eq!(find(&format!("&room={other}")), ["処置Dの研修"]);
    let today = nurse.today();
    assert_eq!(find(&format!("&from={today}")), ["処置Dの研修", "処置C"]);
    assert_eq!(find(&format!("&to={}", team.app.day(-1))), ["処置B", "処置A"]);
    assert_eq!(nurse.finds(&format!("author={}", doctor.id())), ["処置C"], "without words");
    assert_eq!(nurse.finds(&format!("q={}", encoded("経過"))), ["処置B"], "by the name of a file");
    let first = nurse.get(&format!("/api/messages/search?q={words}&limit=3")).ok();
    let next = first["next"].as_str().unwrap();
    assert_eq!(find(&format!("&limit=3&after={next}")), ["処置A"]);
    let people = nurse.get(&format!("/api/messages/authors?q={}", encoded("さとう"))).ok();
    assert_eq!(people["items"][0]["name"], "佐藤 進");
    let people = nurse.get(&format!("/api/messages/authors?room={other}")).ok();
    assert_eq!(people["items"].as_array().unwrap().len(), 1);
}

#[test]
fn r18_a_search_never_finds_what_one_may_not_see() {
    let team = Team::start();
    let pharmacist = team.app.user_working_as("きた薬局", "鈴木 一", "スズキ ハジメ", "pharmacist");
    let another =
        team.app.support_room(&team.association, &registrant("湊 茂", "ミナト シゲル"), &[&team.doctor, &pharmacist]);
    team.nurse.writes(team.room, "秘密の経過");
    pharmacist.writes(another.room, "秘密の処方");
    let find = |who: &tests::User| who.finds(&format!("q={}", encoded("秘密")));
    assert_eq!(find(&team.doctor), ["秘密の処方", "秘密の経過"]);
    assert_eq!(find(&team.nurse), ["秘密の経過"]);
    assert_eq!(find(&pharmacist), ["秘密の処方"]);
    assert!(find(team.app.first_clerk()).is_empty() && find(&team.association).is_empty());
    let asked = format!("q={}&room={}", encoded("秘密"), another.room);
    assert!(team.nurse.finds(&asked).is_empty(), "by naming the room");
    team.nurse_leaves();
    assert!(find(&team.nurse).is_empty());
    assert!(team.nurse.get("/api/messages/authors").ok()["items"].as_array().unwrap().is_empty());
    team.nurse_comes_back();
    assert_eq!(find(&team.nurse), ["秘密の経過"]);
}
