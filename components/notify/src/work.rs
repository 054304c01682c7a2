//! `POST /api/notifications/work`: the worker. Any scheduler may call it, as often as it likes: it does what is due, and
//! two at the same time do nothing twice.

use crate::{deliver, fan_out, forget};
use http::HeaderMap;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Clock, Db, Json, Problem, PublicUrl, variable};

/// What was done.
#[derive(Serialize, ToSchema)]
pub(crate) struct Worked {
    /// Happenings of the outbox that were looked at.
    fanned_out: usize,
    /// Messages that left.
    sent: usize,
    /// Messages that will be tried again, or were given up.
    failed: usize,
    /// Whether more is due: the scheduler may call again at once.
    has_more: bool,
}

/// Does what is due. With the variable `worker_token` set, only whoever has it may call.
#[utoipa::path(post, path = "/api/notifications/work", tag = "notify", operation_id = "work_on_notifications",
    responses((status = 200, body = Worked), (status = 404, body = Problem)))]
pub(crate) async fn work(
    headers: HeaderMap,
    db: Db,
    clock: Clock,
    public_url: PublicUrl,
) -> Result<Json<Worked>, Problem> {
    if let Some(token) = variable("worker_token").await {
        let given = headers.get("authorization").and_then(|value| value.to_str().ok());
        // Whoever does not know it is not told that there is anything.
        if given.and_then(|given| given.strip_prefix("Bearer ")) != Some(token.as_str()) {
            return Err(Problem::not_found());
        }
    }
    let (fanned_out, has_more_news) = fan_out::run(&db, clock).await?;
    let done = deliver::run(&db, clock, &public_url).await?;
    forget::run(&db, clock).await?;
    Ok(Json(Worked { fanned_out, sent: done.sent, failed: done.failed, has_more: has_more_news || done.has_more }))
}
