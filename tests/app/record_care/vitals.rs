//! What is measured of a registrant: entered, refused, corrected, marked, told of, drawn, given out (R9, R18, R21, R32, R38).

mod changing;
mod entering;
mod limits;
mod pasting;
mod reaching;
mod showing;

use serde_json::{Value, json};
use tests::{App, Reply, User, registrant};

/// A support room of a nurse and a doctor, at ten in the morning.
struct Team {
    app: App,
    nurse: User,
    doctor: User,
    association: User,
    room: i64,
    registrant: i64,
}

impl Team {
    fn start() -> Self {
        let app = App::start();
        app.clock().set("2026-11-26T10:00:00+09:00");
        let (nurse, association) = app.nurse_and_association();
        let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
        let opened = app.support_room(&association, &registrant("国分 千草", "コクブ チグサ"), &[&nurse, &doctor]);
        Self { app, nurse, doctor, association, room: opened.room, registrant: opened.registrant }
    }

    fn path(&self, rest: &str) -> String {
        format!("/api/rooms/{}/records/vitals{rest}", self.room)
    }

    /// Measured at such a time of this morning.
    fn enters(&self, who: &User, time: &str, readings: &Value) -> Reply {
        who.post(&self.path(""), &entry(time, readings))
    }

    /// A doctor of the team wants to be told of what lies outside.
    fn limits(&self, kind: &str, low: Option<f64>, high: Option<f64>) -> Value {
        self.doctor.put(&self.path(&format!("/limits/{kind}")), &json!({ "low": low, "high": high })).ok()
    }

    fn nurse_leaves(&self) {
        let room = tests::SupportRoom { room: self.room, registrant: self.registrant };
        let notice = self.nurse.team_notice(room, json!([self.nurse.leaves_today()]));
        self.association.accepts_notice(&self.doctor.files_notice(&notice));
    }

    fn table(&self, who: &User) -> Value {
        who.get(&self.path("")).ok()["items"].clone()
    }

    /// The scheduler calls.
    fn works(&self) {
        while self.app.visitor().post("/api/notifications/work", &json!({})).ok()["has_more"] == true {}
    }
}

fn entry(time: &str, readings: &Value) -> Value {
    json!({ "measured_at": format!("2026-11-26T{time}+09:00"), "readings": readings })
}

fn entry_path(measurement: &Value, rest: &str) -> String {
    format!("/{}{rest}", measurement["measurement_id"])
}
