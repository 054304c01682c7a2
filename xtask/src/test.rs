//! `cargo xtask test [filter]`: every test there is, and one closing line.

mod tally;

use crate::{components, front_end, host, shell, toolchain, workspace};
use anyhow::{Context, Result, bail};
use std::process::Command;
use tally::{Runner, Tally};

/// The package with its own, optimised build: with it wasmtime is compiled once, not twice.
const HOST_PACKAGE: &str = "dev-host";

/// Runs everything, also after a failure, and says at the very end `N passed, N failed`.
pub(crate) fn run(filter: Option<&str>) {
    let mut results = Vec::new();
    let prepared = shell::step("build what the tests need", prepare);
    if let Err(error) = &prepared {
        println!("error: {error:#}");
        results.push(("preparation", Tally { passed: 0, failed: 1 }));
    }
    for (name, suite) in SUITES {
        println!("\n== {name} …");
        let tally = suite(filter).unwrap_or_else(|error| {
            println!("error: {error:#}");
            // A suite that could not run is a failure, never silence.
            Tally { passed: 0, failed: 1 }
        });
        results.push((name, tally));
    }
    report(&results);
}

type Suite = fn(Option<&str>) -> Result<Tally>;

const SUITES: [(&str, Suite); 5] = [
    ("unit", unit),
    ("bundled host", bundled_host),
    ("end-to-end", end_to_end),
    ("front end", front_end_units),
    ("browser", browser),
];

fn prepare() -> Result<()> {
    front_end::build()?;
    components::build(&[])?;
    host::build_bundled()
}

/// The rules, the web layer and this build system, on this machine's own processor.
fn unit(filter: Option<&str>) -> Result<Tally> {
    let mut cargo = toolchain::cargo("test");
    cargo.args(["--no-fail-fast", "-p", "xtask"]);
    for package in workspace::crate_packages()?.iter().filter(|package| *package != HOST_PACKAGE) {
        cargo.args(["-p", package]);
    }
    for component in workspace::components(&workspace::manifest()?) {
        cargo.args(["-p", &component.package]);
    }
    tally::watch(&mut with_filter(cargo, filter), Runner::Cargo)
}

fn bundled_host(filter: Option<&str>) -> Result<Tally> {
    let mut cargo = toolchain::cargo("test");
    cargo.args(["--no-fail-fast", "--release", "-p", HOST_PACKAGE, "--target-dir"]).arg(host::target_dir());
    tally::watch(&mut with_filter(cargo, filter), Runner::Cargo)
}

/// Scenarios in the users' words, on real WASM in the bundled host.
fn end_to_end(filter: Option<&str>) -> Result<Tally> {
    // What leaves as FHIR is checked by a validator that runs on Node.js.
    toolchain::node()?;
    front_end::install_in(&workspace::root().join("tests/fhir")).context("fetching the validator of FHIR")?;
    let mut cargo = toolchain::cargo("test");
    cargo.args(["--no-fail-fast", "-p", "tests"]).env("TASUKI_HOST_BIN", host::bundled_program());
    tally::watch(&mut with_filter(cargo, filter), Runner::Cargo)
}

fn front_end_units(filter: Option<&str>) -> Result<Tally> {
    front_end::install()?;
    let mut npm = front_end::npm(&["test", "--", "--passWithNoTests"]);
    if let Some(filter) = filter {
        npm.args(["--testNamePattern", filter]);
    }
    tally::watch(npm.env("NO_COLOR", "1"), Runner::Vitest)
}

/// The pages, in Debian's Chromium.
fn browser(filter: Option<&str>) -> Result<Tally> {
    let folder = workspace::root().join("tests/browser");
    if !folder.join("package-lock.json").exists() {
        bail!("tests/browser has no package-lock.json, so there are no browser tests");
    }
    toolchain::node()?;
    let chromium = toolchain::chromium()?;
    front_end::install_in(&folder).context("fetching Playwright")?;
    let mut playwright = front_end::npm_in(&folder, &["exec", "--", "playwright", "test", "--reporter=list"]);
    playwright.arg("--pass-with-no-tests");
    if let Some(filter) = filter {
        playwright.args(["--grep", filter]);
    }
    playwright.env("TASUKI_CHROMIUM", chromium).env("TASUKI_HOST_BIN", host::bundled_program()).env("NO_COLOR", "1");
    tally::watch(&mut playwright, Runner::Playwright)
}

fn with_filter(mut cargo: Command, filter: Option<&str>) -> Command {
    cargo.args(filter);
    cargo
}

fn report(results: &[(&str, Tally)]) {
    println!("\n== summary");
    let mut total = Tally::default();
    for (name, tally) in results {
        println!("{name:<14} {:>5} passed {:>5} failed", tally.passed, tally.failed);
        total.passed += tally.passed;
        total.failed += tally.failed;
    }
    let outcome = verdict(total);
    if let Err(error) = &outcome {
        println!("{error}");
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if outcome.is_err() {
        // Not an error to print: the line above has to be the last.
        std::process::exit(1);
    }
}

fn verdict(total: Tally) -> Result<()> {
    match total {
        Tally { failed: 1.., .. } => bail!("some tests failed"),
        Tally { passed: 0, .. } => bail!("no test ran"),
        Tally { .. } => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_test_at_all_is_no_success() {
        assert!(verdict(Tally { passed: 0, failed: 0 }).is_err());
        assert!(verdict(Tally { passed: 3, failed: 1 }).is_err());
        assert!(verdict(Tally { passed: 3, failed: 0 }).is_ok());
    }
}
