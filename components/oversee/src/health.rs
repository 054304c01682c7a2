//! `GET /api/health`: really touches what the system stands on, and says what does not answer.

use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Json, KeyValue};

/// How the system is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// `ok` or `failing`.
    status: &'static str,
    checks: Vec<Check>,
}

/// One thing the system stands on.
#[derive(Serialize, ToSchema)]
struct Check {
    /// `database` or `key_value`.
    name: &'static str,
    ok: bool,
}

/// 200 when database and key-value store answer, else 503 and which does not.
#[utoipa::path(get, path = "/api/health", tag = "oversee",
    responses((status = 200, body = Health), (status = 503, body = Health)))]
pub(crate) async fn health() -> (StatusCode, Json<Health>) {
    let checks = vec![
        Check { name: "database", ok: database_answers().await },
        Check { name: "key_value", ok: KeyValue::answers().await },
    ];
    let ok = checks.iter().all(|check| check.ok);
    let (status, word) = if ok { (StatusCode::OK, "ok") } else { (StatusCode::SERVICE_UNAVAILABLE, "failing") };
    (status, Json(Health { status: word, checks }))
}

async fn database_answers() -> bool {
    #[derive(Deserialize)]
    struct Version {
        version: i64,
    }
    let Ok(db) = Db::open().await else { return false };
    let version: Result<Version, _> = db.one(include_str!("../sql/schema-version.sql"), []).await;
    version.is_ok_and(|version| version.version > 0)
}
