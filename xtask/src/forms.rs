//! `cargo xtask forms`: the blank forms as PDF (R12), from their HTML in `blank-forms/`.
//!
//! The PDFs are committed, since a machine that only builds need not have a browser. `printed.sha256` beside the sources
//! says of what they were made; `sha256sum -c` can read it.

use crate::{shell, toolchain, workspace};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

const FORMS: [u8; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
/// What every form is made with.
const SHARED: [&str; 2] = ["blank-forms/paper.css", "blank-forms/paper.js"];
const RECORD: &str = "blank-forms/printed.sha256";
/// Where `serve-site` finds them.
const PRINTED_FOLDER: &str = "static/public/forms";
const PRINT_LIMIT: Duration = Duration::from_mins(2);
/// Nobody waits for a blank form on a poor network.
const PRINTED_BYTES_MAX: u64 = 300_000;
/// A browser that asks nobody on the network.
const QUIET: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

type Hashes = BTreeMap<String, String>;

/// Prints the forms whose sources changed, all of them when what they share did.
pub(crate) fn run() -> Result<()> {
    let known = recorded()?;
    let shared_changed = SHARED.iter().any(|file| !is_as_recorded(&known, file));
    let stale = |form: &u8| {
        let fresh = is_as_recorded(&known, &source(*form)) && is_as_recorded(&known, &printed(*form));
        shared_changed || !fresh
    };
    let stale: Vec<u8> = FORMS.into_iter().filter(stale).collect();
    if stale.is_empty() {
        println!("blank forms: {PRINTED_FOLDER} is up to date");
        return Ok(());
    }
    let chromium = toolchain::chromium()?;
    toolchain::form_font()?;
    std::fs::create_dir_all(workspace::root().join(PRINTED_FOLDER))?;
    for form in stale {
        shell::step(&format!("print form {form}"), || print(&chromium, form))?;
    }
    record()
}

/// Fails when a form was not printed again after its source changed.
pub(crate) fn is_fresh() -> Result<()> {
    let known = recorded()?;
    let stale: Vec<String> = files().into_iter().filter(|file| !is_as_recorded(&known, file)).collect();
    if stale.is_empty() && known.len() == files().len() {
        return Ok(());
    }
    bail!("run `cargo xtask forms` and commit what it made; changed since it last ran: {}", stale.join(", "))
}

fn print(chromium: &str, form: u8) -> Result<()> {
    let root = workspace::root();
    let paper = root.join(printed(form));
    let profile = workspace::scratch_dir().join("chromium-profile");
    let mut browser = Command::new(chromium);
    browser.args(QUIET).arg(format!("--user-data-dir={}", profile.display())).arg("--no-pdf-header-footer");
    browser.arg(format!("--print-to-pdf={}", paper.display())).arg(root.join(source(form)));
    let mut child =
        browser.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("could not start the browser")?;
    match shell::wait_limited(&mut child, PRINT_LIMIT)? {
        Some(status) if status.success() => {}
        Some(status) => bail!("the browser ended with {status}"),
        None => bail!("the browser took more than {} s", PRINT_LIMIT.as_secs()),
    }
    let bytes = std::fs::metadata(&paper).with_context(|| format!("{} was not printed", paper.display()))?.len();
    println!("{}: {bytes} bytes", printed(form));
    if bytes > PRINTED_BYTES_MAX {
        bail!("at most {PRINTED_BYTES_MAX} bytes: is a font embedded as a whole?");
    }
    Ok(())
}

fn source(form: u8) -> String {
    format!("blank-forms/youshiki-{form}.html")
}

fn printed(form: u8) -> String {
    format!("{PRINTED_FOLDER}/youshiki-{form}.pdf")
}

fn files() -> Vec<String> {
    let own = FORMS.into_iter().flat_map(|form| [source(form), printed(form)]);
    SHARED.into_iter().map(str::to_owned).chain(own).collect()
}

fn record() -> Result<()> {
    let mut lines = String::new();
    for file in files() {
        let hash = hash(&file).with_context(|| format!("reading {file}"))?;
        writeln!(lines, "{hash}  {file}")?;
    }
    Ok(std::fs::write(record_path(), lines)?)
}

/// What the record says; nothing before the first printing.
fn recorded() -> Result<Hashes> {
    let path = record_path();
    if !path.exists() {
        return Ok(Hashes::new());
    }
    let text = std::fs::read_to_string(path)?;
    let entry = |line: &str| line.split_once("  ").map(|(hash, file)| (file.to_owned(), hash.to_owned()));
    Ok(text.lines().filter_map(entry).collect())
}

fn record_path() -> PathBuf {
    workspace::root().join(RECORD)
}

fn is_as_recorded(known: &Hashes, file: &str) -> bool {
    known.get(file).is_some_and(|recorded| hash(file).is_ok_and(|hash| hash == *recorded))
}

fn hash(file: &str) -> Result<String> {
    let bytes = std::fs::read(workspace::root().join(file))?;
    Ok(hmac_sha256::Hash::hash(&bytes).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r12_every_blank_form_was_printed_from_its_present_source() {
        is_fresh().expect("the blank forms are fresh");
    }

    #[test]
    fn a_changed_source_is_noticed() {
        let mut known = recorded().expect("a record");
        let file = source(7);
        assert!(is_as_recorded(&known, &file));
        known.insert(file.clone(), hash(&printed(7)).expect("a printed form"));
        assert!(!is_as_recorded(&known, &file));
        assert!(!is_as_recorded(&known, "blank-forms/youshiki-9.html"));
    }
}
