//! Each step of a document or a folder: in its history, and on record without a word of what it says (R38).

use crate::chart::Chart;
use domain::documents::DocumentStep;
use domain::ids::{DocumentId, FolderId};
use serde_json::{Value, json};
use web::{Actor, AuditEvent, ChangesRoom, Clock, OutboxMessage, Problem, Transaction, params};

/// What was done.
pub(super) struct Step {
    pub(super) of: Of,
    pub(super) what: DocumentStep,
    /// What it was before, or why.
    pub(super) detail: Value,
}

/// With which.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Document(DocumentId),
    Folder(FolderId),
}

impl Step {
    /// Writes it down.
    pub(super) async fn record(
        self,
        transaction: &Transaction<'_>,
        clock: Clock,
        chart: &Chart<ChangesRoom>,
    ) -> Result<(), Problem> {
        let by = chart.caller();
        let (document, folder, subject) = match self.of {
            Of::Document(document) => (Some(document), None, format!("document:{document}")),
            Of::Folder(folder) => (None, Some(folder), format!("document_folder:{folder}")),
        };
        let row = params![
            chart.room(),
            document,
            folder,
            self.what.as_str(),
            self.detail.to_string(),
            by.user,
            by.name,
            by.profession.as_str(),
            by.organization_name,
            clock.now()
        ];
        transaction.run(include_str!("../../sql/document-step.sql"), row).await?;
        let action = match self.what {
            DocumentStep::Filed => "document.filed",
            DocumentStep::VersionAdded => "document.version_added",
            DocumentStep::Changed => "document.changed",
            DocumentStep::Withdrawn => "document.withdrawn",
            DocumentStep::Restored => "document.restored",
            DocumentStep::FolderAdded => "document_folder.added",
            DocumentStep::FolderRenamed => "document_folder.renamed",
            DocumentStep::FolderRemoved => "document_folder.removed",
        };
        let detail = json!({ "room": chart.room() });
        let event = AuditEvent { actor: Actor::User(by.user), action, subject, detail };
        Ok(transaction.audit(clock, event).await?)
    }
}

/// Has the others of the team told that there is something to read.
pub(super) async fn tell(
    transaction: &Transaction<'_>,
    clock: Clock,
    chart: &Chart<ChangesRoom>,
    (document, version): (DocumentId, i64),
) -> Result<(), Problem> {
    let payload = json!({ "room": chart.room(), "document": document, "version": version });
    let topic = if version == 1 { "document.filed" } else { "document.version_added" };
    Ok(transaction.enqueue(clock, OutboxMessage { topic, payload }).await?)
}
