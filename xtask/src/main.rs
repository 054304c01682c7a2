//! `cargo xtask`: everything a newcomer or developer runs, one module per command.

mod audit;
mod backup;
mod bench;
mod build;
mod check;
mod components;
mod demo;
mod forms;
mod front_end;
mod generate;
mod host;
mod scheduler;
mod screening;
mod shell;
mod test;
mod tidy;
mod toolchain;
mod up;
mod workspace;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  up [--port 3000] [--host auto|bundled|spin] [--fresh] [--no-demo] [-- host arguments]
                   build everything, fill a demo city on first start, serve it
  build [--release]
                   build front end and components; --release builds both afresh
                   and the bundled host as well
  test [filter]    all tests: unit, end-to-end on real WASM, front end, browser
  check            fmt, clippy, doc, deny, typos, tidy, generated files, front end
  generate         remake openapi.json and the front end's types from the Rust types
  forms            print the blank forms in blank-forms/ to PDF, those that changed
  demo [--port]    fill the demo city while `up --no-demo` runs
  demo codes [--port]
                   new first-login codes for demo people who have not logged in yet
  audit verify [database]
                   recompute the chain of the audit trail; names the first broken
                   row and ends with 1
  backup <folder> [--database file]
                   copy the whole city into a new folder, while it runs, with a
                   manifest of counts and hashes
  restore <folder> [--database file] [--replace]
                   put such a copy back when nothing of it differs
  screening [--misses] [file]
                   precision and recall on labelled messages; lists what was missed
  bench [part]     requests per second of the product against a bare component; parts:
                   basics, messages, queue, rooms, views
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command and hands its flags to its module.
fn run() -> Result<()> {
    let mut flags = Parser::from_env();
    let command = match flags.next()? {
        Some(Arg::Value(command)) => command.string()?,
        Some(Arg::Short('h') | Arg::Long("help")) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "up" => up::run(&up_options(flags)?),
        "build" => build::run(&build_options(flags)?),
        "test" => {
            test::run(optional_word(flags)?.as_deref());
            Ok(())
        }
        "check" => no_more(flags).and_then(|()| check::run()),
        "generate" => no_more(flags).and_then(|()| generate::run()),
        "forms" => no_more(flags).and_then(|()| forms::run()),
        "demo" => demo_command(flags),
        "audit" => audit_command(flags),
        "backup" => backup::take(flags),
        "restore" => backup::restore(flags),
        "screening" => screening::run(&flags.raw_args()?.collect::<Vec<_>>()),
        "bench" => bench::run(optional_word(flags)?.as_deref()),
        "help" => {
            print!("{USAGE}");
            Ok(())
        }
        other => bail!("there is no command `{other}`\n\n{USAGE}"),
    }
}

fn up_options(mut flags: Parser) -> Result<up::Options> {
    let mut options = up::Options::default();
    while let Some(flag) = next_before_rest(&mut flags, &mut options.host_args)? {
        match flag {
            Arg::Long("port") => options.port = flags.value()?.parse()?,
            Arg::Long("host") => options.host = flags.value()?.parse()?,
            Arg::Long("fresh") => options.fresh = true,
            Arg::Long("no-demo") => options.demo = false,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// The next flag, unless `--` came: then all that follows goes into `rest` untouched.
fn next_before_rest<'a>(flags: &'a mut Parser, rest: &mut Vec<OsString>) -> Result<Option<Arg<'a>>> {
    let follows_separator = flags.try_raw_args().is_some_and(|raw| raw.peek().is_some_and(|next| next == "--"));
    if follows_separator {
        rest.extend(flags.raw_args()?.skip(1));
        return Ok(None);
    }
    Ok(flags.next()?)
}

fn build_options(mut flags: Parser) -> Result<build::Options> {
    let mut options = build::Options::default();
    while let Some(flag) = flags.next()? {
        match flag {
            Arg::Long("release") => options.release = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn demo_command(mut flags: Parser) -> Result<()> {
    let mut port = up::DEFAULT_PORT;
    let mut word = None;
    while let Some(flag) = flags.next()? {
        match flag {
            Arg::Long("port") => port = flags.value()?.parse()?,
            Arg::Value(value) if word.is_none() => word = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    match word.as_deref() {
        None => demo::fill(&workspace::state_dir(), port),
        Some("codes") => demo::reissue_codes(&workspace::state_dir(), port),
        Some(other) => bail!("there is no `demo {other}`: `demo` and `demo codes`"),
    }
}

fn audit_command(mut flags: Parser) -> Result<()> {
    match flags.next()? {
        Some(Arg::Value(word)) if word == "verify" => audit::verify(optional_word(flags)?.map(Into::into)),
        _ => bail!("there is `audit verify [database]`"),
    }
}

fn optional_word(mut flags: Parser) -> Result<Option<String>> {
    let word = match flags.next()? {
        Some(Arg::Value(word)) => Some(word.string()?),
        Some(other) => return Err(other.unexpected().into()),
        None => None,
    };
    no_more(flags)?;
    Ok(word)
}

fn no_more(mut flags: Parser) -> Result<()> {
    match flags.next()? {
        Some(other) => Err(other.unexpected().into()),
        None => Ok(()),
    }
}
