//! `/api/support-room-applications/{receipt}` for the association: everything needed to decide, and the decision.

use super::original::ConsentScan;
use super::similar::{SimilarRegistrant, similar};
use super::{OpenedRoom, SupportRoomApplications};
use crate::team::{self, TeamMember};
use applications::{Application, ApplicationDetail, Clerk, DecisionInput, receipt};
use chrono::NaiveDate;
use domain::ids::{FileId, RegistrantId};
use domain::receipt::ReceiptNumber;
use domain::support_room::SupportRoomInput;
use domain::words::{Desk, OriginalReceivedBy, Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    Actor, AnyDesk, AuditEvent, Body, Clock, Db, FreshSession, Json, Path, Problem, Role, Session, View, ViewLog,
    params,
};

/// Everything the desk needs to decide.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupportRoomDetail {
    #[serde(flatten)]
    application: ApplicationDetail<SupportRoomInput, OpenedRoom>,
    /// How and when the original of the consent came (R19).
    #[schema(required = true)]
    original: Option<Original>,
    /// Files that came by mail and may be the scan of the consent; for the association alone. Once it has decided, those
    /// that came with the application.
    scans: Vec<ConsentScan>,
    /// Who the desk says the registrant is.
    identity: Identity,
    /// Registrants who may be the same person.
    similar: Vec<SimilarRegistrant>,
    /// The members, each with what is known of the account.
    members: Vec<TeamMember>,
}

/// How the original of the consent came.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Original {
    pub(crate) received_by: OriginalReceivedBy,
    #[schema(value_type = String, format = Date)]
    pub(crate) received_on: NaiveDate,
    /// Of a scan, the file of the mail by which it came.
    #[schema(required = true)]
    pub(crate) file_id: Option<FileId>,
}

/// Who the desk says the registrant is.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(crate) struct Identity {
    /// Whether it has said so.
    pub(crate) decided: bool,
    /// One who is registered already; none: somebody new.
    #[schema(required = true)]
    pub(crate) registrant_id: Option<RegistrantId>,
}

/// What the desk has found out before the decision.
#[derive(Debug, Clone)]
pub(crate) struct Checks {
    pub(crate) original: Option<Original>,
    pub(crate) identity: Identity,
}

impl Checks {
    /// What was found out about an application so far.
    pub(crate) async fn load(db: &Db, application: &Application) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Row {
            original_received_by: Option<OriginalReceivedBy>,
            original_received_on: Option<NaiveDate>,
            original_file_id: Option<FileId>,
            identity_decided: bool,
            registrant_id: Option<RegistrantId>,
        }
        let row: Option<Row> = db.first(include_str!("../../sql/checks.sql"), params![application.id]).await?;
        let Some(row) = row else {
            return Ok(Self { original: None, identity: Identity { decided: false, registrant_id: None } });
        };
        let original = row.original_received_by.zip(row.original_received_on);
        Ok(Self {
            original: original.map(|(received_by, received_on)| Original {
                received_by,
                received_on,
                file_id: row.original_file_id,
            }),
            identity: Identity { decided: row.identity_decided, registrant_id: row.registrant_id },
        })
    }
}

/// Shows one set to the desk where it lies.
#[utoipa::path(get, path = "/api/support-room-applications/{receipt}", tag = "open-support-room",
    operation_id = "support_room_application_detail", params(("receipt" = String, Path)),
    responses((status = 200, body = SupportRoomDetail), (status = 404, body = Problem)))]
pub(crate) async fn detail(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(number): Path<String>,
) -> Result<Json<SupportRoomDetail>, Problem> {
    let number = receipt(&number)?;
    let application = Application::at_desk::<SupportRoomApplications>(&db, &number, Clerk::of(&session)?).await?;
    Ok(Json(show(&db, (clock, &log), &session, &application).await?))
}

/// Decides. Of two clerks who decide at once one wins and the other is told. A set that the city's desk typed in from
/// paper is sent on from there (R11).
#[utoipa::path(post, path = "/api/support-room-applications/{receipt}/decision", tag = "open-support-room",
    operation_id = "decide_support_room_application", params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = SupportRoomDetail), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<SupportRoomDetail>, Problem> {
    let number = receipt(&number)?;
    applications::decide::<SupportRoomApplications>(Clerk::of(&session)?, &db, clock, &number, &value).await?;
    let application = Application::of_form::<SupportRoomApplications>(&db, &number).await?;
    Ok(Json(show(&db, (clock, &log), &session, &application).await?))
}

/// The set as the desk sees it now; that it does is on record (R21). Who may be the same person is the association's to
/// know: a clerk of the city who typed a set in from paper is told of nobody who is registered.
pub(crate) async fn show<R: Role>(
    db: &Db,
    (clock, log): (Clock, &ViewLog),
    session: &Session<R>,
    application: &Application,
) -> Result<SupportRoomDetail, Problem> {
    note_view(db, (clock, log), session, &receipt(&application.receipt_number)?, Viewed::Application).await?;
    let detail = applications::detail::<SupportRoomApplications>(db, clock, application).await?;
    let checks = Checks::load(db, application).await?;
    let members = detail.content.team.iter().flat_map(|team| &team.members);
    let is_association = session.caller().desk == Some(Desk::Association);
    let mut scans = if is_association { ConsentScan::load(db, application).await? } else { Vec::new() };
    // Once it is decided, the registrant is found among those who are registered: as oneself. Nor does another scan matter.
    let is_looked_for = is_association && !application.status.is_terminal();
    scans.retain(|scan| is_looked_for || scan.is_linked());
    let similar = if is_looked_for { similar(db, &detail.content.registrant).await? } else { Vec::new() };
    let registrants: Vec<RegistrantId> = similar.iter().map(|registrant| registrant.registrant_id).collect();
    if !registrants.is_empty() {
        let user = session.user_id();
        log.shows(View { user, what: Viewed::Register, via: ViewedVia::Desk, registrants })?;
    }
    Ok(SupportRoomDetail {
        original: checks.original,
        scans,
        identity: checks.identity,
        similar,
        members: team::members(db, members).await?,
        application: detail,
    })
}

/// R21: the form names a patient. Until it is accepted there is no registrant to put the view to; then the audit trail
/// says who read which application.
pub(crate) async fn note_view<R: Role>(
    db: &Db,
    (clock, log): (Clock, &ViewLog),
    session: &Session<R>,
    number: &ReceiptNumber,
    what: Viewed,
) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Row {
        registrant_id: RegistrantId,
    }
    let user = session.user_id();
    let asked = params![number.to_string()];
    let row: Option<Row> = db.first(include_str!("../../sql/registrant-of-application.sql"), asked).await?;
    if let Some(row) = row {
        let is_clerk = session.caller().desk == Some(Desk::Association);
        let via = if is_clerk { ViewedVia::Desk } else { ViewedVia::Filer };
        return log.shows(View { user, what, via, registrants: vec![row.registrant_id] });
    }
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "patient_application.viewed",
        subject: format!("application:{number}"),
        detail: serde_json::json!({}),
    };
    let transaction = db.transaction().await?;
    transaction.audit(clock, event).await?;
    Ok(transaction.commit().await?)
}
