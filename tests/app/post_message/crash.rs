//! `kill -9` while sixteen people post: every acknowledged message is there, none twice, the chain verifies.

use super::Team;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tests::{App, Visitor};

const WRITERS: usize = 16;
const ROUNDS: usize = 3;

/// Posts one intent; the message's number, when an answer came.
fn post(who: &Visitor, room: i64, number: usize) -> Option<i64> {
    let call = who.call("POST", &format!("/api/rooms/{room}/messages"));
    let key = format!("crash-message-{number:06}");
    let reply = call.idempotency_key(&key).json(&json!({ "body": format!("記録{number}") })).try_send().ok()?;
    reply.created()["message_id"].as_i64()
}

/// Everything that stands in a room, by its text.
fn everything(who: &Visitor, room: i64) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    loop {
        let after = all.last().map_or(json!(0), |message| message["message_id"].clone());
        let page = who.get(&format!("/api/rooms/{room}/messages?after={after}&limit=100")).ok();
        all.extend(page["items"].as_array().unwrap().iter().cloned());
        if page["has_newer"] != true {
            return all;
        }
    }
}

#[test]
fn r38_what_was_acknowledged_survives_a_crash_and_a_retry_doubles_nothing() {
    let team = Team::of(App::start());
    let intents: Mutex<BTreeMap<usize, Option<i64>>> = Mutex::default();
    let next = AtomicUsize::new(0);
    for round in 0..ROUNDS {
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for writer in 0..WRITERS {
                let window = if writer % 2 == 0 { team.nurse.second_window() } else { team.doctor.second_window() };
                let (stop, next, intents, room) = (&stop, &next, &intents, team.room);
                scope.spawn(move || {
                    while !stop.load(Ordering::Relaxed) {
                        let number = next.fetch_add(1, Ordering::Relaxed) * 2 + writer % 2;
                        let posted = post(&window, room, number);
                        intents.lock().unwrap().insert(number, posted);
                        if posted.is_none() {
                            return;
                        }
                    }
                });
            }
            std::thread::sleep(Duration::from_millis(300 + 200 * u64::try_from(round).unwrap()));
            team.app.kill();
            stop.store(true, Ordering::Relaxed);
        });
        team.app.restart();
    }
    let intents = intents.into_inner().unwrap();
    let acknowledged = intents.values().flatten().count();
    println!("{} intents, {acknowledged} acknowledged before a crash", intents.len());
    assert!(acknowledged >= WRITERS, "the crashes came before any work was done");
    // Everybody tries again, whether or not the answer arrived.
    for (number, posted) in &intents {
        let who = if number % 2 == 0 { &team.nurse } else { &team.doctor };
        let again = post(who, team.room, *number).expect("an answer");
        assert!(posted.is_none_or(|posted| posted == again), "a retry became another message");
    }
    let all = everything(&team.nurse, team.room);
    assert_eq!(all.len(), intents.len(), "one message an intent");
    for (number, _) in intents {
        let text = format!("記録{number}");
        assert_eq!(all.iter().filter(|message| message["body"] == text.as_str()).count(), 1, "{text}");
    }
    let count = |sql: &str| usize::try_from(team.app.db_count(sql)).unwrap();
    assert_eq!(count("SELECT count(*) FROM audit_events WHERE action = 'message.posted'"), all.len());
    assert_eq!(count("SELECT count(*) FROM outbox WHERE topic = 'message.posted'"), all.len());
    assert_eq!(count(&format!("SELECT count(*) FROM message_words WHERE about MATCH 'r{}'", team.room)), all.len());
    assert_eq!(team.app.first_clerk().get("/api/audit/verification").ok()["intact"], true);
    let check: String = team.app.db_connection().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
}
