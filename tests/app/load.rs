//! Many people at once: nobody is sent away with an error of the system, and nothing is lost.

use serde_json::json;
use std::time::{Duration, Instant};
use tests::{App, PASSWORD, Receipt, somebody};

const SECONDS: u64 = 3;

#[test]
fn people_who_apply_read_and_sign_in_at_once_are_all_served() {
    let app = App::start();
    let clerk = app.first_clerk();
    let user = app.user("きた薬局", "山田 花子", "ヤマダ ハナコ");
    let until = Instant::now() + Duration::from_secs(SECONDS);
    let receipts: Vec<Receipt> = std::thread::scope(|scope| {
        let applying: Vec<_> = (0..4)
            .map(|sender| {
                let app = &app;
                scope.spawn(move || {
                    let mut receipts = Vec::new();
                    while Instant::now() < until {
                        let number = sender * 1_000 + receipts.len();
                        let manager = app.manager(&format!("第{number}診療所"));
                        receipts.push(manager.applies_for(&[somebody(number)]));
                    }
                    receipts
                })
            })
            .collect();
        for _ in 0..2 {
            scope.spawn(|| {
                let window = clerk.second_window();
                while Instant::now() < until {
                    let _ = window.get("/api/desk/applications?tab=all&limit=200").ok();
                    let _ = window.get("/api/notices?state=all").ok();
                    let _ = window.get("/api/audit/verification").ok();
                }
            });
            scope.spawn(|| {
                while Instant::now() < until {
                    let input = json!({ "login_id": user.login_id, "password": PASSWORD });
                    let _ = app.visitor().post("/api/session", &input).problem(403, "device_not_registered");
                    let _ = user.signs_in().created();
                }
            });
        }
        applying.into_iter().flat_map(|sender| sender.join().unwrap()).collect()
    });
    println!("{} applications in {SECONDS} seconds", receipts.len());
    assert!(receipts.len() > 4);
    let stored = app.db_count("SELECT count(DISTINCT receipt_number) FROM applications WHERE status = 'received'");
    assert_eq!(usize::try_from(stored).unwrap(), receipts.len());
    let verdict = clerk.get("/api/audit/verification").ok();
    assert_eq!(verdict["intact"], true, "{verdict}");
}

#[test]
fn the_first_requests_to_an_empty_system_may_all_come_at_once() {
    let app = App::start();
    std::thread::scope(|scope| {
        for number in 0..12 {
            let app = &app;
            scope.spawn(move || {
                let manager = app.manager(&format!("第{number}診療所"));
                let receipt = manager.applies_for(&[somebody(number)]);
                // A secret made twice would give a receipt a passcode that does not open it.
                let seen = manager.follows(&receipt);
                assert_eq!(seen["status"], "received");
                let _ = app.visitor().get("/api/health").ok();
            });
        }
    });
    assert_eq!(app.db_count("SELECT count(*) FROM schema_migrations"), i64::try_from(web::MIGRATIONS.len()).unwrap());
}
