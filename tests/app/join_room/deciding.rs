//! What the city decides holds, and the last decision counts (R25).

use serde_json::json;
use std::sync::Barrier;
use tests::{App, MEMBERSHIPS, Receipt, User};

fn room_of_nurse(app: &App) -> (User, User, i64) {
    let nurse = app.user("さくら訪問看護ステーション", "山田 花子", "ヤマダ ハナコ");
    let pharmacist = app.user("きた薬局", "佐藤 太郎", "サトウ タロウ");
    let room = app.collaboration_room("褥瘡ケア研修の連絡", &[&nurse]);
    (nurse, pharmacist, room)
}

#[test]
fn r25_one_of_several_is_left_out_with_a_reason() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, pharmacist, room) = room_of_nurse(&app);
    let other = app.user("みなみ診療所", "鈴木 次郎", "スズキ ジロウ");
    let receipt = nurse.asks_membership("join", room, &[&pharmacist, &other]);
    let decision = json!({ "decision": "accept", "excluded": [{ "person": 1, "note": "研修に参加しない方です。" }] });
    let done = city.decides_on(MEMBERSHIPS, &receipt, decision).ok();
    assert_eq!(done["accounts"].as_array().unwrap().len(), 1);
    assert_eq!((pharmacist.rooms(), other.rooms()), (vec![room], vec![]));
    assert_eq!(nurse.follows(MEMBERSHIPS, &receipt)["excluded"][0]["note"], "研修に参加しない方です。");
}

#[test]
fn r25_against_a_change_that_is_still_open_the_opposite_may_be_asked_and_the_last_decision_counts() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, pharmacist, room) = room_of_nurse(&app);
    let join = nurse.asks_membership("join", room, &[&pharmacist]);
    let leave = pharmacist.asks_membership("leave", room, &[&pharmacist]);
    city.accepts_at_desk(MEMBERSHIPS, &leave);
    assert!(pharmacist.rooms().is_empty(), "nothing to leave yet");
    city.accepts_at_desk(MEMBERSHIPS, &join);
    assert_eq!(pharmacist.rooms(), [room], "the last decision was that he joins");
    let leave = pharmacist.asks_membership("leave", room, &[&pharmacist]);
    let join = nurse.asks_membership("join", room, &[&pharmacist]);
    city.accepts_at_desk(MEMBERSHIPS, &join);
    city.accepts_at_desk(MEMBERSHIPS, &leave);
    assert!(pharmacist.rooms().is_empty(), "the last decision was that he leaves");
    assert_eq!(nurse.get("/api/rooms").at("/items/0/member_count"), 1);
}

#[test]
fn r25_decisions_at_once_on_one_person_end_in_the_state_of_the_last_one() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, pharmacist, room) = room_of_nurse(&app);
    for _ in 0..5 {
        let is_in = pharmacist.rooms() == [room];
        let (first, second) = if is_in { ("leave", "join") } else { ("join", "leave") };
        let asked: Vec<Receipt> = [first, second]
            .iter()
            .map(|change| {
                let by = if *change == "join" { &nurse } else { &pharmacist };
                by.asks_membership(change, room, &[&pharmacist])
            })
            .collect();
        let ready = Barrier::new(asked.len());
        std::thread::scope(|scope| {
            for receipt in &asked {
                let version = city.opens_at_desk(MEMBERSHIPS, receipt).ok()["version"].clone();
                let (window, ready) = (city.second_window(), &ready);
                let path = format!("/api/{MEMBERSHIPS}/{}/decision", receipt.number);
                scope.spawn(move || {
                    ready.wait();
                    window.post(&path, &json!({ "decision": "accept", "version": version })).ok();
                });
            }
        });
        // What the audit trail says happened last is what is the case.
        let last: String = app
            .db_connection()
            .query_row(
                "SELECT action FROM audit_events WHERE action IN ('collaboration_room.joined', 'collaboration_room.left')
                  ORDER BY sequence DESC LIMIT 1",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(pharmacist.rooms().is_empty(), last == "collaboration_room.left", "{last}");
        let counted = nurse.get("/api/rooms").at("/items/0/member_count");
        let there = app.db_count("SELECT count(*) FROM room_members WHERE until IS NULL");
        assert_eq!(counted, there);
        assert!(there <= 2, "nobody is in a room twice");
    }
    assert_eq!(city.get("/api/audit/verification").ok()["intact"], true);
}

#[test]
fn r9_whoever_comes_back_is_in_the_room_again_and_the_history_tells_both_stays() {
    let app = App::start();
    let city = app.first_clerk();
    let (nurse, pharmacist, room) = room_of_nurse(&app);
    for change in ["join", "leave", "join"] {
        let by = if change == "join" { &nurse } else { &pharmacist };
        city.accepts_at_desk(MEMBERSHIPS, &by.asks_membership(change, room, &[&pharmacist]));
    }
    assert_eq!(pharmacist.rooms(), [room]);
    assert_eq!(app.db_count("SELECT count(*) FROM room_members"), 3);
    let events = nurse.get(&format!("/api/rooms/{room}")).ok()["events"].clone();
    let kinds: Vec<&str> = events.as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[..3], ["participant_joined", "participant_left", "participant_joined"]);
}
