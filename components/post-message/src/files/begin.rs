//! `POST /api/rooms/{room}/files`: a file is going to come.

use domain::ids::FileId;
use domain::message::{CHUNK_BYTES, FILE_BYTES_MAX};
use domain::validation::{FieldError, Violations};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Json, Problem, RoomAccess, Transaction, params};

/// For how long a file waits for its message, in minutes: a post may wait for a network for a day.
const WAITS_MINUTES: i64 = 3 * 24 * 60;
/// How many files of one person may wait.
const WAITING_MAX: i64 = 60;
const NAME_CHARACTERS_MAX: usize = 120;

/// A file that is going to be sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileInput {
    /// What it is called; at most 120 characters.
    name: String,
    /// Its size; at most 10 MiB.
    bytes: i64,
}

/// Where it may be sent.
#[derive(Serialize, ToSchema)]
pub(crate) struct FileBegun {
    file_id: FileId,
    /// The size of each piece but the last.
    chunk_bytes: i64,
}

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
    struct Waiting {
        files: i64,
    }
    #[derive(Deserialize)]
    struct Added {
        file_id: FileId,
    }
    let mut violations = Violations::new();
    let name = violations.field("name", name(&input.name));
    if input.bytes < 1 || input.bytes > FILE_BYTES_MAX {
        let message = format!("ファイルは1バイト以上、{}MBまでです。", FILE_BYTES_MAX / 1024 / 1024);
        violations.push("bytes", "file_size", message);
    }
    let Some(name) = name.filter(|_| violations.is_empty()) else { return Err(Problem::invalid(violations)) };
    let transaction = db.transaction().await?;
    let since = clock.now().plus_minutes(-WAITS_MINUTES);
    forget_old(&transaction, since).await?;
    let asked = params![access.user(), since];
    let waiting: Waiting = transaction.one(include_str!("../../sql/waiting-files.sql"), asked).await?;
    if waiting.files >= WAITING_MAX {
        let title = "送信していない添付ファイルが多すぎます。書き込みを送信してから、もう一度お試しください。";
        return Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_files_waiting", title).retry_after(600));
    }
    let row = params![access.room(), access.user(), name, input.bytes, clock.now()];
    let added: Added = transaction.one(include_str!("../../sql/add-file.sql"), row).await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(FileBegun { file_id: added.file_id, chunk_bytes: CHUNK_BYTES })))
}

/// A name that every system can store: the last part of a path, without what systems keep for themselves.
fn name(raw: &str) -> Result<String, FieldError> {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = domain::tidy(last).chars().filter(|c| !r#"<>:"|?*"#.contains(*c)).collect();
    let kept = kept.trim_matches(['.', ' ']);
    if kept.is_empty() {
        return Err(FieldError::required());
    }
    if kept.chars().count() > NAME_CHARACTERS_MAX {
        return Err(FieldError::too_long(NAME_CHARACTERS_MAX));
    }
    Ok(kept.to_owned())
}

/// What was sent and never posted goes, a few files at a time.
async fn forget_old(transaction: &Transaction<'_>, before: web::Millis) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Old {
        id: FileId,
    }
    let old: Vec<Old> = transaction.all(include_str!("../../sql/files-never-posted.sql"), params![before]).await?;
    if old.is_empty() {
        return Ok(());
    }
    let ids: Vec<FileId> = old.into_iter().map(|file| file.id).collect();
    let ids = serde_json::to_string(&ids).map_err(Problem::internal)?;
    transaction.run(include_str!("../../sql/delete-chunks.sql"), params![ids.as_str()]).await?;
    transaction.run(include_str!("../../sql/delete-files.sql"), params![ids.as_str()]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_every_system_can_store() {
        assert_eq!(name(r"C:\写真\創部 1.jpg").as_deref(), Ok("創部 1.jpg"));
        assert_eq!(name("../../etc/passwd").as_deref(), Ok("passwd"));
        assert_eq!(name("a<b>.pdf.").as_deref(), Ok("ab.pdf"));
        assert_eq!(name("..").unwrap_err().code, "required");
        assert_eq!(name(&"あ".repeat(121)).unwrap_err().code, "too_long");
    }
}
