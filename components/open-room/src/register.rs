//! The city's register of collaboration rooms: open ones, silent ones, closed ones (R26).

pub(crate) mod change;
pub(crate) mod close;
pub(crate) mod list;
pub(crate) mod reopen;
pub(crate) mod show;
