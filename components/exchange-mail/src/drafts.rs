//! Mails that are begun and not sent: they are kept as they were typed, and lie ready on every device.

pub(crate) mod begin;
pub(crate) mod change;
pub(crate) mod list;
pub(crate) mod throw_away;

use crate::mail::{MailFile, MailPerson};
use domain::ids::{FileId, MailDraftId, MailId, UserId};
use domain::mail::{DRAFT_CHARACTERS_MAX, FILES_MAX, PEOPLE_MAX};
use domain::validation::{FieldError, Violations};
use domain::words::Desk;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, DbError, Millis, Problem, Transaction, params};

/// A mail as far as it is written. Nothing of it has to be right yet. Kept as JSON, but for the files.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MailDraftInput)]
pub(crate) struct DraftInput {
    #[serde(default)]
    to: Vec<UserId>,
    #[serde(default)]
    desks: Vec<Desk>,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    body: String,
    /// The mail that it is going to answer.
    #[serde(default)]
    reply_to: Option<MailId>,
    /// The mail that it is going to pass on.
    #[serde(default)]
    forward_of: Option<MailId>,
    /// Whether the files of that mail go with it.
    #[serde(default)]
    forward_files: bool,
    /// Whether a clerk writes it for the desk.
    #[serde(default)]
    from_desk: bool,
    /// The number of the form as which it is going to be submitted.
    #[serde(default)]
    form: Option<u8>,
    /// Whether it is going to answer a return.
    #[serde(default)]
    answers_return: bool,
    /// Files that have arrived; others are not kept with it.
    #[serde(default, skip_serializing_if = "is_kept_elsewhere")]
    files: Vec<FileId>,
}

/// The files of a draft have rows of their own, which hold them.
fn is_kept_elsewhere(_: &[FileId]) -> bool {
    true
}

/// A mail that is begun.
#[derive(Serialize, ToSchema)]
#[schema(as = MailDraft)]
pub(crate) struct Draft {
    draft_id: MailDraftId,
    to: Vec<UserId>,
    /// Those of `to` whose account is active.
    to_people: Vec<MailPerson>,
    desks: Vec<Desk>,
    subject: String,
    body: String,
    /// The mail that it is going to answer.
    #[schema(required = true)]
    reply_to: Option<MailId>,
    /// The mail that it is going to pass on.
    #[schema(required = true)]
    forward_of: Option<MailId>,
    /// Whether the files of that mail go with it.
    forward_files: bool,
    /// Whether a clerk writes it for the desk.
    from_desk: bool,
    /// The number of the form as which it is going to be submitted.
    #[schema(required = true)]
    form: Option<u8>,
    /// Whether it is going to answer a return.
    answers_return: bool,
    files: Vec<MailFile>,
    updated_at: Millis,
}

#[derive(Deserialize)]
struct Row {
    draft_id: MailDraftId,
    content: String,
    to_people: String,
    files: String,
    updated_at: Millis,
}

impl DraftInput {
    /// What can be kept at all: a draft has to have an end, nothing more.
    fn check(&self) -> Result<(), Problem> {
        let Self { to, desks, subject, body, .. } = self;
        let mut violations = Violations::new();
        for (field, text) in [("subject", subject), ("body", body)] {
            if text.chars().count() > DRAFT_CHARACTERS_MAX {
                violations.field::<()>(field, Err(FieldError::too_long(DRAFT_CHARACTERS_MAX)));
            }
        }
        if to.len() > PEOPLE_MAX {
            violations.push("to", "too_many", format!("宛先は{PEOPLE_MAX}人までです。"));
        }
        if desks.len() > Desk::ALL.len() {
            violations.push("desks", "too_many", "同じ窓口が重なっています。");
        }
        if self.files.len() > FILES_MAX {
            violations.push("files", "too_many", format!("ファイルは{FILES_MAX}件までです。"));
        }
        if violations.is_empty() { Ok(()) } else { Err(Problem::invalid(violations)) }
    }

    /// A draft is begun with something: an empty one would only be in the way.
    fn says_something(&self) -> Result<(), Problem> {
        let is_written = [&self.subject, &self.body].iter().any(|text| !text.trim().is_empty());
        let is_about = self.reply_to.is_some() || self.forward_of.is_some() || self.form.is_some();
        let has_parts = !self.to.is_empty() || !self.desks.is_empty() || !self.files.is_empty();
        if is_written || is_about || has_parts {
            return Ok(());
        }
        Err(Problem::invalid_field("body", "required", "まだ何も書かれていません。"))
    }

    fn content(&self) -> Result<String, Problem> {
        serde_json::to_string(self).map_err(Problem::internal)
    }

    fn files(&self) -> Result<String, Problem> {
        serde_json::to_string(&self.files).map_err(Problem::internal)
    }
}

impl Draft {
    /// The drafts of a person, the latest first; or the one with this number.
    async fn load(db: &Db, user: UserId, draft: Option<MailDraftId>) -> Result<Vec<Self>, Problem> {
        let rows: Vec<Row> = db.all(include_str!("../sql/drafts.sql"), params![user, draft]).await?;
        rows.into_iter().map(|row| Self::of(&row)).collect()
    }

    fn of(row: &Row) -> Result<Self, Problem> {
        let typed: DraftInput = serde_json::from_str(&row.content).map_err(Problem::internal)?;
        Ok(Self {
            draft_id: row.draft_id,
            to: typed.to,
            to_people: serde_json::from_str(&row.to_people).map_err(Problem::internal)?,
            desks: typed.desks,
            subject: typed.subject,
            body: typed.body,
            reply_to: typed.reply_to,
            forward_of: typed.forward_of,
            forward_files: typed.forward_files,
            from_desk: typed.from_desk,
            form: typed.form,
            answers_return: typed.answers_return,
            files: serde_json::from_str(&row.files).map_err(Problem::internal)?,
            updated_at: row.updated_at,
        })
    }

    /// As it was when it was begun; it is no draft any more, and holds nothing.
    fn of_past(draft_id: MailDraftId, clock: Clock, typed: DraftInput) -> Self {
        Self {
            draft_id,
            to: typed.to,
            to_people: Vec::new(),
            desks: typed.desks,
            subject: typed.subject,
            body: typed.body,
            reply_to: typed.reply_to,
            forward_of: typed.forward_of,
            forward_files: typed.forward_files,
            from_desk: typed.from_desk,
            form: typed.form,
            answers_return: typed.answers_return,
            files: Vec::new(),
            updated_at: clock.now(),
        }
    }

    /// One draft of a person's; any other does not exist.
    async fn one(db: &Db, user: UserId, draft: MailDraftId) -> Result<Self, Problem> {
        Self::load(db, user, Some(draft)).await?.pop().ok_or_else(Problem::not_found)
    }
}

/// Lets a draft hold exactly these files of its author's, a JSON array. What it no longer holds waits again.
async fn hold_files(
    transaction: &Transaction<'_>,
    clock: Clock,
    author: UserId,
    draft: MailDraftId,
    files: &str,
) -> Result<(), DbError> {
    #[derive(Deserialize)]
    struct Held {
        files: String,
    }
    let before: Held = transaction.one(include_str!("../sql/files-of-draft.sql"), params![draft]).await?;
    if before.files == "[]" && files == "[]" {
        return Ok(());
    }
    transaction.run(include_str!("../sql/let-files-go.sql"), params![draft]).await?;
    transaction.run(include_str!("../sql/hold-files.sql"), params![draft, author, files]).await?;
    for concerned in [before.files.as_str(), files] {
        transaction.run(include_str!("../sql/note-waiting.sql"), params![concerned, author, clock.now()]).await?;
    }
    Ok(())
}

/// Takes a draft away, within the transaction of whatever it has become; what is nobody's or another's stays.
pub(crate) async fn take_away(
    transaction: &Transaction<'_>,
    clock: Clock,
    author: UserId,
    draft: MailDraftId,
) -> Result<(), DbError> {
    let own: Option<serde::de::IgnoredAny> =
        transaction.first(include_str!("../sql/own-draft.sql"), params![draft, author]).await?;
    if own.is_some() {
        hold_files(transaction, clock, author, draft, "[]").await?;
        transaction.run(include_str!("../sql/delete-draft.sql"), params![draft]).await?;
    }
    Ok(())
}
