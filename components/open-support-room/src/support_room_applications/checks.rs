//! What the association finds out about a set before it decides: whether the registrant is registered already; where the
//! original of the consent is, stands in `original`.

use super::SupportRoomApplications;
use super::desk::{SupportRoomDetail, show};
use super::similar::similar;
use applications::{Application, Clerk, receipt};
use domain::ids::RegistrantId;
use domain::receipt::ReceiptNumber;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AssociationDesk, AuditEvent, Body, Clock, Db, FreshSession, Json, Param, Path, Problem, Session,
    Transaction, ViewLog, params,
};

/// Who the registrant is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdentityInput {
    /// The one who is registered already; null: somebody new. To leave it out is a mistake.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true)]
    registrant_id: Option<RegistrantId>,
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
pub(super) async fn open_set(db: &Db, number: &ReceiptNumber, clerk: Clerk) -> Result<Application, Problem> {
    let application = Application::at_desk::<SupportRoomApplications>(db, number, clerk).await?;
    if application.status.is_terminal() || application.status == domain::application::Status::Accepted {
        return Err(Problem::conflict("already_decided", "この申請は、すでに処理が終わっています。"));
    }
    Ok(application)
}

/// What the audit trail says of a step before the decision.
pub(super) struct Noted {
    pub(super) action: &'static str,
    pub(super) detail: serde_json::Value,
}

impl Noted {
    pub(super) async fn finish(
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

pub(super) async fn shown(
    db: &Db,
    noted: (Clock, &ViewLog),
    session: &Session<AssociationDesk>,
    number: &ReceiptNumber,
) -> Result<Json<SupportRoomDetail>, Problem> {
    let application = Application::of_form::<SupportRoomApplications>(db, number).await?;
    Ok(Json(show(db, noted, session, &application).await?))
}
