//! `/api/me/sessions`: where I am signed in, and an end to what I did not leave open myself.

use domain::ids::DeviceId;
use domain::words::DeviceKind;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Clock, Db, Json, Millis, Path, Problem, Session, params};

use crate::sign_in;

/// My live sessions, the newest first; there is never a further page.
#[derive(Serialize, ToSchema)]
pub(crate) struct MySessions {
    items: Vec<MySession>,
    #[schema(required = true)]
    next: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct MySession {
    id: String,
    device: SessionDevice,
    signed_in_at: Millis,
    /// When it ends whatever happens (R36).
    expires_at: Millis,
    /// Whether its screen was locked by hand.
    locked: bool,
    /// Whether it is the one that asks.
    this_session: bool,
}

#[derive(Serialize, ToSchema)]
struct SessionDevice {
    id: DeviceId,
    asset_number: String,
    kind: DeviceKind,
    #[schema(required = true)]
    label: Option<String>,
}

/// Lists my sessions.
#[utoipa::path(get, path = "/api/me/sessions", tag = "sign-in",
    responses((status = 200, body = MySessions), (status = 401, body = Problem)))]
pub(crate) async fn my_sessions(session: Session<AnyUser>, db: Db, clock: Clock) -> Result<Json<MySessions>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        id: String,
        device_id: DeviceId,
        asset_number: String,
        kind: DeviceKind,
        label: Option<String>,
        signed_in_at: Millis,
        expires_at: Millis,
        locked: bool,
    }
    let mine = params![session.user_id(), clock.now()];
    let rows: Vec<Row> = db.all(include_str!("../sql/my-sessions.sql"), mine).await?;
    let items = rows.into_iter().map(|row| MySession {
        this_session: row.id == session.id(),
        id: row.id,
        device: SessionDevice { id: row.device_id, asset_number: row.asset_number, kind: row.kind, label: row.label },
        signed_in_at: row.signed_in_at,
        expires_at: row.expires_at,
        locked: row.locked,
    });
    Ok(Json(MySessions { items: items.collect(), next: None }))
}

/// Ends one of my sessions, at once. Somebody else's is a 404.
#[utoipa::path(delete, path = "/api/me/sessions/{id}", tag = "sign-in", params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn end_session(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    #[derive(Deserialize)]
    struct Ended {
        #[expect(dead_code, reason = "only whether there is a row matters")]
        id: String,
    }
    let user = session.user_id();
    let transaction = db.transaction().await?;
    let ended = params![id, clock.now(), user];
    if transaction.first::<Ended>(include_str!("../sql/end-own-session.sql"), ended).await?.is_none() {
        return Err(Problem::not_found());
    }
    sign_in::audit(&transaction, clock, user, "session.ended", serde_json::json!({ "by": "owner" })).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
