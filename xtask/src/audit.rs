//! `cargo xtask audit verify [path]`: recomputes the chain of the audit trail from the database file.

use crate::{toolchain, workspace};
use anyhow::Result;
use std::path::PathBuf;

/// Verifies the trail in a database, and ends as the check ends: 1 when a row is broken, 2 when it cannot be read.
///
/// The check itself is `crates/audit-verify`: SQLite compiles for half a minute, which nobody who only builds or tests
/// should wait for.
pub(crate) fn verify(database: Option<PathBuf>) -> Result<()> {
    let database = database.unwrap_or_else(|| workspace::state_dir().join("sqlite_db.db"));
    let mut cargo = toolchain::cargo("run");
    cargo.args(["--quiet", "-p", "audit-verify", "--"]).arg(std::path::absolute(database)?);
    let status = cargo.status()?;
    if !status.success() {
        std::process::exit(status.code().unwrap_or(1));
    }
    Ok(())
}
