//! `POST /api/mail`: a mail is sent, as a form where the sender says so.

mod check;
pub(crate) mod handler;
mod purpose;
