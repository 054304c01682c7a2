//! `cargo xtask generate`: `openapi.json` from the Rust types, and the front end's types from it.

use crate::{front_end, shell, toolchain, workspace};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Remakes all generated files.
pub(crate) fn run() -> Result<()> {
    shell::step("generate openapi.json", write_openapi)?;
    shell::step("generate the front end's types", || {
        front_end::install()?;
        shell::run(&mut front_end::npm(&["run", "generate"]))
    })
}

/// Fails when a generated file was not what the types say; it is then remade already.
pub(crate) fn is_fresh() -> Result<()> {
    let before = generated_files().map(std::fs::read);
    run()?;
    let stale = generated_files()
        .into_iter()
        .zip(before)
        .filter(|(file, before)| {
            let same = matches!((before, std::fs::read(file)), (Ok(old), Ok(new)) if *old == new);
            !same
        })
        .map(|(file, _)| file.display().to_string())
        .collect::<Vec<_>>();
    if stale.is_empty() {
        return Ok(());
    }
    bail!("these were stale and are remade now, so commit them: {}", stale.join(", "))
}

fn generated_files() -> [PathBuf; 2] {
    let root = workspace::root();
    [root.join("openapi.json"), root.join("static/src/api/schema.ts")]
}

fn write_openapi() -> Result<()> {
    let mut cargo = toolchain::cargo("run");
    let document = shell::output(cargo.args(["--quiet", "-p", "tests", "--bin", "openapi"]))?;
    // Only now: a failed run must not leave an empty file behind.
    Ok(std::fs::write(workspace::root().join("openapi.json"), document)?)
}
