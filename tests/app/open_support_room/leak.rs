//! R18 over the whole system: every GET route that openapi.json knows is asked by somebody who was taken out of the room.
//! A new feature is covered by itself; one with an unknown part in its path fails until somebody says what it stands for.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{App, CARE_TEAMS, SUPPORT_ROOMS, SupportRoom, User, message_path, registrant, workspace};

/// Names that stand in this room and nowhere else.
const REGISTRANT: &str = "国分 千草";
const REGISTRANT_KANA: &str = "コクブ チグサ";
const REPRESENTATIVE: &str = "国分 長男";
const AWAITED: &str = "待田 望";
const CARRIED_FILE: &str = "0b0e3f6a-1c2d-8900-8000-000000000001";

/// What the paths' parts stand for.
struct Places {
    room: SupportRoom,
    receipts: Vec<String>,
    user: i64,
    organization: i64,
    message: i64,
    file: i64,
    measurement: i64,
    document: i64,
    upload: i64,
    visit: i64,
}

/// The routes below which a member is told of the room; the forms it came from follow in the test.
const TELLING: [&str; 32] = [
    "/api/rooms",
    "/api/rooms/{room}",
    "/api/rooms/{room}/messages",
    "/api/rooms/{room}/changes",
    "/api/rooms/{room}/pinned",
    "/api/rooms/{room}/files/{file}",
    "/api/rooms/{room}/writing-box",
    "/api/rooms/{room}/messages/{message}/readers",
    "/api/rooms/{room}/messages/{message}/versions",
    "/api/rooms/{room}/records/vitals",
    "/api/rooms/{room}/records/vitals/latest",
    "/api/rooms/{room}/records/vitals/points",
    "/api/rooms/{room}/records/vitals/{measurement}/versions",
    "/api/rooms/{room}/records/basic-sheet",
    "/api/rooms/{room}/records/basic-sheet/versions",
    "/api/rooms/{room}/records/basic-sheet/versions/{number}",
    "/api/rooms/{room}/records/visits",
    "/api/rooms/{room}/records/documents",
    "/api/rooms/{room}/records/documents/{document}",
    "/api/rooms/{room}/records/documents/{document}/changes",
    "/api/rooms/{room}/records/documents/{document}/versions/{number}/content",
    "/api/rooms/{room}/records/documents/{document}/versions/{number}/readers",
    "/api/rooms/{room}/records/document-folders",
    "/api/rooms/{room}/records/document-files/{upload}",
    "/api/rooms/{room}/records/visits/{visit}/changes",
    "/api/rooms/{room}/summary",
    "/api/rooms/{room}/fhir/takeovers",
    "/api/rooms/{room}/fhir/carried-over",
    "/api/rooms/{room}/fhir/carried-over/{uuid}/content",
    "/api/records/visits",
    "/api/messages/search",
    "/api/messages/unread",
];

impl Places {
    /// The addresses that a route has: with each value that its parts may take, with and without a search for the name.
    fn addresses(&self, route: &str, searched_by: &[&str]) -> Vec<String> {
        let mut addresses = vec![route.to_owned()];
        while let Some(open) = addresses.iter().find_map(|address| part_of(address)) {
            let values: Vec<String> = match open.as_str() {
                "room" => vec![self.room.room.to_string()],
                "registrant" => vec![self.room.registrant.to_string()],
                "receipt" => self.receipts.clone(),
                "user_id" => vec![self.user.to_string()],
                "id" => vec![self.organization.to_string(), self.user.to_string(), self.room.room.to_string()],
                "message" => vec![self.message.to_string()],
                "file" => vec![self.file.to_string()],
                "measurement" => vec![self.measurement.to_string()],
                "document" => vec![self.document.to_string()],
                "upload" => vec![self.upload.to_string()],
                "visit" => vec![self.visit.to_string()],
                "uuid" => vec![CARRIED_FILE.to_owned()],
                "tag" | "theme" | "thread" | "number" => vec!["1".to_owned()],
                "association_list" => {
                    ["registrants", "support_rooms", "consents", "care_team_notices"].map(str::to_owned).to_vec()
                }
                "city_list" => vec!["organizations".to_owned()],
                "slug" => vec!["web".to_owned()],
                "day" => vec!["2026-12-28".to_owned()],
                "name" => vec!["lock_minutes".to_owned()],
                other => panic!("{route}: say in leak.rs what {{{other}}} stands for"),
            };
            let part = format!("{{{open}}}");
            addresses =
                addresses.iter().flat_map(|address| values.iter().map(|value| address.replace(&part, value))).collect();
        }
        // Those that cannot be asked without.
        let needed = match route {
            "/api/rooms/{room}/changes" => Some("since=0.0"),
            "/api/rooms/{room}/fhir/carried-over" => Some("kind=Communication"),
            "/api/rooms/{room}/records/vitals/points" => Some("kinds=pulse&from=2026-01-01&to=2026-12-31"),
            "/api/rooms/{room}/records/visits" | "/api/records/visits" => Some("from=2026-01-01&to=2026-01-31"),
            _ => None,
        };
        if let Some(query) = needed {
            return addresses.iter().map(|address| format!("{address}?{query}")).collect();
        }
        for name in searched_by {
            let searched: Vec<String> =
                addresses.iter().map(|address| format!("{address}?{name}=%E5%9B%BD%E5%88%86")).collect();
            addresses.extend(searched);
        }
        addresses
    }
}

/// The name of the first `{part}` of an address.
fn part_of(address: &str) -> Option<String> {
    let (_, rest) = address.split_once('{')?;
    rest.split_once('}').map(|(name, _)| name.to_owned())
}

/// Every GET route, and by which parameters it can be searched.
fn routes() -> Vec<(String, Vec<&'static str>)> {
    let written = std::fs::read_to_string(workspace().join("openapi.json")).unwrap();
    let description: Value = serde_json::from_str(&written).unwrap();
    let paths = description["paths"].as_object().expect("paths");
    let routes = paths.iter().filter(|(_, item)| item["get"].is_object()).map(|(path, item)| {
        let parameters = item["get"]["parameters"].as_array().cloned().unwrap_or_default();
        let has = |name: &&str| parameters.iter().any(|parameter| parameter["name"] == *name);
        (path.clone(), ["query", "q"].into_iter().filter(has).collect())
    });
    routes.collect()
}

/// The routes that tell this person of the room, its people or its content.
fn tell_of_the_room(who: &User, places: &Places) -> BTreeSet<String> {
    let secrets = [REGISTRANT, REGISTRANT_KANA, REPRESENTATIVE, AWAITED].map(str::to_owned);
    let room = format!("\"room_id\":{}", places.room.room);
    let mut telling = BTreeSet::new();
    for (route, searched_by) in routes() {
        // The description of the API holds every word of the API and no data.
        if route == "/api/openapi.json" {
            continue;
        }
        for address in places.addresses(&route, &searched_by) {
            let reply = who.get(&address);
            let body = String::from_utf8_lossy(&reply.body).replace(' ', "");
            let names = secrets.iter().any(|secret| body.contains(&secret.replace(' ', ""))) || body.contains(&room);
            assert!(!names || reply.status == 200, "{reply}");
            // An answer below the room's own address tells that there is such a room, whatever it says.
            let is_of_the_room = route.contains("{room}") || route.contains("{registrant}");
            if is_of_the_room && reply.status != 200 {
                assert!(matches!(reply.status, 403 | 404), "{reply}");
            }
            if names || (is_of_the_room && reply.status == 200) {
                telling.insert(route.clone());
            }
        }
    }
    telling
}

/// What is written in the room, with a file, a pin and a draft; the file's and the message's number.
fn writes_of_everything(nurse: &User, doctor: &User, room: SupportRoom) -> (i64, i64) {
    let file = nurse.sends_file(room.room, "国分千草 様.txt", "国分 千草様の連絡先".as_bytes());
    let message =
        nurse.posts(room.room, &json!({ "body": "国分 千草さんの褥瘡を見ました。", "files": [file] })).created();
    nurse.put(&message_path(room.room, &message, "/pin"), &json!({})).ok();
    nurse.put(&room.path("/draft"), &json!({ "body": "国分 千草さんの続き" })).ok();
    doctor.writes(room.room, "国分 千草さんの件、承知しました。");
    (file, message["message_id"].as_i64().unwrap())
}

/// A record of another region that speaks of the registrant, with a file.
fn takes_over(nurse: &User, room: SupportRoom, birth_date: &Value) {
    let entry = |at: u32, resource: Value| {
        json!({ "fullUrl": format!("urn:uuid:0b0e3f6a-1c2d-8100-8000-{at:012}"), "resource": resource }).to_string()
    };
    let patient = json!({ "resourceType": "Patient", "birthDate": birth_date, "name": [{ "text": REGISTRANT }] });
    let message =
        json!({ "resourceType": "Communication", "payload": [{ "contentString": "国分 千草さんの引き継ぎ" }] });
    let file = json!({ "resourceType": "Binary", "data": "5Zu95YiG5Y2D6I2J5qeY44Gu6YCj57Wh5YWI" });
    let file = json!({ "fullUrl": format!("urn:uuid:{CARRIED_FILE}"), "resource": file }).to_string();
    let input = json!({
        "reason": "国分 千草さんの転居", "entries": 3, "fingerprint": "00".repeat(32), "patient": entry(1, patient),
        "is_same_person": false,
    });
    let takeover = nurse.post(&room.path("/fhir/takeovers"), &input).created()["takeover_id"].clone();
    let rest = json!({ "entries": [entry(2, message), file] });
    nurse.put(&room.path(&format!("/fhir/takeovers/{takeover}/entries/1")), &rest).ok();
    nurse.post(&room.path(&format!("/fhir/takeovers/{takeover}/finish")), &json!({})).ok();
}

/// A basic sheet and a visit that speak of the registrant; the visit's number.
fn lays_down(nurse: &User, room: SupportRoom) -> i64 {
    let sheet = json!({
        "allergies": { "none_known": true, "items": [] },
        "wishes": { "matters": "", "resuscitation": "", "said_on": null, "said_by": "" },
        "care": { "level": null, "valid_from": null, "valid_until": null, "insured_number": "" },
        "diagnoses": [], "medicines": [], "treatments": [], "doctors": [], "contacts": [], "living": "",
        "caution": "国分 千草さんは右側から声をかける",
    });
    let path = room.path("/records/basic-sheet");
    let written = nurse.call("PUT", &path).header("If-Match", "\"0\"").json(&sheet).send();
    let _ = written.status(200);
    let visit = json!({
        "visitor": { "user_id": nurse.id() }, "kind": "home_nursing", "first_day": "2026-01-20", "start_minute": 540,
        "minutes": 60, "note": "国分 千草さんの創部の処置",
    });
    let planned = nurse.post(&room.path("/records/visits"), &visit).created();
    planned["visit_id"].as_i64().unwrap()
}

/// What was measured; its number.
fn measures(nurse: &User, room: SupportRoom) -> i64 {
    let measured =
        json!({ "measured_at": "2026-01-05T09:00:00+09:00", "readings": { "pulse": 72 }, "note": "国分 千草さん" });
    let stored = nurse.post(&room.path("/records/vitals"), &measured).created();
    stored["measurement_id"].as_i64().unwrap()
}

/// A document that speaks of the registrant, and a file on its way; their numbers.
fn files_documents(nurse: &User, room: SupportRoom) -> (i64, i64) {
    let shelf = room.path("/records/document-files");
    let content = "国分 千草様の指示書".as_bytes();
    let folder = json!({ "name": "国分 千草様の書類" });
    let folder = nurse.post(&room.path("/records/document-folders"), &folder).created();
    let document = json!({
        "about": {
            "title": "国分 千草様の指示書", "kind": "instruction", "dated_on": "2026-01-05",
            "folder_id": folder["folder_id"],
        },
        "file_id": nurse.sends_file_to(&shelf, "国分 千草様.txt", content),
    });
    let filed = nurse.post(&room.path("/records/documents"), &document).created();
    let begun = nurse.post(&shelf, &json!({ "name": "国分 千草様.jpg", "bytes": 1_000 })).created();
    (filed["document_id"].as_i64().unwrap(), begun["file_id"].as_i64().unwrap())
}

#[test]
fn r18_after_removal_no_route_tells_of_the_room() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let doctor = app.user_working_as("みなみ診療所", "佐藤 進", "サトウ ススム", "doctor");
    // She files everything herself, so that she has every way to the room that there is.
    let she = registrant(REGISTRANT, REGISTRANT_KANA);
    let mut form = nurse.support_room_form(&she, &[&nurse, &doctor]);
    form["consent"] = json!({
        "signed_by": "representative", "representative_name": REPRESENTATIVE, "representative_relation": "child",
        "signed_on": "2026-05-20",
    });
    form["team"]["members"].as_array_mut().unwrap().push(json!({
        "name": AWAITED, "kana": "マチダ ノゾム", "profession": "care_worker", "organization_name": "にし介護",
    }));
    let opened = nurse.files_set(&form);
    let room = association.opens_room(&opened);
    let notice = nurse.team_notice(room, json!([nurse.leaves_today()]));
    let notice = nurse.files_notice(&notice);
    let (file, message) = writes_of_everything(&nurse, &doctor, room);
    let (document, upload) = files_documents(&nurse, room);
    let visit = lays_down(&nurse, room);
    takes_over(&nurse, room, &she["birth_date"]);
    let places = Places {
        room,
        receipts: vec![opened, notice.clone()],
        user: nurse.id(),
        organization: nurse.organization_id(),
        message,
        file,
        measurement: measures(&nurse, room),
        document,
        upload,
        visit,
    };

    // While she is in the team, these tell her; were the list empty, the test would find nothing afterwards either.
    let before = tell_of_the_room(&nurse, &places);
    let filed =
        [format!("/api/{SUPPORT_ROOMS}/{{receipt}}/follow-up"), format!("/api/{CARE_TEAMS}/{{receipt}}/follow-up")];
    for route in TELLING.into_iter().chain(filed.iter().map(String::as_str)) {
        assert!(before.contains(route), "{route} tells a member nothing; of the others: {before:?}");
    }

    association.accepts_notice(&notice);
    assert_eq!(tell_of_the_room(&nurse, &places), BTreeSet::new(), "after her removal");
    assert!(tell_of_the_room(&doctor, &places).contains("/api/rooms/{room}"), "who stays sees it as before");

    // Back again: everything is there again.
    let back = doctor.team_notice(room, json!([nurse.joins_today()]));
    association.accepts_notice(&doctor.files_notice(&back));
    doctor.writes(room.room, "国分 千草さんの件、続けてお願いします。");
    assert_eq!(tell_of_the_room(&nurse, &places), before, "after her return");

    // Closed for all at once.
    let closed = association.post(&room.path("/closure"), &json!({ "reason": "moved_away", "note": "市外へ転居" }));
    let _ = closed.ok();
    for member in [&nurse, &doctor] {
        assert_eq!(tell_of_the_room(member, &places), BTreeSet::new(), "after the closing");
    }
    assert_eq!(tell_of_the_room(app.first_clerk(), &places), BTreeSet::new(), "the city is never told");
}
