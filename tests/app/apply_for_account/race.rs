//! Many clerks at one application.

use serde_json::json;
use std::sync::Barrier;
use tests::{App, somebody};

const CLERKS: usize = 50;

#[test]
fn r2_fifty_acceptances_at_once_make_one_set_of_accounts() {
    let app = App::start();
    let people: Vec<_> = (0..5).map(somebody).collect();
    let receipt = app.manager("みなみ診療所").applies_for(&people);
    let clerk = app.first_clerk();
    let version = clerk.opens_application(&receipt)["version"].clone();
    let before = app.db_count("SELECT count(*) FROM users");
    let ready = Barrier::new(CLERKS);
    let path = format!("/api/account-applications/{}/decision", receipt.number);
    let answers: Vec<(u16, serde_json::Value)> = std::thread::scope(|scope| {
        let accepting: Vec<_> = (0..CLERKS)
            .map(|_| {
                let window = clerk.second_window();
                let (ready, version, path) = (&ready, &version, &path);
                scope.spawn(move || {
                    ready.wait();
                    let reply = window.post(path, &json!({ "decision": "accept", "version": version }));
                    (reply.status, reply.json()["code"].clone())
                })
            })
            .collect();
        accepting.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let accepted = answers.iter().filter(|(status, _)| *status == 200).count();
    let told = answers.iter().filter(|(status, code)| (*status, code) == (409, &json!("already_decided"))).count();
    assert_eq!((accepted, told), (1, CLERKS - 1), "{answers:?}");
    assert_eq!(app.db_count("SELECT count(*) FROM users"), before + 5);
    assert_eq!(app.db_count("SELECT count(*) FROM notices WHERE application_id IS NOT NULL"), 5);
    assert_eq!(app.db_count("SELECT count(*) FROM organizations WHERE name = 'みなみ診療所'"), 1);
    assert_eq!(clerk.get("/api/audit/verification").ok()["intact"], true);
}
