//! The content of a file as a Binary, encoded piece by piece.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use domain::message::CHUNK_BYTES;
use serde::Deserialize;
use serde_json::json;
use web::{Db, DbError, params};

/// A file on its way out.
pub(super) struct Content {
    uuid: String,
    media_type: String,
    /// Of the table that it lies in.
    file: i64,
    chunk: &'static str,
    pieces: i64,
    sent: i64,
    /// What did not fill the last group of three bytes.
    rest: Vec<u8>,
}

impl Content {
    pub(super) fn of(uuid: String, media_type: String, (file, bytes): (i64, i64), chunk: &'static str) -> Self {
        let pieces = bytes.saturating_add(CHUNK_BYTES - 1) / CHUNK_BYTES;
        Self { uuid, media_type, file, chunk, pieces, sent: 0, rest: Vec::new() }
    }

    pub(super) fn uuid(&self) -> &str {
        &self.uuid
    }

    /// How the entry begins; none once it has.
    pub(super) fn head(&self) -> Option<String> {
        (self.sent == 0).then(|| {
            let (url, id, kind) = (json!(format!("urn:uuid:{}", self.uuid)), json!(self.uuid), json!(self.media_type));
            format!(
                "{{\"fullUrl\":{url},\"resource\":{{\"resourceType\":\"Binary\",\"id\":{id},\"contentType\":{kind},\"data\":\""
            )
        })
    }

    pub(super) fn is_sent(&self) -> bool {
        self.sent >= self.pieces
    }

    /// The next piece, and the end of the entry with the last.
    pub(super) async fn piece(&mut self, db: &Db) -> Result<String, DbError> {
        #[derive(Deserialize)]
        struct Chunk {
            content: Bytes,
        }
        let chunk: Chunk = db.one(self.chunk, params![self.file, self.sent]).await?;
        self.sent += 1;
        self.rest.extend_from_slice(&chunk.content);
        let left = if self.is_sent() { 0 } else { self.rest.len() % 3 };
        let left = self.rest.split_off(self.rest.len() - left);
        let whole = std::mem::replace(&mut self.rest, left);
        let mut text = STANDARD.encode(whole);
        if self.is_sent() {
            text.push_str("\"}}");
        }
        Ok(text)
    }
}
