//! `audit-verify <database>`: recomputes the hash chains of the audit trail and of the record of views from the SQLite
//! file and names the first broken row of each (R21). `cargo xtask audit verify` builds and runs it.

use audit_verify::{Verdicts, said, verify};
use std::path::Path;
use std::process::ExitCode;

/// The trail or the record is not whole.
const BROKEN: u8 = 1;
/// The database could not be read.
const UNREADABLE: u8 = 2;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        println!("usage: audit-verify <database>");
        return ExitCode::from(UNREADABLE);
    };
    match verify(Path::new(&path)) {
        Ok(verdicts) => report(&verdicts),
        Err(error) => {
            println!("error: {error}");
            ExitCode::from(UNREADABLE)
        }
    }
}

fn report(verdicts: &Verdicts) -> ExitCode {
    println!("{}", said("event", &verdicts.events));
    println!("{}", said("view", &verdicts.views));
    if verdicts.are_intact() { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) }
}
