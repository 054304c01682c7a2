//! `cargo xtask up`: build everything, fill a demo city on the first start, serve it.

use crate::host::{self, Choice, Start};
use crate::{components, demo, front_end, scheduler, shell, workspace};
use anyhow::Result;
use std::ffi::OsString;
use std::path::Path;

pub(crate) const DEFAULT_PORT: u16 = 3000;

/// The flags of `up`.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) host: Choice,
    /// Begin with an empty database.
    pub(crate) fresh: bool,
    /// Fill a demo city when the database is new.
    pub(crate) demo: bool,
    /// Handed to the host as they are.
    pub(crate) host_args: Vec<OsString>,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: DEFAULT_PORT, host: Choice::Auto, fresh: false, demo: true, host_args: Vec::new() }
    }
}

/// Runs until the user stops it.
pub(crate) fn run(options: &Options) -> Result<()> {
    shell::step("build the front end", front_end::build)?;
    shell::step("build the components", || components::build(&[]))?;
    let host = shell::step("make sure of a host", || host::prepare(options.host))?;
    let state_dir = workspace::state_dir();
    if options.fresh {
        forget(&state_dir)?;
    }
    let setup_token = demo::setup_token(&state_dir)?;
    let start = Start {
        host,
        manifest: workspace::root().join("spin.toml"),
        port: options.port,
        state_dir: state_dir.clone(),
        variables: vec![("setup_token".to_owned(), setup_token.clone())],
        extra: options.host_args.clone(),
    };
    let serving = shell::step("start", || start.serve())?;
    if options.demo {
        demo::fill_once(&serving.base_url, &state_dir)?;
        demo::print_people(&serving.base_url, &state_dir)?;
    } else if !demo::is_filled(&state_dir)? {
        println!("No demo. A new city is set up with POST /api/setup and the setup token {setup_token}");
    }
    scheduler::keep_calling(&serving.base_url);
    println!("\nTasuki runs at {}  (Ctrl-C ends it)", serving.base_url);
    serving.wait()
}

/// Removes the database, the sessions and the demo's notes: named files, in case someone
/// keeps something else in that folder.
pub(crate) fn forget(state_dir: &Path) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(state_dir) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("sqlite_") || name == demo::NOTES_FILE {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}
