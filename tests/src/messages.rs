//! Messages: somebody writes in a room, others read, confirm, search.

use crate::{Reply, User};
use serde_json::{Value, json};

/// What members of a room do with messages.
impl User {
    /// Posts a text in a room; the message.
    #[track_caller]
    pub fn writes(&self, room: i64, body: &str) -> Value {
        self.posts(room, &json!({ "body": body })).created()
    }

    /// Posts a message as it is given.
    pub fn posts(&self, room: i64, message: &Value) -> Reply {
        self.post(&format!("/api/rooms/{room}/messages"), message)
    }

    /// The last fifty messages of a room.
    #[track_caller]
    pub fn timeline(&self, room: i64) -> Value {
        self.get(&format!("/api/rooms/{room}/messages")).ok()
    }

    /// What the messages of a room say, oldest first; withdrawn ones nothing.
    #[track_caller]
    pub fn reads_texts(&self, room: i64) -> Vec<String> {
        texts(&self.timeline(room)["items"])
    }

    /// What a search finds, newest first.
    #[track_caller]
    pub fn finds(&self, query: &str) -> Vec<String> {
        let found = self.get(&format!("/api/messages/search?{query}")).ok();
        let items = found["items"].as_array().expect("items");
        items.iter().map(|hit| hit["message"]["body"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Has seen everything up to a message.
    #[track_caller]
    pub fn has_read(&self, room: i64, message: &Value) {
        self.put(&format!("/api/rooms/{room}/read-mark"), &json!({ "up_to": message["message_id"] })).ok();
    }

    /// What waits for her in all rooms together.
    #[track_caller]
    pub fn unread(&self) -> Value {
        self.get("/api/messages/unread").ok()
    }

    /// Sends a file in pieces; its number.
    #[track_caller]
    pub fn sends_file(&self, room: i64, name: &str, content: &[u8]) -> i64 {
        self.sends_file_to(&format!("/api/rooms/{room}/files"), name, content)
    }

    /// The same, for wherever files are taken.
    #[track_caller]
    pub fn sends_file_to(&self, files: &str, name: &str, content: &[u8]) -> i64 {
        let begun = self.post(files, &json!({ "name": name, "bytes": content.len() })).created();
        let size = usize::try_from(begun["chunk_bytes"].as_i64().expect("a size")).expect("a size");
        let file = begun["file_id"].as_i64().expect("a number");
        for (number, chunk) in content.chunks(size).enumerate() {
            self.sends_chunk_to(files, file, number, chunk).ok();
        }
        file
    }

    /// Sends one piece of a file.
    pub fn sends_chunk(&self, room: i64, file: i64, number: usize, chunk: &[u8]) -> Reply {
        self.sends_chunk_to(&format!("/api/rooms/{room}/files"), file, number, chunk)
    }

    /// The same, for wherever files are taken.
    pub fn sends_chunk_to(&self, files: &str, file: i64, number: usize, chunk: &[u8]) -> Reply {
        let address = format!("{files}/{file}/chunks/{number}");
        self.call("PUT", &address).body("application/octet-stream", chunk).send()
    }
}

/// `/api/rooms/3/messages/7` and what follows.
pub fn message_path(room: i64, message: &Value, rest: &str) -> String {
    format!("/api/rooms/{room}/messages/{}{rest}", message["message_id"])
}

/// What messages say.
#[track_caller]
pub fn texts(items: &Value) -> Vec<String> {
    let items = items.as_array().expect("items");
    items.iter().map(|item| item["body"].as_str().unwrap_or_default().to_owned()).collect()
}
