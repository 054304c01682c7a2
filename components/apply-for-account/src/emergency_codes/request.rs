//! `POST /api/emergency-codes`: a clerk asks for a code, with the reason.

use super::{EmergencyCode, Row};
use domain::LoginId;
use domain::ids::UserId;
use domain::text::{AssetNumber, NoteText};
use domain::validation::Violations;
use domain::words::DeviceKind;
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, FreshSession, Idempotency, Json, Problem, params};

/// Who needs it, why, and the device that stands in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmergencyInput {
    login_id: String,
    reason: String,
    asset_number: String,
    kind: String,
}

/// What was asked for, checked.
struct Wanted {
    user: UserId,
    reason: NoteText,
    asset_number: AssetNumber,
    kind: DeviceKind,
}

#[derive(Deserialize)]
struct Inserted {
    id: i64,
}

/// Asks for a code. It exists once another clerk confirms.
#[utoipa::path(post, path = "/api/emergency-codes", tag = "apply-for-account", request_body = EmergencyInput,
    operation_id = "request_emergency_code",
    responses((status = 201, body = EmergencyCode), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn request(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    idempotency: Idempotency,
    Body { value, fingerprint, .. }: Body<EmergencyInput>,
) -> Result<(StatusCode, Json<EmergencyCode>), Problem> {
    let by = session.user_id();
    let submission = idempotency.submission(None, format!("emergency-code:{by}"), fingerprint)?;
    let transaction = db.transaction().await?;
    let id = match &submission {
        Some(submission) => submission.earlier(&transaction).await?.and_then(|id| id.parse().ok()),
        None => None,
    };
    let id = match id {
        Some(id) => id,
        None => {
            let wanted = check(&transaction, &value).await?;
            let row = params![
                wanted.user,
                wanted.reason.as_str(),
                wanted.asset_number.as_str(),
                wanted.kind.as_str(),
                by,
                clock.now()
            ];
            let inserted: Inserted = transaction.one(include_str!("../../sql/insert-emergency-code.sql"), row).await?;
            let event = AuditEvent {
                actor: Actor::User(by),
                action: "emergency_code.requested",
                subject: format!("user:{}", wanted.user),
                detail: serde_json::json!({ "request": inserted.id, "reason": wanted.reason.as_str() }),
            };
            transaction.audit(clock, event).await?;
            if let Some(submission) = &submission {
                submission.remember(&transaction, clock, &inserted.id.to_string()).await?;
            }
            inserted.id
        }
    };
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(Row::find(&db, id).await?.shown_to(by, clock.now()))))
}

async fn check(db: &Db, input: &EmergencyInput) -> Result<Wanted, Problem> {
    #[derive(Deserialize)]
    struct Found {
        id: UserId,
    }
    let found: Option<Found> = match input.login_id.parse::<LoginId>() {
        Ok(login_id) => db.first(include_str!("../../sql/active-user.sql"), params![login_id.digits()]).await?,
        Err(_) => None,
    };
    let mut v = Violations::new();
    if found.is_none() {
        v.push("login_id", "unknown_login_id", "利用中のアカウントに、このログインIDはありません。");
    }
    let reason = v.field("reason", NoteText::parse(&input.reason));
    let asset_number = v.field("asset_number", AssetNumber::parse(&input.asset_number));
    let kind = v.word("kind", &input.kind, DeviceKind::parse);
    v.finish(|| Some(Wanted { user: found?.id, reason: reason?, asset_number: asset_number?, kind: kind? }))
        .map_err(Problem::invalid)
}
