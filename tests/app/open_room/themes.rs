//! The city's list of themes (R23).

use serde_json::{Value, json};
use tests::{App, User, names};

fn offered(who: &User) -> Vec<String> {
    names(&who.get("/api/room-themes").at("/items"))
}

#[test]
fn r23_the_city_edits_the_themes_that_people_choose_from() {
    let app = App::start();
    let (city, user) = (app.first_clerk(), app.user("きた薬局", "佐藤 太郎", "サトウ タロウ"));
    let before = offered(&user);
    assert!(before.len() > 3, "the city begins with some: {before:?}");
    let made = city.post("/api/room-themes", &json!({ "name": "看取り" })).created();
    let theme = made["theme_id"].as_i64().unwrap();
    assert_eq!(offered(&user).last().unwrap(), "看取り");
    let _ = city.post("/api/room-themes", &json!({ "name": "看 取り" })).field_error("name", "name_in_use");
    city.put(&format!("/api/room-themes/{theme}"), &json!({ "name": "看取り・ACP" })).ok();
    let list = city.get("/api/room-themes").ok();
    let mut order: Vec<Value> =
        list["items"].as_array().unwrap().iter().map(|theme| theme["theme_id"].clone()).collect();
    let newest = order.pop().unwrap();
    let _ = city.put("/api/room-themes/order", &json!({ "themes": order })).problem(409, "changed_meanwhile");
    order.insert(0, newest);
    city.put("/api/room-themes/order", &json!({ "themes": order })).ok();
    assert_eq!(offered(&user)[0], "看取り・ACP");
    let retirement = format!("/api/room-themes/{theme}/retirement");
    for _ in 0..2 {
        city.post(&retirement, &json!({})).ok();
    }
    assert_eq!(offered(&user), before);
    let mut form = user.room_form("在宅看取りの勉強会", &[]);
    form["theme_id"] = json!(theme);
    let _ = user.sends(tests::ROOMS, &form).field_error("theme_id", "unknown_theme");
    city.delete(&retirement).ok();
    let _ = user.files(tests::ROOMS, &form);
    for (method, path) in [("POST", "/api/room-themes".to_owned()), ("POST", retirement)] {
        assert_eq!(user.call(method, &path).json(&json!({ "name": "食事" })).send().status, 403);
    }
}
