//! `backup take <database> <folder>` and `backup restore <folder> <database> [--replace]`: the whole city as one file
//! with a manifest that says what is in it, and back again when nothing of it differs.
//!
//! A program of its own, as `audit-verify` is: `xtask`, which every first command waits for, need not compile SQLite.
//! `cargo xtask backup` and `cargo xtask restore` build and run it.

mod files;
mod manifest;
mod restore;
mod table_hash;
mod take;
#[cfg(test)]
mod tests;

use lexopt::{Arg, Parser};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
backup take <database> <folder>
backup restore <folder> <database> [--replace]";

/// Why nothing was taken or put back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refused {
    #[error("{0}")]
    Said(String),
    #[error("{}: {}", .0.display(), .1)]
    File(PathBuf, std::io::Error),
    #[error("sqlite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("the audit trail cannot be read: {0}")]
    Audit(#[from] audit_verify::Unreadable),
    #[error("manifest.json cannot be read: {0}")]
    Manifest(#[from] serde_json::Error),
}

impl Refused {
    pub(crate) fn because(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }
}

fn main() -> ExitCode {
    let done = asked().and_then(|asked| match asked {
        Asked::Take { database, folder } => take::take(&database, &folder),
        Asked::Restore { folder, database, replace } => restore::restore(&folder, &database, replace),
    });
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(refused) => {
            println!("refused: {refused}");
            ExitCode::FAILURE
        }
    }
}

enum Asked {
    Take { database: PathBuf, folder: PathBuf },
    Restore { folder: PathBuf, database: PathBuf, replace: bool },
}

fn asked() -> Result<Asked, Refused> {
    let usage = |_| Refused::because(USAGE);
    let mut flags = Parser::from_env();
    let (mut words, mut replace): (Vec<OsString>, bool) = (Vec::new(), false);
    while let Some(flag) = flags.next().map_err(usage)? {
        match flag {
            Arg::Long("replace") => replace = true,
            Arg::Value(word) => words.push(word),
            other => return Err(usage(other.unexpected())),
        }
    }
    let mut words = words.into_iter();
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(command), Some(database), Some(folder), None) if command == "take" && !replace => {
            Ok(Asked::Take { database: database.into(), folder: folder.into() })
        }
        (Some(command), Some(folder), Some(database), None) if command == "restore" => {
            Ok(Asked::Restore { folder: folder.into(), database: database.into(), replace })
        }
        _ => Err(Refused::because(USAGE)),
    }
}
