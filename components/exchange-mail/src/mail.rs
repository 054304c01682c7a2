//! A mail as those who are in it see it.

use domain::ids::{FileId, MailId, MailThreadId, UserId};
use domain::words::{Desk, Profession};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Millis, Problem, params};

/// Somebody who writes or is addressed.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct MailPerson {
    user_id: UserId,
    name: String,
    profession: Profession,
    organization_name: String,
}

/// A file of a mail.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct MailFile {
    file_id: FileId,
    name: String,
    /// As the content says, whatever it is called.
    media_type: String,
    bytes: i64,
}

/// A mail. It never changes.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct Mail {
    mail_id: MailId,
    thread_id: MailThreadId,
    at: Millis,
    from: Sender,
    to: Vec<Recipient>,
    subject: String,
    /// Plain text with line breaks.
    body: String,
    files: Vec<MailFile>,
    /// The mail that it answers.
    #[schema(required = true)]
    reply_to: Option<MailId>,
    /// The mail that it passes on.
    #[schema(required = true)]
    forward_of: Option<MailId>,
    /// The receipt number, when it was submitted as a form.
    #[schema(required = true)]
    receipt_number: Option<String>,
    /// Whether the caller wrote it.
    #[serde(default)]
    #[schema(required = true)]
    is_mine: bool,
}

/// Who wrote it.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = MailSender)]
struct Sender {
    person: MailPerson,
    /// On whose behalf, when it was not the person's own.
    #[schema(required = true)]
    desk: Option<Desk>,
}

/// Somebody who is addressed: a person or a desk.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = MailRecipient)]
struct Recipient {
    #[schema(required = true)]
    person: Option<MailPerson>,
    #[schema(required = true)]
    desk: Option<Desk>,
    /// Who has opened it: of a desk each clerk who did.
    opened: Vec<Opening>,
}

/// Somebody opened it, for the first time then.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = MailOpening)]
struct Opening {
    at: Millis,
    by_name: String,
}

impl Mail {
    /// Certain mails, oldest first: the caller has made sure that `reader` is in each.
    pub(crate) async fn load(db: &Db, reader: UserId, ids: &[MailId]) -> Result<Vec<Self>, Problem> {
        #[derive(Deserialize)]
        struct Row {
            mail: String,
        }
        let ids = serde_json::to_string(ids).map_err(Problem::internal)?;
        let rows: Vec<Row> = db.all(include_str!("../sql/mails.sql"), params![ids]).await?;
        let read = |row: Row| {
            let mut mail: Self = serde_json::from_str(&row.mail).map_err(Problem::internal)?;
            mail.is_mine = mail.from.person.user_id == reader;
            Ok(mail)
        };
        rows.into_iter().map(read).collect()
    }

    /// One mail that `reader` is in.
    pub(crate) async fn one(db: &Db, reader: UserId, id: MailId) -> Result<Self, Problem> {
        let mail = Self::load(db, reader, &[id]).await?.pop();
        mail.ok_or_else(|| Problem::internal("the mail is gone"))
    }
}
