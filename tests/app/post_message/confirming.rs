//! 了解 is asked for and given (R20); reactions.

use super::Team;
use serde_json::{Value, json};
use tests::message_path;

#[test]
fn r20_confirmation_is_asked_of_all_and_shows_who_is_missing() {
    let team = Team::start();
    let asked = json!({ "body": "明日から往診は午後です。", "confirm": "all" });
    let message = team.nurse.posts(team.room, &asked).created();
    assert_eq!(
        message["confirm"],
        json!({
            "asked": "all", "asked_count": 1, "confirmed_count": 0, "asked_me": false, "confirmed_at": null,
        })
    );
    assert_eq!(team.doctor.unread()["rooms"][0]["asked_count"], 1);
    let readers = team.nurse.get(&message_path(team.room, &message, "/readers")).ok();
    assert_eq!((&readers["items"][0]["asked"], &readers["items"][0]["confirmed_at"]), (&json!(true), &Value::Null));
    let address = message_path(team.room, &message, "/confirmation");
    let confirmed = team.doctor.put(&address, &json!({})).ok();
    assert_eq!(confirmed["confirm"]["confirmed_count"], 1);
    assert_ne!(confirmed["confirm"]["confirmed_at"], Value::Null);
    let again = team.doctor.put(&address, &json!({})).ok();
    assert_eq!(again["confirm"]["confirmed_at"], confirmed["confirm"]["confirmed_at"]);
    team.doctor.has_read(team.room, &message);
    assert_eq!(team.doctor.unread()["rooms"], json!([]));
    let readers = team.nurse.get(&message_path(team.room, &message, "/readers")).ok();
    assert_ne!(readers["items"][0]["confirmed_at"], Value::Null);
    // A slip is taken back, and both are on record.
    assert_eq!(team.doctor.delete(&address).ok()["confirm"]["confirmed_count"], 0);
    let recorded = team.app.db_count("SELECT count(*) FROM audit_events WHERE action LIKE 'message.confirm%'");
    assert_eq!(recorded, 3);
}

#[test]
fn r20_confirmation_is_asked_of_people_by_name() {
    let team = Team::start();
    let asked = json!({ "body": "ご確認ください。", "confirm": "named", "confirm_by": [team.doctor.id()] });
    let message = team.nurse.posts(team.room, &asked).created();
    assert_eq!((&message["confirm"]["asked"], &message["confirm"]["asked_count"]), (&json!("named"), &json!(1)));
    let seen = team.doctor.timeline(team.room);
    assert_eq!(seen["items"][0]["confirm"]["asked_me"], true);
    assert_eq!(team.doctor.unread()["rooms"][0]["asked_count"], 1);
    let own = team.nurse.put(&message_path(team.room, &message, "/confirmation"), &json!({}));
    let _ = own.problem(409, "not_asked").rule("R20");
    let plain = team.nurse.writes(team.room, "お知らせだけです。");
    let unasked = team.doctor.put(&message_path(team.room, &plain, "/confirmation"), &json!({}));
    let _ = unasked.problem(409, "not_asked");
}

#[test]
fn a_short_answer_is_given_and_taken_back() {
    let team = Team::start();
    let message = team.nurse.writes(team.room, "無事に終わりました。");
    let thanks = message_path(team.room, &message, "/reactions/thanks");
    let answered = team.doctor.put(&thanks, &json!({})).ok();
    assert_eq!(answered["reactions"], json!([{ "reaction": "thanks", "count": 1, "mine": true }]));
    let _ = team.doctor.put(&thanks, &json!({})).ok();
    let _ = team.nurse.put(&thanks, &json!({})).ok();
    let _ = team.nurse.put(&message_path(team.room, &message, "/reactions/cheer"), &json!({})).ok();
    let seen = team.doctor.timeline(team.room)["items"][0]["reactions"].clone();
    assert_eq!(
        seen,
        json!([
            { "reaction": "cheer", "count": 1, "mine": false }, { "reaction": "thanks", "count": 2, "mine": true },
        ])
    );
    let left = team.doctor.delete(&thanks).ok();
    assert_eq!(left["reactions"][1], json!({ "reaction": "thanks", "count": 1, "mine": false }));
    let _ =
        team.doctor.put(&message_path(team.room, &message, "/reactions/angry"), &json!({})).problem(404, "not_found");
}
