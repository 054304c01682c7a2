//! What goes out together: everything that is due to one person by one way, leased for this worker.

use domain::ids::UserId;
use domain::words::NotificationChannel;
use serde::Deserialize;
use web::{Clock, Db, DbError, Millis, params, random_bytes};

/// Longer than a worker with services that do not answer takes for all it leased.
const LEASE_MINUTES: i64 = 3;

/// Rows that go out as one message.
pub(super) struct Group {
    pub(super) user: i64,
    pub(super) channel: NotificationChannel,
    pub(super) subscription: Option<i64>,
    pub(super) email: String,
    /// How often the one that was tried most often was tried, with this time.
    pub(super) attempts: i64,
    pub(super) rows: Vec<i64>,
    pub(super) news: Vec<News>,
    pub(super) lease: String,
}

/// What is told.
pub(super) struct News {
    pub(super) text: String,
    pub(super) path: String,
    pub(super) count: i64,
}

#[derive(Deserialize)]
struct Row {
    id: i64,
    user_id: i64,
    channel: NotificationChannel,
    subscription_id: Option<i64>,
    attempts: i64,
    email: String,
    text: Option<String>,
    path: Option<String>,
    count: Option<i64>,
}

impl Group {
    pub(super) const fn channel(&self) -> NotificationChannel {
        self.channel
    }
}

/// Leases what is due, of one person or of anybody, at most so many groups.
pub(super) async fn take(db: &Db, clock: Clock, user: Option<UserId>, limit: i64) -> Result<Vec<Group>, DbError> {
    let now = clock.now();
    let due = params![now, user, 1_i64];
    // Most calls find nothing, and take no lock for it.
    if db.all::<serde::de::IgnoredAny>(include_str!("../../sql/due-groups.sql"), due).await?.is_empty() {
        return Ok(Vec::new());
    }
    let lease = web::hex::hex(&random_bytes::<16>());
    let until: Millis = now.plus_minutes(LEASE_MINUTES);
    let transaction = db.transaction().await?;
    transaction.run(include_str!("../../sql/leave-seen.sql"), params![now]).await?;
    transaction.run(include_str!("../../sql/lease.sql"), params![now, user, limit, lease.as_str(), until]).await?;
    let rows: Vec<Row> = transaction.all(include_str!("../../sql/leased.sql"), params![lease.as_str()]).await?;
    transaction.commit().await?;
    Ok(grouped(rows, &lease))
}

fn grouped(rows: Vec<Row>, lease: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        let Row { id, user_id, channel, subscription_id, attempts, email, text, path, count } = row;
        let same = |group: &&mut Group| {
            group.user == user_id && group.channel == channel && group.subscription == subscription_id
        };
        let news = News {
            text: text.unwrap_or_else(|| "お知らせの試験です。これが届けば、設定は正しくできています。".to_owned()),
            path: path.unwrap_or_else(|| "/account".to_owned()),
            count: count.unwrap_or(1),
        };
        match groups.iter_mut().find(same) {
            Some(group) => {
                group.attempts = group.attempts.max(attempts);
                group.rows.push(id);
                group.news.push(news);
            }
            None => groups.push(Group {
                user: user_id,
                channel,
                subscription: subscription_id,
                email,
                attempts,
                rows: vec![id],
                news: vec![news],
                lease: lease.to_owned(),
            }),
        }
    }
    groups
}
