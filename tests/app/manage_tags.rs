//! The city's common tags, and what users wish for (R28).

use serde_json::{Value, json};
use tests::{App, User};

fn names(who: &User, query: &str) -> Vec<String> {
    let list = who.get(&format!("/api/tags{query}")).ok();
    let items = list["items"].as_array().unwrap();
    items.iter().map(|tag| tag["name"].as_str().unwrap().to_owned()).collect()
}

fn create(city: &User, name: &str) -> i64 {
    let made = city.post("/api/tags", &json!({ "name": name })).created();
    made["tag_id"].as_i64().unwrap()
}

#[test]
fn r28_only_the_city_makes_tags_and_all_users_see_one_set() {
    let app = App::start();
    let (city, user) = (app.first_clerk(), app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ"));
    let association = app.association_clerk("真間 進", "ママ ススム");
    create(city, "#褥瘡");
    create(city, "服薬");
    for who in [city, &user, &association] {
        assert_eq!(names(who, ""), ["褥瘡", "服薬"]);
    }
    for (who, name) in [(&user, "食事"), (&association, "食事")] {
        assert_eq!(who.post("/api/tags", &json!({ "name": name })).status, 403);
    }
    assert_eq!(app.visitor().get("/api/tags").status, 401);
}

#[test]
fn r28_a_name_stands_for_one_tag_however_it_is_written() {
    let app = App::start();
    let city = app.first_clerk();
    create(city, "リハビリ");
    for taken in ["りはびり", "ﾘﾊﾋﾞﾘ", "＃リハビリ"] {
        let refused = city.post("/api/tags", &json!({ "name": taken })).refused();
        assert_eq!((refused.status, refused.at("/errors/0/code")), (422, json!("name_in_use")), "{taken}");
    }
    let refused = city.post("/api/tags", &json!({ "name": "あ".repeat(21) })).refused();
    assert_eq!(refused.at("/errors/0/code"), "too_long");
    assert_eq!(city.post("/api/tags", &json!({ "name": " # " })).refused().at("/errors/0/code"), "required");
}

#[test]
fn r28_a_renamed_tag_is_the_same_tag() {
    let app = App::start();
    let city = app.first_clerk();
    let tag = create(city, "じょくそう");
    create(city, "服薬");
    city.put(&format!("/api/tags/{tag}"), &json!({ "name": "褥瘡" })).ok();
    assert_eq!(names(city, ""), ["褥瘡", "服薬"]);
    let refused = city.put(&format!("/api/tags/{tag}"), &json!({ "name": "服薬" })).refused();
    assert_eq!(refused.at("/errors/0/code"), "name_in_use");
    assert_eq!(city.put("/api/tags/99", &json!({ "name": "食事" })).status, 404);
}

#[test]
fn r28_a_retired_tag_is_offered_no_more_and_can_come_back_at_its_place() {
    let app = App::start();
    let city = app.first_clerk();
    let tags: Vec<i64> = ["褥瘡", "服薬", "食事"].iter().map(|name| create(city, name)).collect();
    let retirement = format!("/api/tags/{}/retirement", tags[1]);
    for _ in 0..2 {
        assert_ne!(city.post(&retirement, &json!({})).ok()["retired_at"], Value::Null);
    }
    assert_eq!((names(city, ""), names(city, "?retired=true")), {
        let offered = ["褥瘡", "食事"].map(str::to_owned).to_vec();
        (offered, ["褥瘡", "服薬", "食事"].map(str::to_owned).to_vec())
    });
    assert_eq!(city.delete(&retirement).ok()["retired_at"], Value::Null);
    assert_eq!(names(city, ""), ["褥瘡", "服薬", "食事"]);
    assert_eq!(app.db_count("SELECT count(*) FROM audit_events WHERE action = 'tag.retired'"), 1, "twice is once");
}

#[test]
fn r28_the_city_puts_the_tags_in_order_and_an_old_list_is_refused() {
    let app = App::start();
    let city = app.first_clerk();
    let tags: Vec<i64> = ["褥瘡", "服薬", "食事"].iter().map(|name| create(city, name)).collect();
    city.put("/api/tags/order", &json!({ "tags": [tags[2], tags[0], tags[1]] })).ok();
    assert_eq!(names(city, ""), ["食事", "褥瘡", "服薬"]);
    for wrong in [json!([tags[0], tags[1]]), json!([tags[0], tags[1], tags[2], tags[2]]), json!([1, 2, 99])] {
        let refused = city.put("/api/tags/order", &json!({ "tags": wrong })).refused();
        assert_eq!((refused.status, refused.at("/code")), (409, json!("changed_meanwhile")));
    }
    assert_eq!(names(city, ""), ["食事", "褥瘡", "服薬"]);
}

#[test]
fn r28_a_list_that_did_not_change_is_not_sent_again() {
    let app = App::start();
    let city = app.first_clerk();
    let tag = create(city, "褥瘡");
    let first = city.get("/api/tags");
    let etag = first.headers["etag"].to_str().unwrap().to_owned();
    let again = |query: &str| city.call("GET", &format!("/api/tags{query}")).header("If-None-Match", &etag).send();
    let same = again("");
    assert_eq!((same.status, same.body.len()), (304, 0));
    assert_eq!(again("?retired=true").status, 200, "another list has another tag");
    for change in [
        city.put(&format!("/api/tags/{tag}"), &json!({ "name": "床ずれ" })),
        city.post("/api/tags", &json!({ "name": "服薬" })),
        city.post(&format!("/api/tags/{tag}/retirement"), &json!({})),
    ] {
        assert!(change.status < 300, "{change}");
        assert_eq!(again("").status, 200);
    }
}

#[test]
fn r28_wishes_are_grouped_by_wording_and_answered_by_the_city() {
    let app = App::start();
    let city = app.first_clerk();
    let users = [
        app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ"),
        app.user("きた薬局", "佐藤 進", "サトウ ススム"),
        app.user("ひがし歯科", "鈴木 恵", "スズキ メグミ"),
    ];
    let wish =
        |who: &User, name: &str| who.post("/api/tag-wishes", &json!({ "name": name, "reason": "よく使います。" }));
    for (user, name) in users.iter().zip(["口腔ケア", "口腔けあ", "服薬"]) {
        let _ = wish(user, name).created();
    }
    // The same wish of the same person is one wish.
    assert_eq!(wish(&users[0], "口腔ケア").created()["wishes"], 2);
    assert_eq!(users[0].get("/api/tag-wishes/groups").status, 403);
    let groups = city.get("/api/tag-wishes/groups").ok();
    let waiting: Vec<(&Value, &Value)> =
        groups["items"].as_array().unwrap().iter().map(|group| (&group["wording"], &group["wishes"])).collect();
    assert_eq!(waiting, [(&json!("口腔ケア"), &json!(2)), (&json!("服薬"), &json!(1))], "most wished for first");
    assert_eq!(groups["items"][0]["reasons"], json!(["よく使います。", "よく使います。"]));

    let key = groups["items"][0]["wording_key"].clone();
    let answer = json!({ "wording_key": key, "answer": "追加しました。", "create_tag": true });
    let answered = city.post("/api/tag-wishes/answer", &answer).ok();
    assert_eq!(names(&users[2], ""), ["口腔ケア"]);
    // Answered once more, the tag is not made twice.
    assert_eq!(city.post("/api/tag-wishes/answer", &answer).ok()["tag_id"], answered["tag_id"]);
    for user in &users[..2] {
        let mine = user.get("/api/tag-wishes").ok();
        assert_eq!(mine["items"][0]["answer"], "追加しました。");
    }
    assert_eq!(city.get("/api/tag-wishes/groups?answered=true").at("/items/0/wording"), "口腔ケア");
    assert_eq!(city.get("/api/tag-wishes/groups").at("/items").as_array().unwrap().len(), 1);
    let refused = wish(&users[2], "口腔ケア").refused();
    assert_eq!(refused.at("/errors/0/code"), "offered_already");
}

#[test]
fn r28_wishes_are_paged_and_a_person_has_a_bounded_number_that_wait() {
    let app = App::start();
    let (city, user) = (app.first_clerk(), app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ"));
    for number in 1..=20 {
        let _ = user.post("/api/tag-wishes", &json!({ "name": format!("タグ{number}") })).created();
    }
    let refused = user.post("/api/tag-wishes", &json!({ "name": "タグ21" })).refused();
    assert_eq!((refused.status, refused.at("/code")), (409, json!("too_many_wishes")));
    for path in ["/api/tag-wishes/groups", "/api/tag-wishes"] {
        let reader = if path.ends_with("groups") { city } else { &user };
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let page = reader.get(&format!("{path}?limit=7{after}")).ok();
            seen.extend(page["items"].as_array().unwrap().iter().map(|wish| wish["wording"].to_string()));
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 20, "{path}");
    }
}

#[test]
fn a_retry_makes_one_tag() {
    let app = App::start();
    let city = app.first_clerk();
    let send = || {
        let call = city.call("POST", "/api/tags").json(&json!({ "name": "褥瘡" }));
        call.idempotency_key("0123456789abcdef").send().created()["tag_id"].clone()
    };
    assert_eq!(send(), send());
    assert_eq!(names(city, ""), ["褥瘡"]);
}
