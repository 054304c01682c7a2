//! `PUT /api/desk/applications/{receipt}/assignment`: who of the desk works on an application.

use crate::at_desk::{AtDesk, Holder, audit_subject};
use applications::{ApplicationSummary, Clerk, SummaryRow, calendar};
use domain::ids::UserId;
use domain::receipt::ReceiptNumber;
use serde::{Deserialize, Deserializer};
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AnyDesk, AuditEvent, Body, Clock, Db, DbError, Json, OutboxMessage, Path, Problem, Session, Transaction,
    params,
};

/// Who works on it from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssignmentInput {
    /// A clerk of the desk; null for nobody.
    #[serde(deserialize_with = "holder")]
    #[schema(value_type = Option<UserId>, required = true)]
    user_id: Holder,
    /// Who had it when the caller looked, null for nobody: when that is no longer so, the caller is told. Left out, it
    /// is taken from whoever has it.
    #[serde(default, deserialize_with = "some_holder")]
    #[schema(value_type = Option<UserId>)]
    replaces: Option<Holder>,
}

/// Gives an application to a clerk, or to nobody. Of two clerks who take it at once one gets it and the other is told.
#[utoipa::path(put, path = "/api/desk/applications/{receipt}/assignment", tag = "oversee",
    params(("receipt" = String, Path)), request_body = AssignmentInput,
    responses((status = 200, body = ApplicationSummary), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn assign(
    session: Session<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(receipt): Path<String>,
    Body { value: input, .. }: Body<AssignmentInput>,
) -> Result<Json<ApplicationSummary>, Problem> {
    let receipt = applications::receipt(&receipt)?;
    let clerk = Clerk::of(&session)?;
    let transaction = db.transaction().await?;
    let application = AtDesk::load(&transaction, receipt, clerk).await?;
    let name = match input.user_id {
        Holder::Clerk(user) => Some(name_of_clerk(&transaction, user, clerk).await?),
        Holder::Nobody => None,
    };
    if input.replaces.is_some_and(|replaced| replaced != application.holder()) {
        let now = application.assigned_to_name.unwrap_or_else(|| "なし".to_owned());
        return Err(Problem::conflict("assigned_meanwhile", "開いている間に担当者が変わりました。")
            .detail(format!("いまの担当者: {now}")));
    }
    if input.user_id != application.holder() {
        let row = params![application.id, input.user_id.clerk()];
        transaction.run(include_str!("../sql/assign.sql"), row).await?;
        application.add_internal_history(&transaction, clock, clerk, "assign", name.as_deref()).await?;
        record(&transaction, clock, clerk, receipt, &application, input.user_id).await?;
    }
    transaction.commit().await?;
    let row: SummaryRow = db.one(include_str!("../sql/queue-line.sql"), params![receipt.to_string()]).await?;
    Ok(Json(row.on(&calendar::load(&db).await?, clock.today())))
}

async fn name_of_clerk(transaction: &Transaction<'_>, user: UserId, clerk: Clerk) -> Result<String, Problem> {
    #[derive(Deserialize)]
    struct Found {
        name: String,
    }
    let asked = params![user, clerk.desk.as_str()];
    let found: Option<Found> = transaction.first(include_str!("../sql/clerk-of-desk.sql"), asked).await?;
    found.map(|found| found.name).ok_or_else(|| {
        Problem::invalid_field("user_id", "not_a_clerk", "この窓口で働いている人の中から選んでください。")
    })
}

async fn record(
    transaction: &Transaction<'_>,
    clock: Clock,
    clerk: Clerk,
    receipt: ReceiptNumber,
    application: &AtDesk,
    to: Holder,
) -> Result<(), DbError> {
    let event = AuditEvent {
        actor: Actor::User(clerk.user),
        action: "application.assigned",
        subject: audit_subject(receipt),
        detail: json!({ "before": application.holder().clerk(), "after": to.clerk() }),
    };
    transaction.audit(clock, event).await?;
    // Whoever takes something knows it already.
    if let Some(user) = to.clerk().filter(|user| *user != clerk.user) {
        let payload = json!({ "application": application.id, "user": user });
        transaction.enqueue(clock, OutboxMessage { topic: "application.assigned", payload }).await?;
    }
    Ok(())
}

/// Null is nobody. To leave it out is a mistake, which a type that reads from an option would not notice.
fn holder<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Holder, D::Error> {
    Option::deserialize(deserializer).map(Holder::from)
}

fn some_holder<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Holder>, D::Error> {
    holder(deserializer).map(Some)
}
