//! What the search knows of a mail.

use domain::ids::MailId;
use domain::text::pairs;
use domain::words::Desk;
use serde::Deserialize;
use web::{Problem, Transaction, params};

/// Puts subject, text, who is in it, names of files and the boxes in which it lies into the index, in place of what was there.
pub(crate) async fn index(transaction: &Transaction<'_>, mail: MailId) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Row {
        subject: String,
        body: String,
        author: String,
        from_desk: Option<Desk>,
        people: String,
        desks: String,
        files: String,
    }
    let row: Row = transaction.one(include_str!("../sql/words-of-mail.sql"), params![mail]).await?;
    let people: Vec<String> = serde_json::from_str(&row.people).map_err(Problem::internal)?;
    let desks: Vec<Desk> = serde_json::from_str(&row.desks).map_err(Problem::internal)?;
    let files: Vec<String> = serde_json::from_str(&row.files).map_err(Problem::internal)?;
    let desks = desks.iter().chain(&row.from_desk).map(|desk| desk.label_ja());
    let named = people.iter().chain(&files).map(String::as_str);
    let texts = [row.subject.as_str(), row.body.as_str(), row.author.as_str()];
    let words = pairs(texts.into_iter().chain(named).chain(desks));
    Ok(transaction.run(include_str!("../sql/add-words.sql"), params![mail, words]).await?)
}
