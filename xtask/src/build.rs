//! `cargo xtask build`: the front end and every component, as `spin up` needs them.

use crate::{components, front_end, host, shell};
use anyhow::Result;

/// The flags of `build`.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// For a release: the front end is built afresh and the bundled host as well.
    pub(crate) release: bool,
}

/// Builds what a Spin host serves. Components always have the profile `wasm`: there is one
/// optimised build, and what was tested is what is published.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.release {
        front_end::forget_build()?;
    }
    shell::step("build the front end", front_end::build)?;
    shell::step("build the components", || components::build(&[]))?;
    if options.release {
        shell::step("build the bundled host", host::build_bundled)?;
    }
    Ok(())
}
