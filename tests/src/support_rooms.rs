//! Support rooms: who coordinates files Forms 7 and 8, the association accepts, members come in.

use crate::{App, Reply, User, person, with};
use serde_json::{Value, json};

/// Forms 7 and 8 together.
pub const SUPPORT_ROOMS: &str = "support-room-applications";
/// Form 8 alone.
pub const CARE_TEAMS: &str = "care-team-notices";

/// A room that the association opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupportRoom {
    /// `/api/rooms/{room}`.
    pub room: i64,
    /// `/api/registrants/{registrant}`.
    pub registrant: i64,
}

impl SupportRoom {
    /// `/api/rooms/12` and what follows.
    pub fn path(self, rest: &str) -> String {
        format!("/api/rooms/{}{rest}", self.room)
    }
}

impl App {
    /// A user of a new organization who works as this.
    pub fn user_working_as(&self, organization: &str, name: &str, kana: &str, profession: &str) -> User {
        self.user_of(organization, &with(&person(name, kana), "/profession", profession))
    }

    /// A visiting nurse who coordinates a team, and a clerk of the association.
    pub fn nurse_and_association(&self) -> (User, User) {
        let nurse = self.user_working_as("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ", "visiting_nurse");
        (nurse, self.association_clerk("真間 進", "ママ ススム"))
    }

    /// A room for this registrant with these members, filed by the first of them.
    #[track_caller]
    pub fn support_room(&self, association: &User, registrant: &Value, team: &[&User]) -> SupportRoom {
        let filer = team.first().expect("a member");
        let form = filer.support_room_form(registrant, team);
        let receipt = filer.files_set(&form);
        association.opens_room(&receipt)
    }
}

/// A registrant with this name; each has a birth date of his own.
pub fn registrant(name: &str, kana: &str) -> Value {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    json!({
        "name": name,
        "kana": kana,
        "birth_date": format!("{}-{:02}-{:02}", 1930 + number % 20, 1 + number / 20 % 12, 1 + number / 240 % 28),
        "postal_code": "272-0021",
        "address": "千葉県市川市八幡2-3-4",
        "phone": "",
    })
}

/// What members of a team do.
impl User {
    /// The account's number.
    #[track_caller]
    pub fn id(&self) -> i64 {
        self.me().at("/user_id").as_i64().expect("a number")
    }

    /// Forms 7 and 8 for this registrant: signed by the person, with these members.
    #[track_caller]
    pub fn support_room_form(&self, registrant: &Value, team: &[&User]) -> Value {
        let members: Vec<Value> = team.iter().map(|member| json!({ "user_id": member.id() })).collect();
        json!({
            "applicant": { "phone": "047-300-1234" },
            "registrant": registrant,
            "consent": { "signed_by": "person", "signed_on": "2026-05-20" },
            "team": { "members": members },
        })
    }

    /// Files a set of Forms 7 and 8, or half of one; the receipt's number.
    #[track_caller]
    pub fn files_set(&self, form: &Value) -> String {
        let filed = self.post(&format!("/api/{SUPPORT_ROOMS}"), form).created();
        filed["receipt_number"].as_str().expect("a receipt").to_owned()
    }

    /// The names of the registrants in her list of rooms.
    #[track_caller]
    pub fn rooms(&self) -> Vec<i64> {
        let list = self.get("/api/rooms?limit=200").ok();
        list["items"].as_array().expect("items").iter().map(|room| room["room_id"].as_i64().unwrap()).collect()
    }
}

/// What the association does.
impl User {
    /// A set of Forms 7 and 8 at the desk.
    #[track_caller]
    pub fn opens_set(&self, receipt: &str) -> Value {
        self.get(&format!("/api/{SUPPORT_ROOMS}/{receipt}")).ok()
    }

    /// Notes that the original of the consent came on paper.
    #[track_caller]
    pub fn receives_original(&self, receipt: &str) {
        let came = json!({ "received_by": "post", "received_on": "2026-05-25" });
        self.put(&format!("/api/{SUPPORT_ROOMS}/{receipt}/original"), &came).ok();
    }

    /// Decides on a set as it stands now.
    #[track_caller]
    pub fn decides_set(&self, receipt: &str, decision: &str, note: Option<&str>) -> Reply {
        let version = self.opens_set(receipt)["version"].clone();
        let input = json!({ "decision": decision, "note": note, "version": version });
        self.post(&format!("/api/{SUPPORT_ROOMS}/{receipt}/decision"), &input)
    }

    /// Receives the original and accepts: the room is open.
    #[track_caller]
    pub fn opens_room(&self, receipt: &str) -> SupportRoom {
        self.receives_original(receipt);
        let done = self.decides_set(receipt, "accept", None).ok();
        let opened = &done["accounts"][0];
        let number = |name: &str| opened[name].as_i64().unwrap_or_else(|| panic!("no {name} in {done}"));
        SupportRoom { room: number("room_id"), registrant: number("registrant_id") }
    }
}

/// Form 8: the team of a room changes.
impl User {
    /// Form 8 for a room.
    pub fn team_notice(&self, room: SupportRoom, changes: impl Into<Value>) -> Value {
        json!({ "applicant": { "phone": "047-300-1234" }, "room_id": room.room, "changes": changes.into(), "reason": "" })
    }

    /// That this person comes into a team today.
    #[track_caller]
    pub fn joins_today(&self) -> Value {
        self.changes_on("add", &self.today())
    }

    /// That this person leaves a team today.
    #[track_caller]
    pub fn leaves_today(&self) -> Value {
        self.changes_on("remove", &self.today())
    }

    /// A change about this person on a day.
    #[track_caller]
    pub fn changes_on(&self, change: &str, day: &str) -> Value {
        json!({ "change": change, "on": day, "user_id": self.id() })
    }

    /// Files a Form 8; the receipt's number.
    #[track_caller]
    pub fn files_notice(&self, form: &Value) -> String {
        let filed = self.post(&format!("/api/{CARE_TEAMS}"), form).created();
        filed["receipt_number"].as_str().expect("a receipt").to_owned()
    }

    /// Decides on a Form 8 as it stands now.
    #[track_caller]
    pub fn decides_notice(&self, receipt: &str, decision: &str, note: Option<&str>) -> Reply {
        let version = self.get(&format!("/api/{CARE_TEAMS}/{receipt}")).ok()["version"].clone();
        let input = json!({ "decision": decision, "note": note, "version": version });
        self.post(&format!("/api/{CARE_TEAMS}/{receipt}/decision"), &input)
    }

    /// Accepts a Form 8.
    #[track_caller]
    pub fn accepts_notice(&self, receipt: &str) -> Value {
        self.decides_notice(receipt, "accept", None).ok()
    }
}
