//! What was begun and not sent is there again, on every device of its writer and on nobody else's.

use super::Team;
use serde_json::{Value, json};

#[test]
fn a_draft_is_kept_for_each_room_and_writer() {
    let team = Team::start();
    let draft = |who: &tests::User| who.get(&format!("/api/rooms/{}/writing-box", team.room)).ok()["draft"].clone();
    let keep = |who: &tests::User, draft: Value| who.put(&format!("/api/rooms/{}/draft", team.room), &draft);
    assert_eq!(draft(&team.nurse), Value::Null);
    let message = team.doctor.writes(team.room, "どうでしたか");
    let begun =
        json!({ "body": "今日は", "reply_to": message["message_id"], "tags": [], "mentions": [team.doctor.id()] });
    let _ = keep(&team.nurse, begun.clone()).ok();
    assert_eq!(draft(&team.nurse), begun);
    assert_eq!(draft(&team.nurse.second_window_elsewhere()), begun, "on another device");
    let box_of = team.nurse.get(&format!("/api/rooms/{}/writing-box", team.room)).ok();
    let doctor = json!([{ "user_id": team.doctor.id(), "name": "佐藤 進" }]);
    assert_eq!(box_of["mentions"], doctor, "whom it addresses has a name there as well");
    assert_eq!(draft(&team.doctor), Value::Null);
    let _ = keep(&team.nurse, json!({ "body": "" })).ok();
    assert_eq!(draft(&team.nurse), Value::Null);
    let long = keep(&team.nurse, json!({ "body": "あ".repeat(10_001) }));
    let _ = long.problem(422, "validation_failed").field_error("body", "too_long");
}
