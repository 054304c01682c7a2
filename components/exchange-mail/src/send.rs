//! `POST /api/mail`: a mail is sent.

mod check;
mod commit;
pub(crate) mod handler;
