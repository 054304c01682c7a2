//! `cargo xtask screening [--misses] [file …]`: precision and recall of the screening on labelled messages (R27).

use crate::{shell, toolchain};
use anyhow::Result;
use std::ffi::OsString;

/// Measures the sets of `crates/screening/cases`, or the named files in the same form (TOML, or a JSON object a line).
///
/// The measuring itself is an example of the crate, so that this build system does not wait for the engine.
pub(crate) fn run(arguments: &[OsString]) -> Result<()> {
    let mut cargo = toolchain::cargo("run");
    // Optimised, since it also says how long a message takes.
    cargo.args(["--quiet", "--release", "-p", "screening", "--example", "measure", "--"]).args(arguments);
    shell::run(&mut cargo)
}
