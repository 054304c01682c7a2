//! Writes views into their chain, for all requests of an instance that show something at the same time.

use crate::group_commit::{Batch, GroupCommit};
use crate::hex::hex;
use crate::{Db, DbError, Millis, Problem, params};
use domain::audit;
use domain::ids::{RegistrantId, UserId};
use domain::words::{Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How often a chain that others continue at the same time is tried without holding them up.
const TRIES_MAX: usize = 4;

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
    static GROUP: GroupCommit<Unrecorded, ()> = GroupCommit::new();
    let unrecorded = {
        let db = Db::open().await?;
        Unrecorded::among(&db, &distinct(&looks)).await?
    };
    if unrecorded.looks.is_empty() {
        return Ok(());
    }
    Ok(GROUP.join(unrecorded, commit).await?)
}

/// The rows are computed from the end of the chain and inserted by one statement, which is a transaction: it fails when
/// somebody has continued the chain meanwhile, in another instance, since no two rows have one number. A transaction
/// begun before the end is read would hold the write lock during four calls of the host instead of one.
async fn commit(batch: &Batch<'_, Unrecorded, ()>) -> Result<Vec<()>, DbError> {
    let works = batch.take();
    let db = Db::open().await?;
    let looks = distinct(works.iter().flat_map(|work| &work.looks));
    let mut next = match works.as_slice() {
        [only] => only.clone(),
        _ => Unrecorded::among(&db, &looks).await?,
    };
    for _ in 0..TRIES_MAX {
        match next.append(&db).await {
            Err(error) if error.is_duplicate_of("registrant_views.sequence") => {
                next = Unrecorded::among(&db, &looks).await?;
            }
            done => return done.map(|()| vec![(); works.len()]),
        }
    }
    // Others were faster each time; now they wait.
    let transaction = db.transaction().await?;
    Unrecorded::among(&transaction, &looks).await?.append(&transaction).await?;
    transaction.commit().await?;
    Ok(vec![(); works.len()])
}

/// Two windows of one person that open the same at once are one look.
fn distinct<'a>(looks: impl IntoIterator<Item = &'a Look>) -> Vec<Look> {
    let mut known = BTreeSet::new();
    let is_new = |look: &&Look| known.insert((look.user, look.registrant, look.what, look.via));
    looks.into_iter().filter(is_new).copied().collect()
}

/// Looks that are not on record, and the end of the chain at the moment when that was so.
#[derive(Debug, Clone)]
struct Unrecorded {
    looks: Vec<Look>,
    /// 0 before the first row.
    sequence: i64,
    hash: [u8; 32],
}

/// One row of the log as the statement takes it.
#[derive(Debug, Serialize)]
struct Row {
    sequence: i64,
    hash: String,
    #[serde(flatten)]
    look: Look,
}

impl Unrecorded {
    /// Which of these looks are not on record.
    async fn among(db: &Db, looks: &[Look]) -> Result<Self, DbError> {
        #[derive(Deserialize)]
        struct Found {
            sequence: Option<i64>,
            hash: Option<[u8; 32]>,
            /// The places of those that are not on record, as JSON.
            missing: String,
        }
        let asked = serde_json::to_string(looks).map_err(row_error)?;
        let found: Found = db.one(include_str!("../../sql/views-missing.sql"), params![asked]).await?;
        let places: Vec<usize> = serde_json::from_str(&found.missing).map_err(row_error)?;
        Ok(Self {
            looks: places.into_iter().filter_map(|place| looks.get(place).copied()).collect(),
            sequence: found.sequence.unwrap_or(0),
            hash: found.hash.unwrap_or(audit::GENESIS),
        })
    }

    /// Continues the chain; fails when its end is another by now.
    async fn append(&self, db: &Db) -> Result<(), DbError> {
        if self.looks.is_empty() {
            return Ok(());
        }
        let rows = serde_json::to_string(&self.rows()).map_err(row_error)?;
        db.run(include_str!("../../sql/add-views.sql"), params![rows]).await
    }

    fn rows(&self) -> Vec<Row> {
        let (mut sequence, mut hash) = (self.sequence, self.hash);
        let row = |look: &Look| {
            let Look { at, user, registrant, what, via, .. } = *look;
            let view = audit::View { at_ms: at.0, user, registrant, what: what.as_str(), via: via.as_str() };
            sequence += 1;
            hash = view.hash(&hash, sequence);
            Row { sequence, hash: hex(&hash), look: *look }
        };
        self.looks.iter().map(row).collect()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn row_error(error: serde_json::Error) -> DbError {
    DbError::Row(error.to_string())
}

// On the narrower WASM a reference is no larger than what it points at, and clippy says nothing.
#[cfg_attr(not(target_arch = "wasm32"), expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference"))]
fn as_number<S: serde::Serializer>(time: &Millis, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(time.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(at: i64, user: i64, registrant: i64) -> Look {
        Look {
            at: Millis(at),
            after: Millis(at - 60_000),
            user: UserId(user),
            registrant: RegistrantId(registrant),
            what: Viewed::Room,
            via: ViewedVia::Member,
        }
    }

    #[test]
    fn one_person_who_opens_the_same_twice_at_once_looks_once() {
        let looks = [look(1, 7, 3), look(2, 7, 3), look(3, 8, 3), look(4, 7, 4)];
        let kept: Vec<i64> = distinct(&looks).iter().map(|look| look.at.0).collect();
        assert_eq!(kept, [1, 3, 4]);
        let through_glass = Look { via: ViewedVia::BrokenGlass, ..looks[0] };
        assert_eq!(distinct(&[looks[0], through_glass]).len(), 2);
    }

    #[test]
    fn rows_continue_the_chain_as_it_is_verified() {
        let first = Unrecorded { looks: vec![look(10, 7, 3), look(11, 8, 3)], sequence: 0, hash: audit::GENESIS };
        let mut check = audit::ChainCheck::new();
        for row in first.rows() {
            let Look { at, user, registrant, .. } = row.look;
            let view = audit::View { at_ms: at.0, user, registrant, what: "room", via: "member" };
            let mut hash = [0; 32];
            for (byte, digits) in hash.iter_mut().zip(row.hash.as_bytes().chunks(2)) {
                *byte = u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap();
            }
            check.see_view(row.sequence, &view, hash);
        }
        assert_eq!((check.verdict().events, check.verdict().first_broken), (2, None));
    }

    #[test]
    fn a_row_is_what_the_statement_reads() {
        let rows = Unrecorded { looks: vec![look(60_001, 7, 3)], sequence: 41, hash: [1; 32] }.rows();
        let row = serde_json::to_value(&rows[0]).unwrap();
        assert_eq!((&row["sequence"], &row["at"], &row["after"]), (&42.into(), &60_001.into(), &1.into()));
        assert_eq!((&row["user"], &row["registrant"]), (&7.into(), &3.into()));
        assert_eq!((&row["what"], &row["via"]), (&"room".into(), &"member".into()));
        assert_eq!(row["hash"].as_str().unwrap().len(), 64);
    }
}
