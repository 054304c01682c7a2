//! Answers that the database writes as JSON are what the API's description says.

use super::Team;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::openapi;

/// Where a value differs from its schema: names of members, and types.
fn differences(schemas: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let schema = match schema["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/components/schemas/")) {
        Some(name) => &schemas[name],
        None => schema,
    };
    for several in ["oneOf", "allOf"] {
        if let Some(options) = schema[several].as_array() {
            let option = options.iter().find(|option| value.is_null() == (option["type"] == "null"));
            return match option {
                Some(option) => differences(schemas, option, value, place, found),
                None => found.push(format!("{place}: {value} is none of {several}")),
            };
        }
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        several => several.as_array().into_iter().flatten().filter_map(Value::as_str).collect(),
    };
    let is = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !types.contains(&is) {
        found.push(format!("{place}: {is}, not {types:?}"));
    }
    if let Value::Array(items) = value {
        for (index, item) in items.iter().enumerate() {
            differences(schemas, &schema["items"], item, &format!("{place}[{index}]"), found);
        }
    }
    if let Value::Object(members) = value {
        let properties = schema["properties"].as_object().cloned().unwrap_or_default();
        let named = |names: Vec<&String>| names.into_iter().cloned().collect::<BTreeSet<String>>();
        let (given, described) = (named(members.keys().collect()), named(properties.keys().collect()));
        if given != described {
            found.push(format!("{place}: has {given:?}, described {described:?}"));
        }
        for (name, member) in members {
            differences(
                schemas,
                &properties.get(name).cloned().unwrap_or_default(),
                member,
                &format!("{place}.{name}"),
                found,
            );
        }
    }
}

#[test]
fn messages_are_what_openapi_json_says() {
    let team = Team::start();
    let tag = team.app.first_clerk().post("/api/tags", &json!({ "name": "褥瘡" })).created()["tag_id"].clone();
    let file = team.nurse.sends_file(team.room, "a.txt", b"memo");
    let first = team.nurse.posts(
        team.room,
        &json!({
            "body": "全部入り", "tags": [tag], "mentions": [team.doctor.id()], "files": [file], "confirm": "all",
        }),
    );
    let first = first.created();
    let _ = team.doctor.posts(team.room, &json!({ "body": "返信", "reply_to": first["message_id"] })).created();
    let address = tests::message_path(team.room, &first, "/reactions/good");
    let _ = team.doctor.put(&address, &json!({})).ok();
    let document: Value = serde_json::from_str(&openapi::merged_json()).unwrap();
    let schemas = &document["components"]["schemas"];
    let page = team.doctor.timeline(team.room);
    let changes = team.doctor.get(&format!("/api/rooms/{}/changes?since=0.0", team.room)).ok();
    let pinned = team.doctor.get(&format!("/api/rooms/{}/pinned", team.room)).ok();
    let hits = team.doctor.get("/api/messages/search?has_file=true").ok();
    for (name, answer) in [
        ("Message", &first),
        ("MessagePage", &page),
        ("RoomChanges", &changes),
        ("PinnedMessages", &pinned),
        ("SearchHits", &hits),
    ] {
        let mut found = Vec::new();
        differences(schemas, &schemas[name], answer, name, &mut found);
        assert!(found.is_empty(), "{found:#?}");
    }
    assert_eq!(changes["messages"].as_array().unwrap().len(), 2);
}
