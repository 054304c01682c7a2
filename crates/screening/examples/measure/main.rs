//! `cargo xtask screening`: how well the screening does on labelled messages (R27).

mod cases;
mod score;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// `[--misses] [file …]`; without a file the sets of this crate, of which the held-out one keeps its misses to itself
/// unless it is named.
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let misses = arguments.iter().any(|argument| argument == "--misses");
    let named: Vec<PathBuf> =
        arguments.iter().filter(|argument| !argument.starts_with("--")).map(PathBuf::from).collect();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let sets = match named.as_slice() {
        [] => OWN.map(|(name, is_held_out)| (own.join(name), misses && !is_held_out)).to_vec(),
        named => named.iter().map(|path| (path.clone(), misses)).collect(),
    };
    let mut outcome = ExitCode::SUCCESS;
    for (path, misses) in sets {
        match cases::Set::read(&path) {
            Ok(set) => {
                print!("{}", score::Score::of(&set).report(&path.display().to_string(), misses));
                println!("{TIMED_CHARS} characters of these take {} µs", microseconds(&set));
            }
            Err(error) => {
                println!("error: {error}");
                outcome = ExitCode::FAILURE;
            }
        }
    }
    outcome
}

/// The sets of this crate, and whether they are held out.
const OWN: [(&str, bool); 6] = [
    ("develop.toml", false),
    ("second.toml", false),
    ("third.toml", false),
    ("fourth.toml", false),
    ("fifth.toml", true),
    ("held-out.toml", true),
];

/// As long as a long message, and how often each is timed.
const TIMED_CHARS: usize = 2000;
const TIMES: u32 = 20;

/// How long a message of that length takes, made of the messages of a set.
fn microseconds(set: &cases::Set) -> u128 {
    let texts: Vec<&str> = set.cases.iter().map(|case| case.text.as_str()).collect();
    let scalars: Vec<char> = texts.join("\n").chars().collect();
    let messages: Vec<String> = scalars.chunks_exact(TIMED_CHARS).map(|chunk| chunk.iter().collect()).collect();
    let directory = set.directory();
    let begin = Instant::now();
    for message in messages.iter().cycle().take(messages.len() * usize::try_from(TIMES).unwrap_or(1)) {
        std::hint::black_box(screening::screen(message, &directory));
    }
    let count = u128::from(TIMES) * u128::try_from(messages.len()).unwrap_or(1);
    begin.elapsed().as_micros() / count.max(1)
}
