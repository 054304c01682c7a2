//! Files of a room. They come in pieces, so that a broken line costs one piece, and belong to a message once it is
//! posted; they go out only through the guard of their room.

pub(crate) mod begin;
pub(crate) mod fill;
pub(crate) mod kind;
pub(crate) mod read;
