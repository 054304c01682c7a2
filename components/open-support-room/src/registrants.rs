//! The association's register of the people whose care is shared: who is in their rooms, never what is written there.

pub(crate) mod list;
pub(crate) mod show;
