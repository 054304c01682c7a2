//! A thread goes on to the other desk, with everything that was written and attached so far.

use crate::words;
use domain::ids::{MailId, MailThreadId};
use domain::words::Desk;
use serde::Deserialize;
use web::{Problem, Transaction, params};

/// Puts the mails of a thread that lie at one desk into the box of the other one, as mails that came for it. The first desk
/// keeps them, and everybody who is in them sees that they went on.
pub async fn share_thread(
    transaction: &Transaction<'_>,
    thread: MailThreadId,
    (from, to): (Desk, Desk),
) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Row {
        mail_id: MailId,
    }
    let asked = params![thread, from.as_str(), to.as_str()];
    let mails: Vec<Row> = transaction.all(include_str!("../sql/mails-elsewhere.sql"), asked).await?;
    for Row { mail_id } in mails {
        let row = params![mail_id, to.as_str()];
        transaction.run(include_str!("../sql/add-copy-of-desk.sql"), row).await?;
        transaction.run(include_str!("../sql/put-into-places.sql"), params![mail_id, to.as_str()]).await?;
        words::index(transaction, mail_id).await?;
    }
    Ok(())
}
