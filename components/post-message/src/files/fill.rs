//! `PUT /api/rooms/{room}/files/{file}/chunks/{number}`: one piece of a file.

use super::kind::media_type;
use bytes::Bytes;
use domain::ids::{FileId, RoomId};
use domain::message::CHUNK_BYTES;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ChangesRoom, Db, Json, Path, Problem, RoomAccess, params};

/// How far a file has come.
#[derive(Serialize, ToSchema)]
pub(crate) struct FileProgress {
    /// How many bytes are here.
    received: i64,
    is_complete: bool,
    /// What it is; known from its first piece.
    #[schema(required = true)]
    media_type: Option<String>,
}

#[derive(Deserialize)]
struct FileToFill {
    id: FileId,
    bytes: i64,
    media_type: Option<String>,
    name: String,
}

/// Takes one piece, in any order and as often as it is sent. The first says whether the file may be attached at all.
#[utoipa::path(put, path = "/api/rooms/{room}/files/{file}/chunks/{number}", tag = "post-message",
    operation_id = "send_file_chunk", params(("room" = i64, Path), ("file" = i64, Path), ("number" = i64, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = FileProgress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn fill(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    Path((room, file, number)): Path<(RoomId, FileId, i64)>,
    content: Bytes,
) -> Result<Json<FileProgress>, Problem> {
    #[derive(Deserialize)]
    struct Received {
        received: i64,
    }
    let asked = params![room, file, access.user()];
    let known: Option<FileToFill> = db.first(include_str!("../../sql/file-to-fill.sql"), asked).await?;
    let known = known.ok_or_else(Problem::not_found)?;
    if i64::try_from(content.len()).ok() != expected(known.bytes, number) {
        return Err(Problem::invalid_field(
            "number",
            "chunk_size",
            "送られた部分の大きさが違います。もう一度添付してください。",
        ));
    }
    let mut kind = known.media_type;
    if number == 0 {
        let found = media_type(&content, &known.name).ok_or_else(refused)?;
        db.run(include_str!("../../sql/set-media-type.sql"), params![known.id, found]).await?;
        kind = Some(found.to_owned());
    }
    let size = i64::try_from(content.len()).unwrap_or_default();
    let row = params![known.id, number, size, content.to_vec()];
    db.run(include_str!("../../sql/add-chunk.sql"), row).await?;
    let sum: Received = db.one(include_str!("../../sql/received-bytes.sql"), params![known.id]).await?;
    Ok(Json(FileProgress { received: sum.received, is_complete: sum.received == known.bytes, media_type: kind }))
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
