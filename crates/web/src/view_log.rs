//! R21: every view of a registrant is on record – who, when, whom, in which capacity – before it is shown.
//!
//! A handler notes what it is about to show; [`serve`](crate::serve) holds the answer back until the note is durable, so
//! that no crash loses one whose data somebody has seen. Somebody who looks at the same thing again within the window of
//! [`window_minutes`] has looked once: a room that is open on a screen asks every few seconds.

use crate::{Clock, Db, DbError, Millis, Problem, params};
use axum::extract::FromRequestParts;
use domain::ids::{RegistrantId, UserId};
use domain::words::{Viewed, ViewedVia};
use http::request::Parts;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

/// How many registrants one answer may show.
const REGISTRANTS_MAX: usize = 200;

/// What an answer shows to whom.
#[derive(Debug, Clone)]
pub struct View {
    /// Who looks.
    pub user: UserId,
    /// At what.
    pub what: Viewed,
    /// In which capacity.
    pub via: ViewedVia,
    /// Of whom.
    pub registrants: Vec<RegistrantId>,
}

/// The views of one request; as an argument of a handler, where it notes what it shows.
#[derive(Debug, Clone, Default)]
pub struct ViewLog(Arc<Mutex<Vec<View>>>);

impl ViewLog {
    /// Notes what the answer is going to show.
    pub fn shows(&self, view: View) -> Result<(), Problem> {
        if view.registrants.len() > REGISTRANTS_MAX {
            return Err(Problem::internal("too many registrants in one answer"));
        }
        self.0.lock().map_err(Problem::internal)?.push(view);
        Ok(())
    }

    /// Makes everything noted durable. The answer must not leave before, nor when this fails.
    pub(crate) async fn keep(&self) -> Result<(), Problem> {
        let views = std::mem::take(&mut *self.0.lock().map_err(Problem::internal)?);
        if views.is_empty() {
            return Ok(());
        }
        let db = Db::open().await?;
        for view in views {
            keep(&db, Clock::system(), &view).await?;
        }
        Ok(())
    }
}

impl<S: Sync> FromRequestParts<S> for ViewLog {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Problem::internal("no view log"))
    }
}

/// For how long another look at the same is the same look, in minutes.
const fn window_minutes(what: Viewed) -> i64 {
    match what {
        Viewed::List => 60,
        _ => 1,
    }
}

async fn keep(db: &Db, clock: Clock, view: &View) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Seen {
        registrant_id: RegistrantId,
    }
    let now = clock.now();
    let window = now.plus_minutes(-window_minutes(view.what));
    let asked = serde_json::to_string(&view.registrants).map_err(Problem::internal)?;
    let seen: Vec<Seen> = db
        .all(include_str!("../sql/views-in-window.sql"), params![view.user, view.what.as_str(), window, asked])
        .await?;
    let seen: BTreeSet<RegistrantId> = seen.into_iter().map(|row| row.registrant_id).collect();
    let fresh: Vec<RegistrantId> = view.registrants.iter().copied().filter(|id| !seen.contains(id)).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let transaction = db.transaction().await?;
    append(&transaction, now, view, &fresh).await?;
    Ok(transaction.commit().await?)
}

/// One row of the log as the statement takes it.
#[derive(Serialize)]
struct Row {
    sequence: i64,
    registrant: RegistrantId,
    hash: String,
}

async fn append(db: &Db, now: Millis, view: &View, registrants: &[RegistrantId]) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Last {
        sequence: i64,
        hash: [u8; 32],
    }
    let last: Option<Last> = db.first(include_str!("../sql/last-view.sql"), []).await?;
    let (mut sequence, mut hash) = last.map_or((0, [0; 32]), |last| (last.sequence, last.hash));
    let actor = format!("user:{}", view.user);
    let mut rows = Vec::with_capacity(registrants.len());
    for registrant in registrants {
        sequence += 1;
        let subject = format!("registrant:{registrant}");
        let (what, via) = (view.what.as_str(), view.via.as_str());
        hash = domain::audit::chain_hash(&hash, sequence, now.0, &actor, what, &subject, via);
        rows.push(Row { sequence, registrant: *registrant, hash: hex(&hash) });
    }
    let rows = serde_json::to_string(&rows).map_err(|error| DbError::Row(error.to_string()))?;
    let given = params![rows, now, view.user, view.what.as_str(), view.via.as_str()];
    Ok(db.run(include_str!("../sql/add-views.sql"), given).await?)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
