//! Who looked at whom is on record before anything is shown, and nobody changes the record unnoticed (R21).

use serde_json::{Value, json};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tests::{App, SupportRoom, User, registrant};

/// The record of a room's registrant, newest first, of looks at the room alone.
#[track_caller]
fn looks_at_room(reader: &User, room: SupportRoom) -> Vec<Value> {
    let record = reader.get(&room.path("/views?limit=200")).ok();
    let items = record["items"].as_array().expect("items").iter();
    items.filter(|view| view["what"] == "room").cloned().collect()
}

#[test]
fn r21_the_record_says_who_looked_when_and_at_whom() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let outsider = app.user_working_as("ひがし薬局", "鈴木 恵", "スズキ メグミ", "pharmacist");
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse, &doctor]);
    let other = app.support_room(&association, &registrant("青木 薫", "アオキ カオル"), &[&nurse]);
    let before = app.clock().now();
    nurse.get(&room.path("")).ok();
    doctor.get(&room.path("")).ok();
    assert_eq!(outsider.get(&room.path("")).status, 404);
    let looks = looks_at_room(&nurse, room);
    let who: Vec<&Value> = looks.iter().map(|look| &look["user_name"]).collect();
    assert_eq!(who, ["佐藤 進", "山田 花子"], "newest first; who was refused saw nothing");
    let look = &looks[0];
    assert_eq!((&look["user_id"], &look["via"]), (&json!(doctor.id()), &json!("member")));
    assert_eq!((&look["profession"], &look["organization_name"]), (&json!("doctor"), &json!("みなみ診療所")));
    let at = chrono::DateTime::parse_from_rfc3339(look["at"].as_str().unwrap()).unwrap();
    assert!((at.to_utc() - before).num_seconds().abs() <= 10, "{look} at {before}");
    assert_eq!(looks_at_room(&nurse, other), Vec::<Value>::new(), "that registrant's room was not looked at");

    // The association's looks are there as well, and looking at the record is one.
    let record = format!("/api/registrants/{}", room.registrant);
    association.get(&record).ok();
    let seen = association.get(&format!("{record}/views")).ok();
    let newest = nurse.get(&room.path("/views")).ok()["items"].clone();
    let of = |view: &Value| (view["user_name"].clone(), view["what"].clone(), view["via"].clone());
    let desk = (json!("真間 進"), json!("register"), json!("desk"));
    assert!(newest.as_array().unwrap().iter().map(of).any(|view| view == desk), "{newest}");
    assert_eq!(of(&newest[0]), desk, "{newest}");
    assert_eq!(of(&newest[1]), (json!("山田 花子"), json!("log"), json!("member")), "{newest}");
    assert!(seen["items"].as_array().unwrap().len() >= 3, "{seen}");
}

#[test]
fn r21_the_record_is_read_page_by_page() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    nurse.get("/api/rooms").ok();
    nurse.get(&room.path("")).ok();
    // Looking at the record is a look of its own, which may be written while the page is read.
    nurse.get(&room.path("/views")).ok();
    let whole = nurse.get(&room.path("/views")).ok()["items"].as_array().unwrap().clone();
    let (mut paged, mut after) = (Vec::new(), String::new());
    loop {
        let page = nurse.get(&room.path(&format!("/views?limit=1{after}"))).ok();
        paged.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    // Log, header, list; and first of all the answer to the decision, which showed the association the form.
    assert_eq!((paged.len(), &paged), (4, &whole));
    assert_eq!(nurse.get(&room.path("/views?after=x")).status, 400);
}

#[test]
fn r21_looking_again_within_a_minute_is_one_look_and_later_it_is_another() {
    let Some(app) = App::at("2026-06-03T10:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    for _ in 0..3 {
        nurse.get(&room.path("")).ok();
    }
    assert_eq!(looks_at_room(&nurse, room).len(), 1, "a room open on a screen asks again and again");
    app.clock().advance_minutes(2);
    nurse.get(&room.path("")).ok();
    assert_eq!(looks_at_room(&nurse, room).len(), 2);
    // Two windows that open it at the same moment are one look as well.
    app.clock().advance_minutes(2);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            let window = nurse.second_window();
            scope.spawn(move || window.get(&room.path("")).ok());
        }
    });
    assert_eq!(looks_at_room(&nurse, room).len(), 3);
}

#[test]
fn r21_views_are_counted_by_person_and_by_day() {
    let Some(app) = App::at("2026-06-03T10:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse, &doctor]);
    app.clock().set("2026-06-10T23:59:00+09:00");
    for (who, time) in [(&doctor, "10T23:59:01"), (&doctor, "11T00:30:00"), (&nurse, "11T00:31:00")] {
        app.clock().set(&format!("2026-06-{time}+09:00"));
        who.second_window_signed_in().get(&room.path("")).ok();
    }
    // Looking at the record counts as well, on its own day.
    app.clock().set("2026-06-12T10:00:00+09:00");
    let nurse = nurse.second_window_signed_in();
    let counts = nurse.get(&room.path("/view-counts?from=2026-06-10&to=2026-06-11")).ok();
    assert_eq!(counts["total"], 3, "{counts}");
    assert_eq!(counts["by_day"], json!([{ "day": "2026-06-10", "views": 1 }, { "day": "2026-06-11", "views": 2 }]));
    let people: Vec<_> =
        counts["by_person"].as_array().unwrap().iter().map(|p| (&p["user_name"], &p["views"])).collect();
    assert_eq!(people.len(), 2, "{counts}");
    assert!(people.contains(&(&json!("佐藤 進"), &json!(2))), "{counts}");
    assert_eq!(nurse.get(&room.path("/view-counts?from=2026-06-11&to=2026-06-10")).status, 400);
    assert_eq!(nurse.get(&room.path("/view-counts?from=2020-01-01&to=2026-06-10")).status, 400);

    let association = association.second_window_signed_in();
    let of_registrant = format!("/api/registrants/{}/view-counts?from=2026-06-10&to=2026-06-10", room.registrant);
    assert_eq!(association.get(&of_registrant).at("/total"), 1);
    let register = association.get("/api/registrants/view-counts?from=2026-06-10&to=2026-06-10").ok();
    let line = &register["items"][0];
    assert_eq!(
        (&line["registrant_id"], &line["name"], &line["views"], &line["people"], &register["next"]),
        (&json!(room.registrant), &json!("市川 花"), &json!(1), &json!(1), &Value::Null)
    );
    assert_eq!(association.get("/api/registrants/99/views").status, 404);
}

#[test]
fn r21_what_cannot_be_recorded_is_not_shown() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let database = app.db_connection();
    database
        .execute_batch(
            "CREATE TRIGGER disk_full BEFORE INSERT ON registrant_views BEGIN SELECT RAISE(ABORT, 'disk full'); END",
        )
        .unwrap();
    let refused = nurse.get(&room.path("")).problem(500, "internal_error");
    assert!(!refused.to_string().contains("市川"), "{refused}");
    database.execute_batch("DROP TRIGGER disk_full").unwrap();
    assert_eq!(nurse.get(&room.path("")).at("/registrant/name"), "市川 花");
}

#[test]
fn r21_the_record_is_for_the_room_and_the_association_alone() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let outsider = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let city = app.first_clerk();
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    nurse.get(&room.path("")).ok();
    for rest in ["/views", "/view-counts"] {
        let of_registrant = format!("/api/registrants/{}{rest}", room.registrant);
        for (who, of_room, of_person) in
            [(&nurse, 200, 403), (&outsider, 404, 403), (city, 404, 403), (&association, 404, 200)]
        {
            assert_eq!((who.get(&room.path(rest)).status, who.get(&of_registrant).status), (of_room, of_person));
        }
    }
    assert_eq!(city.get("/api/registrants/view-counts").status, 403);
    // The city's audit list tells nothing of it.
    let list = city.get("/api/audit/events?limit=200").ok().to_string();
    assert!(
        !list.contains(&format!("registrant:{}\"", room.registrant)) && !list.contains("\"action\":\"room\""),
        "{list}"
    );
}

#[test]
fn r21_whoever_changes_or_removes_a_view_is_noticed() {
    for (tampering, broken) in [
        ("UPDATE registrant_views SET user_id = 1 WHERE sequence = 2", 2),
        ("UPDATE registrant_views SET at = at - 86400000 WHERE sequence = 2", 2),
        ("DELETE FROM registrant_views WHERE sequence = 2", 2),
        ("DELETE FROM registrant_views WHERE sequence = 1", 1),
    ] {
        let app = App::start();
        let (nurse, association) = app.nurse_and_association();
        let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
        nurse.get(&room.path("")).ok();
        nurse.get("/api/rooms").ok();
        nurse.get(&room.path("/views")).ok();
        let before = app.first_clerk().get("/api/audit/verification").ok();
        assert_eq!((&before["intact"], &before["views"]["intact"]), (&json!(true), &json!(true)), "{before}");
        assert_eq!(before["views"]["rows"], app.db_count("SELECT count(*) FROM registrant_views"));
        let database = app.db_connection();
        assert!(database.execute(tampering, []).unwrap_err().to_string().contains("views are never"));
        database
            .execute_batch(
                "DROP TRIGGER registrant_views_are_not_changed; DROP TRIGGER registrant_views_are_not_deleted",
            )
            .unwrap();
        assert_eq!(database.execute(tampering, []).unwrap(), 1, "{tampering}");
        let after = app.first_clerk().get("/api/audit/verification").ok();
        assert_eq!((&after["intact"], &after["first_broken_sequence"]), (&json!(false), &Value::Null), "{after}");
        assert_eq!(after["views"]["first_broken_sequence"], broken, "{tampering}: {after}");
    }
}

#[test]
fn r21_nothing_that_was_shown_before_a_crash_is_missing_from_the_record() {
    const ROOMS: usize = 24;
    const WINDOWS: usize = 4;
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let pharmacist = app.user_working_as("ひがし薬局", "鈴木 恵", "スズキ メグミ", "pharmacist");
    let manager = app.user_working_as("きた居宅", "高橋 緑", "タカハシ ミドリ", "care_manager");
    let team = [&nurse, &doctor, &pharmacist, &manager];
    let rooms: Vec<SupportRoom> =
        (0..ROOMS).map(|_| app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &team)).collect();
    let ids: Vec<i64> = team.iter().map(|member| member.id()).collect();
    let (shown, asked) = (Mutex::new(Vec::new()), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for (member, id) in team.iter().zip(&ids) {
            for first in 0..WINDOWS {
                let (window, shown, asked, rooms) = (member.second_window(), &shown, &asked, &rooms);
                scope.spawn(move || {
                    for room in rooms.iter().skip(first).step_by(WINDOWS) {
                        asked.fetch_add(1, Ordering::Relaxed);
                        let Ok(reply) = window.call("GET", &room.path("")).try_send() else { return };
                        assert_eq!(reply.status, 200, "{reply}");
                        shown.lock().unwrap().push((*id, room.registrant));
                    }
                });
            }
        }
        // Among the looks, wherever they are by then.
        while shown.lock().unwrap().len() < ROOMS {
            std::thread::sleep(Duration::from_millis(1));
        }
        app.kill();
    });
    app.restart();
    let shown = shown.into_inner().unwrap();
    println!("{} asked, {} were shown before the crash", asked.into_inner(), shown.len());
    for (user, registrant) in &shown {
        let recorded = app.db_count(&format!(
            "SELECT count(*) FROM registrant_views
              WHERE user_id = {user} AND registrant_id = {registrant} AND what = 'room' AND via = 'member'"
        ));
        assert_eq!(recorded, 1, "user {user} saw registrant {registrant}");
    }
    let verdict = app.first_clerk().get("/api/audit/verification").ok();
    assert_eq!((&verdict["intact"], &verdict["views"]["intact"]), (&json!(true), &json!(true)), "{verdict}");
    // And the rest is shown and recorded afterwards, all at once.
    std::thread::scope(|scope| {
        for member in team {
            let (window, rooms) = (member.second_window(), &rooms);
            scope.spawn(move || rooms.iter().for_each(|room| drop(window.get(&room.path("")).ok())));
        }
    });
    let pairs = "SELECT count(DISTINCT user_id * 1000000 + registrant_id) FROM registrant_views WHERE what = 'room'";
    assert_eq!(usize::try_from(app.db_count(pairs)).unwrap(), ROOMS * team.len());
    assert_eq!(app.first_clerk().get("/api/audit/verification").ok()["intact"], true);
}
