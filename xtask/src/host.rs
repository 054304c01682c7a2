//! The program that serves `spin.toml`: the spin CLI where it is new enough, else the bundled host.

use crate::{shell, toolchain, workspace};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The components export `wasi:http/handler@0.3.0`, which older ones do not know.
const SPIN_VERSION_MIN: (u32, u32) = (4, 1);
/// Compiling all components on a slow machine at the first start takes its time.
const READY_LIMIT: Duration = Duration::from_mins(3);
const STOP_LIMIT: Duration = Duration::from_secs(10);

/// Set by Ctrl-C, and by a polite kill.
static STOP: AtomicBool = AtomicBool::new(false);

/// Which host the user asked for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// The spin CLI when it is on PATH and new enough, else the bundled host.
    #[default]
    Auto,
    Bundled,
    Spin,
}

impl FromStr for Choice {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self> {
        match word {
            "auto" => Ok(Self::Auto),
            "bundled" => Ok(Self::Bundled),
            "spin" => Ok(Self::Spin),
            other => bail!("`{other}` is no host: auto, bundled or spin"),
        }
    }
}

/// A host that is on this machine and can be started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    Bundled,
    Spin,
}

/// Settles which host to use, and builds it when it is the bundled one.
pub(crate) fn prepare(choice: Choice) -> Result<Host> {
    let version = shell::answer("spin", &["--version"]);
    let new_enough = version.as_deref().and_then(spin_version).is_some_and(|v| v >= SPIN_VERSION_MIN);
    let host = match choice {
        Choice::Bundled => Host::Bundled,
        Choice::Auto if !new_enough => Host::Bundled,
        Choice::Spin if !new_enough => {
            let (major, minor) = SPIN_VERSION_MIN;
            let found = version.unwrap_or_else(|| "no spin on PATH".to_owned());
            bail!("--host spin needs the spin CLI {major}.{minor} or newer: {found}")
        }
        Choice::Auto | Choice::Spin => Host::Spin,
    };
    if host == Host::Bundled {
        build_bundled()?;
    }
    Ok(host)
}

/// `spin 4.1.0-pre0 (94a8fc8a 2026-01-01)` → (4, 1).
fn spin_version(answer: &str) -> Option<(u32, u32)> {
    let mut numbers = answer.split_whitespace().nth(1)?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Builds the bundled host; the first time this is the longest step of all.
pub(crate) fn build_bundled() -> Result<()> {
    let mut cargo = toolchain::cargo("build");
    cargo.args(["--release", "-p", "dev-host", "--bin", "tasuki-host", "--target-dir"]).arg(target_dir());
    shell::run(&mut cargo)
}

/// Where the bundled host is built, whatever `CARGO_TARGET_DIR` says, so that it is found again.
pub(crate) fn target_dir() -> PathBuf {
    workspace::root().join("target")
}

/// The bundled host's program.
pub(crate) fn bundled_program() -> PathBuf {
    target_dir().join("release/tasuki-host")
}

/// What a host is started with.
pub(crate) struct Start {
    pub(crate) host: Host,
    pub(crate) manifest: PathBuf,
    pub(crate) port: u16,
    pub(crate) state_dir: PathBuf,
    pub(crate) variables: Vec<(String, String)>,
    pub(crate) extra: Vec<OsString>,
}

impl Start {
    fn command(&self) -> Command {
        let address = format!("127.0.0.1:{}", self.port);
        let mut command = match self.host {
            Host::Bundled => {
                let mut command = Command::new(bundled_program());
                command.args(["up", "--manifest"]).arg(&self.manifest);
                for (name, value) in &self.variables {
                    command.arg("--variable").arg(format!("{name}={value}"));
                }
                command
            }
            Host::Spin => {
                let mut command = Command::new("spin");
                command.args(["up", "--from"]).arg(&self.manifest);
                for (name, value) in &self.variables {
                    command.env(format!("SPIN_VARIABLE_{}", name.to_uppercase()), value);
                }
                command
            }
        };
        command.args(["--listen", &address, "--state-dir"]).arg(&self.state_dir).args(&self.extra);
        command.current_dir(workspace::root());
        command
    }

    /// Starts the host and waits until the application answers.
    pub(crate) fn serve(&self) -> Result<Serving> {
        if std::net::TcpListener::bind(("127.0.0.1", self.port)).is_err() {
            bail!("port {} is in use: choose another with --port", self.port);
        }
        std::fs::create_dir_all(&self.state_dir)?;
        // Ctrl-C reaches the host through the terminal; this program then sees it end and tidies up.
        ctrlc::set_handler(|| STOP.store(true, Ordering::SeqCst)).context("watching for Ctrl-C")?;
        let child = self.command().spawn().context("could not start the host")?;
        let mut serving = Serving { child, base_url: format!("http://127.0.0.1:{}", self.port) };
        serving.wait_ready()?;
        Ok(serving)
    }
}

/// A running host; it ends with this value.
pub(crate) struct Serving {
    child: Child,
    /// `http://127.0.0.1:<port>`
    pub(crate) base_url: String,
}

impl Serving {
    fn wait_ready(&mut self) -> Result<()> {
        let start = Instant::now();
        let mut last = "no answer".to_owned();
        while start.elapsed() < READY_LIMIT {
            if let Some(status) = self.child.try_wait()? {
                bail!("the host ended with {status} before it served anything");
            }
            if STOP.load(Ordering::SeqCst) {
                bail!("stopped");
            }
            match ureq::get(format!("{}/api/health", self.base_url)).call() {
                Ok(_) => return Ok(()),
                Err(error) => last = error.to_string(),
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        bail!("/api/health was not well within {} s: {last}", READY_LIMIT.as_secs())
    }

    /// Waits until the host ends by itself or the user stops it.
    pub(crate) fn wait(mut self) -> Result<()> {
        while !STOP.load(Ordering::SeqCst) {
            let ended = self.child.try_wait()?;
            std::thread::sleep(Duration::from_millis(100));
            // Looked at after the pause: Ctrl-C reaches both, and the host may be the quicker one.
            if let Some(status) = ended.filter(|_| !STOP.load(Ordering::SeqCst)) {
                bail!("the host ended with {status}");
            }
        }
        println!("\nstopping");
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        if self.child.try_wait()?.is_some() {
            return Ok(());
        }
        // Politely first: the spin CLI has a child of its own to end.
        let id = self.child.id().to_string();
        let _sent = Command::new("kill").args(["-TERM", &id]).status();
        shell::wait_limited(&mut self.child, STOP_LIMIT)?;
        Ok(())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            println!("the host could not be stopped: {error:#}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spin_versions_compare_by_number() {
        assert_eq!(spin_version("spin 4.1.0-pre0 (94a8fc8a 2026-01-01)"), Some((4, 1)));
        assert!(spin_version("spin 4.10.0 (1)") > spin_version("spin 4.9.0 (1)"));
        assert_eq!(spin_version("command not found"), None);
    }
}
