//! The pages of this use case: pure functions from data to HTML, complete without JavaScript.

mod closure_form;
mod room_form;
mod rules;

pub(crate) use closure_form::{closure_form, copy as closure_copy};
pub(crate) use room_form::{copy as room_copy, room_form};
