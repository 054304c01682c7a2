//! What a person wants to be told, and the self-check (R30).

use super::{City, wants};
use serde_json::{Value, json};

fn check(city: &City, name: &str) -> (bool, String) {
    let checks = city.doctor.get("/api/notifications/self-check").ok();
    let found = checks["items"].as_array().unwrap().iter().find(|item| item["check"] == name);
    let found = found.unwrap_or_else(|| panic!("no {name} in {checks}"));
    (found["is_ok"].as_bool().unwrap(), found["text"].as_str().unwrap().to_owned())
}

#[test]
fn r30_everything_is_off_until_it_is_turned_on_and_the_first_login_asks() {
    let city = City::start();
    let settings = city.doctor.get("/api/notifications/settings").ok();
    assert_eq!(
        (&settings["is_asked"], &settings["quiet"], &settings["daily_at"]),
        (&json!(false), &Value::Null, &json!(480))
    );
    let choices = settings["choices"].as_array().unwrap();
    assert_eq!(choices.len(), 6);
    assert!(choices.iter().all(|choice| choice["email"] == "off" && choice["push"] == "off"), "{settings}");
    assert!(settings["email"].as_str().unwrap().contains("…@"), "{settings}");
    city.nurse.writes(city.room, "体温37.8℃");
    city.works();
    assert!(city.mail.received().is_empty() && city.push.received().is_empty());
    // Also "no" is an answer.
    wants(&city.doctor, "off", "off");
    assert_eq!(city.doctor.get("/api/notifications/settings").ok()["is_asked"], true);
    assert_eq!(city.nurse.get("/api/notifications/settings").ok()["is_asked"], false);
}

#[test]
fn what_makes_no_sense_is_named_field_by_field() {
    let city = City::start();
    let wrong = json!({ "choices": [], "quiet": { "from": 1440, "until": -1 }, "daily_at": 9999 });
    let refused = city.doctor.put("/api/notifications/settings", &wrong).problem(422, "validation_failed");
    let refused = refused.field_error("quiet.from", "out_of_range").field_error("quiet.until", "out_of_range");
    let _ = refused.field_error("daily_at", "out_of_range");
    let twice = json!({ "kind": "room", "email": "off", "push": "off" });
    let refused = city.doctor.put("/api/notifications/settings", &json!({ "choices": [twice, twice] }));
    let _ = refused.problem(422, "validation_failed").field_error("choices", "twice");
}

#[test]
fn r30_the_self_check_says_why_nothing_arrives() {
    let city = City::start();
    let (is_ok, text) = check(&city, "email_is_on");
    assert!(!is_ok && text.contains("すべてオフ"), "{text}");
    assert!(check(&city, "mail_service").0);
    assert!(check(&city, "carrier").0);
    assert!(!check(&city, "browsers").0);
    wants(&city.doctor, "at_once", "off");
    let (is_ok, text) = check(&city, "email_is_on");
    assert!(is_ok && text.contains("…@"), "{text}");
    city.mail.answers_next(&[tests::Answer::Status(400)]);
    let trial = city.doctor.post("/api/notifications/trial", &json!({ "channel": "email" })).ok();
    assert_eq!(
        (&trial["results"][0]["state"], &trial["results"][0]["reason"]),
        (&json!("gave_up"), &json!("address_refused"))
    );
    let (is_ok, text) = check(&city, "last_failure");
    assert!(!is_ok && text.contains("様式第5号"), "{text}");
    let last = city.doctor.get("/api/notifications/self-check").ok()["last"].clone();
    assert_eq!(last[0]["reason"], "address_refused");
}

#[test]
fn r30_a_trial_is_sent_now_also_when_all_is_off_and_in_quiet_hours() {
    let city = City::start();
    let quiet = json!({ "choices": [], "quiet": { "from": 0, "until": 1439 } });
    let _ = city.doctor.put("/api/notifications/settings", &quiet).ok();
    let trial = city.doctor.post("/api/notifications/trial", &json!({ "channel": "email" })).ok();
    assert_eq!(trial["results"][0]["state"], "sent");
    let [(_, text)] = city.mails().try_into().unwrap();
    assert!(text.contains("お知らせの試験です"), "{text}");
    let _ = city.doctor.post("/api/notifications/trial", &json!({ "channel": "push" })).problem(409, "no_browser");
    for _ in 0..5 {
        let _ = city.doctor.post("/api/notifications/trial", &json!({ "channel": "email" })).ok();
    }
    let again = city.doctor.post("/api/notifications/trial", &json!({ "channel": "email" }));
    let _ = again.problem(409, "too_many_trials");
}

#[test]
fn without_a_mail_service_nothing_is_lost_and_the_check_says_so() {
    let app = tests::App::start();
    let doctor = app.user("みなみ診療所", "佐藤 進", "サトウ ススム");
    let trial = doctor.post("/api/notifications/trial", &json!({ "channel": "email" })).ok();
    assert_eq!(
        (&trial["results"][0]["state"], &trial["results"][0]["reason"]),
        (&json!("waiting"), &json!("not_set_up"))
    );
    let checks = doctor.get("/api/notifications/self-check").ok();
    let service = checks["items"].as_array().unwrap().iter().find(|item| item["check"] == "mail_service").unwrap();
    assert_eq!(service["is_ok"], false);
}

#[test]
fn with_a_token_only_the_scheduler_may_call() {
    let app = tests::AppBuilder::default().variable("worker_token", "s3cret").start();
    let call = |token: Option<&str>| {
        let visitor = app.visitor();
        let call = visitor.call("POST", "/api/notifications/work").json(&json!({}));
        match token {
            Some(token) => call.header("Authorization", &format!("Bearer {token}")).send(),
            None => call.send(),
        }
    };
    let _ = call(None).problem(404, "not_found");
    let _ = call(Some("wrong")).problem(404, "not_found");
    let _ = call(Some("s3cret")).ok();
}
