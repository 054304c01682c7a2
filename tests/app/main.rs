//! Scenarios in the users' words, on the real components behind a real host. One binary, so that it links once.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers beside the tests are test code, too"
)]

mod apply_for_account;
mod authorization;
mod contract;
mod crash;
mod exchange_mail;
mod hostile_input;
mod join_room;
mod load;
mod manage_tags;
mod notify;
mod open_room;
mod open_support_room;
mod oversee;
mod post_message;
mod record_care;
mod screen_message;
mod serve_site;
mod show_help;
mod sign_in;
mod sql;
mod transfer_record;
