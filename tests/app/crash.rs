//! `kill -9` in the middle of work: what was acknowledged is there, and a retry doubles nothing.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tests::{App, Receipt, somebody};

const SENDERS: usize = 4;
const ROUNDS: usize = 3;

/// One applicant's intent: the key under which it is sent, and what was acknowledged.
struct Intent {
    number: usize,
    key: String,
    receipt: Option<Receipt>,
}

/// Sends an intent once. `None` when no answer came.
fn send(app: &App, number: usize, key: &str) -> Option<Receipt> {
    let manager = app.manager(&format!("第{number}診療所"));
    let mut person = somebody(number);
    // The same intent is the same content, however often it is sent.
    person["email"] = format!("n{number}.crash@minami.example.jp").into();
    person["device"]["asset_number"] = format!("C-{number}").into();
    let mut form = manager.form(&[person]);
    form["applicant"]["email"] = format!("m{number}.crash@minami.example.jp").into();
    let call = manager.browser.call("POST", "/api/account-applications").idempotency_key(key).json(&form);
    let reply = call.try_send().ok()?;
    Some(Receipt::of(&reply.created()))
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_doubled() {
    let app = App::start();
    let clerk = app.first_clerk();
    let intents: Mutex<Vec<Intent>> = Mutex::default();
    let next = AtomicUsize::new(0);
    for round in 0..ROUNDS {
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for _ in 0..SENDERS {
                scope.spawn(|| {
                    while !stop.load(Ordering::Relaxed) {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        let key = format!("crash-intent-{number:06}");
                        let receipt = send(&app, number, &key);
                        let lost = receipt.is_none();
                        intents.lock().unwrap().push(Intent { number, key, receipt });
                        if lost {
                            return;
                        }
                    }
                });
            }
            std::thread::sleep(Duration::from_millis(400 + 250 * u64::try_from(round).unwrap()));
            app.kill();
            stop.store(true, Ordering::Relaxed);
        });
        app.restart();
    }
    let intents = intents.into_inner().unwrap();
    let acknowledged = intents.iter().filter(|intent| intent.receipt.is_some()).count();
    println!("{} intents, {acknowledged} acknowledged before a crash", intents.len());
    assert!(acknowledged >= SENDERS, "the crashes came before any work was done");

    for intent in &intents {
        if let Some(receipt) = &intent.receipt {
            let seen = app.manager("").follows(receipt);
            assert_eq!(seen["status"], "received", "{}", receipt.number);
        }
        // Everybody tries again, whether or not the answer arrived.
        let again = send(&app, intent.number, &intent.key).expect("an answer");
        if let Some(receipt) = &intent.receipt {
            assert_eq!(&again, receipt, "a retry got another receipt");
        }
    }
    let applications = app.db_count("SELECT count(*) FROM applications");
    assert_eq!(usize::try_from(applications).unwrap(), intents.len(), "one application an intent");
    assert_eq!(app.db_count("SELECT count(*) FROM applications WHERE receipt_number NOT LIKE '4-%'"), 0);
    assert_eq!(clerk.get("/api/audit/verification").ok()["intact"], true);
    let check: String = app.db_connection().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
}

#[test]
fn a_session_survives_a_restart() {
    let app = App::start();
    let user = app.user("みなみ診療所", "山田 花子", "ヤマダ ハナコ");
    app.kill();
    app.restart();
    let _ = user.me().ok();
    let _ = user.signs_in().created();
}
