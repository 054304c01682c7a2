//! Mail between users and desks: written, answered, passed on, read, filed, searched, with files (R29).

mod drafts;
mod files;
mod folders;
mod searching;
mod seeing;
mod sending;
mod submitting;

use tests::{App, User};

/// A nurse, a doctor and a pharmacist, of an organization each.
struct People {
    app: App,
    nurse: User,
    doctor: User,
    pharmacist: User,
}

impl People {
    fn start() -> Self {
        let app = App::start();
        let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
        let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
        let pharmacist = app.user_working_as("きた薬局", "髙﨑 ユミ", "タカサキ ユミ", "pharmacist");
        Self { app, nurse, doctor, pharmacist }
    }
}
