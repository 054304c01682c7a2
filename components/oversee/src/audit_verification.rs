//! `GET /api/audit/verification`: recomputes the hash chains of the audit trail and of the record of views, and names
//! the first broken row of each (R21).
//!
//! A row that was changed, removed, inserted or moved is noticed. Not noticed are rows cut off at a chain's end, and a
//! chain that somebody who can write the database computed anew from the changed row on: the hashes have no secret. Both
//! show to whoever kept an earlier number of rows with its `head` outside the database.

use domain::audit::{ChainCheck, ChainVerdict, Event, View};
use domain::ids::{RegistrantId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Db, DbError, Json, Problem, Session, params};

/// Rows read at a time, so that a long trail needs little memory.
const ROWS: i64 = 2_000;

/// Whether trail and record are whole.
#[derive(Serialize, ToSchema)]
pub(crate) struct Verification {
    /// How many events were checked.
    events: u64,
    /// Whether both chains are.
    intact: bool,
    /// The first event that is missing, changed or out of place.
    #[schema(required = true)]
    first_broken_sequence: Option<i64>,
    /// The hash of the last sound event, in hexadecimal digits. Events cut off at the end leave a sound chain: whoever
    /// kept an earlier head can tell.
    head: String,
    /// The record of who looked at which registrant.
    views: ViewsVerification,
}

/// Whether the record of views is whole.
#[derive(Serialize, ToSchema)]
pub(crate) struct ViewsVerification {
    /// How many rows were checked.
    rows: u64,
    intact: bool,
    /// The first row that is missing, changed or out of place.
    #[schema(required = true)]
    first_broken_sequence: Option<i64>,
    /// The hash of the last sound row, in hexadecimal digits; as with events.
    head: String,
}

/// Verifies both chains from the beginning. Whom views are of is not told: it is none of the city's business.
#[utoipa::path(get, path = "/api/audit/verification", tag = "oversee",
    responses((status = 200, body = Verification), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn verify(_: Session<CityDesk>, db: Db) -> Result<Json<Verification>, Problem> {
    let (events, views) = (verify_events(&db).await?, verify_views(&db).await?);
    Ok(Json(Verification {
        events: events.events,
        intact: events.is_intact() && views.is_intact(),
        first_broken_sequence: events.first_broken,
        head: events.head_hex(),
        views: ViewsVerification {
            rows: views.events,
            intact: views.is_intact(),
            first_broken_sequence: views.first_broken,
            head: views.head_hex(),
        },
    }))
}

async fn verify_events(db: &Db) -> Result<ChainVerdict, DbError> {
    #[derive(Deserialize)]
    struct Row {
        sequence: i64,
        at: i64,
        actor: String,
        action: String,
        subject: String,
        detail: String,
        hash: [u8; 32],
    }
    let mut check = ChainCheck::new();
    let mut after = 0;
    loop {
        let rows: Vec<Row> = db.all(include_str!("../sql/audit-events.sql"), params![after, ROWS]).await?;
        let Some(last) = rows.last() else { break };
        after = last.sequence;
        for row in rows {
            check.see(&Event {
                sequence: row.sequence,
                at_ms: row.at,
                actor: row.actor,
                action: row.action,
                subject: row.subject,
                detail_json: row.detail,
                hash: row.hash,
            });
        }
    }
    Ok(check.verdict())
}

async fn verify_views(db: &Db) -> Result<ChainVerdict, DbError> {
    #[derive(Deserialize)]
    struct Row {
        sequence: i64,
        at: i64,
        registrant_id: RegistrantId,
        user_id: UserId,
        what: String,
        via: String,
        hash: [u8; 32],
    }
    let mut check = ChainCheck::new();
    let mut after = 0;
    loop {
        let rows: Vec<Row> = db.all(include_str!("../sql/registrant-views.sql"), params![after, ROWS]).await?;
        let Some(last) = rows.last() else { break };
        after = last.sequence;
        for row in rows {
            let Row { sequence, at, registrant_id, user_id, what, via, hash } = &row;
            let view = View { at_ms: *at, user: *user_id, registrant: *registrant_id, what, via };
            check.see_view(*sequence, &view, *hash);
        }
    }
    Ok(check.verdict())
}
