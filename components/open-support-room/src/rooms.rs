//! The rooms of a person, and a room's header.

pub(crate) mod assignment;
pub(crate) mod header;
pub(crate) mod list;
pub(crate) mod show;
