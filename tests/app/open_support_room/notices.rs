//! Form 8 alone: a member of the team, or a clerk with paper, says who comes and goes, and the association decides.

use serde_json::{Value, json};
use tests::{App, CARE_TEAMS, SupportRoom, User, joins, leaves, registrant, with};

/// A team of a visiting nurse and a care manager, a doctor who is not in it, and the association.
struct Scene {
    app: App,
    nurse: User,
    manager: User,
    doctor: User,
    association: User,
    room: SupportRoom,
}

impl Scene {
    fn set() -> Self {
        let app = App::start();
        let (nurse, association) = app.nurse_and_association();
        let manager = app.user_working_as("きた居宅", "田中 実", "タナカ ミノル", "care_manager");
        let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
        let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse, &manager]);
        Self { app, nurse, manager, doctor, association, room }
    }

    fn today(&self) -> String {
        self.app.day(0)
    }
}

#[test]
fn r16_nobody_enters_or_leaves_before_the_association_has_accepted() {
    let scene = Scene::set();
    let Scene { app, nurse, manager, doctor, association, room } = &scene;
    let today = scene.today();
    let receipt = manager.reports_change(*room, &[joins(doctor, &today), leaves(manager, &today)]);
    assert!(receipt.starts_with("8-"), "{receipt}");
    assert_eq!(nurse.team_of(*room), ["田中 実", "山田 花子"]);
    let shown = association.opens_notice(&receipt);
    assert_eq!(shown["room"]["registrant_name"], "市川 花");
    assert_eq!((&shown["members"][0]["known"], &shown["warnings"]), (&json!(true), &json!([])));
    assert_eq!((&shown["content"]["changes"][0]["name"], &shown["accounts"]), (&json!("佐藤 進"), &json!([])));
    let done = association.accepts_notice(&receipt);
    assert_eq!((&done["status"], &done["accounts"][1]["change"]), (&json!("completed"), &json!("remove")), "{done}");
    assert_eq!(
        (nurse.team_of(*room), doctor.rooms()),
        (vec!["佐藤 進".to_owned(), "山田 花子".to_owned()], vec![room.room])
    );
    assert_eq!(manager.rooms(), Vec::<i64>::new());
    let events = doctor.get(&room.path("")).at("/events");
    let told: Vec<(&Value, &Value)> =
        events.as_array().unwrap().iter().take(2).map(|event| (&event["kind"], &event["about_name"])).collect();
    assert_eq!(told, [(&json!("member_left"), &json!("田中 実")), (&json!("member_joined"), &json!("佐藤 進"))]);
    for action in ["support_room.member_joined", "support_room.member_left"] {
        let noted =
            format!("SELECT count(*) FROM audit_events WHERE action = '{action}' AND subject = 'room:{}'", room.room);
        let told = format!("SELECT count(*) FROM outbox WHERE topic = '{action}'");
        assert_eq!((app.db_count(&noted), app.db_count(&told)), (1, 1), "{action}");
    }
    assert_eq!(app.db_count("SELECT count(*) FROM outbox WHERE topic = 'support_room.team_changed'"), 1);
    for name in ["市川 花", "佐藤 進"] {
        let told = format!("SELECT count(*) FROM outbox WHERE payload LIKE '%{name}%'");
        let noted = format!("SELECT count(*) FROM audit_events WHERE detail LIKE '%{name}%'");
        assert_eq!((app.db_count(&told), app.db_count(&noted)), (0, 0), "{name}");
    }
    assert_eq!(app.first_clerk().get("/api/audit/verification").ok()["intact"], true);
}

#[test]
fn r16_only_a_member_of_the_room_and_the_association_report_a_change() {
    let scene = Scene::set();
    let Scene { app, nurse, doctor, association, room, .. } = &scene;
    let change = [joins(doctor, &scene.today())];
    let stranger = doctor.sends_notice(*room, &change).problem(404, "not_found").json();
    let no_such_room = SupportRoom { room: 99, registrant: 99 };
    assert_eq!(stranger, doctor.sends_notice(no_such_room, &change).problem(404, "not_found").json());
    let _ = app.first_clerk().sends_notice(*room, &change).problem(403, "forbidden");
    let _ = app
        .visitor()
        .post(&format!("/api/{CARE_TEAMS}"), &nurse.team_notice(*room, json!(change)))
        .problem(401, "not_signed_in");
    let no_room = with(&nurse.team_notice(*room, json!(change)), "/room_id", Value::Null);
    let _ = nurse
        .post(&format!("/api/{CARE_TEAMS}"), &no_room)
        .problem(422, "validation_failed")
        .field_error("room_id", "required");
    let unknown = with(&nurse.team_notice(no_such_room, json!(change)), "/organization_id", nurse.organization_id());
    let filed = association.post(&format!("/api/{CARE_TEAMS}"), &with(&unknown, "/channel", "post"));
    let _ = filed.problem(422, "validation_failed").field_error("room_id", "unknown_room");
    // Whoever reported it follows it; nobody else, and the city reads nothing.
    let receipt = nurse.reports_change(*room, &change);
    let path = format!("/api/{CARE_TEAMS}/{receipt}");
    assert_eq!(nurse.get(&format!("{path}/follow-up")).at("/status"), "received");
    for other in [doctor, association] {
        assert_eq!(other.get(&format!("{path}/follow-up")).status, 404);
    }
    assert_eq!((nurse.get(&path).status, app.first_clerk().get(&path).status), (403, 403));
    let decision = json!({ "decision": "accept", "version": 1 });
    for other in [nurse, app.first_clerk()] {
        assert_eq!(other.post(&format!("{path}/decision"), &decision).status, 403);
    }
}

#[test]
fn r15_a_change_comes_from_the_own_organization_or_on_paper() {
    let scene = Scene::set();
    let Scene { nurse, doctor, association, room, .. } = &scene;
    let form = nurse.team_notice(*room, json!([joins(doctor, &scene.today())]));
    let path = format!("/api/{CARE_TEAMS}");
    let foreign = with(&form, "/organization_id", doctor.organization_id());
    let _ = nurse.post(&path, &foreign).problem(403, "other_organization").rule("R15");
    let _ = nurse.post(&path, &with(&form, "/channel", "post")).field_error("channel", "channel_not_allowed");
    let mut paper = with(&with(&form, "/organization_id", nurse.organization_id()), "/channel", "post");
    paper["applicant"] = json!({ "name": "山田 花子", "kana": "ヤマダ ハナコ", "phone": "047-300-1234" });
    let filed = association.post(&path, &paper).created();
    let receipt = filed["receipt_number"].as_str().unwrap();
    assert_eq!(association.opens_notice(receipt)["channel"], "post");
    // Any clerk of the association follows what came on paper; the nurse holds the paper's copy.
    let _ = association.get(&format!("{path}/{receipt}/follow-up")).ok();
    assert_eq!(nurse.get(&format!("{path}/{receipt}/follow-up")).status, 404);
    association.accepts_notice(receipt);
    assert_eq!(doctor.rooms(), [room.room]);
}

#[test]
fn a_returned_notice_is_corrected_with_everything_kept_and_stays_with_its_room() {
    let scene = Scene::set();
    let Scene { app, nurse, manager, doctor, association, room } = &scene;
    let other = app.support_room(association, &registrant("青木 薫", "アオキ カオル"), &[nurse]);
    let form =
        with(&manager.team_notice(*room, json!([joins(doctor, &scene.today())])), "/reason", "往診が始まります。");
    let path = format!("/api/{CARE_TEAMS}");
    let filed = manager.post(&path, &form).created();
    let receipt = filed["receipt_number"].as_str().unwrap();
    let correction = format!("{path}/{receipt}/correction");
    assert_eq!(manager.post(&correction, &form).status, 409, "nothing to correct yet");
    association.decides_notice(receipt, "return", Some("日付を確かめてください。")).ok();
    let kept = manager.get(&format!("{path}/{receipt}/follow-up")).ok();
    assert_eq!((&kept["note"], &kept["content"]["reason"]), (&json!("日付を確かめてください。"), &form["reason"]));
    assert_eq!(manager.get("/api/support-room-applications").at("/items/0/receipt_number"), receipt);
    let moved = with(&form, "/room_id", other.room);
    let _ = manager.post(&correction, &moved).problem(422, "validation_failed").field_error("room_id", "other_room");
    let corrected = manager.post(&correction, &with(&form, "/changes/0/on", app.day(3))).ok();
    assert_eq!(corrected["status"], "resubmitted");
    // Whoever is in the room no longer changes its team no longer.
    let leaving = nurse.reports_change(*room, &[leaves(manager, &scene.today())]);
    association.accepts_notice(&leaving);
    association.decides_notice(receipt, "return", Some("電話で確かめます。")).ok();
    for (method, way) in [("GET", "follow-up"), ("POST", "correction"), ("POST", "withdrawal")] {
        let call = manager.call(method, &format!("{path}/{receipt}/{way}"));
        let call = if method == "POST" { call.json(&form) } else { call };
        assert_eq!(call.send().status, 404, "{way}");
    }
    association.decides_notice(receipt, "reject", Some("届け出た方が担当者でなくなりました。")).ok();
}

#[test]
fn everything_wrong_with_a_notice_is_named_at_its_field() {
    let scene = Scene::set();
    let Scene { app, nurse, manager, doctor, room, .. } = &scene;
    let changes = [
        joins(manager, &scene.today()),
        json!({ "change": "remove", "on": app.day(0), "user_id": 9_998 }),
        joins(doctor, &app.day(-31)),
        joins(doctor, &app.day(367)),
        json!({ "change": "add", "on": app.day(0), "user_id": 9_999 }),
    ];
    let _ = nurse
        .sends_notice(*room, &changes)
        .problem(422, "validation_failed")
        .field_error("changes[0].user_id", "already_member")
        .field_error("changes[1].user_id", "not_member")
        .field_error("changes[2].on", "too_long_ago")
        .field_error("changes[3].on", "too_far_ahead")
        .field_error("changes[4].user_id", "unknown_person");
    let _ = nurse.sends_notice(*room, &changes[..1]).field_error("changes[0].user_id", "already_member").rule("R16");
    let _ = nurse.sends_notice(*room, &[]).field_error("changes", "required");
    // A clerk is no member of a team.
    let clerk = json!({ "change": "add", "on": app.day(0), "user_id": app.first_clerk().id() });
    let _ = nurse.sends_notice(*room, &[clerk]).field_error("changes[0].user_id", "unknown_person");
}

#[test]
fn r17_the_last_nurse_stays() {
    let scene = Scene::set();
    let Scene { nurse, manager, doctor, association, room, .. } = &scene;
    let today = scene.today();
    let refused = manager.sends_notice(*room, &[leaves(nurse, &today)]).problem(422, "validation_failed").rule("R17");
    let refused = refused.field_error("changes", "no_clinician");
    assert!(refused.text().contains("医師も訪問看護師もいなくなります"), "{refused}");
    // Not even for a day.
    let gap = [leaves(nurse, &scene.app.day(5)), joins(doctor, &scene.app.day(6))];
    let _ = manager.sends_notice(*room, &gap).rule("R17");
    let receipt = manager.reports_change(*room, &[leaves(nurse, &today), joins(doctor, &today)]);
    association.accepts_notice(&receipt);
    assert_eq!((doctor.rooms(), nurse.rooms()), (vec![room.room], vec![]));
}

#[test]
fn r17_the_rules_are_looked_at_again_as_the_team_stands_at_the_decision() {
    let scene = Scene::set();
    let Scene { nurse, manager, doctor, association, room, .. } = &scene;
    let today = scene.today();
    association.accepts_notice(&nurse.reports_change(*room, &[joins(doctor, &today)]));
    // Each alone may go; the second no longer may once the first has gone.
    let first = manager.reports_change(*room, &[leaves(nurse, &today)]);
    let second = manager.reports_change(*room, &[leaves(doctor, &today), leaves(manager, &today)]);
    assert_eq!(association.opens_notice(&second)["warnings"], json!([]));
    association.accepts_notice(&first);
    assert_eq!(association.opens_notice(&second)["warnings"][0]["code"], "no_clinician");
    let refused = association.decides_notice(&second, "accept", None).problem(422, "validation_failed").rule("R17");
    let _ = refused.field_error("changes", "no_clinician");
    assert_eq!(doctor.team_of(*room), ["佐藤 進", "田中 実"], "nothing of it happened");
    // The same change twice: the second one has nothing left to do.
    let again = doctor.reports_change(*room, &[leaves(manager, &today)]);
    association.accepts_notice(&doctor.reports_change(*room, &[leaves(manager, &today)]));
    let refused = association.decides_notice(&again, "accept", None).problem(422, "validation_failed");
    let _ = refused.field_error("changes[0].user_id", "not_member");
}

#[test]
fn r18_removal_is_immediate_and_a_return_brings_everything_back() {
    let scene = Scene::set();
    let Scene { nurse, manager, association, room, .. } = &scene;
    let today = scene.today();
    let before = manager.get(&room.path("")).ok();
    association.accepts_notice(&nurse.reports_change(*room, &[leaves(manager, &today)]));
    // From the first request on: the same session, the list, the room, who looked, and what she would report.
    let list = manager.get("/api/rooms").ok();
    assert_eq!(
        (&list["items"], &list["why_empty"], &list["ended_recently"]),
        (&json!([]), &json!("no_assignment"), &json!(1))
    );
    assert_eq!((manager.get(&room.path("")).status, manager.me().at("/rooms/support")), (404, json!(0)));
    let _ = manager.sends_notice(*room, &[joins(manager, &today)]).problem(404, "not_found");
    association.accepts_notice(&nurse.reports_change(*room, &[joins(manager, &today)]));
    let after = manager.get(&room.path("")).ok();
    assert_eq!((&after["registrant"], &after["consent"]), (&before["registrant"], &before["consent"]));
    let events = |room: &Value| room["events"].as_array().unwrap().len();
    assert_eq!(events(&after), events(&before) + 2, "she reads what happened while she was away");
    assert_eq!((manager.rooms(), manager.get("/api/rooms").at("/ended_recently")), (vec![room.room], json!(0)));
    let record = association.room_record(*room);
    assert_eq!((record["team"].as_array().unwrap().len(), record["past"].as_array().unwrap().len()), (2, 1));
    let forms: Vec<&Value> = record["applications"].as_array().unwrap().iter().map(|line| &line["form"]).collect();
    assert_eq!(forms, [8, 8, 7]);
}

#[test]
fn of_two_clerks_who_decide_a_notice_at_once_one_is_told() {
    let scene = Scene::set();
    let second = scene.app.association_clerk("国府 台", "コウノ ダイ");
    let receipt = scene.nurse.reports_change(scene.room, &[joins(&scene.doctor, &scene.today())]);
    let version = scene.association.opens_notice(&receipt)["version"].clone();
    let path = format!("/api/{CARE_TEAMS}/{receipt}/decision");
    let accept = json!({ "decision": "accept", "version": version });
    let reject = json!({ "decision": "reject", "note": "取り下げの連絡がありました。", "version": version });
    let replies = std::thread::scope(|scope| {
        let one = scope.spawn(|| scene.association.post(&path, &accept));
        let other = scope.spawn(|| second.post(&path, &reject));
        [one.join().unwrap(), other.join().unwrap()]
    });
    let mut statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
    let accepted = replies[0].status == 200;
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(scene.doctor.rooms(), if accepted { vec![scene.room.room] } else { Vec::new() });
}

#[test]
fn a_notice_sent_twice_is_one_notice() {
    let scene = Scene::set();
    let form = scene.nurse.team_notice(scene.room, json!([joins(&scene.doctor, &scene.today())]));
    let send = || {
        let call = scene.nurse.call("POST", &format!("/api/{CARE_TEAMS}"));
        call.idempotency_key("notice-of-the-nurse-1").json(&form).send().created()
    };
    assert_eq!(send()["receipt_number"], send()["receipt_number"]);
    assert_eq!(scene.app.db_count("SELECT count(*) FROM applications WHERE form = 8"), 1);
}

#[test]
fn r21_every_view_of_a_notice_is_on_record() {
    let scene = Scene::set();
    let Scene { app, nurse, doctor, association, room, .. } = &scene;
    let receipt = nurse.reports_change(*room, &[joins(doctor, &scene.today())]);
    let views = |user: &User, via: &str| {
        app.db_count(&format!(
            "SELECT count(*) FROM registrant_views WHERE what = 'application' AND via = '{via}' AND user_id = {} AND registrant_id = {}",
            user.id(),
            room.registrant
        ))
    };
    // The association has read the Form 7 while it was accepted.
    let before = views(association, "desk");
    app.clock().advance_minutes(2);
    association.opens_notice(&receipt);
    assert_eq!((views(association, "desk"), views(nurse, "filer")), (before + 1, 0));
    let _ = nurse.get(&format!("/api/{CARE_TEAMS}/{receipt}/follow-up")).ok();
    assert_eq!(views(nurse, "filer"), 1);
}
