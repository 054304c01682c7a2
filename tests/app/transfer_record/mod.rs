//! A registrant's record leaves as a FHIR R4 Bundle (R18, R20, R21).

mod documents;
mod leaving;
mod refused;
mod returning;
mod taking_over;
mod valid;

use serde_json::{Value, json};
use tests::{App, User, registrant};

/// A support room of a nurse and a doctor.
struct Team {
    app: App,
    nurse: User,
    doctor: User,
    association: User,
    room: i64,
}

impl Team {
    fn start() -> Self {
        Self::of(&registrant("国分 千草", "コクブ チグサ"))
    }

    fn of(registrant: &Value) -> Self {
        let app = App::start();
        let (nurse, association) = app.nurse_and_association();
        let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
        let opened = app.support_room(&association, registrant, &[&nurse, &doctor]);
        Self { app, nurse, doctor, association, room: opened.room }
    }

    fn address(&self) -> String {
        format!("/api/rooms/{}/fhir", self.room)
    }
}

/// What the record is taken out for.
fn purpose() -> Value {
    json!({ "purpose": "転居先の地域への引き継ぎ" })
}

/// The resources of one type.
fn of_type(bundle: &Value, name: &str) -> Vec<Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries.map(|entry| entry["resource"].clone()).filter(|resource| resource["resourceType"] == name).collect()
}
