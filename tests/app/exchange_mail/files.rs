//! Files of mails: in pieces, what they are their content says, and they go to those who are in the mail.

use super::People;
use serde_json::json;

const FILES: &str = "/api/mail/files";

/// A photo of so many bytes: its beginning makes it one.
fn photo(bytes: usize) -> Vec<u8> {
    let mut content = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".to_vec();
    content.extend((content.len()..bytes).map(|place| u8::try_from(place % 251).unwrap()));
    content
}

#[test]
fn r29_a_file_arrives_as_it_was_sent() {
    let People { app: _app, nurse, doctor, .. } = People::start();
    let content = photo(600_000);
    let file = nurse.sends_mail_file("創部 1.jpg", &content);
    let address = format!("{FILES}/{file}");
    assert_eq!(nurse.get(&address).status(200).body, content, "whoever sent it may look at it");
    let _ = doctor.get(&address).problem(404, "not_found");
    let mail = json!({ "to": [doctor.id()], "subject": "写真", "files": [file] });
    let sent = nurse.mails(&mail).created();
    let expected = json!([{ "file_id": file, "name": "創部 1.jpg", "media_type": "image/jpeg", "bytes": 600_000 }]);
    assert_eq!(sent["files"], expected);
    let got = doctor.get(&address).status(200);
    assert_eq!(got.body, content);
    assert_eq!((got.header("content-type"), got.header("x-content-type-options")), ("image/jpeg", "nosniff"));
    assert!(got.header("content-disposition").starts_with("attachment;"), "{}", got.header("content-disposition"));
    // It belongs to that mail, and stays as it is.
    let _ = nurse.mails(&mail).problem(422, "validation_failed").field_error("files[0]", "file_not_here");
    let _ = nurse.sends_chunk_to(FILES, file, 0, &content[..262_144]).problem(404, "not_found");
}

#[test]
fn r29_a_broken_line_costs_one_piece_and_a_retry_begins_one_file() {
    let People { app: _app, nurse, doctor, .. } = People::start();
    let content = photo(300_000);
    let begin = || {
        let call = nurse.call("POST", FILES).idempotency_key("file-intent-000001");
        call.json(&json!({ "name": "a.jpg", "bytes": 300_000 })).send().created()["file_id"].as_i64().unwrap()
    };
    let file = begin();
    assert_eq!(begin(), file);
    let (first, second) = content.split_at(262_144);
    assert_eq!(nurse.sends_chunk_to(FILES, file, 1, second).ok()["is_complete"], false);
    let early = json!({ "to": [doctor.id()], "subject": "早い", "body": "まだです", "files": [file] });
    let _ = nurse.mails(&early).problem(422, "validation_failed").field_error("files[0]", "file_not_here");
    let _ = nurse.get(&format!("{FILES}/{file}")).problem(404, "not_found");
    let _ = doctor.sends_chunk_to(FILES, file, 0, first).problem(404, "not_found");
    let _ = nurse.sends_chunk_to(FILES, file, 2, b"x").problem(422, "validation_failed");
    assert_eq!(nurse.sends_chunk_to(FILES, file, 0, first).ok()["is_complete"], true);
    assert_eq!(nurse.sends_chunk_to(FILES, file, 0, first).ok()["received"], 300_000);
    let _ = nurse.mails(&early).created();
}

#[test]
fn r29_what_a_file_is_its_content_says() {
    let People { app: _app, nurse, doctor, .. } = People::start();
    let begin = |name: &str, bytes: i64| nurse.post(FILES, &json!({ "name": name, "bytes": bytes }));
    let program = begin("report.pdf", 4).created()["file_id"].as_i64().unwrap();
    let _ = nurse.sends_chunk_to(FILES, program, 0, b"MZ\x90\0").problem(422, "file_kind_refused");
    let page = begin("photo.jpg", 15).created()["file_id"].as_i64().unwrap();
    let _ = nurse.sends_chunk_to(FILES, page, 0, b"<!DOCTYPE html>").problem(422, "file_kind_refused");
    let _ =
        begin("大きい.jpg", 10 * 1024 * 1024 + 1).problem(422, "validation_failed").field_error("bytes", "file_size");
    let _ = begin("", 0).problem(422, "validation_failed").field_error_count(2);
    let eleven: Vec<i64> = (0..11).map(|number| nurse.sends_mail_file(&format!("{number}.txt"), b"x")).collect();
    let mail = json!({ "to": [doctor.id()], "subject": "多い", "body": "文", "files": eleven });
    let _ = nurse.mails(&mail).problem(422, "validation_failed").field_error("files", "too_many").field_error_count(1);
}
