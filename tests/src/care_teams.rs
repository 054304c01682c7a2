//! Care teams: a member reports who comes and goes, the association decides.

use crate::{App, CARE_TEAMS, Reply, SupportRoom, User};
use chrono::{FixedOffset, TimeDelta};
use serde_json::{Value, json};

impl App {
    /// The day in Japan so many days from now: `2026-06-01`.
    pub fn day(&self, days_from_today: i64) -> String {
        let japan = FixedOffset::east_opt(9 * 3_600).expect("an offset");
        let day = self.clock().now().with_timezone(&japan).date_naive() + TimeDelta::days(days_from_today);
        day.to_string()
    }
}

/// Somebody with an account comes into a team.
pub fn joins(user: &User, on: &str) -> Value {
    json!({ "change": "add", "on": on, "user_id": user.id() })
}

/// A member goes.
pub fn leaves(user: &User, on: &str) -> Value {
    json!({ "change": "remove", "on": on, "user_id": user.id() })
}

/// What members of a team do.
impl User {
    /// Sends a Form 8 that changes a team, whatever comes back.
    #[track_caller]
    pub fn sends_notice(&self, room: SupportRoom, changes: &[Value]) -> Reply {
        self.post(&format!("/api/{CARE_TEAMS}"), &self.team_notice(room, changes))
    }

    /// Reports a change of a team; the receipt's number.
    #[track_caller]
    pub fn reports_change(&self, room: SupportRoom, changes: &[Value]) -> String {
        let filed = self.sends_notice(room, changes).created();
        filed["receipt_number"].as_str().expect("a receipt").to_owned()
    }

    /// The names of those who are in the room now.
    #[track_caller]
    pub fn team_of(&self, room: SupportRoom) -> Vec<String> {
        names(&self.get(&room.path("")).at("/team"))
    }
}

/// What the association does.
impl User {
    /// A notice at the desk.
    #[track_caller]
    pub fn opens_notice(&self, receipt: &str) -> Value {
        self.get(&format!("/api/{CARE_TEAMS}/{receipt}")).ok()
    }

    /// The registrant's only room as the association sees it.
    #[track_caller]
    pub fn room_record(&self, room: SupportRoom) -> Value {
        self.get(&format!("/api/registrants/{}", room.registrant)).at("/rooms/0")
    }
}

/// The names in a list of people.
pub fn names(people: &Value) -> Vec<String> {
    let people = people.as_array().expect("people");
    people.iter().map(|person| person["name"].as_str().expect("a name").to_owned()).collect()
}
