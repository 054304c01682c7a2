//! A file comes in pieces over a line that breaks, and its content says what it is (R32).

use super::{Team, about, paper, photo};
use serde_json::json;

#[test]
fn r32_a_broken_line_costs_one_piece_and_the_phone_goes_on_where_it_was() {
    let team = Team::start();
    let content = photo(600_000);
    let shelf = team.path("document-files");
    let begun = team.nurse.post(&shelf, &json!({ "name": "a.jpg", "bytes": 600_000 })).created();
    let file = begun["file_id"].as_i64().unwrap();
    let pieces: Vec<&[u8]> = content.chunks(262_144).collect();
    team.nurse.sends_chunk_to(&shelf, file, 0, pieces[0]).ok();
    // The line breaks; the phone asks what has come, and goes on.
    let known = team.nurse.get(&format!("{shelf}/{file}")).ok();
    assert_eq!(known, json!({ "name": "a.jpg", "bytes": 600_000, "chunk_bytes": 262_144, "pieces": [0] }));
    let early = team.files_as(&team.nurse, &about("写真", "image"), file);
    let _ = early.problem(422, "validation_failed").field_error("file_id", "file_not_here");
    team.nurse.sends_chunk_to(&shelf, file, 2, pieces[2]).ok();
    assert_eq!(team.nurse.get(&format!("{shelf}/{file}")).ok()["pieces"], json!([0, 2]));
    assert_eq!(team.nurse.sends_chunk_to(&shelf, file, 1, pieces[1]).ok()["is_complete"], true);
    // A piece whose answer was lost is sent again.
    assert_eq!(team.nurse.sends_chunk_to(&shelf, file, 1, pieces[1]).ok()["received"], 600_000);
    let filed = team.files_as(&team.nurse, &about("写真", "image"), file).created();
    assert_eq!(team.opens(&team.doctor, &filed, 1).status(200).body, content);
    // What is filed stays as it was seen.
    let _ = team.nurse.sends_chunk_to(&shelf, file, 0, pieces[0]).problem(404, "not_found");
    let _ = team.nurse.get(&format!("{shelf}/{file}")).problem(404, "not_found");
}

#[test]
fn a_file_on_its_way_is_its_senders_alone() {
    let team = Team::start();
    let shelf = team.path("document-files");
    let file = team.sends(&team.nurse, "a.pdf", &paper("a"));
    let _ = team.doctor.get(&format!("{shelf}/{file}")).problem(404, "not_found");
    let _ = team.doctor.sends_chunk_to(&shelf, file, 0, &paper("a")).problem(404, "not_found");
    let others = team.files_as(&team.doctor, &about("指示書", "instruction"), file);
    let _ = others.problem(422, "validation_failed").field_error("file_id", "file_not_here");
    // What was sent for a message is no document's, and the other way round.
    let message = team.nurse.sends_file(team.room.room, "b.pdf", &paper("b"));
    assert_eq!(message, file, "each has numbers of its own");
    let posted = team.nurse.posts(team.room.room, &json!({ "body": "書類", "files": [message] }));
    let _ = posted.created();
    assert!(team.titles(&team.doctor, "").is_empty());
}

#[test]
fn what_a_file_is_its_content_says() {
    let team = Team::start();
    let shelf = team.path("document-files");
    let begin = |name: &str, bytes: i64| team.nurse.post(&shelf, &json!({ "name": name, "bytes": bytes }));
    let program = begin("report.pdf", 4).created()["file_id"].as_i64().unwrap();
    let _ = team.nurse.sends_chunk_to(&shelf, program, 0, b"MZ\x90\0").problem(422, "file_kind_refused");
    let page = begin("photo.jpg", 15).created()["file_id"].as_i64().unwrap();
    let _ = team.nurse.sends_chunk_to(&shelf, page, 0, b"<!DOCTYPE html>").problem(422, "file_kind_refused");
    let _ = team.files_as(&team.nurse, &about("写真", "image"), page).problem(422, "validation_failed");
    let _ =
        begin("大きい.jpg", 10 * 1024 * 1024 + 1).problem(422, "validation_failed").field_error("bytes", "file_size");
    let filed = team.files(&team.nurse, "指示書");
    assert_eq!(team.opens(&team.doctor, &filed, 1).status(200).header("content-type"), "application/pdf");
}

#[test]
fn what_is_never_filed_does_not_stay_and_what_is_filed_does() {
    let team = Team::start();
    let forgotten = team.sends(&team.nurse, "a.jpg", &photo(1_000));
    let filed = team.files(&team.nurse, "指示書");
    team.app.clock().advance_days(4);
    let nurse = team.nurse.second_window_signed_in();
    team.sends(&nurse, "b.jpg", &photo(1_000));
    assert_eq!(team.app.db_count(&format!("SELECT count(*) FROM document_files WHERE id = {forgotten}")), 0);
    assert_eq!(team.app.db_count("SELECT count(*) FROM document_file_chunks"), 2);
    let _ = team.opens(&nurse, &filed, 1).status(200);
}
