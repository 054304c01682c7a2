//! Everything of a room that is deleted with it: what names the patient, or may.
//!
//! **A feature that keeps something of a room – messages, files, vitals – adds its statements here**, and its table to
//! the scenario `r38_every_table_about_a_room_goes_or_stays_on_purpose`, which fails until it has.
//!
//! What stays is what proves: the audit trail, `registrant_views` with bare numbers, the room's row, the stays of its
//! members and how far each had read, its events without their notes, and the record of the deletion.

use domain::ids::{RegistrantId, RoomId};
use serde::Deserialize;
use serde_json::{Map, Value};
use web::{DbError, Param, Transaction, params};

/// One statement, with what it deletes as the record counts it.
struct Content {
    what: &'static str,
    sql: &'static str,
}

/// Of one room; `?1` is the room.
const OF_ROOM: &[Content] = &[
    Content { what: "events", sql: include_str!("../../sql/delete-event-notes.sql") },
    Content { what: "closing_notes", sql: include_str!("../../sql/delete-closing-note.sql") },
    Content { what: "awaiting", sql: include_str!("../../sql/delete-awaited-people.sql") },
    Content { what: "broken_glass", sql: include_str!("../../sql/delete-broken-glass-reasons.sql") },
    Content { what: "consents", sql: include_str!("../../sql/delete-representatives.sql") },
    Content { what: "applications", sql: include_str!("../../sql/delete-application-contents.sql") },
    Content { what: "application_history", sql: include_str!("../../sql/delete-application-history.sql") },
    Content { what: "application_words", sql: include_str!("../../sql/delete-application-words.sql") },
    Content { what: "message_words", sql: include_str!("../../sql/delete-message-words.sql") },
    Content { what: "message_versions", sql: include_str!("../../sql/delete-message-versions.sql") },
    Content { what: "message_mentions", sql: include_str!("../../sql/delete-message-mentions.sql") },
    Content { what: "message_tags", sql: include_str!("../../sql/delete-message-tags.sql") },
    Content { what: "message_reactions", sql: include_str!("../../sql/delete-message-reactions.sql") },
    Content { what: "message_confirmations", sql: include_str!("../../sql/delete-message-confirmations.sql") },
    Content { what: "message_drafts", sql: include_str!("../../sql/delete-message-drafts.sql") },
    Content { what: "file_chunks", sql: include_str!("../../sql/delete-file-chunks.sql") },
    Content { what: "room_files", sql: include_str!("../../sql/delete-room-files.sql") },
    Content { what: "messages", sql: include_str!("../../sql/delete-messages.sql") },
    Content { what: "vital_points", sql: include_str!("../../sql/delete-vital-points.sql") },
    Content { what: "vital_limits", sql: include_str!("../../sql/delete-vital-limits.sql") },
    Content { what: "measurement_versions", sql: include_str!("../../sql/delete-measurement-versions.sql") },
    Content { what: "measurements", sql: include_str!("../../sql/delete-measurements.sql") },
    Content { what: "basic_sheet_confirmations", sql: include_str!("../../sql/delete-basic-sheet-confirmations.sql") },
    Content { what: "basic_sheet_versions", sql: include_str!("../../sql/delete-basic-sheet-versions.sql") },
    Content { what: "summary_printouts", sql: include_str!("../../sql/delete-summary-printouts.sql") },
    Content { what: "visit_occurrences", sql: include_str!("../../sql/delete-visit-occurrences.sql") },
    Content { what: "visit_changes", sql: include_str!("../../sql/delete-visit-changes.sql") },
    Content { what: "visit_links", sql: include_str!("../../sql/unlink-visits.sql") },
    Content { what: "visits", sql: include_str!("../../sql/delete-visits.sql") },
    Content { what: "document_changes", sql: include_str!("../../sql/delete-document-changes.sql") },
    Content { what: "document_reads", sql: include_str!("../../sql/delete-document-reads.sql") },
    Content { what: "document_versions", sql: include_str!("../../sql/delete-document-versions.sql") },
    Content { what: "document_file_chunks", sql: include_str!("../../sql/delete-document-file-chunks.sql") },
    Content { what: "document_files", sql: include_str!("../../sql/delete-document-files.sql") },
    Content { what: "documents", sql: include_str!("../../sql/delete-documents.sql") },
    Content { what: "document_folders", sql: include_str!("../../sql/delete-document-folders.sql") },
    Content { what: "carried_pieces", sql: include_str!("../../sql/delete-carried-pieces.sql") },
    Content { what: "carried_entries", sql: include_str!("../../sql/delete-carried-entries.sql") },
    Content { what: "takeovers", sql: include_str!("../../sql/delete-takeovers.sql") },
];

/// Of a registrant none of whose rooms is kept; `?1` is the registrant.
const OF_REGISTRANT: &[Content] = &[
    Content { what: "registrants", sql: include_str!("../../sql/delete-registrant.sql") },
    Content { what: "registrant_words", sql: include_str!("../../sql/delete-registrant-words.sql") },
];

/// Removes the pieces of deleted words from the indexes for good: until then they only count as deleted.
const MERGES: [&str; 3] = [
    include_str!("../../sql/merge-application-words.sql"),
    include_str!("../../sql/merge-registrant-words.sql"),
    include_str!("../../sql/merge-message-words.sql"),
];

/// Deletes the content of a room, and the registrant's data when no other room of the registrant is kept. The answer is
/// how many rows of what.
pub(super) async fn delete(
    transaction: &Transaction<'_>,
    room: RoomId,
    registrant: RegistrantId,
) -> Result<Map<String, Value>, DbError> {
    let mut counts = Map::new();
    for content in OF_ROOM {
        let rows = content.delete(transaction, params![room]).await?;
        counts.insert(content.what.to_owned(), rows.into());
    }
    let kept: Option<serde::de::IgnoredAny> =
        transaction.first(include_str!("../../sql/other-kept-room.sql"), params![registrant, room]).await?;
    if kept.is_none() {
        for content in OF_REGISTRANT {
            let rows = content.delete(transaction, params![registrant]).await?;
            counts.insert(content.what.to_owned(), rows.into());
        }
    }
    for merge in MERGES {
        transaction.run(merge, []).await?;
    }
    Ok(counts)
}

impl Content {
    async fn delete(&self, transaction: &Transaction<'_>, id: [Param; 1]) -> Result<i64, DbError> {
        #[derive(Deserialize)]
        struct Changed {
            changed: i64,
        }
        transaction.run(self.sql, id).await?;
        let rows: Changed = transaction.one(include_str!("../../sql/changed-rows.sql"), []).await?;
        Ok(rows.changed)
    }
}
