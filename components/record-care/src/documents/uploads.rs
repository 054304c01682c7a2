//! `…/records/document-files`: the file of a document comes in pieces, and goes on where a line broke (R32).

use super::SHELF;
use crate::chart::Chart;
use bytes::Bytes;
use domain::ids::{FileId, RoomId};
use domain::message::CHUNK_BYTES;
use files::{FileBegun, FileInput, FileProgress, FileToFill};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Json, Path, Problem, params};

/// What of a file is here.
#[derive(Serialize, ToSchema)]
pub(crate) struct FilePieces {
    name: String,
    bytes: i64,
    /// The size of each piece but the last.
    chunk_bytes: i64,
    /// The numbers of the pieces that are here.
    pieces: Vec<i64>,
}

/// Takes a file's name and size; its content follows in pieces.
#[utoipa::path(post, path = "/api/rooms/{room}/records/document-files", tag = "record-care",
    operation_id = "begin_document_file", params(("room" = i64, Path)), request_body = FileInput,
    responses((status = 201, body = FileBegun), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(crate) async fn begin(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Body { value: input, .. }: Body<FileInput>,
) -> Result<(StatusCode, Json<FileBegun>), Problem> {
    #[derive(Deserialize)]
    struct Added {
        file_id: FileId,
    }
    let file = input.check()?;
    let transaction = db.transaction().await?;
    files::make_way(&transaction, clock, &SHELF, chart.user()).await?;
    let row = params![chart.room(), chart.user(), file.name, file.bytes, clock.now()];
    let added: Added = transaction.one(include_str!("../../sql/document-file-add.sql"), row).await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(FileBegun::of(added.file_id))))
}

/// Says which pieces of a file that the caller is sending are here.
#[utoipa::path(get, path = "/api/rooms/{room}/records/document-files/{upload}", tag = "record-care",
    operation_id = "document_file_pieces", params(("room" = i64, Path), ("upload" = i64, Path)),
    responses((status = 200, body = FilePieces), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn progress(
    chart: Chart<ChangesRoom>,
    db: Db,
    Path((room, file)): Path<(RoomId, FileId)>,
) -> Result<Json<FilePieces>, Problem> {
    #[derive(Deserialize)]
    struct Piece {
        number: i64,
    }
    let FileToFill { name, bytes, .. } = on_its_way(&db, &chart, (room, file)).await?;
    let pieces: Vec<Piece> = db.all(include_str!("../../sql/document-file-pieces.sql"), params![file]).await?;
    let pieces = pieces.into_iter().map(|piece| piece.number).collect();
    Ok(Json(FilePieces { name, bytes, chunk_bytes: CHUNK_BYTES, pieces }))
}

/// Takes one piece, in any order and as often as it is sent. The first says whether the file may be filed at all.
#[utoipa::path(put, path = "/api/rooms/{room}/records/document-files/{upload}/chunks/{number}", tag = "record-care",
    operation_id = "send_document_chunk",
    params(("room" = i64, Path), ("upload" = i64, Path), ("number" = i64, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = FileProgress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn fill(
    chart: Chart<ChangesRoom>,
    db: Db,
    Path((room, file, number)): Path<(RoomId, FileId, i64)>,
    content: Bytes,
) -> Result<Json<FileProgress>, Problem> {
    let known = on_its_way(&db, &chart, (room, file)).await?;
    Ok(Json(files::fill(&db, &SHELF, known, number, &content).await?))
}

/// A file that the caller is sending to this room.
async fn on_its_way(
    db: &Db,
    chart: &Chart<ChangesRoom>,
    (room, file): (RoomId, FileId),
) -> Result<FileToFill, Problem> {
    let asked = params![room, file, chart.user()];
    let known: Option<FileToFill> = db.first(include_str!("../../sql/document-file-to-fill.sql"), asked).await?;
    known.ok_or_else(Problem::not_found)
}
