//! Writes the merged API description to standard output: `cargo run -p tests --bin openapi > openapi.json`.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(tests::openapi::merged_json().as_bytes())
}
