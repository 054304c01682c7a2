//! Counting tests from what their runners print last.

use crate::shell;
use anyhow::Result;
use std::process::Command;

/// How many tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

/// Whose closing lines are read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Runner {
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; …`, once for each binary
    Cargo,
    /// `Tests  1 failed | 11 passed (12)`
    Vitest,
    /// `12 passed (3.4s)`, `1 failed`, `2 did not run`, each a line of its own
    Playwright,
}

/// Runs a test runner and counts what it says.
pub(crate) fn watch(command: &mut Command, runner: Runner) -> Result<Tally> {
    let mut tally = Tally::default();
    let status = shell::run_watched(command, |line| tally.add(runner, line))?;
    if !status.success() && tally.failed == 0 {
        // It did not compile, or crashed before it could say so.
        println!("the runner ended with {status}");
        tally.failed = 1;
    }
    Ok(tally)
}

impl Tally {
    fn add(&mut self, runner: Runner, line: &str) {
        let line = line.trim();
        let counts = match runner {
            Runner::Cargo => line.strip_prefix("test result:"),
            Runner::Vitest => line.strip_prefix("Tests ").map(str::trim_start),
            Runner::Playwright => is_playwright_count(line).then_some(line),
        };
        let Some(counts) = counts else { return };
        let words: Vec<&str> = counts.split([' ', ';', '|', '.']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let [number, kind] = pair else { continue };
            let Ok(count) = number.parse::<usize>() else { continue };
            match *kind {
                // A flaky test passed at its second try: seen, and not a failure of the product.
                "passed" | "flaky" => self.passed += count,
                "failed" | "interrupted" | "did" => self.failed += count,
                _ => {}
            }
        }
    }
}

/// `12 passed (3.4s)` is a closing line; a test named `12 passed exams` or a log line is not.
fn is_playwright_count(line: &str) -> bool {
    let Some((number, rest)) = line.split_once(' ') else { return false };
    let known = ["failed", "flaky", "interrupted", "did not run"].contains(&rest);
    number.parse::<usize>().is_ok() && (known || rest == "passed" || rest.starts_with("passed ("))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally_of(runner: Runner, text: &str) -> (usize, usize) {
        let mut tally = Tally::default();
        for line in text.lines() {
            tally.add(runner, line);
        }
        (tally.passed, tally.failed)
    }

    #[test]
    fn cargo_says_it_once_for_each_binary() {
        let text = "test a ... ok\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out; finished in 1.00s";
        assert_eq!(tally_of(Runner::Cargo, text), (15, 2));
    }

    #[test]
    fn vitest_says_files_and_tests_and_only_tests_count() {
        let text = " Test Files  1 failed | 2 passed (3)\n      Tests  1 failed | 11 passed | 2 skipped (14)\n";
        assert_eq!(tally_of(Runner::Vitest, text), (11, 1));
    }

    #[test]
    fn playwright_says_each_kind_on_a_line() {
        let text = "  ok 1 [chromium] › login.spec.ts:3:5 › 12 passed exams (1.2s)\n  1 failed\n    login.spec.ts\n  \
            2 did not run\n  9 passed (12.3s)\n";
        assert_eq!(tally_of(Runner::Playwright, text), (9, 3));
    }
}
