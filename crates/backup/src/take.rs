//! Takes a backup: one moment of the database, while the system goes on writing.

use crate::manifest::{Manifest, open};
use crate::{Refused, files};
use std::path::Path;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);

/// Copies the database into a new folder, reads the copy back and writes down what is in it. The system may be running:
/// SQLite copies what one reader sees, and holds no writer up.
pub(crate) fn take(database: &Path, folder: &Path) -> Result<String, Refused> {
    let source = open(database)?;
    source.busy_timeout(PATIENCE)?;
    files::make_empty_folder(folder)?;
    let copy = folder.join(files::DATABASE);
    files::write(&copy, &[])?;
    let Some(name) = copy.to_str() else { return Err(Refused::because("the folder's name is no text")) };
    // Into the empty file that only this user reads; content that was deleted does not come along.
    source.execute("VACUUM INTO ?1", [name])?;
    files::sync(&copy)?;
    let manifest = Manifest::of(&copy)?;
    let text = serde_json::to_vec_pretty(&manifest)?;
    files::write(&folder.join(files::MANIFEST), &text)?;
    files::sync(folder)?;
    Ok(format!(
        "taken: {} rows in {} tables, schema {}, {} bytes in {}\naudit events: {}; head {}\nviews: {}; head {}",
        manifest.rows(),
        manifest.tables.len(),
        manifest.schema_version,
        manifest.file_bytes,
        folder.display(),
        manifest.audit_events.rows,
        manifest.audit_events.head,
        manifest.registrant_views.rows,
        manifest.registrant_views.head,
    ))
}
