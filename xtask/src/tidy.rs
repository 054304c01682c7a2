//! What no compiler checks: sizes, unfinished notes, and that every component is complete.

mod functions;

use crate::workspace;
use anyhow::{Context, Result, bail};
use std::path::Path;

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;
const COMPONENT_ROOT_LINES_MAX: usize = 250;
/// Files that people write as code.
const CODE: [&str; 7] = ["rs", "ts", "tsx", "js", "css", "sql", "wit"];
/// Where they stand.
const CODE_FOLDERS: [&str; 8] =
    ["blank-forms", "components", "crates", "migrations", "static", "tests", "wit", "xtask"];
/// What a build leaves between them.
const BUILT_FOLDERS: [&str; 5] = ["dist", "node_modules", "results", "target", "test-results"];
/// Written by `cargo xtask generate`.
const GENERATED: [&str; 1] = ["static/src/api/schema.ts"];

/// Fails with everything that is not tidy.
pub(crate) fn run() -> Result<()> {
    let faults = faults()?;
    if faults.is_empty() {
        return Ok(());
    }
    bail!("not tidy:\n  {}", faults.join("\n  "))
}

fn faults() -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for file in files()? {
        let text = std::fs::read_to_string(workspace::root().join(&file)).with_context(|| file.clone())?;
        faults.extend(faults_of_file(&file, &text));
    }
    faults.extend(faults_of_components()?);
    Ok(faults)
}

/// All files that someone here wrote as code, relative to the root. Walked rather than asked from
/// git, which a machine that only builds need not have.
fn files() -> Result<Vec<String>> {
    let root = workspace::root();
    let mut files = Vec::new();
    for folder in CODE_FOLDERS {
        walk(&root, &root.join(folder), &mut files)?;
    }
    files.retain(|file| !GENERATED.contains(&file.as_str()));
    files.sort();
    Ok(files)
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            let name = path.file_name().unwrap_or_default();
            if !BUILT_FOLDERS.iter().any(|built| name == *built) {
                walk(root, &path, files)?;
            }
        } else if path.extension().is_some_and(|extension| CODE.iter().any(|code| extension == *code)) {
            files.push(path.strip_prefix(root)?.to_string_lossy().into_owned());
        }
    }
    Ok(())
}

fn faults_of_file(file: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = text.lines().count();
    if lines > FILE_LINES_MAX {
        faults.push(format!("{file}: {lines} lines, at most {FILE_LINES_MAX}"));
    }
    if file.starts_with("components/") && file.ends_with("/src/lib.rs") && lines > COMPONENT_ROOT_LINES_MAX {
        faults.push(format!("{file}: {lines} lines, at most {COMPONENT_ROOT_LINES_MAX} for a component's root"));
    }
    for long in functions::longer_than(file, text, FUNCTION_LINES_MAX) {
        let functions::Function { line, name, lines } = long;
        faults.push(format!("{file}:{line}: `{name}` has {lines} lines, at most {FUNCTION_LINES_MAX}"));
    }
    for (index, line) in text.lines().enumerate() {
        if is_unowned_note(line) {
            faults.push(format!("{file}:{}: a note to oneself needs an issue number in brackets", index + 1));
        }
    }
    faults
}

/// Whether a line defers something without saying where that is kept in mind.
fn is_unowned_note(line: &str) -> bool {
    // In two parts, so that this line is none itself.
    let word = concat!("TO", "DO");
    let mut notes = line.split(word).skip(1);
    notes.any(|after| !after.strip_prefix("(#").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

fn faults_of_components() -> Result<Vec<String>> {
    let root = workspace::root();
    let readme = std::fs::read_to_string(root.join("README.md")).context("there is no README.md")?;
    let known = workspace::components(&workspace::manifest()?);
    let mut faults = Vec::new();
    for entry in std::fs::read_dir(root.join("components"))? {
        let path = entry?.path();
        if !path.join("Cargo.toml").exists() {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !known.iter().any(|component| component.id == name && component.package == name) {
            faults.push(format!("components/{name}: spin.toml has no component of this name built from it"));
        }
        if !has_tests(&root, &name) {
            faults.push(format!("components/{name}: no scenarios in tests/app/{}.rs", name.replace('-', "_")));
        }
        if !readme.contains(&format!("components/{name}")) {
            faults.push(format!("components/{name}: README.md does not name it"));
        }
    }
    Ok(faults)
}

/// The end-to-end tests of a component: a file or a folder named like it.
fn has_tests(root: &Path, component: &str) -> bool {
    let name = component.replace('-', "_");
    let scenarios = root.join("tests/app");
    scenarios.join(format!("{name}.rs")).exists() || scenarios.join(&name).is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        assert_eq!(faults().expect("the files are readable"), Vec::<String>::new());
    }

    #[test]
    fn a_note_to_oneself_needs_an_issue() {
        let word = concat!("TO", "DO");
        assert!(is_unowned_note(&format!("// {word}: later")));
        assert!(is_unowned_note(&format!("// {word}(#): later")));
        assert!(!is_unowned_note(&format!("// {word}(#12): later")));
    }
}
