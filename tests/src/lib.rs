//! The words in which scenarios are told.
//!
//! A test starts an [`App`] of its own (data folder, port and clock), lets people act on it through HTTP as a browser
//! would, and looks at each [`Reply`]. Helpers go through the API; those that touch the database are named `db_…`.
//!
//! The host is `tasuki-host` (`TASUKI_HOST_BIN`, else `target/release/tasuki-host`), or with `TASUKI_HOST=spin` the spin
//! CLI (`SPIN_BIN`, else `spin`), where scenarios that move the clock are left out.

#![expect(
    clippy::missing_panics_doc,
    reason = "a helper of a test panics where the system is not as the scenario says"
)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the harness is test code, though it is not compiled as a test"
)]

mod app;
mod applicant;
mod care_teams;
mod clock;
mod collaboration_rooms;
mod database;
mod device;
mod filed;
mod forms;
mod host;
mod mails;
mod messages;
pub mod openapi;
mod page;
mod people;
mod reply;
mod services;
mod support_rooms;
mod visitor;

pub use app::{App, AppBuilder, workspace};
pub use applicant::{Manager, Receipt};
pub use care_teams::{joins, leaves, names};
pub use clock::ClockHand;
pub use collaboration_rooms::{CLOSURES, MEMBERSHIPS, ROOM_CHECKS, ROOMS};
pub use device::DeviceKey;
pub use filed::{ACCOUNTS, CHANGES, STOPS};
pub use forms::{form_pairs, multipart, organization, person, somebody, with};
pub use mails::{MailedForm, mail_of, subjects};
pub use messages::{message_path, texts};
pub use page::{Form, Page};
pub use people::{Notice, PASSWORD, User};
pub use reply::Reply;
pub use services::{Answer, Received, Service};
pub use support_rooms::{CARE_TEAMS, SUPPORT_ROOMS, SupportRoom, registrant};
pub use visitor::{Call, Visitor};
