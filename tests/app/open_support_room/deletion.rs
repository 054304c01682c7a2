//! R38: content is kept for years, and deleted by two clerks.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{App, CARE_TEAMS, SUPPORT_ROOMS, SupportRoom, User, registrant, with};

/// A room that was closed on 2026-11-26, the receipt of its set and that of a change of its team.
struct Closed {
    room: SupportRoom,
    receipt: String,
    notice: String,
}

/// Someone whom nothing in the system else is called.
fn tae() -> Value {
    let tae = registrant("五十嵐 多恵", "イガラシ タエ");
    with(&with(&tae, "/address", "千葉県市川市曽谷9-8-7"), "/phone", "047-300-7777")
}

/// Everything that a room can hold of its patient.
fn closes_a_full_room(nurse: &User, association: &User) -> Closed {
    let mut form = nurse.support_room_form(&tae(), &[nurse]);
    form["consent"] = json!({
        "signed_by": "representative", "representative_name": "五十嵐 健介", "representative_relation": "child",
        "signed_on": "2026-05-20",
    });
    form["team"]["members"].as_array_mut().unwrap().push(json!({
        "user_id": null, "name": "小笠原 剛", "kana": "オガサワラ ツヨシ", "profession": "pharmacist",
        "organization_name": "きた薬局",
    }));
    let receipt = nurse.files_set(&form);
    association.decides_set(&receipt, "return", Some("多恵さんの電話番号を確かめてください。")).ok();
    nurse.post(&format!("/api/{SUPPORT_ROOMS}/{receipt}/correction"), &form).ok();
    let room = association.opens_room(&receipt);
    let mut change = nurse.team_notice(
        room,
        json!([{
            "change": "add", "on": "2026-11-27", "user_id": null, "name": "安孫子 薫", "kana": "アビコ カオル",
            "profession": "care_manager", "organization_name": "ケアプラン北",
        }]),
    );
    change["reason"] = json!("多恵さんのご希望");
    let notice = nurse.files_notice(&change);
    association.decides_notice(&notice, "accept", Some("多恵さんに確認済み")).ok();
    takes_over(nurse, room, &form["registrant"]);
    let reason = json!({ "reason": "ご家族からの苦情を確かめるため" });
    association.post(&room.path("/broken-glass"), &reason).created();
    let closure = json!({ "reason": "died", "note": "健介さんから電話" });
    association.post(&room.path("/closure"), &closure).ok();
    Closed { room, receipt, notice }
}

/// What another region knew of her, whole and in pieces, and the beginning of one more record.
fn takes_over(nurse: &User, room: SupportRoom, registrant: &Value) {
    let entry = |number: u8, resource: &Value| {
        let address = format!("urn:uuid:0b0e3f6a-1c2d-8100-8000-0000000000{number:02}");
        json!({ "fullUrl": address, "resource": resource }).to_string()
    };
    let names = json!([{ "text": registrant["name"] }]);
    let patient = json!({ "resourceType": "Patient", "birthDate": registrant["birth_date"], "name": names });
    let begins = |entries: u8, fingerprint: u8| {
        let announced = json!({
            "reason": "多恵さんの転居", "entries": entries, "fingerprint": format!("{fingerprint:064x}"),
            "patient": entry(1, &patient), "is_same_person": false,
        });
        let begun = nurse.post(&room.path("/fhir/takeovers"), &announced).created();
        room.path(&format!("/fhir/takeovers/{}", begun["takeover_id"]))
    };
    let takeover = begins(3, 1);
    let said = entry(2, &json!({ "resourceType": "Communication", "payload": "多恵さん" }));
    nurse.put(&format!("{takeover}/entries/1"), &json!({ "entries": [said] })).ok();
    let file = entry(3, &json!({ "resourceType": "Binary", "data": "五十嵐" }));
    nurse.put(&format!("{takeover}/entries/2/pieces/0"), &json!({ "pieces": 1, "text": file })).ok();
    nurse.post(&format!("{takeover}/finish"), &json!({})).ok();
    begins(9, 2);
}

/// Five years later everybody signs in again.
fn five_years_later(app: &App, people: &[&User]) -> Vec<User> {
    app.clock().set("2031-11-27T09:00:00+09:00");
    people.iter().map(|person| person.second_window_signed_in()).collect()
}

/// Every table and column in which this text stands.
fn stands_in(app: &App, text: &str) -> Vec<String> {
    let database = app.db_connection();
    let mut names = database
        .prepare(
            "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
              WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
        )
        .unwrap();
    let names = names.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    let names: Vec<(String, String)> = names.map(Result::unwrap).collect();
    let holds = |(table, column): &(String, String)| {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM \"{table}\" WHERE instr(CAST(\"{column}\" AS TEXT), ?1) > 0)");
        database.query_row(&sql, [text], |row| row.get::<_, bool>(0)).unwrap()
    };
    names.into_iter().filter(holds).map(|(table, column)| format!("{table}.{column}")).collect()
}

#[test]
fn r38_content_is_deleted_after_its_years_by_two_clerks() {
    let Some(app) = App::at("2026-11-26T09:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let second = app.association_clerk("国府 台", "コウノ ダイ");
    let Closed { room, receipt, notice } = closes_a_full_room(&nurse, &association);
    let deletion = room.path("/deletion");
    // Not a day too early.
    app.clock().set("2031-11-26T09:00:00+09:00");
    let early = association.second_window_signed_in();
    assert_eq!(early.get("/api/rooms-to-delete").ok()["items"], json!([]));
    let refused = early.post(&deletion, &json!({})).problem(409, "not_yet").rule("R38");
    assert!(refused.text().contains("2031-11-26"), "{refused}");
    let people = five_years_later(&app, &[&association, &second, &nurse]);
    let (association, second, nurse) = (&people[0], &people[1], &people[2]);
    let due = association.get("/api/rooms-to-delete").ok()["items"][0].clone();
    assert_eq!(
        (&due["room_id"], &due["registrant_name"], &due["closed_reason"], &due["deletion_requested_at"]),
        (&json!(room.room), &json!("五十嵐 多恵"), &json!("died"), &Value::Null)
    );
    let confirmation = room.path("/deletion/confirmation");
    let _ = second.post(&confirmation, &json!({})).problem(409, "not_requested");
    let _ = association.post(&deletion, &json!({})).status(204);
    let _ = second.post(&deletion, &json!({})).problem(409, "already_requested");
    let asked = |clerk: &User| clerk.get("/api/rooms-to-delete").ok()["items"][0]["by_me"].clone();
    assert_eq!((asked(association), asked(second)), (json!(true), json!(false)));
    let _ = association.post(&confirmation, &json!({})).problem(409, "same_clerk");
    let _ = second.post(&confirmation, &json!({})).status(204);
    // Nothing names her, her son or who was awaited any more, wherever one looks.
    for gone in ["五十嵐", "多恵", "イガラシ", "曽谷9-8-7", "健介", "047-300-7777", "小笠原", "安孫子"]
    {
        assert_eq!(stands_in(&app, gone), Vec::<String>::new(), "{gone}");
    }
    assert_eq!(second.get("/api/rooms-to-delete").ok()["items"], json!([]));
    assert_eq!(association.get(&format!("/api/registrants/{}", room.registrant)).status, 404);
    assert_eq!(association.get("/api/registrants?state=all").ok()["items"], json!([]));
    assert_eq!(association.get("/api/registrants?state=all&query=多恵").ok()["items"], json!([]));
    for path in [&deletion, &confirmation] {
        let _ = second.post(path, &json!({})).problem(409, "content_deleted");
    }
    let undone = association.post(&room.path("/reopening"), &json!({ "note": "間違い" }));
    let _ = undone.problem(409, "content_deleted").rule("R38");
    // The old applications still open at the desk and say why they are empty; who filed them has left the room (R18).
    for (kind, receipt) in [(SUPPORT_ROOMS, receipt), (CARE_TEAMS, notice)] {
        let path = format!("/api/{kind}/{receipt}");
        let opened = association.get(&path).ok();
        assert_eq!((&opened["content_deleted"], &opened["status"]), (&json!(true), &json!("completed")), "{opened}");
        assert_eq!(nurse.get(&format!("{path}/follow-up")).status, 404);
    }
}

#[test]
fn r38_what_proves_outlives_the_content() {
    let Some(app) = App::at("2026-11-26T09:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let second = app.association_clerk("国府 台", "コウノ ダイ");
    let Closed { room, .. } = closes_a_full_room(&nurse, &association);
    let views = app.db_count("SELECT count(*) FROM registrant_views");
    let people = five_years_later(&app, &[&association, &second]);
    let _ = people[0].post(&room.path("/deletion"), &json!({})).status(204);
    let _ = people[1].post(&room.path("/deletion/confirmation"), &json!({})).status(204);
    assert_eq!(app.db_count("SELECT count(*) FROM registrant_views"), views, "who looked at her is still on record");
    assert_eq!(app.db_count("SELECT count(*) FROM room_members"), 1);
    assert_eq!(app.db_count("SELECT count(*) FROM broken_glass WHERE reason = ''"), 1);
    assert_eq!(app.db_count("SELECT count(*) FROM room_events WHERE kind = 'glass_broken'"), 1);
    let record = people[0].get("/api/deletion-records").ok()["items"][0].clone();
    assert_eq!(
        (&record["room_id"], &record["requested_by"], &record["confirmed_by"]),
        (&json!(room.room), &json!("真間 進"), &json!("国府 台"))
    );
    let counts = &record["counts"];
    assert_eq!(
        (&counts["applications"], &counts["registrants"], &counts["broken_glass"], &counts["awaiting"]),
        (&json!(2), &json!(1), &json!(1), &json!(2)),
        "{counts}"
    );
    assert_eq!(
        (&counts["application_words"], &counts["registrant_words"], &counts["consents"]),
        (&json!(2), &json!(1), &json!(1)),
        "{counts}"
    );
    let city = app.first_clerk().second_window_signed_in();
    let noted = city.get("/api/audit/events?action=support_room.content_deleted").ok();
    assert_eq!(&noted["items"][0]["detail"]["counts"], counts);
    assert_eq!(city.get("/api/audit/verification").ok()["intact"], true);
}

#[test]
fn r38_a_request_is_taken_back_by_either_clerk_and_an_open_room_is_never_deleted() {
    let Some(app) = App::at("2026-11-26T09:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let second = app.association_clerk("国府 台", "コウノ ダイ");
    let room = app.support_room(&association, &tae(), &[&nurse]);
    let deletion = room.path("/deletion");
    let _ = association.post(&deletion, &json!({})).problem(409, "not_closed").rule("R38");
    association.post(&room.path("/closure"), &json!({ "reason": "died", "note": "" })).ok();
    let people = five_years_later(&app, &[&association, &second]);
    let _ = people[0].delete(&deletion).problem(409, "not_requested");
    let _ = people[0].post(&deletion, &json!({})).status(204);
    let _ = people[1].delete(&deletion).status(204);
    let _ = people[1].post(&room.path("/deletion/confirmation"), &json!({})).problem(409, "not_requested");
    let _ = people[0].post(&deletion, &json!({})).status(204);
    // A room that turns out to be needed after all is opened again, and nobody's request waits any more.
    let _ = people[0].post(&room.path("/reopening"), &json!({ "note": "戻られました" })).status(204);
    let _ = people[1].post(&room.path("/deletion/confirmation"), &json!({})).problem(409, "not_closed");
    assert_eq!(app.db_count("SELECT count(*) FROM registrants WHERE name = '五十嵐 多恵'"), 1);
}

#[test]
fn r38_whoever_has_another_room_keeps_the_registration() {
    let Some(app) = App::at("2026-11-26T09:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let second = app.association_clerk("国府 台", "コウノ ダイ");
    let old = closes_a_full_room(&nurse, &association);
    let tae = association.get(&format!("/api/registrants/{}", old.room.registrant)).ok();
    let mut again = with(&registrant("五十嵐 多恵", "イガラシ タエ"), "/birth_date", tae["birth_date"].clone());
    again["phone"] = json!("047-300-7777");
    let people = five_years_later(&app, &[&association, &second, &nurse]);
    let (association, second, nurse) = (&people[0], &people[1], &people[2]);
    let receipt = nurse.files_set(&nurse.support_room_form(&again, &[nurse]));
    let identity = format!("/api/{SUPPORT_ROOMS}/{receipt}/identity");
    association.put(&identity, &json!({ "registrant_id": old.room.registrant })).ok();
    let new = association.opens_room(&receipt);
    let _ = association.post(&old.room.path("/deletion"), &json!({})).status(204);
    let _ = second.post(&old.room.path("/deletion/confirmation"), &json!({})).status(204);
    assert_eq!(nurse.get(&new.path("")).at("/registrant/name"), "五十嵐 多恵");
    assert_eq!(association.opens_set(&receipt)["content"]["registrant"]["name"], "五十嵐 多恵");
    assert_eq!(association.opens_set(&old.receipt)["content_deleted"], true);
    assert_eq!(stands_in(&app, "健介"), Vec::<String>::new());
    let record = association.get(&format!("/api/registrants/{}", new.registrant)).ok();
    assert_ne!(record["rooms"][1]["content_deleted_at"], Value::Null);
    assert_eq!(association.get("/api/registrants?query=多恵").ok()["items"].as_array().unwrap().len(), 1);
}

#[test]
fn r38_only_the_association_deletes_and_reads_of_deletions() {
    let Some(app) = App::at("2026-11-26T09:00:00+09:00") else { return };
    let (nurse, association) = app.nurse_and_association();
    let Closed { room, .. } = closes_a_full_room(&nurse, &association);
    let people = five_years_later(&app, &[&nurse, app.first_clerk()]);
    for who in &people {
        for path in ["/api/rooms-to-delete", "/api/deletion-records"] {
            let _ = who.get(path).problem(403, "forbidden");
        }
        let _ = who.post(&room.path("/deletion"), &json!({})).problem(403, "forbidden");
        let _ = who.delete(&room.path("/deletion")).problem(403, "forbidden");
        let _ = who.post(&room.path("/deletion/confirmation"), &json!({})).problem(403, "forbidden");
    }
}

/// What goes with the content of a room.
const CONTENT_GOES: [&str; 40] = [
    "application_history",
    "application_words",
    "applications",
    "basic_sheet_confirmations",
    "basic_sheet_versions",
    "broken_glass",
    "care_team_awaiting",
    "carried_entries",
    "carried_pieces",
    "consents",
    "document_changes",
    "document_file_chunks",
    "document_files",
    "document_folders",
    "document_reads",
    "document_versions",
    "documents",
    "file_chunks",
    "measurement_versions",
    "measurements",
    "message_confirmations",
    "message_drafts",
    "message_mentions",
    "message_reactions",
    "message_tags",
    "message_versions",
    "message_words",
    "messages",
    "registrant_words",
    "registrants",
    "room_events",
    "room_files",
    "rooms",
    "summary_printouts",
    "takeovers",
    "visit_changes",
    "visit_occurrences",
    "visits",
    "vital_limits",
    "vital_points",
];
// They hold numbers, days and moments, and no words about a patient; `room_words` is about collaboration rooms alone.
// Mails belong to no room: what people wrote to each other stays (R29).
const STAYS: [&str; 17] = [
    "deletion_records",
    "mail_attachments",
    "mail_draft_files",
    "mail_file_chunks",
    "mail_words",
    "mailed_forms",
    "muted_rooms",
    "notices",
    "reading_marks",
    "reading_steps",
    "registrant_views",
    "room_application_checks",
    "room_applications",
    "room_members",
    "room_requests",
    "room_words",
    "support_room_checks",
];

/// What becomes of each table that speaks of a room, its applications or its registrant, when the content is deleted.
/// A new one fails this test until somebody has thought of it: see `deletion/contents.rs`.
#[test]
fn r38_every_table_about_a_room_goes_or_stays_on_purpose() {
    let app = App::start();
    let _ = app.visitor().get("/api/health").ok();
    let database = app.db_connection();
    let mut statement = database
        .prepare(
            "SELECT DISTINCT t.name FROM pragma_table_list t LEFT JOIN pragma_table_info(t.name) c
              WHERE t.schema = 'main' AND t.type IN ('table', 'virtual')
                AND (c.name IN ('room_id', 'registrant_id', 'application_id', 'message_id', 'file_id',
                                'measurement_id', 'document_id', 'entry_id')
                     OR t.name IN ('rooms', 'applications', 'registrants') OR t.type = 'virtual')
              ORDER BY t.name",
        )
        .unwrap();
    let found: BTreeSet<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let known: BTreeSet<String> = CONTENT_GOES.into_iter().chain(STAYS).map(str::to_owned).collect();
    assert_eq!(found, known);
}
