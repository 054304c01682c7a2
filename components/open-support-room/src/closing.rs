//! A support room ends for its team at once (R18); its content is kept for years (R38). A mistake is undone.

pub(crate) mod close;
pub(crate) mod reopen;
