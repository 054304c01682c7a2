//! The desk's queue after a week and after many years: it has to answer in the same time.

use super::load::{self, Figures};
use super::{manifest, run_for};
use crate::demo;
use crate::host::Serving;
use anyhow::{Context, Result};
use std::path::Path;

const FEW: usize = 100;
const MANY: usize = 100_000;
/// Rows of one transaction: within the time that a request may take.
const PART: usize = 10_000;
const RATIO_MAX: f64 = 1.5;
/// The same number of lines with few and many, or the length of the answer would be measured. 山田 is a quarter of all.
const REQUESTS: [(&str, &str); 3] = [
    ("desk queue, first page", "/api/desk/applications?limit=20"),
    ("desk queue, two filters", "/api/desk/applications?limit=20&form=4&assigned=none"),
    ("desk queue, two characters", "/api/desk/applications?limit=20&query=%E5%B1%B1%E7%94%B0"),
];

/// Measures with few and with many applications, and prints how much longer it takes with many.
pub(crate) fn measure(serving: &Serving, state_dir: &Path) -> Result<()> {
    let address = serving.base_url.trim_start_matches("http://");
    fill(address, 1, FEW)?;
    let few = answer_times(serving, state_dir)?;
    fill(address, FEW + 1, MANY)?;
    let many = answer_times(serving, state_dir)?;
    println!("\n{:<34} {:>11} {:>11} {:>9}  (at most {RATIO_MAX})", "p50 ms", FEW, MANY, "ratio");
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

fn fill(address: &str, first: usize, last: usize) -> Result<()> {
    let mut connection = load::Connection::open(address)?;
    for part in (first..=last).step_by(PART) {
        let path = format!("{}?applications={part}-{}", manifest::BARE_ROUTE, last.min(part + PART - 1));
        connection.exchange(&load::request("GET", &path, address, "", ""))?;
    }
    Ok(())
}
