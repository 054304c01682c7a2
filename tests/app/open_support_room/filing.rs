//! Forms 7 and 8 are filed together, or one after the other.

use serde_json::{Value, json};
use tests::{App, SUPPORT_ROOMS, registrant, with};

#[test]
fn r15_whoever_coordinates_the_team_files_and_follows_it() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    let receipt =
        nurse.files_set(&nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse, &doctor]));
    let follow_up = format!("/api/{SUPPORT_ROOMS}/{receipt}/follow-up");
    let standing = nurse.get(&follow_up).ok();
    assert_eq!((&standing["status"], &standing["missing"]), (&json!("received"), &json!([])));
    // What the account knows was filled in; who was picked is named.
    assert_eq!(standing["content"]["applicant"]["name"], "山田 花子");
    assert_eq!(standing["content"]["team"]["members"][1]["organization_name"], "みなみ診療所");
    // Nobody else follows it, not even a member; there is no passcode that would open it.
    assert_eq!(doctor.get(&follow_up).status, 404);
    assert_eq!(app.visitor().get(&follow_up).status, 401);
    assert_eq!(app.first_clerk().get(&follow_up).status, 404);
    assert_eq!(nurse.get(&format!("/api/{SUPPORT_ROOMS}")).at("/items/0/receipt_number"), receipt.as_str());
    assert_eq!(doctor.get(&format!("/api/{SUPPORT_ROOMS}")).at("/items"), json!([]));
    let line = association.get("/api/desk/applications").at("/items/0");
    assert_eq!((&line["form"], &line["applicant_name"]), (&json!(7), &json!("山田 花子")), "{line}");
    // The desk finds it by the registrant's name, who is not named in the list.
    let found = association.get("/api/desk/applications?query=市川花").at("/items/0");
    assert!(found["receipt_number"] == receipt.as_str() && !found.to_string().contains("市川"), "{found}");
    assert_eq!(app.first_clerk().get("/api/desk/applications?query=市川花").at("/items"), json!([]));
}

#[test]
fn r15_a_form_comes_from_the_filers_own_organization() {
    let app = App::start();
    let (nurse, _) = app.nurse_and_association();
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let refused = nurse.post(&format!("/api/{SUPPORT_ROOMS}"), &with(&form, "/organization_id", 1)).refused();
    assert_eq!((refused.status, refused.at("/rule")), (403, json!("R15")));
    assert_eq!(app.visitor().post(&format!("/api/{SUPPORT_ROOMS}"), &form).status, 401);
}

#[test]
fn r14_half_a_set_is_kept_as_incomplete_and_says_what_is_missing() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let receipt = nurse.files_set(&with(&form, "/consent", Value::Null));
    let standing = nurse.get(&format!("/api/{SUPPORT_ROOMS}/{receipt}/follow-up")).ok();
    assert_eq!((&standing["status"], &standing["missing"]), (&json!("incomplete"), &json!(["consent"])));
    // It waits with the applicant, and no day runs out.
    let line = association.get("/api/desk/applications?tab=returned").at("/items/0");
    assert_eq!((&line["missing"], &line["due_on"]), (&json!(["consent"]), &Value::Null), "{line}");
    let refused = association.decides_set(&receipt, "accept", None).refused();
    assert_eq!(
        (refused.status, refused.at("/code"), refused.at("/rule")),
        (409, json!("incomplete_set"), json!("R14"))
    );
    assert!(refused.at("/title").as_str().unwrap().contains("様式第7号"), "{refused}");
    // The other half alone would be incomplete the other way round.
    let correction = format!("/api/{SUPPORT_ROOMS}/{receipt}/correction");
    let still = nurse.post(&correction, &with(&form, "/team", Value::Null)).ok();
    assert_eq!((&still["status"], &still["missing"]), (&json!("incomplete"), &json!(["team"])));
    let whole = nurse.post(&correction, &form).ok();
    assert_eq!((&whole["status"], &whole["missing"]), (&json!("received"), &json!([])));
    assert_ne!(association.opens_set(&receipt)["due_on"], Value::Null);
    assert_eq!(nurse.post(&correction, &form).refused().status, 409, "it lies at the desk now");
    let room = association.opens_room(&receipt);
    assert_eq!(nurse.rooms(), [room.room]);
}

#[test]
fn r14_neither_half_is_no_application() {
    let app = App::start();
    let (nurse, _) = app.nurse_and_association();
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let nothing = with(&with(&form, "/consent", Value::Null), "/team", Value::Null);
    let refused = nurse.post(&format!("/api/{SUPPORT_ROOMS}"), &nothing).refused();
    assert_eq!(
        (refused.status, refused.at("/errors/0/field"), refused.at("/rule")),
        (422, json!("consent"), json!("R14"))
    );
}

#[test]
fn r14_a_consent_names_who_signed_and_when() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let by_somebody = with(&form, "/consent", json!({ "signed_by": "representative", "signed_on": "2999-01-01" }));
    let refused = nurse.post(&format!("/api/{SUPPORT_ROOMS}"), &by_somebody).refused();
    let fields: Vec<String> =
        refused.at("/errors").as_array().unwrap().iter().map(|error| error["field"].to_string()).collect();
    assert_eq!(
        fields,
        [r#""consent.representative_name""#, r#""consent.representative_relation""#, r#""consent.signed_on""#]
    );
    let by_son = json!({
        "signed_by": "representative", "representative_name": "市川 実", "representative_relation": "child",
        "signed_on": "2026-05-01",
    });
    let room = association.opens_room(&nurse.files_set(&with(&form, "/consent", by_son)));
    let consent = nurse.get(&room.path("")).at("/consent");
    assert_eq!(
        (&consent["representative_name"], &consent["representative_relation"], &consent["state"]),
        (&json!("市川 実"), &json!("child"), &json!("valid"))
    );
}

#[test]
fn r17_a_team_without_doctor_or_visiting_nurse_is_refused_at_its_field() {
    let app = App::start();
    let (nurse, _) = app.nurse_and_association();
    let manager = app.user_working_as("きた居宅", "田中 実", "タナカ ミノル", "care_manager");
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&manager]);
    let refused = nurse.post(&format!("/api/{SUPPORT_ROOMS}"), &form).refused();
    assert_eq!(
        (refused.status, refused.at("/errors/0/field"), refused.at("/errors/0/rule")),
        (422, json!("team.members"), json!("R17"))
    );
}

#[test]
fn r13b_a_draft_survives_and_belongs_to_its_author() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let draft = format!("/api/{SUPPORT_ROOMS}/draft");
    assert_eq!(nurse.get(&draft).at("/content"), Value::Null);
    nurse.put(&draft, &form).ok();
    let elsewhere = nurse.second_window_elsewhere();
    assert_eq!(elsewhere.get(&draft).at("/content/registrant/name"), "市川 花");
    assert_eq!(association.get(&draft).at("/content"), Value::Null);
    assert_eq!(nurse.delete(&draft).status, 204);
    assert_eq!(nurse.get(&draft).at("/content"), Value::Null);
}

#[test]
fn a_retry_files_once() {
    let app = App::start();
    let (nurse, _) = app.nurse_and_association();
    let form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    let send = || {
        let call = nurse.call("POST", &format!("/api/{SUPPORT_ROOMS}")).json(&form);
        call.idempotency_key("0123456789abcdef").send().created()["receipt_number"].clone()
    };
    assert_eq!(send(), send());
    assert_eq!(nurse.get(&format!("/api/{SUPPORT_ROOMS}")).at("/items").as_array().unwrap().len(), 1);
}

#[test]
fn r11_a_set_on_paper_at_the_citys_desk_is_sent_on_and_no_longer_read_there() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let city = app.first_clerk();
    let mut form = nurse.support_room_form(&registrant("市川 花", "イチカワ ハナ"), &[&nurse]);
    form["organization_id"] = nurse.organization_id().into();
    form["applicant"] = json!({ "name": "山田 花子", "kana": "ヤマダ ハナコ", "phone": "047-300-1234" });
    form["channel"] = "in_person".into();
    let receipt = city.files_set(&form);
    assert_eq!(association.get(&format!("/api/{SUPPORT_ROOMS}/{receipt}")).status, 404);
    let refused = city.decides_set(&receipt, "accept", None).refused();
    assert_eq!((refused.status, refused.at("/code")), (409, json!("wrong_desk")));
    city.decides_set(&receipt, "redirect", Some("医師会の窓口で決めるものです。")).ok();
    for path in ["", "/follow-up"] {
        assert_eq!(city.get(&format!("/api/{SUPPORT_ROOMS}/{receipt}{path}")).status, 404);
    }
    let room = association.opens_room(&receipt);
    assert_eq!(nurse.rooms(), [room.room]);
}

#[test]
fn the_directory_finds_people_by_profession_organization_and_name() {
    let app = App::start();
    let (nurse, _) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "髙﨑 進", "タカサキ ススム", "doctor");
    let names = |query: &str| -> Vec<String> {
        let found = nurse.get(&format!("/api/directory{query}")).at("/items");
        found.as_array().unwrap().iter().map(|person| person["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(""), ["髙﨑 進", "山田 花子"], "in the order of readings, without the desks' clerks");
    assert_eq!(names("?profession=doctor"), ["髙﨑 進"]);
    assert_eq!(names(&format!("?organization_id={}", nurse.organization_id())), ["山田 花子"]);
    assert_eq!((names("?query=高崎"), names("?query=たかさき"), names("?query=診療所")), {
        let one = vec!["髙﨑 進".to_owned()];
        (one.clone(), one.clone(), one)
    });
    let first = nurse.get("/api/directory?limit=1").ok();
    let next = first["next"].as_str().unwrap();
    assert_eq!(names(&format!("?limit=1&after={next}")), ["山田 花子"]);
    assert_eq!(first["items"][0]["user_id"], doctor.id());
    assert_eq!(app.visitor().get("/api/directory").status, 401);
}
