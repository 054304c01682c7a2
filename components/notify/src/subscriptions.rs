//! `POST /api/notifications/push-subscriptions`, `DELETE …/{subscription}`: the browsers that get push notifications.

use crate::deliver::{from_base64url, is_push_service};
use domain::validation::Violations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Actor, AnyUser, AuditEvent, Body, Clock, Db, Json, Path, Problem, Session, params};

/// Browsers of one person; older ones go.
const SUBSCRIPTIONS_MAX: i64 = 10;
const ENDPOINT_BYTES_MAX: usize = 1_000;
const POINT_BYTES: usize = 65;
const AUTH_BYTES: usize = 16;

/// What the browser's push manager gave (Push API, `PushSubscription.toJSON`).
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SubscriptionInput {
    endpoint: String,
    /// The browser's public key, base64url.
    p256dh: String,
    /// The browser's secret, base64url.
    auth: String,
}

/// It is known.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct Subscribed {
    subscription_id: i64,
}

/// Has push notifications sent to the browser at which the caller sits. The same browser again is the same
/// subscription, whoever used it before.
#[utoipa::path(post, path = "/api/notifications/push-subscriptions", tag = "notify", operation_id = "subscribe_to_push",
    request_body = SubscriptionInput,
    responses((status = 200, body = Subscribed), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn subscribe(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<SubscriptionInput>,
) -> Result<Json<Subscribed>, Problem> {
    let (point, auth) = value.check().await?;
    let user = session.user_id();
    let transaction = db.transaction().await?;
    let row = params![user, session.device_id(), value.endpoint, point, auth, clock.now()];
    let subscribed: Subscribed = transaction.one(include_str!("../sql/subscribe.sql"), row).await?;
    transaction.run(include_str!("../sql/forget-old-subscriptions.sql"), params![user, SUBSCRIPTIONS_MAX]).await?;
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "push.subscribed",
        subject: format!("user:{user}"),
        detail: serde_json::json!({ "subscription": subscribed.subscription_id, "device": session.device_id() }),
    };
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(Json(subscribed))
}

impl SubscriptionInput {
    async fn check(&self) -> Result<(Vec<u8>, Vec<u8>), Problem> {
        let mut violations = Violations::new();
        if self.endpoint.len() > ENDPOINT_BYTES_MAX || !is_push_service(&self.endpoint).await {
            let message = "このブラウザーのプッシュ通知には対応していません。";
            violations.push("endpoint", "unknown_push_service", message);
        }
        let point = from_base64url(&self.p256dh).filter(|bytes| {
            bytes.len() == POINT_BYTES && web_push_native::p256::PublicKey::from_sec1_bytes(bytes).is_ok()
        });
        let auth = from_base64url(&self.auth).filter(|bytes| bytes.len() == AUTH_BYTES);
        let wrong = "ブラウザーの鍵を読み取れませんでした。もう一度お試しください。";
        if point.is_none() {
            violations.push("p256dh", "invalid_key", wrong);
        }
        if auth.is_none() {
            violations.push("auth", "invalid_key", wrong);
        }
        match point.zip(auth) {
            Some(keys) if violations.is_empty() => Ok(keys),
            _ => Err(Problem::invalid(violations)),
        }
    }
}

/// It is forgotten.
#[derive(Serialize, ToSchema)]
pub(crate) struct Unsubscribed {}

/// Sends no more to a browser of the caller's.
#[utoipa::path(delete, path = "/api/notifications/push-subscriptions/{subscription}", tag = "notify",
    operation_id = "unsubscribe_from_push", params(("subscription" = i64, Path)),
    responses((status = 200, body = Unsubscribed), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn unsubscribe(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Path(subscription): Path<i64>,
) -> Result<Json<Unsubscribed>, Problem> {
    let user = session.user_id();
    let transaction = db.transaction().await?;
    let gone: Option<Subscribed> =
        transaction.first(include_str!("../sql/unsubscribe.sql"), params![subscription, user]).await?;
    gone.ok_or_else(Problem::not_found)?;
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "push.unsubscribed",
        subject: format!("user:{user}"),
        detail: serde_json::json!({ "subscription": subscription }),
    };
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(Json(Unsubscribed {}))
}
