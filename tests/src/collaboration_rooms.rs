//! Collaboration rooms: somebody applies, the city checks and opens; people join and leave.

use crate::{App, Receipt, Reply, User};
use serde_json::{Value, json};

/// The application to open a room.
pub const ROOMS: &str = "room-applications";
/// The application to join or to leave one.
pub const MEMBERSHIPS: &str = "membership-applications";
/// The request to close one.
pub const CLOSURES: &str = "room-closures";

/// Everything that the city makes sure of before it opens a room.
pub const ROOM_CHECKS: [&str; 5] =
    ["purpose_clear", "name_says_purpose", "members_limited", "no_personal_information", "no_duplicate"];

impl App {
    /// A room of this name, applied for by the first of these people and opened by the city.
    #[track_caller]
    pub fn collaboration_room(&self, name: &str, people: &[&User]) -> i64 {
        let (owner, others) = people.split_first().expect("somebody");
        let receipt = owner.files(ROOMS, &owner.room_form(name, others));
        self.first_clerk().opens_collaboration_room(&receipt)
    }
}

/// What people do about rooms.
impl User {
    /// The application for a room of this name, with these people besides herself.
    #[track_caller]
    pub fn room_form(&self, name: &str, others: &[&User]) -> Value {
        json!({
            "name": name,
            "purpose": "研修の日程と資料を知らせ合い、当日の準備を相談します。",
            "theme_id": 2,
            "scope": "研修に参加する看護師と薬剤師、市の担当者",
            "participants": by_number(others),
            "visibility": "listed",
            "rules_accepted": true,
        })
    }

    /// The application that these people join or leave a room.
    #[track_caller]
    pub fn membership_form(&self, change: &str, room: i64, people: &[&User]) -> Value {
        json!({ "change": change, "room_id": room, "people": by_number(people), "reason": "研修の講師をします。" })
    }

    /// Asks that these people join or leave; the receipt.
    #[track_caller]
    pub fn asks_membership(&self, change: &str, room: i64, people: &[&User]) -> Receipt {
        self.files(MEMBERSHIPS, &self.membership_form(change, room, people))
    }

    /// A room's address and what follows, as far as collaboration rooms have one of their own.
    pub fn sees_members(&self, room: i64) -> Reply {
        self.get(&format!("/api/collaboration-rooms/{room}/members?limit=200"))
    }
}

/// What the city does.
impl User {
    /// Ticks the whole checklist of an application.
    #[track_caller]
    pub fn ticks_everything(&self, receipt: &Receipt) {
        self.put(&format!("/api/{ROOMS}/{}/checks", receipt.number), &json!({ "checks": ROOM_CHECKS })).ok();
    }

    /// Ticks the checklist and accepts; the room's number.
    #[track_caller]
    pub fn opens_collaboration_room(&self, receipt: &Receipt) -> i64 {
        self.ticks_everything(receipt);
        let done = self.accepts_at_desk(ROOMS, receipt);
        done["accounts"][0]["room_id"].as_i64().unwrap_or_else(|| panic!("no room in {done}"))
    }
}

fn by_number(people: &[&User]) -> Vec<Value> {
    people.iter().map(|person| json!({ "user_id": person.id() })).collect()
}
