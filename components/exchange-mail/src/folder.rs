//! `GET /api/mail`: what lies in a folder of a box, a line for each thread.

use crate::open_box::{BoxQuery, OpenBox};
use domain::ids::{MailBoxId, MailId, MailThreadId};
use domain::text::pairs_query;
use domain::words::{Desk, MailFolder};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Db, Json, Millis, Problem, Query, params};

const THREADS_DEFAULT: i64 = 50;
const THREADS_MAX: i64 = 100;
/// How many names a line has room for.
const NAMES_MAX: usize = 5;

/// What of a box.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FolderQuery {
    /// The inbox when nothing is said; with words, the whole box.
    #[param(inline)]
    folder: Option<MailFolder>,
    /// Only what nobody of this box has opened.
    #[serde(default)]
    unread: bool,
    /// Words, in any spelling: in subject, text, names and names of files; a single character, too.
    q: Option<String>,
    /// The `next` of an earlier answer.
    after: Option<i64>,
    /// At most so many: 50, or what is asked for up to 100.
    limit: Option<i64>,
}

/// A folder, the thread with the latest mail first.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailFolderPage {
    items: Vec<MailSummary>,
    #[schema(required = true)]
    next: Option<String>,
}

/// A thread, as far as it lies in this box.
#[derive(Serialize, ToSchema)]
struct MailSummary {
    thread_id: MailThreadId,
    /// Of its first mail.
    subject: String,
    /// When its latest mail was sent.
    last_at: Millis,
    /// By whom: a person, or a desk.
    last_from_name: String,
    /// The first 80 characters of the latest mail.
    excerpt: String,
    mail_count: i64,
    /// Mails that nobody of this box has opened.
    unread_count: i64,
    has_files: bool,
    /// Who is in its latest 50 mails: the first five.
    people: Vec<String>,
    /// How many they are.
    people_count: usize,
    is_archived: bool,
    is_starred: bool,
}

#[derive(Deserialize)]
struct Row {
    thread_id: MailThreadId,
    subject: String,
    last_mail_id: MailId,
    last_at: Millis,
    last_from_name: String,
    last_from_desk: Option<Desk>,
    excerpt: String,
    mail_count: i64,
    unread_count: i64,
    has_files: bool,
    /// A JSON array of [`Party`].
    people: String,
    is_archived: bool,
    is_starred: bool,
}

/// A person or a desk.
#[derive(Deserialize)]
struct Party {
    name: Option<String>,
    desk: Option<Desk>,
}

impl Party {
    fn into_name(self) -> String {
        self.desk.map(|desk| desk.label_ja().to_owned()).or(self.name).unwrap_or_default()
    }
}

impl MailSummary {
    fn of(row: Row) -> Result<Self, Problem> {
        let people: Vec<Party> = serde_json::from_str(&row.people).map_err(Problem::internal)?;
        Ok(Self {
            thread_id: row.thread_id,
            subject: row.subject,
            last_at: row.last_at,
            last_from_name: Party { name: Some(row.last_from_name), desk: row.last_from_desk }.into_name(),
            excerpt: row.excerpt,
            mail_count: row.mail_count,
            unread_count: row.unread_count,
            has_files: row.has_files,
            people_count: people.len(),
            people: people.into_iter().take(NAMES_MAX).map(Party::into_name).collect(),
            is_archived: row.is_archived,
            is_starred: row.is_starred,
        })
    }
}

/// Lists the threads of a folder, or those that hold certain words.
#[utoipa::path(get, path = "/api/mail", tag = "exchange-mail", operation_id = "mail_folder",
    params(BoxQuery, FolderQuery),
    responses((status = 200, body = MailFolderPage), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn list(
    mail_box: OpenBox,
    db: Db,
    Query(asked): Query<FolderQuery>,
) -> Result<Json<MailFolderPage>, Problem> {
    let limit = asked.limit.unwrap_or(THREADS_DEFAULT).clamp(1, THREADS_MAX);
    let mut threads = threads(&db, mail_box.id(), &asked, limit + 1).await?;
    let shown = usize::try_from(limit).unwrap_or_default();
    let has_more = threads.len() > shown;
    threads.truncate(shown);
    let threads = serde_json::to_string(&threads).map_err(Problem::internal)?;
    let rows: Vec<Row> = db.all(include_str!("../sql/summaries.sql"), params![threads, mail_box.id()]).await?;
    let next = rows.last().filter(|_| has_more).map(|row| row.last_mail_id.to_string());
    let items = rows.into_iter().map(MailSummary::of).collect::<Result<_, _>>()?;
    Ok(Json(MailFolderPage { items, next }))
}

/// The threads of a page, in their order. Each folder has a statement and an index of its own.
async fn threads(db: &Db, mail_box: MailBoxId, asked: &FolderQuery, rows: i64) -> Result<Vec<MailThreadId>, Problem> {
    #[derive(Deserialize)]
    struct Found {
        thread_id: MailThreadId,
    }
    let before = asked.after.unwrap_or(i64::MAX);
    let words = asked.q.as_deref().filter(|words| !words.trim().is_empty());
    let found: Vec<Found> = if let Some(words) = words {
        // Nothing but punctuation stands nowhere.
        let Some(words) = pairs_query(words) else { return Ok(Vec::new()) };
        let expression = format!("body : ({words}) AND about : b{mail_box}");
        let folder = asked.folder.map(MailFolder::as_str);
        let given = params![mail_box, before, asked.unread, rows, folder, expression];
        db.all(include_str!("../sql/search.sql"), given).await?
    } else {
        let statement = match asked.folder.unwrap_or(MailFolder::Inbox) {
            MailFolder::Inbox => include_str!("../sql/inbox.sql"),
            MailFolder::Sent => include_str!("../sql/sent.sql"),
            MailFolder::Archive => include_str!("../sql/archive.sql"),
            MailFolder::Starred => include_str!("../sql/starred.sql"),
        };
        db.all(statement, params![mail_box, before, asked.unread, rows]).await?
    };
    Ok(found.into_iter().map(|row| row.thread_id).collect())
}
