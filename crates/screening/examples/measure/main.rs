//! `cargo xtask screening`: how well the screening does on labelled messages (R27).

mod cases;
mod score;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// `[--misses] [file …]`; without a file the two sets of this crate, of which the held-out one keeps its misses to itself
/// unless it is named.
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let misses = arguments.iter().any(|argument| argument == "--misses");
    let named: Vec<PathBuf> = arguments.iter().filter(|argument| !argument.starts_with("--")).map(PathBuf::from).collect();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let sets = match named.as_slice() {
        [] => vec![(own.join("develop.toml"), misses), (own.join("held-out.toml"), false)],
        named => named.iter().map(|path| (path.clone(), misses)).collect(),
    };
    let mut outcome = ExitCode::SUCCESS;
    for (path, misses) in sets {
        match cases::Set::read(&path) {
            Ok(set) => print!("{}", score::Score::of(&set).report(&path.display().to_string(), misses)),
            Err(error) => {
                println!("error: {error}");
                outcome = ExitCode::FAILURE;
            }
        }
    }
    outcome
}
