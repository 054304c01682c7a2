//! A file is going to come: its name and size, before its content.

use crate::Shelf;
use crate::name::name;
use domain::ids::{FileId, UserId};
use domain::message::{CHUNK_BYTES, FILE_BYTES_MAX};
use domain::validation::Violations;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Millis, Problem, Transaction, params};

/// For how long a file waits for what it belongs to, in minutes: a post may wait for a network for a day.
const WAITS_MINUTES: i64 = 3 * 24 * 60;
/// How many files of one person may wait.
const WAITING_MAX: i64 = 60;

/// A file that is going to be sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileInput {
    /// What it is called; at most 120 characters.
    name: String,
    /// Its size; at most 10 MiB.
    bytes: i64,
}

/// Where it may be sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileBegun {
    file_id: FileId,
    /// The size of each piece but the last.
    chunk_bytes: i64,
}

/// A file that may come.
#[derive(Debug)]
pub struct NewFile {
    /// What it is called, as every system can store it.
    pub name: String,
    /// Its size.
    pub bytes: i64,
}

impl FileInput {
    /// What is wrong with it, at each field, or the file that may come.
    pub fn check(&self) -> Result<NewFile, Problem> {
        let mut violations = Violations::new();
        let name = violations.field("name", name(&self.name));
        if self.bytes < 1 || self.bytes > FILE_BYTES_MAX {
            let message = format!("ファイルは1バイト以上、{}MBまでです。", FILE_BYTES_MAX / 1024 / 1024);
            violations.push("bytes", "file_size", message);
        }
        let bytes = self.bytes;
        violations.finish(|| Some(NewFile { name: name?, bytes })).map_err(Problem::invalid)
    }
}

impl FileBegun {
    /// It may come in pieces of the usual size.
    pub fn of(file_id: FileId) -> Self {
        Self { file_id, chunk_bytes: CHUNK_BYTES }
    }
}

/// Makes way for one more file of a person: what was sent and never used goes, a few files at a time, and whoever has
/// too many waiting is refused.
pub async fn make_way(
    transaction: &Transaction<'_>,
    clock: Clock,
    shelf: &Shelf,
    uploader: UserId,
) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Waiting {
        files: i64,
    }
    let since = clock.now().plus_minutes(-WAITS_MINUTES);
    forget_old(transaction, shelf, since).await?;
    let waiting: Waiting = transaction.one(shelf.waiting, params![uploader, since]).await?;
    if waiting.files >= WAITING_MAX {
        let title = "送信していない添付ファイルが多すぎます。書いたものを送信してから、もう一度お試しください。";
        return Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_files_waiting", title).retry_after(600));
    }
    Ok(())
}

async fn forget_old(transaction: &Transaction<'_>, shelf: &Shelf, before: Millis) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Old {
        id: FileId,
    }
    let old: Vec<Old> = transaction.all(shelf.forgotten, params![before]).await?;
    if old.is_empty() {
        return Ok(());
    }
    let ids: Vec<FileId> = old.into_iter().map(|file| file.id).collect();
    let ids = serde_json::to_string(&ids).map_err(Problem::internal)?;
    transaction.run(shelf.delete_chunks, params![ids.as_str()]).await?;
    transaction.run(shelf.delete_files, params![ids.as_str()]).await?;
    Ok(())
}
