//! Visits are planned once or again and again, and shown to the team and to each of its members (R9, R18, R21, R38).

use super::Team;
use serde_json::{Value, json};
use tests::{App, Reply, User, registrant, with};

fn weekly(visitor: &User) -> Value {
    json!({
        "visitor": { "user_id": visitor.id() }, "kind": "home_nursing", "first_day": "2026-11-30",
        "start_minute": 540, "minutes": 60, "repeat": { "every": "week", "weeks": 1, "weekdays": ["mon", "thu"] },
        "note": "バイタル測定と創部の処置",
    })
}

const DECEMBER: &str = "from=2026-12-01&to=2026-12-31";

impl Team {
    fn plans(&self, person: &User, visit: &Value) -> Reply {
        person.post(&self.path("visits"), visit)
    }

    fn december(&self, person: &User) -> Vec<Value> {
        let calendar = person.get(&self.path(&format!("visits?{DECEMBER}"))).ok();
        calendar["items"].as_array().unwrap().clone()
    }
}

fn team() -> Option<Team> {
    App::at("2026-11-26T09:00:00+09:00").map(Team::of)
}

fn days(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["on"].as_str().unwrap()).collect()
}

#[test]
fn a_series_is_laid_out_beside_the_closed_days_and_visits_of_people_outside() {
    let Some(team) = team() else { return };
    team.plans(&team.nurse, &weekly(&team.nurse)).created();
    let helper = json!({
        "visitor": { "name": "町田 望", "profession": "care_worker", "organization_name": "にし介護" },
        "kind": "home_help", "first_day": "2026-12-03", "start_minute": 570, "minutes": 30,
    });
    team.plans(&team.doctor, &helper).created();
    let items = team.december(&team.doctor);
    assert_eq!(
        days(&items),
        ["03", "03", "07", "10", "14", "17", "21", "24", "28", "31"].map(|day| format!("2026-12-{day}"))
    );
    assert_eq!(items[0]["visitor"]["name"], team.nurse.me().ok()["name"]);
    assert_eq!((&items[1]["visitor"]["user_id"], &items[1]["written"]["name"]), (&Value::Null, &json!("佐藤 進")));
    let calendar = team.nurse.get(&team.path("visits?from=2026-12-28&to=2027-01-04")).ok();
    let closed: Vec<&str> =
        calendar["closed_days"].as_array().unwrap().iter().map(|day| day.as_str().unwrap()).collect();
    assert_eq!(closed, ["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"]);
}

#[test]
fn who_is_booked_twice_is_told_and_sending_again_plans_once() {
    let Some(team) = team() else { return };
    let first = team.plans(&team.nurse, &weekly(&team.nurse)).created();
    assert_eq!(first["double_booked_on"], json!([]));
    let meeting = json!({
        "visitor": { "user_id": team.nurse.id() }, "kind": "conference", "first_day": "2026-12-07", "start_minute": 570,
        "minutes": 60,
    });
    let plan = || {
        let call = team.doctor.call("POST", &team.path("visits")).idempotency_key("meeting-0123456789");
        call.json(&meeting).send().created()
    };
    let (once, again) = (plan(), plan());
    assert_eq!((&once["double_booked_on"], &once["visit_id"]), (&json!(["2026-12-07"]), &again["visit_id"]));
    let booked: Vec<Value> =
        team.december(&team.nurse).into_iter().filter(|item| item["is_double_booked"] == true).collect();
    assert_eq!(days(&booked), ["2026-12-07", "2026-12-07"]);
    // The mark on both; another person's visit at that time is no matter.
    let doctors = with(&meeting, "/visitor/user_id", team.doctor.id());
    assert_eq!(team.plans(&team.doctor, &doctors).created()["double_booked_on"], json!([]));
}

#[test]
fn r18_a_person_sees_the_visits_of_all_rooms_he_is_in_and_of_no_other() {
    let Some(team) = team() else { return };
    team.plans(&team.nurse, &weekly(&team.nurse)).created();
    let other = team.app.support_room(&team.association, &registrant("南 ウメ", "ミナミ ウメ"), &[&team.doctor]);
    let house_call = json!({
        "visitor": { "user_id": team.doctor.id() }, "kind": "home_medical_care", "first_day": "2026-12-08",
        "start_minute": 840, "minutes": 30, "repeat": { "every": "month_weekday", "nth": 2, "weekday": "tue" },
    });
    team.doctor.post(&other.path("/records/visits"), &house_call).created();
    let mine = |person: &User, only: bool| {
        let calendar = person.get(&format!("/api/records/visits?{DECEMBER}&mine={only}")).ok();
        calendar["items"].as_array().unwrap().clone()
    };
    let (all, own) = (mine(&team.doctor, false), mine(&team.doctor, true));
    assert_eq!((all.len(), days(&own)), (10, vec!["2026-12-08"]));
    assert_eq!(own[0]["registrant_name"], "南 ウメ");
    assert_eq!(mine(&team.nurse, false).len(), 9, "of her own room alone");
    // A visitor has to be in the team, and a room without its reader is none.
    let stranger = with(&house_call, "/visitor/user_id", team.nurse.id());
    let refused = team.doctor.post(&other.path("/records/visits"), &stranger).problem(422, "validation_failed");
    let _ = refused.rule("R18").field_error("visitor.user_id", "not_a_member");
    let _ = team.nurse.get(&other.path(&format!("/records/visits?{DECEMBER}"))).problem(404, "not_found");
    team.nurse_leaves();
    assert_eq!(mine(&team.nurse, false).len(), 0);
    let _ = team.plans(&team.nurse, &weekly(&team.nurse)).problem(404, "not_found");
    // R9: what she planned stays in her name.
    assert_eq!(team.december(&team.doctor).len(), 9);
}

#[test]
fn r21_a_calendar_over_rooms_is_a_view_of_each_registrant_in_it() {
    let Some(team) = team() else { return };
    team.plans(&team.nurse, &weekly(&team.nurse)).created();
    team.doctor.get(&format!("/api/records/visits?{DECEMBER}")).ok();
    assert_eq!(team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'records'"), 1);
    team.doctor.get("/api/records/visits?from=2026-11-01&to=2026-11-29").ok();
    assert_eq!(
        team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'records'"),
        1,
        "nobody was shown"
    );
}

#[test]
fn what_cannot_be_planned_or_asked_is_refused() {
    let Some(team) = team() else { return };
    let visit = weekly(&team.nurse);
    for (pointer, value, field) in [
        ("/kind", json!("party"), "kind"),
        ("/first_day", Value::Null, "first_day"),
        ("/start_minute", json!(1_440), "start_minute"),
        ("/minutes", json!(0), "minutes"),
        ("/note", json!("あ".repeat(1_001)), "note"),
        ("/repeat/weekdays", json!([]), "repeat"),
        ("/repeat/weeks", json!(-1), "repeat"),
        ("/visitor", json!({}), "visitor.name"),
        ("/last_day", json!("2026-11-01"), "last_day"),
    ] {
        let refused = team.plans(&team.nurse, &with(&visit, pointer, value)).problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    for (pointer, value) in
        [("/repeat", json!({ "every": "hour" })), ("/first_day", json!("2026-02-30")), ("/x", json!(1))]
    {
        let refused = team.plans(&team.nurse, &with(&visit, pointer, value));
        assert!((400..500).contains(&refused.status), "{refused}");
    }
    for window in
        ["", "from=2026-12-01", "from=2026-12-02&to=2026-12-01", "from=2026-01-01&to=2026-12-31", "from=x&to=y"]
    {
        let _ = team.nurse.get(&team.path(&format!("visits?{window}"))).problem(400, "malformed_query");
    }
    assert_eq!(team.app.db_count("SELECT count(*) FROM visits"), 0);
}
