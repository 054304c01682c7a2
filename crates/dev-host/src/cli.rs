//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context as _, bail};

use crate::app::Options;

/// Shown when the command line cannot be read, or when asked for.
pub const USAGE: &str = "\
Usage: tasuki-host up --manifest spin.toml [options]
       tasuki-host compile --manifest spin.toml [options]

`up` serves the application; `compile` only compiles its components into the cache.

  --manifest FILE                            the application's spin.toml
  --listen ADDRESS                           127.0.0.1:3000; port 0 takes any
  --state-dir DIR                            .spin beside the manifest
  --cache-dir DIR                            `cache` in the state directory
  --runtime-config-file FILE                 databases and stores with other labels
  --variable NAME=VALUE                      an application variable; repeatable
  --clock-offset-file FILE                   for tests: milliseconds to move the guests' clock by
  --max-instance-reuse-count N               128
  --max-instance-concurrent-reuse-count N    16
  --quiet                                    no output of components, no progress lines
";

/// What the command line asks for.
#[derive(Debug)]
pub enum Command {
    /// Serve the application at an address.
    Up(Options, SocketAddr),
    /// Only fill the cache.
    Compile(Options),
    /// Show the usage.
    Help,
}

impl Command {
    /// Reads the arguments that follow the program's name.
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let command = arguments.next();
        let command = match command.as_deref() {
            Some(command @ ("up" | "compile")) => command,
            Some("help" | "--help" | "-h") => return Ok(Self::Help),
            Some(other) => bail!("unknown command {other:?}"),
            None => bail!("no command given"),
        };
        let mut options = Options::new(PathBuf::from("spin.toml"));
        let mut listen = SocketAddr::from(([127, 0, 0, 1], 3000));
        while let Some(name) = arguments.next() {
            if name == "--help" || name == "-h" {
                return Ok(Self::Help);
            }
            // `--name value` and `--name=value` are the same.
            let (name, given) = match name.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (name, None),
            };
            let mut value =
                || given.clone().or_else(|| arguments.next()).with_context(|| format!("{name} needs a value"));
            match name.as_str() {
                "--listen" if command == "up" => listen = parse(&name, &value()?)?,
                _ => option(&mut options, &name, &mut value)?,
            }
        }
        Ok(match command {
            "up" => Self::Up(options, listen),
            _ => Self::Compile(options),
        })
    }
}

fn option(options: &mut Options, name: &str, value: &mut dyn FnMut() -> anyhow::Result<String>) -> anyhow::Result<()> {
    match name {
        "--manifest" => options.manifest = value()?.into(),
        "--state-dir" => options.state_dir = Some(value()?.into()),
        "--cache-dir" => options.cache_dir = Some(value()?.into()),
        "--runtime-config-file" => options.runtime_config = Some(value()?.into()),
        "--clock-offset-file" => options.clock_offset = Some(value()?.into()),
        "--max-instance-reuse-count" => options.max_reuse = count(name, &value()?)?,
        "--max-instance-concurrent-reuse-count" => {
            options.max_concurrent = count(name, &value()?)?;
        }
        "--quiet" => options.quiet = true,
        "--variable" => {
            let pair = value()?;
            let (key, text) = pair.split_once('=').with_context(|| format!("--variable {pair:?} is not NAME=VALUE"))?;
            options.variables.insert(key.to_owned(), text.to_owned());
        }
        _ => bail!("unknown option {name:?}"),
    }
    Ok(())
}

fn count(name: &str, text: &str) -> anyhow::Result<usize> {
    // An instance that accepts nothing would leave every request waiting.
    Ok(parse::<std::num::NonZeroUsize>(name, text)?.get())
}

fn parse<T>(name: &str, text: &str) -> anyhow::Result<T>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    text.parse().with_context(|| format!("{name} {text:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> anyhow::Result<Command> {
        Command::parse(line.split_whitespace().map(ToOwned::to_owned))
    }

    #[test]
    fn options_are_read() {
        let line = "up --manifest a/spin.toml --listen=127.0.0.1:0 --variable k=v=w \
                    --max-instance-reuse-count 5 --quiet";
        let Command::Up(options, listen) = read(line).unwrap() else {
            panic!("not up");
        };
        assert_eq!(options.manifest, PathBuf::from("a/spin.toml"));
        assert_eq!(listen.port(), 0);
        assert_eq!(options.variables["k"], "v=w");
        assert_eq!(options.max_reuse, 5);
        assert_eq!(options.max_concurrent, 16);
        assert!(options.quiet);
    }

    #[test]
    fn mistakes_are_told() {
        for line in [
            "",
            "down",
            "up --nonsense",
            "up --manifest",
            "up --listen nowhere",
            "up --variable k",
            "up --max-instance-reuse-count 0",
            "compile --listen 127.0.0.1:0",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
