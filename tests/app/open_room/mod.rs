//! Collaboration rooms are applied for, opened, found, kept and closed (R23, R24, R26).

mod closing;
mod finding;
mod opening;
mod public;
mod silence;
mod themes;
