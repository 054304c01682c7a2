//! A document while it is changed.

use chrono::NaiveDate;
use domain::documents::{About, DocumentKind};
use domain::ids::{DocumentId, FolderId, RoomId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Millis, Problem, params};

/// As it stands.
#[derive(Debug, Deserialize)]
pub(super) struct State {
    title: String,
    kind: DocumentKind,
    folder_id: Option<FolderId>,
    folder_name: Option<String>,
    pub(super) dated_on: NaiveDate,
    note: String,
    pub(super) version: i64,
    pub(super) revision: i64,
    pub(super) changed_at: Millis,
    pub(super) title_key: String,
    pub(super) withdrawn_at: Option<Millis>,
}

/// What was said of a document at some time, for its history.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct DocumentSaid {
    title: String,
    kind: DocumentKind,
    #[schema(required = true)]
    folder_name: Option<String>,
    #[schema(value_type = String, format = Date)]
    dated_on: NaiveDate,
    note: String,
}

impl State {
    /// A document of a room, be it put away; one of another room does not exist.
    pub(super) async fn load(db: &Db, room: RoomId, document: DocumentId) -> Result<Self, Problem> {
        let found: Option<Self> =
            db.first(include_str!("../../sql/document-state.sql"), params![room, document]).await?;
        found.ok_or_else(Problem::not_found)
    }

    /// Refuses to change what was put away.
    pub(super) fn is_in_use(&self) -> Result<(), Problem> {
        match self.withdrawn_at {
            None => Ok(()),
            Some(_) => Err(withdrawn()),
        }
    }

    /// Whether this is what is said of it already.
    pub(super) fn says(&self, about: &About) -> bool {
        (&self.title, self.kind, self.folder_id, self.dated_on, &self.note)
            == (&about.title, about.kind, about.folder, about.dated_on, &about.note)
    }

    /// What is said of it, for its history.
    pub(super) fn said(self) -> DocumentSaid {
        let Self { title, kind, folder_name, dated_on, note, .. } = self;
        DocumentSaid { title, kind, folder_name, dated_on, note }
    }
}

impl DocumentSaid {
    /// What is said from now on.
    pub(super) fn of(about: &About, folder_name: Option<String>) -> Self {
        let About { title, kind, dated_on, note, .. } = about;
        Self { title: title.clone(), kind: *kind, folder_name, dated_on: *dated_on, note: note.clone() }
    }
}

/// It was put away.
pub(super) fn withdrawn() -> Problem {
    let title = "この書類は、しまわれています。元に戻すと、読んだり直したりできます。";
    Problem::conflict("document_withdrawn", title)
}

/// The name of a folder of the room that is in use; none is one, too.
pub(super) async fn folder_name(db: &Db, room: RoomId, folder: Option<FolderId>) -> Result<Option<String>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        name: String,
    }
    let Some(folder) = folder else { return Ok(None) };
    let found: Option<Row> = db.first(include_str!("../../sql/document-folder.sql"), params![room, folder]).await?;
    let message = "このフォルダは、もうありません。ほかのフォルダを選んでください。";
    let found = found.ok_or_else(|| Problem::invalid_field("folder_id", "no_such_folder", message))?;
    Ok(Some(found.name))
}
