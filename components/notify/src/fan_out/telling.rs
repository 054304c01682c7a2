//! Writes down for each person what he or she is told, and by which ways it is to go out.

use super::happening::{Happening, Recipients};
use crate::settings::hours;
use domain::words::{NotificationChannel, NotificationKind, Timing};
use serde::Deserialize;
use web::{Clock, DbError, Transaction, params};

/// Somebody whom it concerns, and what this person wants.
#[derive(Deserialize)]
struct Recipient {
    user_id: i64,
    kind: NotificationKind,
    email: Timing,
    push: Timing,
    quiet_from: Option<i64>,
    quiet_until: Option<i64>,
    daily_at: Option<i64>,
}

#[derive(Deserialize)]
struct Told {
    id: i64,
    count: i64,
}

/// Tells everybody whom it concerns.
pub(super) async fn tell(transaction: &Transaction<'_>, clock: Clock, happening: &Happening) -> Result<(), DbError> {
    for recipient in recipients(transaction, clock, happening).await? {
        let text = match recipient.kind {
            NotificationKind::Addressed => "あなたあての書き込みか、了解を求める書き込みがあります。",
            _ => happening.text,
        };
        let row = params![recipient.user_id, recipient.kind.as_str(), text, happening.path.as_str(), clock.now()];
        let told: Told = transaction.one(include_str!("../../sql/tell.sql"), row).await?;
        // More of what waits to be seen is no reason for another e-mail.
        if told.count == 1 {
            send_out(transaction, clock, &recipient, told.id).await?;
        }
    }
    Ok(())
}

async fn recipients(
    transaction: &Transaction<'_>,
    clock: Clock,
    happening: &Happening,
) -> Result<Vec<Recipient>, DbError> {
    let kind = happening.kind.as_str();
    let now = clock.now();
    match &happening.to {
        Recipients::Users(users) => {
            let users = serde_json::to_string(users).map_err(|error| DbError::Row(error.to_string()))?;
            transaction.all(include_str!("../../sql/told-users.sql"), params![kind, users]).await
        }
        Recipients::Moved { users, room, is_in } => {
            let users = serde_json::to_string(users).map_err(|error| DbError::Row(error.to_string()))?;
            let given = params![kind, users, *room, now, *is_in];
            transaction.all(include_str!("../../sql/told-moved.sql"), given).await
        }
        Recipients::Readers { message, room } => {
            transaction.all(include_str!("../../sql/told-readers.sql"), params![*room, *message, now]).await
        }
        Recipients::Addressees { mail } => {
            transaction.all(include_str!("../../sql/told-addressees.sql"), params![kind, *mail]).await
        }
        Recipients::Members { room, except } => {
            let asked = params![kind, *room, now, *except];
            transaction.all(include_str!("../../sql/told-members.sql"), asked).await
        }
        Recipients::DocumentReaders { document, version, room } => {
            let asked = params![kind, *room, *document, *version, now];
            transaction.all(include_str!("../../sql/told-document-readers.sql"), asked).await
        }
        Recipients::Desk { application } => {
            transaction.all(include_str!("../../sql/told-desk.sql"), params![kind, *application]).await
        }
        Recipients::Filer { application } => {
            transaction.all(include_str!("../../sql/told-filer.sql"), params![kind, *application]).await
        }
        Recipients::Wishers { wording_key } => {
            transaction.all(include_str!("../../sql/told-wishers.sql"), params![kind, wording_key]).await
        }
        Recipients::City => transaction.all(include_str!("../../sql/told-city.sql"), params![kind]).await,
        Recipients::Managers { notice } => {
            transaction.all(include_str!("../../sql/told-managers.sql"), params![kind, *notice]).await
        }
    }
}

async fn send_out(
    transaction: &Transaction<'_>,
    clock: Clock,
    recipient: &Recipient,
    notification: i64,
) -> Result<(), DbError> {
    let hours = hours(recipient.quiet_from, recipient.quiet_until, recipient.daily_at);
    let now = clock.now();
    if let Some(due) = hours.due(now.0, recipient.email) {
        let email = NotificationChannel::Email.as_str();
        let row = params![recipient.user_id, email, notification, now, due];
        transaction.run(include_str!("../../sql/deliver-by-email.sql"), row).await?;
    }
    if let Some(due) = hours.due(now.0, recipient.push) {
        let row = params![recipient.user_id, notification, now, due];
        transaction.run(include_str!("../../sql/deliver-by-push.sql"), row).await?;
    }
    Ok(())
}
