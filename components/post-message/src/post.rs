//! `POST /api/rooms/{room}/messages`: a message is written.

mod check;
mod commit;
pub(crate) mod handler;
