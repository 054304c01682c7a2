//! Messages are written, read, confirmed, changed, searched and given out (R18, R20–R22, R27, R38).

mod changing;
mod confirming;
mod crash;
mod description;
mod drafts;
mod exporting;
mod files;
mod polling;
mod posting;
mod reading;
mod screening;
mod searching;

use tests::{App, User, registrant};

/// A support room of a nurse and a doctor.
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
        Self::of(App::start())
    }

    fn of(app: App) -> Self {
        let (nurse, association) = app.nurse_and_association();
        let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
        let opened = app.support_room(&association, &registrant("国分 千草", "コクブ チグサ"), &[&nurse, &doctor]);
        Self { app, nurse, doctor, association, room: opened.room, registrant: opened.registrant }
    }

    /// The nurse is no longer in the team.
    fn nurse_leaves(&self) {
        let room = tests::SupportRoom { room: self.room, registrant: self.registrant };
        let notice = self.nurse.team_notice(room, serde_json::json!([self.nurse.leaves_today()]));
        self.association.accepts_notice(&self.doctor.files_notice(&notice));
    }

    /// And is in it again.
    fn nurse_comes_back(&self) {
        let room = tests::SupportRoom { room: self.room, registrant: self.registrant };
        let notice = self.doctor.team_notice(room, serde_json::json!([self.nurse.joins_today()]));
        self.association.accepts_notice(&self.doctor.files_notice(&notice));
    }
}
