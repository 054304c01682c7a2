//! The association checks a set and opens the room.

use serde_json::{Value, json};
use tests::{App, SUPPORT_ROOMS, registrant, with};

#[test]
fn r14_an_accepted_set_opens_the_room_for_its_team_and_tells_everybody() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let outsider = app.user_working_as("ひがし薬局", "鈴木 恵", "スズキ メグミ", "pharmacist");
    let room = app.support_room(&association, &registrant("市川 花", "イチカワ ハナ"), &[&nurse, &doctor]);
    for member in [&nurse, &doctor] {
        assert_eq!(member.rooms(), [room.room]);
        assert_eq!(member.me().at("/rooms/support"), 1);
        let header = member.get(&room.path("")).ok();
        assert_eq!((&header["registrant"]["name"], &header["via"]), (&json!("市川 花"), &json!("member")));
        let team: Vec<&Value> = header["team"].as_array().unwrap().iter().map(|person| &person["name"]).collect();
        assert_eq!(team, ["佐藤 進", "山田 花子"]);
        let kinds: Vec<&Value> = header["events"].as_array().unwrap().iter().map(|event| &event["kind"]).collect();
        assert_eq!(kinds, ["member_joined", "member_joined", "opened"]);
    }
    assert_eq!(outsider.get(&room.path("")).status, 404);
    assert_eq!(app.db_count("SELECT count(*) FROM outbox WHERE topic = 'support_room.opened'"), 1);
    // No name of a patient leaves by outbox or audit trail (R30, R21).
    let told = "SELECT count(*) FROM outbox WHERE payload LIKE '%市川 花%'";
    let noted = "SELECT count(*) FROM audit_events WHERE detail LIKE '%市川 花%' OR subject LIKE '%市川 花%'";
    assert_eq!((app.db_count(told), app.db_count(noted)), (0, 0));
}

#[test]
fn r19_without_the_original_of_the_consent_nothing_opens() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let receipt = nurse.files_set(&form);
    let refused = association.decides_set(&receipt, "accept", None).refused();
    assert_eq!(
        (refused.status, refused.at("/code"), refused.at("/rule")),
        (409, json!("original_missing"), json!("R19"))
    );
    let original = format!("/api/{SUPPORT_ROOMS}/{receipt}/original");
    let scan = json!({ "received_by": "internal_mail", "received_on": "2026-05-25" });
    let refused = association.put(&original, &scan).refused();
    assert_eq!(
        (refused.status, refused.at("/errors/0/rule")),
        (422, json!("R19")),
        "the person did not agree to a scan"
    );
    assert_eq!(app.first_clerk().put(&original, &scan).status, 403);
    let read_before = association.opens_set(&receipt)["version"].clone();
    association.receives_original(&receipt);
    let stale = json!({ "decision": "accept", "version": read_before });
    let refused = association.post(&format!("/api/{SUPPORT_ROOMS}/{receipt}/decision"), &stale).refused();
    assert_eq!(refused.at("/code"), "changed_meanwhile");
    association.decides_set(&receipt, "accept", None).ok();
}

#[test]
fn r19_a_scan_counts_when_the_person_agreed_beforehand() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let receipt = nurse.files_set(&with(&form, "/consent/scan_agreed_on", "2026-05-19"));
    let file = nurse.sends_mail_file("同意書.txt", b"scan");
    let mail = nurse.mails_as_form(7, "同意書の原本", &[file]);
    let scan = json!({ "received_by": "internal_mail", "scan": { "mailed_form": mail.receipt, "file_id": file } });
    association.put(&format!("/api/{SUPPORT_ROOMS}/{receipt}/original"), &scan).ok();
    let done = association.decides_set(&receipt, "accept", None).ok();
    let room = done["accounts"][0]["room_id"].as_i64().unwrap();
    assert_eq!(nurse.get(&format!("/api/rooms/{room}")).at("/consent/original_received_by"), "internal_mail");
}

#[test]
fn one_person_registered_twice_is_noticed_and_the_desk_decides() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let person = registrant("中島 緑", "ナカジマ ミドリ");
    let room = app.support_room(&association, &person, &[&nurse]);
    let spelled = with(&with(&person, "/kana", "ナカシマ ミドリ"), "/name", "中嶋 みどり");
    let receipt = doctor.files_set(&doctor.support_room_form(&spelled, &[&doctor]));
    association.receives_original(&receipt);
    let similar = association.opens_set(&receipt)["similar"].clone();
    assert_eq!(
        (&similar[0]["registrant_id"], &similar[0]["how"], &similar[0]["room_open"]),
        (&json!(room.registrant), &json!("similar_kana"), &json!(true))
    );
    let refused = association.decides_set(&receipt, "accept", None).refused();
    assert_eq!((refused.status, refused.at("/code")), (409, json!("identity_undecided")));
    let identity = format!("/api/{SUPPORT_ROOMS}/{receipt}/identity");
    let refused = association.put(&identity, &json!({ "registrant_id": 99 })).refused();
    assert_eq!(refused.at("/errors/0/code"), "not_similar");
    association.put(&identity, &json!({ "registrant_id": room.registrant })).ok();
    let done = association.decides_set(&receipt, "accept", None).ok();
    assert_eq!(done["accounts"][0]["room_id"], room.room, "added to the room that there is");
    assert_eq!((nurse.rooms(), doctor.rooms()), (vec![room.room], vec![room.room]));
    let record = association.get(&format!("/api/registrants/{}", room.registrant)).ok();
    assert_eq!(record["consents"].as_array().unwrap().len(), 2);
    assert_eq!((record["rooms"].as_array().unwrap().len(), &record["name"]), (1, &json!("中島 緑")));
}

#[test]
fn r18_r21_only_the_association_is_told_who_may_be_the_same_person_and_that_is_on_record() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let person = registrant("中島 緑", "ナカジマ ミドリ");
    let room = app.support_room(&association, &person, &[&nurse]);
    let second = app.association_clerk("国府 台", "コウノ ダイ");
    let looked = || {
        app.db_count(&format!(
            "SELECT count(*) FROM registrant_views WHERE user_id = {} AND registrant_id = {} AND what = 'register'",
            second.id(),
            room.registrant
        ))
    };
    // A clerk of the city types a set in from paper: with a birth date and a guess at the name nobody is found out.
    let city = app.first_clerk();
    let mut form = nurse.support_room_form(&person, &[&nurse]);
    form["organization_id"] = nurse.organization_id().into();
    form["applicant"] = json!({ "name": "山田 花子", "kana": "ヤマダ ハナコ", "phone": "047-300-1234" });
    form["channel"] = "in_person".into();
    let receipt = city.files_set(&form);
    assert_eq!(city.opens_set(&receipt)["similar"], json!([]));
    let redirected = city.decides_set(&receipt, "redirect", Some("医師会の窓口で決めるものです。")).ok();
    assert_eq!(redirected["similar"], json!([]));
    assert_eq!(looked(), 0);
    assert_eq!(second.opens_set(&receipt)["similar"][0]["registrant_id"], room.registrant);
    assert_eq!(looked(), 1);
}

#[test]
fn two_people_born_on_one_day_stay_two_when_the_desk_says_so() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let person = registrant("山本 清", "ヤマモト キヨシ");
    let room = app.support_room(&association, &person, &[&nurse]);
    let receipt = nurse.files_set(&nurse.support_room_form(&with(&person, "/name", "山元 潔"), &[&nurse]));
    association.put(&format!("/api/{SUPPORT_ROOMS}/{receipt}/identity"), &json!({ "registrant_id": null })).ok();
    let other = association.opens_room(&receipt);
    assert_ne!((other.registrant, other.room), (room.registrant, room.room));
    assert_eq!(nurse.rooms().len(), 2);
}

#[test]
fn r17_a_doctor_without_account_does_not_count_yet() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let manager = app.user_working_as("きた居宅", "田中 実", "タナカ ミノル", "care_manager");
    let mut form = manager.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&manager]);
    let doctor = json!({
        "user_id": null, "name": "佐藤 進", "kana": "サトウ ススム", "profession": "doctor",
        "organization_name": "みなみ診療所",
    });
    form["team"]["members"].as_array_mut().unwrap().push(doctor);
    let receipt = manager.files_set(&form);
    association.receives_original(&receipt);
    let shown = association.opens_set(&receipt);
    assert_eq!(shown["warnings"][0]["code"], "without_account", "{shown}");
    let refused = association.decides_set(&receipt, "accept", None).refused();
    assert_eq!((refused.status, refused.at("/errors/0/rule")), (422, json!("R17")));
    // Returned with everything kept; with the nurse in the team it is accepted, and the doctor is awaited.
    association.decides_set(&receipt, "return", Some("訪問看護師を加えてください。")).ok();
    form["team"]["members"].as_array_mut().unwrap().push(json!({ "user_id": nurse.id() }));
    manager.post(&format!("/api/{SUPPORT_ROOMS}/{receipt}/correction"), &form).ok();
    let room = association.opens_room(&receipt);
    let header = nurse.get(&room.path("")).ok();
    assert_eq!((&header["awaiting"][0]["name"], &header["team"][1]["name"]), (&json!("佐藤 進"), &json!("山田 花子")));
}

#[test]
fn of_two_clerks_who_accept_at_once_one_opens_the_room() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let second = app.association_clerk("国府 台", "コウノ ダイ");
    let receipt = nurse.files_set(&nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]));
    association.receives_original(&receipt);
    let version = association.opens_set(&receipt)["version"].clone();
    let input = json!({ "decision": "accept", "version": version });
    let path = format!("/api/{SUPPORT_ROOMS}/{receipt}/decision");
    let statuses = std::thread::scope(|scope| {
        let clerks = [&association, &second].map(|clerk| scope.spawn(|| clerk.post(&path, &input).status));
        let mut statuses = clerks.map(|clerk| clerk.join().unwrap());
        statuses.sort_unstable();
        statuses
    });
    assert_eq!(statuses, [200, 409]);
    assert_eq!(app.db_count("SELECT count(*) FROM rooms"), 1);
}

#[test]
fn r21_whoever_reads_a_set_before_there_is_a_registrant_stands_in_the_audit_trail() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let receipt = nurse.files_set(&nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]));
    association.opens_set(&receipt);
    let read = format!(
        "SELECT count(*) FROM audit_events WHERE action = 'patient_application.viewed'
            AND subject = 'application:{receipt}' AND actor = 'user:{}'",
        association.id()
    );
    assert_eq!(app.db_count(&read), 1);
}
