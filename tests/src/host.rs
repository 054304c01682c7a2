//! The process that serves the application: the bundled host, or the spin CLI.

use crate::app::workspace;
use std::io::{BufRead as _, BufReader, Read};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

/// Compiling the components for the first time takes longest.
const READY_SECONDS_MAX: u64 = 180;

/// Which host runs the tests.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Bundled,
    Spin,
}

impl Kind {
    pub(crate) fn chosen() -> Self {
        match std::env::var("TASUKI_HOST").as_deref() {
            Ok("spin") => Self::Spin,
            _ => Self::Bundled,
        }
    }
}

/// What a host is started with.
pub(crate) struct Start<'a> {
    pub(crate) state: &'a Path,
    pub(crate) clock: &'a Path,
    pub(crate) variables: &'a [(String, String)],
    /// The port to listen at; 0 takes any.
    pub(crate) port: u16,
}

/// A running host. It is killed when dropped, as a crash would.
pub(crate) struct Host {
    child: Child,
    log: Arc<Mutex<String>>,
    pub(crate) port: u16,
}

impl Host {
    pub(crate) fn start(start: &Start<'_>) -> Self {
        let mut command = match Kind::chosen() {
            Kind::Bundled => bundled(start),
            Kind::Spin => spin(start),
        };
        // A group of its own: the spin CLI serves from a child process, and both must go.
        let command = command.current_dir(workspace()).process_group(0).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| {
            panic!("cannot start the host ({error}); `cargo xtask test` builds it and runs this: {command:?}")
        });
        let log = Arc::new(Mutex::new(String::new()));
        let (ready, port) = mpsc::channel();
        keep(child.stdout.take().unwrap(), Arc::clone(&log), Some(ready));
        keep(child.stderr.take().unwrap(), Arc::clone(&log), None);
        let mut host = Self { child, log, port: 0 };
        match port.recv_timeout(Duration::from_secs(READY_SECONDS_MAX)) {
            Ok(port) => host.port = port,
            Err(error) => panic!("the host did not start ({error}); it said:\n{}", host.log()),
        }
        host
    }

    /// What it has printed so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// `kill -9`, and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        let group = format!("-{}", self.child.id());
        // Without `unsafe` only the command can reach the whole group.
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.kill();
    }
}

fn bundled(start: &Start<'_>) -> Command {
    let binary = std::env::var_os("TASUKI_HOST_BIN")
        .map_or_else(|| workspace().join("target/release/tasuki-host"), PathBuf::from);
    let mut command = Command::new(binary);
    command.args(["up", "--manifest", "spin.toml", "--listen", &format!("127.0.0.1:{}", start.port)]);
    command.arg("--state-dir").arg(start.state);
    // Shared, so that a start takes no compiling.
    command.arg("--cache-dir").arg(workspace().join("target/host-cache"));
    command.arg("--clock-offset-file").arg(start.clock);
    for (name, value) in start.variables {
        command.arg("--variable").arg(format!("{name}={value}"));
    }
    command
}

fn spin(start: &Start<'_>) -> Command {
    let mut command = Command::new(std::env::var_os("SPIN_BIN").unwrap_or_else(|| "spin".into()));
    let port = if start.port == 0 { free_port() } else { start.port };
    command.args(["up", "-f", "spin.toml", "--listen", &format!("127.0.0.1:{port}")]);
    command.arg("--state-dir").arg(start.state);
    for (name, value) in start.variables {
        command.env(format!("SPIN_VARIABLE_{}", name.to_uppercase()), value);
    }
    command
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Reads the output to its end, so that the host never blocks on a full pipe; tells the port once it is printed.
fn keep(output: impl Read + Send + 'static, log: Arc<Mutex<String>>, ready: Option<mpsc::Sender<u16>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines() {
            let Ok(line) = line else { return };
            let port = line.strip_prefix("Serving http://").and_then(|at| at.trim().rsplit_once(':')?.1.parse().ok());
            if let (Some(ready), Some(port)) = (&ready, port) {
                let _ = ready.send(port);
            }
            let mut log = log.lock().unwrap();
            log.push_str(&line);
            log.push('\n');
        }
    });
}
