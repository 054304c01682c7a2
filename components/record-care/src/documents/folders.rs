//! `…/records/document-folders`: the folders of a room, made by its team; some are offered first.

use super::document::since;
use super::step::{Of, Step};
use super::unread;
use crate::chart::Chart;
use domain::documents::{DocumentStep, FIRST_FOLDERS, FOLDERS_MAX, folder_name};
use domain::fold_key;
use domain::ids::{FolderId, RoomId};
use domain::validation::Violations;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, DbError, Idempotency, Json, Path, Problem, ShowsRecords, params};

/// The folders of a room, and how much is where.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentFolders {
    /// In the order in which they came.
    items: Vec<DocumentFolder>,
    /// Names that are offered for further folders.
    suggested: Vec<&'static str>,
    /// How many documents are in use.
    documents: i64,
    /// How many of these lie in no folder.
    in_no_folder: i64,
    /// How many were put away.
    withdrawn: i64,
    /// How many the caller has not read; 100 stands for more.
    unread_count: i64,
}

/// One folder.
#[derive(Serialize, Deserialize, ToSchema)]
struct DocumentFolder {
    folder_id: FolderId,
    name: String,
    /// How many documents in use lie in it.
    documents: i64,
}

/// The name of a folder.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FolderInput {
    /// At most 30 characters; no two folders of a room have the same.
    name: String,
}

/// It is there.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct FolderNamed {
    folder_id: FolderId,
}

/// How many documents a room has.
#[derive(Deserialize)]
pub(super) struct Counts {
    in_use: i64,
    in_no_folder: i64,
    withdrawn: i64,
}

impl Counts {
    pub(super) async fn of(db: &Db, room: RoomId) -> Result<Self, DbError> {
        db.one(include_str!("../../sql/documents-count.sql"), params![room]).await
    }

    /// With those that were put away.
    pub(super) fn all(&self) -> i64 {
        self.in_use + self.withdrawn
    }
}

/// A folder in use.
#[derive(Deserialize)]
struct Folder {
    name: String,
    has_documents: i64,
}

impl Folder {
    async fn load(db: &Db, room: RoomId, folder: FolderId) -> Result<Self, Problem> {
        let found: Option<Self> =
            db.first(include_str!("../../sql/document-folder.sql"), params![room, folder]).await?;
        found.ok_or_else(Problem::not_found)
    }
}

/// Shows the folders, with how much lies in them.
#[utoipa::path(get, path = "/api/rooms/{room}/records/document-folders", tag = "record-care",
    operation_id = "list_document_folders", params(("room" = i64, Path)),
    responses((status = 200, body = DocumentFolders), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(chart: Chart<ShowsRecords>, db: Db) -> Result<Json<DocumentFolders>, Problem> {
    let room = chart.room();
    let items: Vec<DocumentFolder> = db.all(include_str!("../../sql/document-folders.sql"), params![room]).await?;
    let counts = Counts::of(&db, room).await?;
    let waiting = unread::count(&db, room, (chart.user(), since(&chart))).await?;
    let is_there = |name: &str| items.iter().any(|folder| fold_key(&folder.name) == fold_key(name));
    let suggested = FIRST_FOLDERS.into_iter().filter(|name| !is_there(name)).collect();
    Ok(Json(DocumentFolders {
        items,
        suggested,
        documents: counts.in_use,
        in_no_folder: counts.in_no_folder,
        withdrawn: counts.withdrawn,
        unread_count: waiting.unread_count,
    }))
}

/// Makes a folder. Sent again with the same `Idempotency-Key`, it is the same folder.
#[utoipa::path(post, path = "/api/rooms/{room}/records/document-folders", tag = "record-care",
    operation_id = "add_document_folder", params(("room" = i64, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "16 to 100 characters naming this intent")),
    request_body = FolderInput,
    responses((status = 201, body = FolderNamed), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn add(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value: input, fingerprint, .. }: Body<FolderInput>,
) -> Result<(StatusCode, Json<FolderNamed>), Problem> {
    let name = input.check()?;
    let room = chart.room();
    let scope = format!("document-folder:{room}:{}", chart.user());
    let submission = idempotency.submission(None, scope, fingerprint)?;
    let transaction = db.transaction().await?;
    if let Some(submission) = &submission
        && let Some(earlier) = submission.earlier(&transaction).await?
    {
        transaction.roll_back().await?;
        let folder_id = earlier.parse().map_err(Problem::internal)?;
        return Ok((StatusCode::CREATED, Json(FolderNamed { folder_id })));
    }
    let count = free(&transaction, room, None, &name).await?;
    if count >= FOLDERS_MAX {
        let title = format!("フォルダは{FOLDERS_MAX}個までです。使わないフォルダを空にして消してください。");
        return Err(Problem::conflict("too_many_folders", title));
    }
    let row = params![room, name.as_str(), fold_key(&name)];
    let added: FolderNamed = transaction.one(include_str!("../../sql/document-folder-add.sql"), row).await?;
    let detail = json!({ "name": name });
    let step = Step { of: Of::Folder(added.folder_id), what: DocumentStep::FolderAdded, detail };
    step.record(&transaction, clock, &chart).await?;
    if let Some(submission) = &submission {
        submission.remember(&transaction, clock, &added.folder_id.to_string()).await?;
    }
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(added)))
}

/// Calls a folder something else.
#[utoipa::path(put, path = "/api/rooms/{room}/records/document-folders/{folder}", tag = "record-care",
    operation_id = "rename_document_folder", params(("room" = i64, Path), ("folder" = i64, Path)),
    request_body = FolderInput,
    responses((status = 200, body = FolderNamed), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn rename(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, folder_id)): Path<(RoomId, FolderId)>,
    Body { value: input, .. }: Body<FolderInput>,
) -> Result<Json<FolderNamed>, Problem> {
    let name = input.check()?;
    let transaction = db.transaction().await?;
    let folder = Folder::load(&transaction, room, folder_id).await?;
    if folder.name == name {
        transaction.roll_back().await?;
        return Ok(Json(FolderNamed { folder_id }));
    }
    free(&transaction, room, Some(folder_id), &name).await?;
    let row = params![folder_id, name.as_str(), fold_key(&name)];
    transaction.run(include_str!("../../sql/document-folder-rename.sql"), row).await?;
    let detail = json!({ "name_before": folder.name, "name": name });
    let step = Step { of: Of::Folder(folder_id), what: DocumentStep::FolderRenamed, detail };
    step.record(&transaction, clock, &chart).await?;
    transaction.commit().await?;
    Ok(Json(FolderNamed { folder_id }))
}

/// Removes a folder in which nothing lies, not even something that was put away.
#[utoipa::path(delete, path = "/api/rooms/{room}/records/document-folders/{folder}", tag = "record-care",
    operation_id = "remove_document_folder", params(("room" = i64, Path), ("folder" = i64, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn remove(
    chart: Chart<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, folder_id)): Path<(RoomId, FolderId)>,
) -> Result<StatusCode, Problem> {
    let transaction = db.transaction().await?;
    let folder = Folder::load(&transaction, room, folder_id).await?;
    if folder.has_documents == 1 {
        let title = "このフォルダには、書類(しまった書類も)が入っています。ほかのフォルダへ移してから消してください。";
        return Err(Problem::conflict("folder_not_empty", title));
    }
    let row = params![folder_id, clock.now()];
    transaction.run(include_str!("../../sql/document-folder-remove.sql"), row).await?;
    let detail = json!({ "name": folder.name });
    let step = Step { of: Of::Folder(folder_id), what: DocumentStep::FolderRemoved, detail };
    step.record(&transaction, clock, &chart).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How many folders the room has, when no other than `this` is called so.
async fn free(db: &Db, room: RoomId, this: Option<FolderId>, name: &str) -> Result<i64, Problem> {
    #[derive(Deserialize)]
    struct Row {
        folders: i64,
        same_name: Option<FolderId>,
    }
    let asked = params![room, fold_key(name)];
    let row: Row = db.one(include_str!("../../sql/document-folder-named.sql"), asked).await?;
    if row.same_name.is_some_and(|same| Some(same) != this) {
        return Err(Problem::conflict("folder_exists", "同じ名前のフォルダが、もうあります。"));
    }
    Ok(row.folders)
}

impl FolderInput {
    fn check(&self) -> Result<String, Problem> {
        let mut found = Violations::new();
        let name = found.field("name", folder_name(&self.name));
        found.finish(|| name).map_err(Problem::invalid)
    }
}
