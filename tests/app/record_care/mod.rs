//! The records of a registrant: the basic sheet, visits, vitals, documents (R9, R18, R20, R21, R32, R38).

mod basic_sheet;
mod documents;
mod summary;
mod visit_changes;
mod visits;
mod visits_calendar;
mod vitals;

use tests::{App, SupportRoom, User, registrant};

/// A support room of a nurse and a doctor.
struct Team {
    app: App,
    nurse: User,
    doctor: User,
    association: User,
    room: SupportRoom,
}

impl Team {
    fn start() -> Self {
        Self::of(App::start())
    }

    fn of(app: App) -> Self {
        let (nurse, association) = app.nurse_and_association();
        let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
        let room = app.support_room(&association, &registrant("国分 千草", "コクブ チグサ"), &[&nurse, &doctor]);
        Self { app, nurse, doctor, association, room }
    }

    /// The address of what is below the room's records.
    fn path(&self, below: &str) -> String {
        self.room.path(&format!("/records/{below}"))
    }

    /// The nurse is no longer in the team.
    fn nurse_leaves(&self) {
        let notice = self.nurse.team_notice(self.room, serde_json::json!([self.nurse.leaves_today()]));
        self.association.accepts_notice(&self.doctor.files_notice(&notice));
    }
}
