//! `POST /api/notifications/trial`: a notification to oneself, now, to see whether it arrives (R30).

use crate::deliver;
use domain::words::NotificationChannel;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Body, Clock, Db, Json, Problem, PublicUrl, Session, params};

/// Trials of one person within an hour.
const TRIALS_MAX: i64 = 6;

/// By which way.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TrialInput {
    channel: NotificationChannel,
}

/// How it went, as far as we can know: the service took it, or why not.
#[derive(Serialize, ToSchema)]
pub(crate) struct Trial {
    results: Vec<Attempt>,
}

/// What became of one message.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Attempt {
    pub(crate) channel: NotificationChannel,
    pub(crate) at: web::Millis,
    /// `waiting`, `sent`, `seen_before`, `gave_up`.
    pub(crate) state: String,
    /// Why the last try failed: `no_answer`, `too_many`, `service_error`, `not_permitted`, `not_set_up`,
    /// `address_refused`, `browser_refused`, `browser_gone`.
    #[schema(required = true)]
    pub(crate) reason: Option<String>,
}

/// Sends one now, whatever is turned on, also in quiet hours.
#[utoipa::path(post, path = "/api/notifications/trial", tag = "notify", operation_id = "try_notification",
    request_body = TrialInput,
    responses((status = 200, body = Trial), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub(crate) async fn send(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    public_url: PublicUrl,
    Body { value, .. }: Body<TrialInput>,
) -> Result<Json<Trial>, Problem> {
    #[derive(Deserialize)]
    struct Tried {
        tried: i64,
        newest: i64,
    }
    let user = session.user_id();
    let transaction = db.transaction().await?;
    let hour = clock.now().plus_minutes(-60);
    let before: Tried = transaction.one(include_str!("../sql/trials.sql"), params![user, hour]).await?;
    if before.tried >= TRIALS_MAX {
        let message = "1時間に送れる試験は6回までです。時間をおいてお試しください。";
        return Err(Problem::conflict("too_many_trials", message));
    }
    let statement = match value.channel {
        NotificationChannel::Email => include_str!("../sql/try-email.sql"),
        NotificationChannel::Push => include_str!("../sql/try-push.sql"),
    };
    transaction.run(statement, params![user, clock.now()]).await?;
    transaction.commit().await?;
    deliver::run_for(&db, clock, &public_url, user).await?;
    let results: Vec<Attempt> = db.all(include_str!("../sql/trial-results.sql"), params![user, before.newest]).await?;
    if results.is_empty() {
        let message = "このブラウザーでは、まだプッシュ通知を受け取るようになっていません。";
        return Err(Problem::conflict("no_browser", message));
    }
    Ok(Json(Trial { results }))
}
