//! The lists of collaboration rooms and of a room's people, with few and with many: a page has to come in the same time.

use super::load::{self, Connection, Figures};
use super::{manifest, run_for};
use crate::demo;
use crate::host::Serving;
use anyhow::{Context, Result};
use std::path::Path;

const FEW: usize = 100;
const MANY_ROOMS: usize = 10_000;
const MANY_PEOPLE: usize = 5_000;
const RATIO_MAX: f64 = 1.5;
/// The same number of lines with few and many; the second page of each begins in the middle of what there is.
const REQUESTS: [(&str, &str); 5] = [
    ("rooms, first page", "/api/collaboration-rooms?limit=20"),
    (
        "rooms, a page in the middle",
        "/api/collaboration-rooms?limit=20&after=%E5%8B%89%E5%BC%B7%E4%BC%9A000050~3000050",
    ),
    ("rooms, of a theme", "/api/collaboration-rooms?limit=10&theme_id=3"),
    ("rooms, silent ones at the desk", "/api/room-register?state=quiet&limit=20"),
    ("people of a room, at the desk", "/api/room-register/3000001/members?limit=20"),
];

/// Measures with few and with many, and prints how much longer it takes with many.
pub(crate) fn measure(serving: &Serving, state_dir: &Path) -> Result<()> {
    let address = serving.base_url.trim_start_matches("http://");
    fill(address, "collaboration-rooms", 1, FEW)?;
    fill(address, "participants", 1, FEW)?;
    let few = answer_times(serving, state_dir)?;
    fill(address, "collaboration-rooms", FEW + 1, MANY_ROOMS)?;
    fill(address, "participants", FEW + 1, MANY_PEOPLE)?;
    let many = answer_times(serving, state_dir)?;
    println!("\n{:<34} {:>11} {:>11} {:>9}  (at most {RATIO_MAX})", "p50 ms", "few", "many", "ratio");
    for (((name, _), few), many) in REQUESTS.iter().zip(few).zip(many) {
        println!("{name:<34} {:>11.2} {:>11.2} {:>9.2}", few.p50_ms, many.p50_ms, many.p50_ms / few.p50_ms);
    }
    Ok(())
}

fn answer_times(serving: &Serving, state_dir: &Path) -> Result<Vec<Figures>> {
    let api = demo::sign_in(&serving.base_url, state_dir)?;
    let cookie = api.cookie().context("the login set no cookie")?;
    let address = serving.base_url.trim_start_matches("http://");
    let time = |(_, path): &(&str, &str)| {
        run_for(address, 1, &load::request("GET", path, address, &format!("cookie: {cookie}\r\n"), ""))
    };
    REQUESTS.iter().map(time).collect()
}

fn fill(address: &str, what: &str, first: usize, last: usize) -> Result<()> {
    let path = format!("{}?{what}={first}-{last}", manifest::BARE_ROUTE);
    Connection::open(address)?.exchange(&load::request("GET", &path, address, "", ""))
}
