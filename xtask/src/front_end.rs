//! The front end in `static/`: its packages, its build, its own checks.

use crate::{shell, toolchain, workspace};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// `npm <args>` in `static/`.
pub(crate) fn npm(args: &[&str]) -> Command {
    npm_in(&folder(), args)
}

/// `npm <args>` in any folder.
pub(crate) fn npm_in(folder: &Path, args: &[&str]) -> Command {
    let mut npm = Command::new("npm");
    npm.args(args).current_dir(folder).env("NO_UPDATE_NOTIFIER", "1");
    npm
}

fn folder() -> PathBuf {
    workspace::root().join("static")
}

/// Fetches the front end's packages when the lock file changed.
pub(crate) fn install() -> Result<()> {
    toolchain::node()?;
    install_in(&folder())
}

/// `npm ci` in `folder`, unless it was done for this very lock file.
pub(crate) fn install_in(folder: &Path) -> Result<()> {
    let lock = std::fs::read(folder.join("package-lock.json"))?;
    // Inside node_modules, so that deleting that folder forgets it too.
    let done_for = folder.join("node_modules/.installed-for-package-lock.json");
    if std::fs::read(&done_for).is_ok_and(|done| done == lock) {
        return Ok(());
    }
    shell::run(&mut npm_in(folder, &["ci", "--no-audit", "--no-fund"]))?;
    std::fs::create_dir_all(folder.join("node_modules"))?;
    std::fs::write(done_for, lock)?;
    Ok(())
}

/// Builds `static/dist` when a source is newer than it.
pub(crate) fn build() -> Result<()> {
    install()?;
    let stamp = workspace::scratch_dir().join("front-end-built");
    if is_fresh(&stamp)? {
        println!("front end: static/dist is up to date");
        return Ok(());
    }
    shell::run(&mut npm(&["run", "build"]))?;
    std::fs::create_dir_all(workspace::scratch_dir())?;
    std::fs::write(stamp, "")?;
    Ok(())
}

/// Makes the next [`build`] do its work again.
pub(crate) fn forget_build() -> Result<()> {
    let dist = folder().join("dist");
    if dist.exists() {
        std::fs::remove_dir_all(dist)?;
    }
    Ok(())
}

fn is_fresh(stamp: &Path) -> Result<bool> {
    // The stamp stands outside `dist`, which is served as it is.
    if !stamp.exists() || !folder().join("dist/index.html").exists() {
        return Ok(false);
    }
    let changed = workspace::newest_change(&folder(), &["node_modules", "dist"])?;
    // `static/` itself changes when a build replaces `dist`, before the stamp is written.
    Ok(changed <= std::fs::metadata(stamp)?.modified()?)
}
