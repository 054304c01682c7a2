//! Form 6 and care teams: the association knows before a team loses its doctor or nurse, and the team afterwards.

use serde_json::{Value, json};
use tests::{App, CHANGES, STOPS, User, joins, leaves, person, registrant, with};

/// The manager of a new organization with these people, each with a name, its reading and a profession.
fn organization(app: &App, name: &str, people: &[(&str, &str, &str)]) -> Vec<User> {
    let people: Vec<Value> =
        people.iter().map(|(name, kana, profession)| with(&person(name, kana), "/profession", *profession)).collect();
    app.signed_in(name, &people)
}

fn alerts(association: &User) -> Value {
    association.get("/api/care-team-alerts").ok()
}

#[test]
fn r17_a_stop_warns_the_association_before_and_flags_the_room_after() {
    let app = App::start();
    let association = app.association_clerk("真間 進", "ママ ススム");
    let staff = organization(
        &app,
        "さくら訪問看護ステーション",
        &[("山田 花子", "ヤマダ ハナコ", "visiting_nurse"), ("田中 実", "タナカ ミノル", "care_manager")],
    );
    let [head, nurse, manager] = [&staff[0], &staff[1], &staff[2]];
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[nurse, manager]);
    assert_eq!(alerts(&association), json!({ "stops": [], "without_clinician": [] }));
    let mut form = head.stop_form(&[nurse, manager]);
    form["people"][0]["last_day"] = app.day(10).into();
    let receipt = head.files(STOPS, &form);
    // Before: the association sees whom and where, the city neither where nor in how many.
    let seen = alerts(&association);
    let stops = seen["stops"].as_array().unwrap();
    assert_eq!(stops.len(), 2, "{seen}");
    assert_eq!((&stops[0]["user_name"], &stops[0]["last_day"]), (&json!("山田 花子"), &json!(app.day(10))));
    let its_room = |last: bool| json!([{ "room_id": room.room, "registrant_id": room.registrant, "registrant_name": "市川 花", "last_clinician": last }]);
    assert_eq!((&stops[0]["rooms"], &stops[1]["rooms"]), (&its_room(true), &its_room(false)));
    let city = app.first_clerk();
    assert_eq!((city.get("/api/care-team-alerts").status, head.get("/api/care-team-alerts").status), (403, 403));
    let warnings = city.opens_at_desk(STOPS, &receipt).at("/warnings");
    let of_member: Vec<&str> = warnings
        .as_array()
        .unwrap()
        .iter()
        .filter(|warning| warning["code"] == "care_team_member")
        .map(|warning| warning["message"].as_str().unwrap())
        .collect();
    assert!(of_member[0].contains("後任") && !of_member[1].contains("後任"), "{of_member:?}");
    for message in of_member {
        assert!(!message.contains(|c: char| c.is_numeric()) && !message.contains("市川 花"), "{message}");
    }
    // After: everything ends for both, and the room is flagged once.
    city.accepts_at_desk(STOPS, &receipt);
    let seen = alerts(&association);
    assert_eq!((&seen["stops"], &seen["without_clinician"][0]["room_id"]), (&json!([]), &json!(room.room)));
    let record = association.room_record(room);
    assert_eq!((&record["team"], record["past"].as_array().unwrap().len()), (&json!([]), 2));
    let kinds: Vec<&Value> = record["events"].as_array().unwrap().iter().map(|event| &event["kind"]).collect();
    assert_eq!(kinds[..3], ["without_clinician", "account_stopped", "account_stopped"]);
    assert_eq!(app.db_count("SELECT count(*) FROM outbox WHERE topic = 'support_room.without_clinician'"), 1);
    assert_eq!(association.get("/api/registrants").at("/items/0/members"), 0);
    // A doctor comes, on paper since nobody is left to report it, and the flag goes.
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let mut paper = association.team_notice(room, json!([joins(&doctor, &app.day(0))]));
    paper["applicant"] = json!({ "name": "佐藤 進", "kana": "サトウ ススム", "phone": "047-300-5678" });
    (paper["organization_id"], paper["channel"]) = (doctor.organization_id().into(), "in_person".into());
    let filed = association.post("/api/care-team-notices", &paper).created();
    association.accepts_notice(filed["receipt_number"].as_str().unwrap());
    assert_eq!(alerts(&association)["without_clinician"], json!([]));
    assert_eq!(doctor.get(&room.path("")).at("/without_clinician_from"), Value::Null);
}

#[test]
fn r8_a_stop_ends_assignments_that_lie_ahead_too() {
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let staff = organization(&app, "みなみ診療所", &[("佐藤 進", "サトウ ススム", "doctor")]);
    let (head, doctor) = (&staff[0], &staff[1]);
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    association
        .accepts_notice(&nurse.reports_change(room, &[joins(doctor, "2026-06-05"), leaves(&nurse, "2026-06-10")]));
    let receipt = head.files(STOPS, &head.stop_form(&[doctor]));
    // From the 10th on he would have been the only one.
    assert_eq!(alerts(&association)["stops"][0]["rooms"][0]["last_clinician"], true);
    app.first_clerk().accepts_at_desk(STOPS, &receipt);
    let header = nurse.get(&room.path("")).ok();
    assert_eq!((&header["planned"], &header["without_clinician_from"]), (&json!([]), &json!("2026-06-09T15:00:00Z")));
    let told = (&header["events"][0]["kind"], &header["events"][0]["note"]);
    assert_eq!(told, (&json!("without_clinician"), &json!("2026-06-10")));
    assert_eq!(alerts(&association)["without_clinician"][0]["from"], "2026-06-09T15:00:00Z");
    let stays_left = app
        .db_count("SELECT count(*) FROM room_members WHERE until IS NULL OR until > since AND until > 1780880400000");
    assert_eq!(stays_left, 1, "the nurse until the 10th, and nobody else");
}

#[test]
fn r17_two_nurses_who_stop_together_are_the_last_together() {
    let app = App::start();
    let association = app.association_clerk("真間 進", "ママ ススム");
    let staff = organization(
        &app,
        "さくら訪問看護ステーション",
        &[("山田 花子", "ヤマダ ハナコ", "visiting_nurse"), ("中村 誠", "ナカムラ マコト", "visiting_nurse")],
    );
    let [head, first, second] = [&staff[0], &staff[1], &staff[2]];
    app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[first, second]);
    let last = || -> Vec<Value> {
        let stops = alerts(&association)["stops"].clone();
        stops.as_array().unwrap().iter().map(|stop| stop["rooms"][0]["last_clinician"].clone()).collect()
    };
    let alone = head.files(STOPS, &head.stop_form(&[first]));
    assert_eq!(last(), [false]);
    let city = app.first_clerk();
    let note = json!({ "decision": "return", "note": "お二人とも届け出てください。" });
    city.decides_on(STOPS, &alone, note).ok();
    let both = head.stop_form(&[first, second]);
    assert_eq!(last(), [false], "a returned notice is still to come");
    let _ = head.post(&format!("/api/{STOPS}/{}/correction", alone.number), &both).ok();
    assert_eq!(last(), [true, true]);
    let warnings = city.opens_at_desk(STOPS, &alone).at("/warnings");
    assert!(warnings.as_array().unwrap().iter().all(|warning| warning["message"].as_str().unwrap().contains("後任")));
    city.decides_on(STOPS, &alone, json!({ "decision": "reject", "note": "在職中です。" })).ok();
    assert_eq!(alerts(&association)["stops"], json!([]));
}

#[test]
fn a_stop_of_somebody_in_no_team_is_not_the_associations_business() {
    let app = App::start();
    let association = app.association_clerk("真間 進", "ママ ススム");
    let staff = organization(&app, "みなみ診療所", &[("佐藤 進", "サトウ ススム", "doctor")]);
    let (head, doctor) = (&staff[0], &staff[1]);
    let receipt = head.files(STOPS, &head.stop_form(&[doctor]));
    let _ = head.sends(CHANGES, &head.change_form());
    assert_eq!(alerts(&association)["stops"], json!([]));
    assert_eq!(app.first_clerk().opens_at_desk(STOPS, &receipt).at("/warnings"), json!([]));
}
