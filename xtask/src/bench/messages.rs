//! What people do all day: post, read, look whether there is anything new, search; with a thousand messages and with a
//! million. Half of them stand in the room that is written to and read.

use super::load::{self, Connection, Figures};
use super::{CONNECTIONS, manifest, print_row, run_each, run_for};
use crate::demo;
use crate::host::Serving;
use anyhow::{Context, Result};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Those below are taken by what is written in the demo city.
const FIRST: usize = 101;
const FEW: usize = 1_000;
const MANY: usize = 1_000_000;
/// Rows of one transaction: within the time that a request may take.
const PART: usize = 20_000;
const ROOMS: usize = 30;
/// As `fill-message-rooms.sql` numbers them.
const ROOM: usize = 4_000_001;
/// 発熱, and a single character of it.
const COMMON_WORD: &str = "%E7%99%BA%E7%86%B1";
const ONE_CHARACTER: &str = "%E8%A4%A5";
/// As long as people write: about a hundred characters, with nothing for the screening to find.
const BODY: &str = "次回の連絡会は来月の第二木曜日に市役所の三階で行います。議題のある方は前日までに、この部屋に書いてください。\
    資料は当日の朝にお配りします。オンラインで参加する方には、あらためて案内を送ります。";

/// Each post is an intent of its own.
static NEXT: AtomicUsize = AtomicUsize::new(0);

/// What of one number of messages is compared with another.
struct Times {
    name: &'static str,
    connections: usize,
    p50_ms: f64,
    per_second: f64,
    limit: f64,
}

/// Measures with few and with many messages, and prints how much longer it takes with many.
pub(crate) fn measure(serving: &Serving, state_dir: &Path) -> Result<()> {
    let address = serving.base_url.trim_start_matches("http://");
    let api = demo::sign_in(&serving.base_url, state_dir)?;
    let me = api.get("/api/me")?.get("user_id").and_then(serde_json::Value::as_u64).context("no user_id came")?;
    fill(address, &format!("message-rooms=1-{ROOMS}-{me}"))?;
    fill(address, &format!("messages={FIRST}-{}-{me}", FIRST + FEW - 1))?;
    let few = all(serving, state_dir, FEW)?;
    for first in (10 * FEW + 1..=MANY).step_by(PART) {
        fill(address, &format!("messages={first}-{}-{me}", (first + PART - 1).min(MANY)))?;
    }
    let many = all(serving, state_dir, MANY)?;
    println!(
        "\n{:<34} {:>11} {:>11} {:>11} {:>9}",
        "1 M messages to 1 k", "connections", "time", "requests/s", "at most"
    );
    for (few, many) in few.iter().zip(many) {
        let Times { name, connections, limit, .. } = many;
        let (time, rate) = (many.p50_ms / few.p50_ms, many.per_second / few.per_second);
        println!("{name:<34} {connections:>11} {time:>11.2} {rate:>11.2} {limit:>9.1}");
    }
    // Last: what it posts would stand where the million is filled in.
    telling(serving, state_dir)
}

/// What the outbox row adds to a post: with it and without it in turns.
fn telling(serving: &Serving, state_dir: &Path) -> Result<()> {
    const TURNS: u32 = 3;
    let connections = CONNECTIONS.into_iter().max().unwrap_or(1);
    let address = serving.base_url.trim_start_matches("http://");
    let api = demo::sign_in(&serving.base_url, state_dir)?;
    let cookie = api.cookie().context("the login set no cookie")?;
    let headers = format!("cookie: {cookie}\r\norigin: {}\r\n", serving.base_url);
    let (mut told, mut untold) = (0.0, 0.0);
    for _ in 0..TURNS {
        told += run_each(address, connections, || post(address, &headers))?.per_second;
        fill(address, "posts-tell-nobody")?;
        untold += run_each(address, connections, || post(address, &headers))?.per_second;
        fill(address, "posts-tell")?;
    }
    let (told, untold, more) = (told / f64::from(TURNS), untold / f64::from(TURNS), (untold / told - 1.0) * 100.0);
    println!("enqueueing: {told:.0} posts/s with an outbox row, {untold:.0} without; it adds {more:.1} % (at most 10)");
    Ok(())
}

/// Each an intent of its own.
fn post(address: &str, headers: &str) -> Vec<u8> {
    let key = format!("bench-message-{:09}", NEXT.fetch_add(1, Ordering::Relaxed));
    let more = format!("{headers}content-type: application/json\r\nidempotency-key: {key}\r\n");
    let body = serde_json::json!({ "body": BODY }).to_string();
    load::request("POST", &format!("/api/rooms/{ROOM}/messages"), address, &more, &body)
}

fn all(serving: &Serving, state_dir: &Path, messages: usize) -> Result<Vec<Times>> {
    println!("\nwith {messages} messages");
    let mut times = Vec::new();
    for connections in CONNECTIONS {
        times.extend(with(serving, state_dir, connections)?);
    }
    Ok(times)
}

fn with(serving: &Serving, state_dir: &Path, connections: usize) -> Result<Vec<Times>> {
    let api = demo::sign_in(&serving.base_url, state_dir)?;
    let cookie = api.cookie().context("the login set no cookie")?;
    let address = serving.base_url.trim_start_matches("http://");
    let headers = format!("cookie: {cookie}\r\norigin: {}\r\n", serving.base_url);
    let get = |path: &str, more: &str| load::request("GET", path, address, &format!("{headers}{more}"), "");
    let room = format!("/api/rooms/{ROOM}");
    let read = run_for(address, connections, &get(manifest::BARE_ROUTE, ""))?;
    let insert = run_for(address, connections, &get(&format!("{}?insert", manifest::BARE_ROUTE), ""))?;
    print_row("bare: one pooled read", connections, &read, &read);
    print_row("bare: one durable insert", connections, &insert, &insert);
    let post = run_each(address, connections, || post(address, &headers))?;
    print_row("post a message (to insert)", connections, &post, &insert);
    let page = run_for(address, connections, &get(&format!("{room}/messages"), ""))?;
    print_row("read the last 50", connections, &page, &read);
    let revision = api.get(&format!("{room}/messages?limit=1"))?;
    let revision = revision.get("revision").and_then(serde_json::Value::as_str).context("no revision came")?;
    let ask = get(&format!("{room}/changes?since={revision}"), &format!("if-none-match: \"{revision}\"\r\n"));
    print_row("anything new? (304)", connections, &run_for(address, connections, &ask)?, &read);
    let unread = run_for(address, connections, &get("/api/messages/unread", ""))?;
    print_row("unread in 30 rooms", connections, &unread, &read);
    let search = |words: &str| run_for(address, connections, &get(&format!("/api/messages/search?q={words}"), ""));
    let (word, one) = (search(COMMON_WORD)?, search(ONE_CHARACTER)?);
    print_row("search a common word", connections, &word, &read);
    print_row("search one character", connections, &one, &read);
    let times = |name, figures: &Figures, limit| Times {
        name,
        connections,
        p50_ms: figures.p50_ms,
        per_second: figures.per_second,
        limit,
    };
    Ok(vec![
        times("post a message", &post, 1.2),
        times("read the last 50", &page, 1.2),
        times("unread in 30 rooms", &unread, 1.2),
        times("search a common word", &word, 3.0),
        times("search one character", &one, 3.0),
    ])
}

fn fill(address: &str, query: &str) -> Result<()> {
    let path = format!("{}?{query}", manifest::BARE_ROUTE);
    Connection::open(address)?.exchange(&load::request("GET", &path, address, "", ""))
}
