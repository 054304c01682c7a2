//! Writes views into their chain, for all requests of an instance that show something at the same time.

use crate::group_commit::{Batch, GroupCommit};
use crate::{Db, DbError, Millis, Problem, params};
use domain::audit;
use domain::ids::{RegistrantId, UserId};
use domain::words::{Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One person's look at one registrant.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Look {
    #[serde(serialize_with = "as_number")]
    pub(super) at: Millis,
    /// Since when an earlier look is the same.
    #[serde(serialize_with = "as_number")]
    pub(super) after: Millis,
    pub(super) user: UserId,
    pub(super) registrant: RegistrantId,
    pub(super) what: Viewed,
    pub(super) via: ViewedVia,
}

/// Makes these looks durable, unless each is on record already.
pub(super) async fn keep(looks: Vec<Look>) -> Result<(), Problem> {
    static GROUP: GroupCommit<Vec<Look>, ()> = GroupCommit::new();
    let missing = {
        let db = Db::open().await?;
        Recorded::read(&db, &looks).await?.missing_of(&looks)?
    };
    if missing.is_empty() {
        return Ok(());
    }
    Ok(GROUP.join(missing, commit).await?)
}

async fn commit(batch: &Batch<'_, Vec<Look>, ()>) -> Result<Vec<()>, DbError> {
    let db = Db::open().await?;
    let transaction = db.transaction().await?;
    let works = batch.take();
    let looks = distinct(works.iter().flatten());
    // Again under the write lock, which makes the order of the rows the order of the chain: another instance may have
    // written since.
    let recorded = Recorded::read(&transaction, &looks).await?;
    let rows = recorded.rows(&recorded.missing_of(&looks)?);
    let rows = serde_json::to_string(&rows).map_err(|error| DbError::Row(error.to_string()))?;
    transaction.run(include_str!("../../sql/add-views.sql"), params![rows]).await?;
    transaction.commit().await?;
    Ok(vec![(); works.len()])
}

/// Two windows of one person that open the same at once are one look.
fn distinct<'a>(looks: impl Iterator<Item = &'a Look>) -> Vec<Look> {
    let mut known = BTreeSet::new();
    looks.filter(|look| known.insert((look.user, look.registrant, look.what, look.via))).copied().collect()
}

/// What the database knows of some looks.
#[derive(Deserialize)]
struct Recorded {
    /// The end of the chain; none before the first row.
    sequence: Option<i64>,
    hash: Option<[u8; 32]>,
    /// The places of those that are not on record, as JSON.
    missing: String,
}

/// One row of the log as the statement takes it.
#[derive(Serialize)]
struct Row {
    sequence: i64,
    hash: String,
    #[serde(flatten)]
    look: Look,
}

impl Recorded {
    async fn read(db: &Db, looks: &[Look]) -> Result<Self, DbError> {
        let asked = serde_json::to_string(looks).map_err(|error| DbError::Row(error.to_string()))?;
        db.one(include_str!("../../sql/views-missing.sql"), params![asked]).await
    }

    fn missing_of(&self, looks: &[Look]) -> Result<Vec<Look>, DbError> {
        let places: Vec<usize> =
            serde_json::from_str(&self.missing).map_err(|error| DbError::Row(error.to_string()))?;
        Ok(places.into_iter().filter_map(|place| looks.get(place).copied()).collect())
    }

    /// The rows that continue the chain with these looks.
    fn rows(&self, looks: &[Look]) -> Vec<Row> {
        let mut sequence = self.sequence.unwrap_or(0);
        let mut hash = self.hash.unwrap_or(audit::GENESIS);
        let row = |look: &Look| {
            let Look { at, user, registrant, what, via, .. } = *look;
            let view = audit::View { at_ms: at.0, user, registrant, what: what.as_str(), via: via.as_str() };
            sequence += 1;
            hash = view.hash(&hash, sequence);
            Row { sequence, hash: hex(&hash), look: *look }
        };
        looks.iter().map(row).collect()
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn as_number<S: serde::Serializer>(time: &Millis, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(time.0)
}
