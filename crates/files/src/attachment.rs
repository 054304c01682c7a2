//! A file goes out: piece by piece, never as a page.

use crate::Shelf;
use axum::body::Body;
use bytes::Bytes;
use domain::ids::FileId;
use domain::message::CHUNK_BYTES;
use futures_util::stream;
use http::header;
use serde::Deserialize;
use web::{Db, DbError, IntoResponse, Problem, Response, params};

/// A file, as the guard of its use case found it for its reader.
#[derive(Debug, Deserialize)]
pub struct FileToRead {
    /// The file.
    pub id: FileId,
    /// What it is called.
    pub name: String,
    /// What it is; none as long as it has not come.
    pub media_type: Option<String>,
    /// How large it is.
    pub bytes: i64,
}

/// The answer that gives a file out.
pub fn attachment(db: Db, shelf: &Shelf, known: FileToRead) -> Result<Response, Problem> {
    let kind = known.media_type.ok_or_else(Problem::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_LENGTH, known.bytes.to_string()),
        (header::CONTENT_DISPOSITION, disposition(&known.name)),
        // It never changes, and nobody but its reader may keep it.
        (header::CACHE_CONTROL, "private, max-age=600".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    Ok((headers, Body::from_stream(pieces(db, shelf.chunk, known.id, known.bytes))).into_response())
}

/// One piece in memory at a time, whatever the size.
fn pieces(
    db: Db,
    statement: &'static str,
    file: FileId,
    bytes: i64,
) -> impl stream::Stream<Item = Result<Bytes, DbError>> {
    stream::try_unfold((db, 0), move |(db, number)| async move {
        #[derive(Deserialize)]
        struct Chunk {
            content: Bytes,
        }
        if number * CHUNK_BYTES >= bytes {
            return Ok(None);
        }
        let chunk: Chunk = db.one(statement, params![file, number]).await?;
        Ok(Some((chunk.content, (db, number + 1))))
    })
}

/// Under its own name (RFC 6266 §4.1, RFC 8187): always saved, never opened as a page of ours.
fn disposition(name: &str) -> String {
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("attachment; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_travels_in_any_language() {
        assert_eq!(disposition("創 1.pdf"), "attachment; filename*=UTF-8''%E5%89%B5%201.pdf");
        assert_eq!(disposition("a\"\r\nb"), "attachment; filename*=UTF-8''a%22%0D%0Ab");
    }
}
