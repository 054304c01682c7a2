//! `cargo xtask backup <folder>` and `cargo xtask restore <folder> [--replace]`: the whole city as one file, and back.
//!
//! The work itself is `crates/backup`: SQLite compiles for half a minute, which nobody who only builds or tests should
//! wait for.

use crate::{toolchain, workspace};
use anyhow::{Result, bail};
use lexopt::{Arg, Parser};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// A folder, and the database that the bundled host and `spin up` have here unless another is named.
struct Places {
    folder: PathBuf,
    database: PathBuf,
    replace: bool,
}

/// Copies the database, of a running system as well, into a new folder.
pub(crate) fn take(flags: Parser) -> Result<()> {
    let places = places(flags)?;
    if places.replace {
        bail!("a backup replaces nothing: each has a folder of its own");
    }
    run(&[OsStr::new("take"), places.database.as_os_str(), places.folder.as_os_str()])
}

/// Puts a backup back where the system looks for its database.
pub(crate) fn restore(flags: Parser) -> Result<()> {
    let places = places(flags)?;
    let mut arguments = vec![OsStr::new("restore"), places.folder.as_os_str(), places.database.as_os_str()];
    if places.replace {
        arguments.push(OsStr::new("--replace"));
    }
    run(&arguments)
}

fn places(mut flags: Parser) -> Result<Places> {
    let (mut folder, mut database, mut replace): (Option<PathBuf>, Option<PathBuf>, bool) = (None, None, false);
    while let Some(flag) = flags.next()? {
        match flag {
            Arg::Long("replace") => replace = true,
            Arg::Long("database") => database = Some(flags.value()?.into()),
            Arg::Value(value) if folder.is_none() => folder = Some(value.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(folder) = folder else { bail!("which folder?") };
    let database = database.unwrap_or_else(|| workspace::state_dir().join("sqlite_db.db"));
    Ok(Places { folder: absolute(&folder)?, database: absolute(&database)?, replace })
}

/// As the person who typed it sees it: cargo runs elsewhere.
fn absolute(path: &Path) -> Result<PathBuf> {
    Ok(std::path::absolute(path)?)
}

fn run(arguments: &[&OsStr]) -> Result<()> {
    let status = toolchain::cargo("run").args(["--quiet", "-p", "backup", "--"]).args(arguments).status()?;
    if !status.success() {
        std::process::exit(status.code().unwrap_or(1));
    }
    Ok(())
}
