//! `PUT /api/room-applications/{receipt}/checks`: what the city made sure of (R23, R24).

use super::RoomApplications;
use super::desk::{RoomApplicationDetail, show};
use applications::{Application, Clerk, receipt};
use domain::application::Status;
use domain::ids::ApplicationId;
use domain::room_application::missing_checks;
use domain::words::RoomCheck;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, DbError, FreshSession, Json, Millis, Path, Problem, params};

/// Everything that is made sure of now; what is left out is open again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoomChecksInput {
    checks: BTreeSet<RoomCheck>,
}

/// One line of the city's checklist.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoomCheckLine {
    check: RoomCheck,
    /// What the city makes sure of.
    label: &'static str,
    /// None: still open.
    #[schema(required = true)]
    checked_at: Option<Millis>,
    #[schema(required = true)]
    checked_by_name: Option<String>,
}

#[derive(Deserialize)]
struct Ticked {
    name: RoomCheck,
    checked_at: Millis,
    checked_by_name: String,
}

/// Ticks the checklist of an application that waits for the decision.
#[utoipa::path(put, path = "/api/room-applications/{receipt}/checks", tag = "open-room",
    operation_id = "check_room_application", params(("receipt" = String, Path)), request_body = RoomChecksInput,
    responses((status = 200, body = RoomApplicationDetail), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn put(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
    Body { value: input, .. }: Body<RoomChecksInput>,
) -> Result<Json<RoomApplicationDetail>, Problem> {
    let number = receipt(&number)?;
    let transaction = db.transaction().await?;
    let application = Application::at_desk::<RoomApplications>(&transaction, &number, Clerk::of(&session)?).await?;
    if application.status.is_terminal() || application.status == Status::Accepted {
        return Err(Problem::conflict("already_decided", "この申請は、すでに処理が終わっています。"));
    }
    let wanted = serde_json::to_string(&input.checks).map_err(Problem::internal)?;
    let untick = params![application.id, &wanted];
    transaction.run(include_str!("../../sql/untick.sql"), untick).await?;
    // Who ticked a line first stays with it.
    let tick = params![application.id, wanted, clock.now(), session.user_id()];
    transaction.run(include_str!("../../sql/tick.sql"), tick).await?;
    let event = AuditEvent {
        actor: Actor::User(session.user_id()),
        action: "room_application.checked",
        subject: format!("application:{}", application.receipt_number),
        detail: json!({ "checks": input.checks }),
    };
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    let application = Application::of_form::<RoomApplications>(&db, &number).await?;
    Ok(Json(show(&db, clock, &application).await?))
}

/// The checklist of an application as it stands.
pub(super) async fn lines(db: &Db, application: ApplicationId) -> Result<Vec<RoomCheckLine>, DbError> {
    let ticked = ticked(db, application).await?;
    let line = |check: &RoomCheck| {
        let done = ticked.iter().find(|ticked| ticked.name == *check);
        RoomCheckLine {
            check: *check,
            label: check.label_ja(),
            checked_at: done.map(|done| done.checked_at),
            checked_by_name: done.map(|done| done.checked_by_name.clone()),
        }
    };
    Ok(RoomCheck::ALL.iter().map(line).collect())
}

async fn ticked(db: &Db, application: ApplicationId) -> Result<Vec<Ticked>, DbError> {
    db.all(include_str!("../../sql/ticked.sql"), params![application]).await
}

/// R23: the city opens no room before it made sure of everything.
pub(super) async fn all_done(db: &Db, application: &Application) -> Result<(), Problem> {
    let done = ticked(db, application.id).await?.into_iter().map(|ticked| ticked.name).collect();
    let missing = missing_checks(&done);
    if missing.is_empty() {
        return Ok(());
    }
    let labels: Vec<&str> = missing.into_iter().map(RoomCheck::label_ja).collect();
    let message = "確かめていない項目があるため、受理できません。";
    Err(Problem::conflict("checks_missing", message).detail(labels.join("／")).rule("R23"))
}
