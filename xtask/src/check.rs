//! `cargo xtask check`: everything a reviewer should not have to say.

use crate::toolchain::WasmToolchain;
use crate::{bench, forms, front_end, generate, host, shell, tidy, toolchain, workspace};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// The two checkers that are not part of Rust, at the versions that were tried.
const CARGO_DENY: (&str, &str) = ("cargo-deny", "0.20.2");
const TYPOS: (&str, &str) = ("typos-cli", "1.52.0");

type Check = fn() -> Result<()>;

const CHECKS: [(&str, Check); 10] = [
    ("formatting", formatting),
    ("tidy", tidy::run),
    ("front end", check_front_end),
    ("clippy", clippy_native),
    ("clippy for WASM", clippy_wasm),
    ("generated files", generate::is_fresh),
    ("blank forms", forms::is_fresh),
    ("documentation", documentation),
    ("spelling", spelling),
    ("dependencies", dependencies),
];

/// Runs every check, also after a failure, and names those that failed.
pub(crate) fn run() -> Result<()> {
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        if let Err(error) = shell::step(name, check) {
            println!("error: {error:#}");
            failed.push(name);
        }
    }
    if failed.is_empty() {
        println!("\nall checks passed");
        return Ok(());
    }
    bail!("failed: {}", failed.join(", "))
}

fn formatting() -> Result<()> {
    shell::run(toolchain::cargo("fmt").args(["--all", "--check"]))
}

fn clippy_native() -> Result<()> {
    // In the folder of the host's build, whose dependencies are the slow ones.
    let mut cargo = toolchain::cargo("clippy");
    cargo.args(["--workspace", "--all-targets", "--target-dir"]).arg(host::target_dir());
    shell::run(cargo.args(["--", "-D", "warnings"]))
}

fn clippy_wasm() -> Result<()> {
    let wasm = toolchain::wasm()?;
    if let WasmToolchain::Debian { .. } = wasm {
        println!("left out: Debian packs no clippy that matches its compiler");
        return Ok(());
    }
    let mut cargo = wasm.cargo("clippy")?;
    cargo.args(["-p", bench::BARE_PACKAGE]);
    for component in workspace::components(&workspace::manifest()?) {
        cargo.args(["-p", &component.package]);
    }
    shell::run(cargo.args(["--", "-D", "warnings"]))
}

fn documentation() -> Result<()> {
    let mut cargo = toolchain::cargo("doc");
    cargo.args(["--workspace", "--no-deps", "--document-private-items"]);
    shell::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

fn check_front_end() -> Result<()> {
    front_end::install()?;
    shell::run(&mut front_end::npm(&["run", "check"]))
}

fn spelling() -> Result<()> {
    let program = tool(TYPOS)?.join("typos");
    shell::run(Command::new(program).current_dir(workspace::root()))
}

fn dependencies() -> Result<()> {
    let program = tool(CARGO_DENY)?.join("cargo-deny");
    let deny = || {
        let mut command = Command::new(&program);
        command.current_dir(workspace::root()).arg("check");
        command
    };
    shell::run(deny().args(["bans", "licenses", "sources"]))?;
    // The list of known faults stands on github.com, which a closed network does not reach.
    let output = deny().arg("advisories").output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        return Ok(());
    }
    if said.contains("failed to fetch advisory database") {
        println!("NOT CHECKED for known faults: github.com/rustsec/advisory-db is out of reach");
        return Ok(());
    }
    bail!("{said}")
}

/// The folder of a checker's program, built on first use into `target/tools`.
fn tool((package, version): (&str, &str)) -> Result<PathBuf> {
    let folder = workspace::root().join("target/tools");
    let installed = folder.join(format!(".{package}-{version}"));
    if !installed.exists() {
        println!("building {package} {version} once, which takes minutes");
        let mut cargo = toolchain::cargo("install");
        cargo.args(["--quiet", "--locked", package, "--version", version, "--root"]).arg(&folder);
        shell::run(&mut cargo)?;
        std::fs::write(installed, "")?;
    }
    Ok(folder.join("bin"))
}
