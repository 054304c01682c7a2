//! What the association finds out about a set before it decides: where the original of the consent is (R19), and whether
//! the registrant is registered already.

use super::SupportRoomApplications;
use super::desk::{SupportRoomDetail, show};
use super::similar::similar;
use applications::{Application, Clerk, receipt};
use chrono::NaiveDate;
use domain::ids::RegistrantId;
use domain::receipt::ReceiptNumber;
use domain::support_room::SupportRoomInput;
use domain::words::OriginalReceivedBy;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AssociationDesk, AuditEvent, Body, Clock, Db, FreshSession, Json, Param, Path, Problem, Session,
    Transaction, ViewLog, params,
};

/// How the original came.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OriginalInput {
    received_by: OriginalReceivedBy,
    #[schema(value_type = String, format = Date)]
    received_on: NaiveDate,
}

/// Who the registrant is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdentityInput {
    /// The one who is registered already; null: somebody new. To leave it out is a mistake.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true)]
    registrant_id: Option<RegistrantId>,
}

/// Notes that the original of the consent arrived, and how. A scan counts only by internal mail, and only when the person
/// agreed to that beforehand (R19).
#[utoipa::path(put, path = "/api/support-room-applications/{receipt}/original", tag = "open-support-room",
    operation_id = "record_consent_original", params(("receipt" = String, Path)), request_body = OriginalInput,
    responses((status = 200, body = SupportRoomDetail), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn record_original(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(number): Path<String>,
    Body { value: input, .. }: Body<OriginalInput>,
) -> Result<Json<SupportRoomDetail>, Problem> {
    let number = receipt(&number)?;
    if input.received_on > clock.today() {
        return Err(Problem::invalid_field("received_on", "in_the_future", "先の日付になっています。"));
    }
    let transaction = db.transaction().await?;
    let application = open_set(&transaction, &number, Clerk::of(&session)?).await?;
    scan_is_agreed(&application.content::<SupportRoomApplications>()?, input.received_by)?;
    let row = params![application.id, input.received_by.as_str(), input.received_on];
    transaction.run(include_str!("../../sql/record-original.sql"), row).await?;
    let note = Noted {
        action: "support_room_application.original_recorded",
        detail: json!({ "received_by": input.received_by, "received_on": input.received_on }),
    };
    note.finish(transaction, clock, Clerk::of(&session)?, &application).await?;
    shown(&db, (clock, &log), &session, &number).await
}

/// R19: paper always counts; a scan only when the person agreed beforehand.
pub(crate) fn scan_is_agreed(content: &SupportRoomInput, received_by: OriginalReceivedBy) -> Result<(), Problem> {
    let agreed = content.consent.as_ref().is_some_and(|consent| !consent.scan_agreed_on.trim().is_empty());
    if received_by != OriginalReceivedBy::InternalMail || agreed {
        return Ok(());
    }
    let message =
        "スキャンを原本として扱うことに、ご本人があらかじめ同意していません。紙の同意書を受け取ってください。";
    let mut violations = domain::validation::Violations::new();
    violations.push_rule("R19", "received_by", "scan_not_agreed", message);
    Err(Problem::invalid(violations))
}

/// Says who the registrant is: somebody registered already, to whom the set is added, or somebody new.
#[utoipa::path(put, path = "/api/support-room-applications/{receipt}/identity", tag = "open-support-room",
    operation_id = "decide_registrant_identity", params(("receipt" = String, Path)), request_body = IdentityInput,
    responses((status = 200, body = SupportRoomDetail), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn decide_identity(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(number): Path<String>,
    Body { value: input, .. }: Body<IdentityInput>,
) -> Result<Json<SupportRoomDetail>, Problem> {
    let number = receipt(&number)?;
    let transaction = db.transaction().await?;
    let application = open_set(&transaction, &number, Clerk::of(&session)?).await?;
    if let Some(chosen) = input.registrant_id {
        let content = application.content::<SupportRoomApplications>()?;
        let alike = similar(&transaction, &content.registrant).await?;
        if !alike.iter().any(|registrant| registrant.registrant_id == chosen) {
            let message = "同じ生年月日で、ふりがなが似ている登録者の中から選んでください。";
            return Err(Problem::invalid_field("registrant_id", "not_similar", message));
        }
    }
    let row: [Param; 2] = params![application.id, input.registrant_id];
    transaction.run(include_str!("../../sql/decide-identity.sql"), row).await?;
    let note = Noted {
        action: "support_room_application.identity_decided",
        detail: json!({ "registrant": input.registrant_id }),
    };
    note.finish(transaction, clock, Clerk::of(&session)?, &application).await?;
    shown(&db, (clock, &log), &session, &number).await
}

/// A set that waits for the association's decision.
async fn open_set(db: &Db, number: &ReceiptNumber, clerk: Clerk) -> Result<Application, Problem> {
    let application = Application::at_desk::<SupportRoomApplications>(db, number, clerk).await?;
    if application.status.is_terminal() || application.status == domain::application::Status::Accepted {
        return Err(Problem::conflict("already_decided", "この申請は、すでに処理が終わっています。"));
    }
    Ok(application)
}

/// What the audit trail says of a step before the decision.
struct Noted {
    action: &'static str,
    detail: serde_json::Value,
}

impl Noted {
    async fn finish(
        self,
        transaction: Transaction<'_>,
        clock: Clock,
        clerk: Clerk,
        application: &Application,
    ) -> Result<(), Problem> {
        // Whoever has read the application without this must read it again before deciding.
        let touched = params![application.id, clock.now()];
        transaction.run(include_str!("../../sql/touch-application.sql"), touched).await?;
        let event = AuditEvent {
            actor: Actor::User(clerk.user),
            action: self.action,
            subject: format!("application:{}", application.receipt_number),
            detail: self.detail,
        };
        transaction.audit(clock, event).await?;
        Ok(transaction.commit().await?)
    }
}

async fn shown(
    db: &Db,
    noted: (Clock, &ViewLog),
    session: &Session<AssociationDesk>,
    number: &ReceiptNumber,
) -> Result<Json<SupportRoomDetail>, Problem> {
    let application = Application::of_form::<SupportRoomApplications>(db, number).await?;
    Ok(Json(show(db, noted, session, &application).await?))
}
