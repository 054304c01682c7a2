//! `GET /api/audit/verification`: recomputes the hash chain of the audit trail and names the first broken row (R21).

use domain::audit::{ChainCheck, Event};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Db, Json, Problem, Session, params};

/// Rows read at a time, so that a long trail needs little memory.
const ROWS: i64 = 2_000;

/// Whether the trail is whole.
#[derive(Serialize, ToSchema)]
pub(crate) struct Verification {
    /// How many events were checked.
    events: u64,
    intact: bool,
    /// The first event that is missing, changed or out of place.
    #[schema(required = true)]
    first_broken_sequence: Option<i64>,
    /// The hash of the last sound event, in hexadecimal digits. Events cut off at the end leave a sound chain: whoever
    /// kept an earlier head can tell.
    head: String,
}

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

/// Verifies the whole chain.
#[utoipa::path(get, path = "/api/audit/verification", tag = "oversee",
    responses((status = 200, body = Verification), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn verify(_: Session<CityDesk>, db: Db) -> Result<Json<Verification>, Problem> {
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
    let verdict = check.verdict();
    Ok(Json(Verification {
        events: verdict.events,
        intact: verdict.is_intact(),
        first_broken_sequence: verdict.first_broken,
        head: verdict.head_hex(),
    }))
}
