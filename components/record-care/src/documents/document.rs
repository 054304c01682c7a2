//! A document as it is shown.

use crate::chart::Chart;
use crate::written_by::{AuthorColumns, WrittenBy};
use chrono::NaiveDate;
use domain::documents::DocumentKind;
use domain::ids::{DocumentId, FolderId, UserId};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Millis, Problem, Reach, params};

/// A document, with its newest version.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CareDocument)]
pub(super) struct Document {
    document_id: DocumentId,
    title: String,
    kind: DocumentKind,
    /// None: in no folder.
    #[schema(required = true)]
    folder_id: Option<FolderId>,
    #[schema(required = true)]
    folder_name: Option<String>,
    /// The day on the paper.
    #[schema(value_type = String, format = Date)]
    dated_on: NaiveDate,
    note: String,
    /// What a change has to name in `If-Match`.
    revision: i64,
    /// The newest.
    version: i64,
    file: DocumentFile,
    /// Who put it here first.
    filed: WrittenBy,
    /// Who brought the newest version.
    newest: WrittenBy,
    /// The caller has not opened the newest version, which came while he or she was in the team.
    is_unread: bool,
    /// How many others than its author have opened the newest version.
    read_count: i64,
    /// It was put away; it stays, and can be put back.
    #[schema(required = true)]
    withdrawal: Option<WithdrawnDocument>,
}

/// A file of a version.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DocumentFile {
    pub(super) name: String,
    pub(super) media_type: String,
    pub(super) bytes: i64,
}

/// By whom, when and why a document was put away.
#[derive(Debug, Serialize, ToSchema)]
struct WithdrawnDocument {
    at: Millis,
    by_name: String,
    reason: String,
}

/// A row of `documents-shown.sql`.
#[derive(Debug, Deserialize)]
struct Row {
    document_id: DocumentId,
    title: String,
    kind: DocumentKind,
    folder_id: Option<FolderId>,
    folder_name: Option<String>,
    dated_on: NaiveDate,
    note: String,
    revision: i64,
    version: i64,
    #[serde(flatten)]
    author: AuthorColumns,
    changed_by_user_id: UserId,
    changed_by_name: String,
    changed_by_profession: Profession,
    changed_by_organization_name: String,
    changed_at: Millis,
    file_name: String,
    media_type: String,
    bytes: i64,
    is_unread: i64,
    read_count: i64,
    withdrawn_at: Option<Millis>,
    withdrawn_by_name: Option<String>,
    withdrawal_reason: Option<String>,
}

impl From<Row> for Document {
    fn from(row: Row) -> Self {
        let withdrawal = row.withdrawn_at.map(|at| WithdrawnDocument {
            at,
            by_name: row.withdrawn_by_name.unwrap_or_default(),
            reason: row.withdrawal_reason.unwrap_or_default(),
        });
        Self {
            document_id: row.document_id,
            title: row.title,
            kind: row.kind,
            folder_id: row.folder_id,
            folder_name: row.folder_name,
            dated_on: row.dated_on,
            note: row.note,
            revision: row.revision,
            version: row.version,
            file: DocumentFile { name: row.file_name, media_type: row.media_type, bytes: row.bytes },
            filed: row.author.into(),
            newest: WrittenBy {
                user_id: row.changed_by_user_id,
                name: row.changed_by_name,
                profession: row.changed_by_profession,
                organization_name: row.changed_by_organization_name,
                at: row.changed_at,
            },
            is_unread: row.is_unread == 1,
            read_count: row.read_count,
            withdrawal,
        }
    }
}

impl Document {
    /// What a change of it has to name.
    pub(super) fn revision(&self) -> i64 {
        self.revision
    }

    /// The documents of these numbers, in this order, as far as they belong to the room.
    pub(super) async fn shown<R: Reach>(
        db: &Db,
        chart: &Chart<R>,
        documents: &[DocumentId],
    ) -> Result<Vec<Self>, Problem> {
        let documents = serde_json::to_string(documents).map_err(Problem::internal)?;
        let asked = params![chart.room(), documents, chart.user(), since(chart)];
        let rows: Vec<Row> = db.all(include_str!("../../sql/documents-shown.sql"), asked).await?;
        Ok(rows.into_iter().map(Self::from).collect())
    }
}

/// From when on what comes waits to be read by the caller; whoever only looks has nothing to read.
pub(super) fn since<R: Reach>(chart: &Chart<R>) -> Millis {
    chart.member_since().unwrap_or(Millis(i64::MAX))
}
