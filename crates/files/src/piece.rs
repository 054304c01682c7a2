//! One piece of a file.

use crate::{Shelf, media_type};
use bytes::Bytes;
use domain::ids::FileId;
use domain::message::CHUNK_BYTES;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Problem, params};

/// How far a file has come.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileProgress {
    /// How many bytes are here.
    received: i64,
    is_complete: bool,
    /// What it is; known from its first piece.
    #[schema(required = true)]
    media_type: Option<String>,
}

/// A file on its way, as the guard of its use case found it.
#[derive(Debug, Deserialize)]
pub struct FileToFill {
    /// The file.
    pub id: FileId,
    /// How large it is going to be.
    pub bytes: i64,
    /// What it is, once its first piece is here.
    pub media_type: Option<String>,
    /// What it is called.
    pub name: String,
}

/// Takes one piece, in any order and as often as it is sent. The first says whether the file may be attached at all.
pub async fn fill(
    db: &Db,
    shelf: &Shelf,
    known: FileToFill,
    number: i64,
    content: &Bytes,
) -> Result<FileProgress, Problem> {
    #[derive(Deserialize)]
    struct Received {
        received: i64,
    }
    if i64::try_from(content.len()).ok() != expected(known.bytes, number) {
        return Err(Problem::invalid_field(
            "number",
            "chunk_size",
            "送られた部分の大きさが違います。もう一度添付してください。",
        ));
    }
    let mut kind = known.media_type;
    if number == 0 {
        let found = media_type(content, &known.name).ok_or_else(refused)?;
        db.run(shelf.set_media_type, params![known.id, found]).await?;
        kind = Some(found.to_owned());
    }
    let size = i64::try_from(content.len()).unwrap_or_default();
    db.run(shelf.add_chunk, params![known.id, number, size, content.to_vec()]).await?;
    let sum: Received = db.one(shelf.received_bytes, params![known.id]).await?;
    Ok(FileProgress { received: sum.received, is_complete: sum.received == known.bytes, media_type: kind })
}

/// How large this piece of a file is; none when the file has no such piece.
fn expected(bytes: i64, number: i64) -> Option<i64> {
    let before = number.checked_mul(CHUNK_BYTES)?;
    (number >= 0 && before < bytes).then(|| CHUNK_BYTES.min(bytes - before))
}

fn refused() -> Problem {
    let title = "この種類のファイルは添付できません。写真（JPEG・PNGなど）、PDF、Word、Excel、PowerPoint、テキストを添付できます。";
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "file_kind_refused", title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_has_its_size() {
        let bytes = 2 * CHUNK_BYTES + 5;
        let sizes: Vec<_> = (-1..4).map(|number| expected(bytes, number)).collect();
        assert_eq!(sizes, [None, Some(CHUNK_BYTES), Some(CHUNK_BYTES), Some(5), None]);
        assert_eq!(expected(CHUNK_BYTES, 1), None);
        assert_eq!(expected(1, i64::MAX), None);
    }
}
