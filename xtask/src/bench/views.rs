//! What the record of views costs (R21): a room that the person has just seen, and one not seen for a minute, whose
//! view must be durable before the answer leaves.

use super::load::{self, Connection, Figures};
use super::{CONNECTIONS, manifest, print_row, run_each, run_for};
use crate::demo;
use crate::host::Serving;
use anyhow::{Context, Result};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// More than are looked at within the minute in which a second look is the same.
const ROOMS: usize = 60_000;
/// Rows of one transaction: within the time that a request may take.
const PART: usize = 10_000;
/// As `fill-rooms.sql` numbers them.
const FIRST_ROOM: usize = 1_000_001;

/// Measures reads of a room, with and without a view to record.
pub(crate) fn measure(serving: &Serving, state_dir: &Path) -> Result<()> {
    let api = demo::sign_in(&serving.base_url, state_dir)?;
    let cookie = api.cookie().context("the login set no cookie")?;
    let address = serving.base_url.trim_start_matches("http://");
    let me = api.get("/api/me")?.get("user_id").and_then(serde_json::Value::as_u64).context("no user_id came")?;
    fill(address, me)?;
    let get = |path: &str| load::request("GET", path, address, &format!("cookie: {cookie}\r\n"), "");
    let next = AtomicUsize::new(0);
    println!();
    for connections in CONNECTIONS {
        let bare = run_for(address, connections, &get(manifest::BARE_ROUTE))?;
        let again = run_for(address, connections, &get(&room(0)))?;
        let first =
            run_each(address, connections, || get(&room(1 + next.fetch_add(1, Ordering::Relaxed) % (ROOMS - 1))))?;
        print_row("GET a room, seen just now", connections, &again, &bare);
        print_row("GET a room, view to be recorded", connections, &first, &bare);
        let Figures { p50_ms, .. } = first;
        println!("{:<34} {connections:>11} {:>41.2} ms at the median", "  what recording adds", p50_ms - again.p50_ms);
    }
    Ok(())
}

fn room(number: usize) -> String {
    format!("/api/rooms/{}", FIRST_ROOM + number)
}

fn fill(address: &str, clerk: u64) -> Result<()> {
    let mut connection = Connection::open(address)?;
    for part in (1..=ROOMS).step_by(PART) {
        let path = format!("{}?rooms={part}-{}-{clerk}", manifest::BARE_ROUTE, part + PART - 1);
        connection.exchange(&load::request("GET", &path, address, "", ""))?;
    }
    Ok(())
}
