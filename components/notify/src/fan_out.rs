//! From what happened to whom it concerns: rows of the outbox become notifications and deliveries, in one transaction, so
//! that a worker that dies leaves the row for the next one.

mod happening;
mod telling;

use happening::Happening;
use serde::Deserialize;
use telling::tell;
use web::{Clock, Db, DbError, Problem, params};

/// Rows of one transaction: the write lock is held as long as that takes.
const ROWS: usize = 50;
/// Transactions of one call.
const ROUNDS: usize = 10;

#[derive(Deserialize)]
struct Row {
    id: i64,
    topic: String,
    payload: String,
}

/// Works through what waits; how many rows, and whether there are more.
pub(crate) async fn run(db: &Db, clock: Clock) -> Result<(usize, bool), Problem> {
    let mut done = 0;
    for _ in 0..ROUNDS {
        let rows = round(db, clock).await?;
        done += rows;
        if rows < ROWS {
            return Ok((done, false));
        }
    }
    Ok((done, true))
}

async fn round(db: &Db, clock: Clock) -> Result<usize, DbError> {
    let limit = i64::try_from(ROWS).unwrap_or(i64::MAX);
    let waiting = params![clock.now(), 1_i64];
    // Most calls find nothing, and take no lock for it.
    if db.all::<Row>(include_str!("../sql/outbox.sql"), waiting).await?.is_empty() {
        return Ok(0);
    }
    let transaction = db.transaction().await?;
    let rows: Vec<Row> = transaction.all(include_str!("../sql/outbox.sql"), params![clock.now(), limit]).await?;
    for row in &rows {
        let payload = serde_json::from_str(&row.payload).unwrap_or_default();
        if let Some(happening) = Happening::of(&row.topic, &payload) {
            tell(&transaction, clock, &happening).await?;
        }
        transaction.run(include_str!("../sql/outbox-done.sql"), params![row.id, clock.now()]).await?;
    }
    transaction.commit().await?;
    Ok(rows.len())
}
