//! Being told: in the application, by e-mail and by push (R30).

mod email;
mod faults;
mod listing;
mod push;
mod settings;

use serde_json::{Value, json};
use tests::{App, AppBuilder, Service, User, registrant};

/// A support room of a nurse and a doctor, a mail API and a push service.
struct City {
    app: App,
    nurse: User,
    doctor: User,
    association: User,
    room: i64,
    registrant: i64,
    mail: Service,
    push: Service,
}

impl City {
    fn start() -> Self {
        let (mail, push) = (Service::start(), Service::start());
        let app = AppBuilder::default()
            .variable("mail_api_url", &mail.origin)
            .variable("mail_api_key", "SG.key")
            .variable("mail_from", "tasuki@city.example.lg.jp")
            .variable("push_service", &push.origin)
            .variable("public_url", "https://tasuki.city.example.lg.jp")
            .start();
        app.clock().set("2026-11-26T10:00:00+09:00");
        let (nurse, association) = app.nurse_and_association();
        let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
        let opened = app.support_room(&association, &registrant("国分 千草", "コクブ チグサ"), &[&nurse, &doctor]);
        let city =
            Self { app, nurse, doctor, association, room: opened.room, registrant: opened.registrant, mail, push };
        // What the setting up told is not what the tests are about.
        city.works();
        for who in [&city.nurse, &city.doctor] {
            let _ = who.put("/api/notifications/seen", &json!({ "up_to": 1_000_000 })).ok();
        }
        city
    }

    /// The scheduler calls; what was done.
    fn works(&self) -> Value {
        let mut done = self.app.visitor().post("/api/notifications/work", &json!({})).ok();
        while done["has_more"] == true {
            done = self.app.visitor().post("/api/notifications/work", &json!({})).ok();
        }
        done
    }

    /// Every e-mail that the mail API was sent: to whom, and the text.
    fn mails(&self) -> Vec<(String, String)> {
        let read = |mail: Value| {
            let to = mail["personalizations"][0]["to"][0]["email"].as_str().unwrap().to_owned();
            let text = mail["content"][0]["value"].as_str().unwrap().to_owned();
            (to, text)
        };
        self.mail.received().iter().map(|received| read(received.json())).collect()
    }
}

/// What a person is told in the application and has not seen, newest first.
fn told(who: &User) -> Vec<String> {
    let list = who.get("/api/notifications").ok();
    let unseen = list["items"].as_array().unwrap().iter().filter(|item| item["seen_at"].is_null());
    unseen.map(|item| item["text"].as_str().unwrap().to_owned()).collect()
}

/// Everything at once, by the one way or the other.
fn wants(who: &User, email: &str, push: &str) {
    let kinds = ["addressed", "message", "mail", "room", "work"];
    let choices: Vec<Value> = kinds.iter().map(|kind| json!({ "kind": kind, "email": email, "push": push })).collect();
    let _ = who.put("/api/notifications/settings", &json!({ "choices": choices })).ok();
}
