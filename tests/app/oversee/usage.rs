//! The city sees how much support rooms are used, and nobody in them.

use serde_json::{Value, json};
use tests::{App, registrant, somebody};

const USAGE: &str = "/api/usage/support-rooms";

fn cell_of<'a>(items: &'a Value, key: &str, name: &str, cell: &str) -> &'a Value {
    let items = items.as_array().expect("items");
    &items.iter().find(|item| item[key] == name).unwrap_or_else(|| panic!("no {name}"))[cell]
}

#[test]
fn the_city_sees_counts_of_five_or_more_and_no_name() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let hidden = json!({ "value": null, "hidden": true });
    let empty = app.first_clerk().get(USAGE).ok();
    assert_eq!((&empty["open_rooms"], &empty["registrants"]), (&hidden, &hidden));
    let mut rooms = Vec::new();
    for number in 0..7 {
        let person = somebody(40 + number);
        let person = registrant(person["name"].as_str().unwrap(), person["kana"].as_str().unwrap());
        rooms.push(app.support_room(&association, &person, &[&nurse]));
    }
    let usage = app.first_clerk().get(USAGE).ok();
    assert_eq!(usage["open_rooms"], json!({ "value": 7, "hidden": false }));
    // That nobody's room is closed would follow from seven registrants.
    assert_eq!((&usage["closed_rooms"], &usage["registrants"]), (&hidden, &hidden));
    assert_eq!(cell_of(&usage["members_by_profession"], "profession", "visiting_nurse", "people"), &hidden);
    assert_eq!(usage["members_by_profession"].as_array().unwrap().len(), 16);
    let sizes = usage["rooms_by_team_size"].as_array().unwrap();
    let names: Vec<&Value> = sizes.iter().map(|size| &size["size"]).collect();
    assert_eq!(names, ["1-3", "4-6", "7-9", "10+"]);
    // All seven are of one size: shown, they would say that there are no others.
    assert!(sizes.iter().all(|size| size["rooms"] == hidden), "{usage}");
    let months = usage["opened_by_month"].as_array().unwrap();
    assert_eq!((months.len(), &months[11]["rooms"]), (12, &json!({ "value": 7, "hidden": false })));
    // Two are closed: five are left to be shown.
    for room in &rooms[..2] {
        association.post(&room.path("/closure"), &json!({ "reason": "died", "note": "" })).ok();
    }
    let usage = app.first_clerk().get(USAGE).ok();
    assert_eq!((&usage["open_rooms"]["value"], &usage["closed_rooms"]), (&json!(5), &hidden));
    let text = usage.to_string();
    for name in ["松本", "井上", "山田"] {
        assert!(!text.contains(name), "{text}");
    }
}

#[test]
fn nobody_but_the_city_sees_the_usage() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    for who in [&nurse, &association] {
        let _ = who.get(USAGE).problem(403, "forbidden");
    }
    assert_eq!(app.visitor().get(USAGE).status, 401);
    assert_eq!(app.first_clerk().get("/api/usage/nothing").status, 404);
}
