//! Files come in pieces, belong to messages, and go out only to those who are in the room (R18, R21).

use super::Team;
use serde_json::json;

/// A photo of so many bytes: its beginning makes it one.
fn photo(bytes: usize) -> Vec<u8> {
    let mut content = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".to_vec();
    content.extend((content.len()..bytes).map(|place| u8::try_from(place % 251).unwrap()));
    content
}

#[test]
fn a_photo_of_several_pieces_arrives_as_it_was_sent() {
    let team = Team::start();
    let content = photo(600_000);
    let file = team.nurse.sends_file(team.room, "創部 1.jpg", &content);
    let _ = team.doctor.get(&format!("/api/rooms/{}/files/{file}", team.room)).problem(404, "not_found");
    let message = team.nurse.posts(team.room, &json!({ "body": "", "files": [file] })).created();
    assert_eq!(
        message["files"],
        json!([
            { "file_id": file, "name": "創部 1.jpg", "media_type": "image/jpeg", "bytes": 600_000 },
        ])
    );
    let got = team.doctor.get(&format!("/api/rooms/{}/files/{file}", team.room)).status(200);
    assert_eq!(got.body, content);
    assert_eq!(got.header("content-type"), "image/jpeg");
    assert_eq!(got.header("x-content-type-options"), "nosniff");
    assert!(got.header("content-disposition").starts_with("attachment;"), "{}", got.header("content-disposition"));
    assert_eq!(team.app.db_count("SELECT count(*) FROM registrant_views WHERE what = 'file'"), 1);
    team.nurse_leaves();
    let _ = team.nurse.get(&format!("/api/rooms/{}/files/{file}", team.room)).problem(404, "not_found");
    let stranger = team.app.user("きた薬局", "鈴木 一", "スズキ ハジメ");
    let _ = stranger.get(&format!("/api/rooms/{}/files/{file}", team.room)).problem(404, "not_found");
}

#[test]
fn a_broken_line_costs_one_piece() {
    let team = Team::start();
    let content = photo(300_000);
    let begun =
        team.nurse.post(&format!("/api/rooms/{}/files", team.room), &json!({ "name": "a.jpg", "bytes": 300_000 }));
    let file = begun.created()["file_id"].as_i64().unwrap();
    let (first, second) = content.split_at(262_144);
    // The second before the first, the first twice.
    assert_eq!(team.nurse.sends_chunk(team.room, file, 1, second).ok()["is_complete"], false);
    let early = team.nurse.posts(team.room, &json!({ "body": "まだです", "files": [file] }));
    let _ = early.problem(422, "validation_failed").field_error("files[0]", "file_not_here");
    assert_eq!(team.nurse.sends_chunk(team.room, file, 0, first).ok()["is_complete"], true);
    let again = team.nurse.sends_chunk(team.room, file, 0, first).ok();
    assert_eq!((&again["received"], &again["media_type"]), (&json!(300_000), &json!("image/jpeg")));
    let _ = team.nurse.sends_chunk(team.room, file, 2, b"x").problem(422, "validation_failed");
    let _ = team.nurse.sends_chunk(team.room, file, 1, b"x").problem(422, "validation_failed");
    let _ = team.doctor.sends_chunk(team.room, file, 0, first).problem(404, "not_found");
    let posted = team.nurse.posts(team.room, &json!({ "body": "写真です", "files": [file] })).created();
    assert_eq!(posted["files"][0]["bytes"], 300_000);
    // A file belongs to one message, and stays as it is.
    let second_use = team.nurse.posts(team.room, &json!({ "body": "もう一度", "files": [file] }));
    let _ = second_use.problem(422, "validation_failed").field_error("files[0]", "file_not_here");
    let _ = team.nurse.sends_chunk(team.room, file, 0, first).problem(404, "not_found");
}

#[test]
fn what_a_file_is_its_content_says() {
    let team = Team::start();
    let begin = |name: &str, bytes: i64| {
        team.nurse.post(&format!("/api/rooms/{}/files", team.room), &json!({ "name": name, "bytes": bytes }))
    };
    let program = begin("report.pdf", 4).created()["file_id"].as_i64().unwrap();
    let _ = team.nurse.sends_chunk(team.room, program, 0, b"MZ\x90\0").problem(422, "file_kind_refused");
    let page = begin("photo.jpg", 15).created()["file_id"].as_i64().unwrap();
    let _ = team.nurse.sends_chunk(team.room, page, 0, b"<!DOCTYPE html>").problem(422, "file_kind_refused");
    let _ =
        begin("大きい.jpg", 10 * 1024 * 1024 + 1).problem(422, "validation_failed").field_error("bytes", "file_size");
    let _ = begin("", 0).problem(422, "validation_failed").field_error_count(2);
    let table = team.nurse.sends_file(team.room, "体温.csv", "日付,体温\n6/1,36.5\n".as_bytes());
    let message = team.nurse.posts(team.room, &json!({ "body": "表です", "files": [table] })).created();
    assert_eq!(message["files"][0]["media_type"], "text/csv");
}

#[test]
fn what_is_never_posted_does_not_stay() {
    let team = Team::start();
    let file = team.nurse.sends_file(team.room, "a.jpg", &photo(1_000));
    team.app.clock().advance_days(4);
    let nurse = team.nurse.second_window_signed_in();
    nurse.sends_file(team.room, "b.jpg", &photo(1_000));
    assert_eq!(team.app.db_count(&format!("SELECT count(*) FROM room_files WHERE id = {file}")), 0);
    assert_eq!(team.app.db_count("SELECT count(*) FROM file_chunks"), 1);
}
