//! What a person sees of rooms, and what the association sees of them.

use serde_json::{Value, json};
use tests::{App, registrant};

#[test]
fn r7_without_an_assignment_the_list_is_empty_and_says_why() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let other = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let list = other.get("/api/rooms").ok();
    assert_eq!(
        (&list["items"], &list["why_empty"], &list["ended_recently"]),
        (&json!([]), &json!("no_assignment"), &json!(0))
    );
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    assert_eq!(other.rooms(), Vec::<i64>::new());
    let list = nurse.get("/api/rooms").ok();
    let line = &list["items"][0];
    assert_eq!((&line["room_id"], &line["registrant_name"]), (&json!(room.room), &json!("市川 花")));
    assert_eq!(
        (&line["member_count"], &line["is_new"], &line["without_clinician"], &list["why_empty"]),
        (&json!(1), &json!(true), &json!(false), &Value::Null)
    );
}

#[test]
fn r7_rooms_are_listed_by_reading_page_by_page() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let people = [("渡辺 茂", "ワタナベ シゲル"), ("青木 薫", "アオキ カオル"), ("中村 純", "ナカムラ ジュン")];
    for (name, kana) in people {
        app.support_room(&association, &registrant(name, kana), &[&nurse]);
    }
    let (mut names, mut after) = (Vec::new(), String::new());
    loop {
        let page = nurse.get(&format!("/api/rooms?limit=1{after}")).ok();
        names.extend(page["items"].as_array().unwrap().iter().map(|room| room["registrant_name"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(names, ["青木 薫", "中村 純", "渡辺 茂"]);
}

#[test]
fn r7_an_account_alone_opens_no_room_and_no_register() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let outsider = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let record = format!("/api/registrants/{}", room.registrant);
    for (who, expected) in [(&outsider, 403), (&nurse, 403), (app.first_clerk(), 403)] {
        assert_eq!((who.get("/api/registrants").status, who.get(&record).status), (expected, expected));
    }
    for (who, expected) in [(&outsider, 404), (app.first_clerk(), 404), (&association, 404)] {
        assert_eq!(who.get(&room.path("")).status, expected, "the association sees who is in it, not the room");
    }
    assert_eq!(app.visitor().get(&room.path("")).status, 401);
    assert_eq!((nurse.get("/api/rooms/0").status, nurse.get("/api/rooms/x").status), (404, 404));
}

#[test]
fn the_association_finds_registrants_and_sees_who_is_in_their_rooms() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("髙橋 緑", "タカハシ ミドリ"), &[&nurse]);
    app.support_room(&association, &registrant("青木 薫", "アオキ カオル"), &[&nurse]);
    let names = |query: &str| -> Vec<String> {
        let found = association.get(&format!("/api/registrants{query}")).at("/items");
        found.as_array().unwrap().iter().map(|person| person["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(""), ["青木 薫", "髙橋 緑"]);
    assert_eq!(
        (names("?query=高橋"), names("?query=みどり")),
        (vec!["髙橋 緑".to_owned()], vec!["髙橋 緑".to_owned()])
    );
    assert_eq!((names("?query=佐々木"), names("?state=closed")), (vec![], vec![]));
    let record = association.get(&format!("/api/registrants/{}", room.registrant)).ok();
    let opened = &record["rooms"][0];
    assert_eq!((&opened["team"][0]["name"], &opened["closed_at"]), (&json!("山田 花子"), &Value::Null));
    assert_eq!(opened["applications"][0]["form"], 7);
    assert_eq!(association.get("/api/registrants/99").status, 404);
}
