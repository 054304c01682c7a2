//! `POST /api/rooms/{room}/files`: a file is going to come.

use super::SHELF;
use domain::ids::FileId;
use files::{FileBegun, FileInput};
use http::StatusCode;
use serde::Deserialize;
use web::{Body, ChangesRoom, Clock, Db, Json, Problem, RoomAccess, params};

/// Takes a file's name and size; its content follows in pieces.
#[utoipa::path(post, path = "/api/rooms/{room}/files", tag = "post-message", operation_id = "begin_file",
    params(("room" = i64, Path)), request_body = FileInput,
    responses((status = 201, body = FileBegun), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(crate) async fn begin(
    access: RoomAccess<ChangesRoom>,
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
    files::make_way(&transaction, clock, &SHELF, access.user()).await?;
    let row = params![access.room(), access.user(), file.name, file.bytes, clock.now()];
    let added: Added = transaction.one(include_str!("../../sql/add-file.sql"), row).await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(FileBegun::of(added.file_id))))
}
