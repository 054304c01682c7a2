//! `cargo xtask bench`: the product against a bare component on the same host in the same run.
//!
//! Requests per second differ from machine to machine; the ratio to a component that does one
//! pooled read and nothing else tells what our own layers cost, and would show their getting worse. The desk's queue is
//! compared with itself, with few and with many applications, so are the lists of rooms and of a room's people; and a read of a room with and without a record to write.

mod load;
mod manifest;
mod messages;
mod queue;
mod rooms;
mod views;

use crate::host::{self, Choice, Serving, Start};
use crate::{components, demo, front_end, shell, up, workspace};
use anyhow::{Context, Result};
use load::{Connection, Figures};
use std::path::Path;
use std::time::Duration;

/// The component to compare with.
pub(crate) const BARE_PACKAGE: &str = "bare";
const CONNECTIONS: [usize; 2] = [1, 16];
const WARM_UP: Duration = Duration::from_secs(1);
const MEASURED: Duration = Duration::from_secs(5);

/// Measures and prints: everything, or one part of it.
pub(crate) fn run(only: Option<&str>) -> Result<()> {
    shell::step("build the front end", front_end::build)?;
    shell::step("build the components", || components::build(&[BARE_PACKAGE]))?;
    let host = shell::step("make sure of a host", || host::prepare(Choice::Auto))?;
    // Data of its own: nobody's demo city is worn out by it.
    let state_dir = workspace::root().join("target/bench/state");
    up::forget(&state_dir)?;
    let start = Start {
        host,
        manifest: manifest::write()?,
        port: free_port()?,
        state_dir: state_dir.clone(),
        variables: vec![("setup_token".to_owned(), demo::setup_token(&state_dir)?)],
        extra: Vec::new(),
    };
    let serving = shell::step("start", || start.serve())?;
    demo::fill_once(&serving.base_url, &state_dir)?;
    println!("\nhost: {host:?}, {} s each\n", MEASURED.as_secs());
    println!("{:<34} {:>11} {:>11} {:>9} {:>9} {:>9}", "", "connections", "requests/s", "p50 ms", "p99 ms", "to bare");
    // The last two at the end: the rows they leave would be in everybody's way, and so would a clerk at another desk.
    let parts: [(&str, Part); 5] = [
        ("basics", basics),
        ("messages", messages::measure),
        ("queue", queue::measure),
        ("rooms", rooms::measure),
        ("views", views::measure),
    ];
    for (name, measure) in parts {
        if only.is_none_or(|only| only == name) {
            measure(&serving, &state_dir)?;
        }
    }
    Ok(())
}

/// Measures one thing and prints it.
type Part = fn(&Serving, &Path) -> Result<()>;

fn basics(serving: &Serving, state_dir: &Path) -> Result<()> {
    CONNECTIONS.into_iter().try_for_each(|connections| measure(serving, state_dir, connections))
}

fn measure(serving: &Serving, state_dir: &Path, connections: usize) -> Result<()> {
    let api = demo::sign_in(&serving.base_url, state_dir)?;
    let cookie = api.cookie().context("the login set no cookie")?;
    let address = serving.base_url.trim_start_matches("http://");
    let get = |path: &str| load::request("GET", path, address, &format!("cookie: {cookie}\r\n"), "");
    let bare = run_for(address, connections, &get(manifest::BARE_ROUTE))?;
    print_row("bare: one pooled read", connections, &bare, &bare);
    print_row("GET /api/me", connections, &run_for(address, connections, &get("/api/me"))?, &bare);
    print_row("GET / (front end)", connections, &run_for(address, connections, &get("/"))?, &bare);
    print_row("login (challenge and password)", connections, &logins(serving, state_dir, connections)?, &bare);
    Ok(())
}

fn run_for(address: &str, connections: usize, request: &[u8]) -> Result<Figures> {
    run_each(address, connections, || request.to_vec())
}

/// As [`run_for`], where each request is another.
fn run_each(address: &str, connections: usize, request: impl Fn() -> Vec<u8> + Copy + Sync) -> Result<Figures> {
    let task = || {
        let mut connection = Connection::open(address)?;
        Ok(move || connection.exchange(&request()))
    };
    load::run(connections, WARM_UP, task)?;
    load::run(connections, MEASURED, task)
}

/// Whole logins: each fetches a challenge, signs it and sends the password.
fn logins(serving: &Serving, state_dir: &Path, connections: usize) -> Result<Figures> {
    load::run(connections, MEASURED, || Ok(|| demo::sign_in(&serving.base_url, state_dir).map(drop)))
}

fn print_row(name: &str, connections: usize, figures: &Figures, bare: &Figures) {
    let ratio = figures.per_second / bare.per_second;
    let Figures { per_second, p50_ms, p99_ms } = figures;
    println!("{name:<34} {connections:>11} {per_second:>11.0} {p50_ms:>9.2} {p99_ms:>9.2} {ratio:>9.3}");
}

/// A port that nobody has at this moment.
fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
