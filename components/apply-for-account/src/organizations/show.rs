//! `GET /api/organizations/{id}`: an organization with its managers, for its manager and the city.

use domain::ids::{OrganizationId, UserId};
use domain::words::{Desk, OrganizationKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Caller, Db, Json, Millis, Path, Problem, Session, params};

/// An organization and who answers for it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Organization {
    #[serde(flatten)]
    data: OrganizationData,
    managers: Vec<OrganizationManager>,
}

#[derive(Serialize, Deserialize, ToSchema)]
struct OrganizationData {
    id: OrganizationId,
    name: String,
    kind: OrganizationKind,
    postal_code: String,
    address: String,
    phone: String,
}

/// A manager (システム管理担当者).
#[derive(Serialize, Deserialize, ToSchema)]
struct OrganizationManager {
    name: String,
    kana: String,
    email: String,
    phone: String,
    /// None for a manager without an account.
    #[schema(required = true)]
    user_id: Option<UserId>,
    since: Millis,
}

/// Its manager and the city may see what belongs to an organization; to everybody else there is none.
pub(super) fn may_see(caller: &Caller, organization: OrganizationId) -> Result<(), Problem> {
    let own = caller.is_manager && caller.organization_id == organization;
    if own || caller.desk == Some(Desk::City) { Ok(()) } else { Err(Problem::not_found()) }
}

/// Shows an organization.
#[utoipa::path(get, path = "/api/organizations/{id}", tag = "apply-for-account", operation_id = "organization", params(("id" = i64, Path)),
    responses((status = 200, body = Organization), (status = 404, body = Problem)))]
pub(crate) async fn show(
    session: Session<AnyUser>,
    db: Db,
    Path(id): Path<OrganizationId>,
) -> Result<Json<Organization>, Problem> {
    may_see(session.caller(), id)?;
    let data = db.first(include_str!("../../sql/organization-detail.sql"), params![id]).await?;
    let managers = db.all(include_str!("../../sql/managers-now.sql"), params![id]).await?;
    Ok(Json(Organization { data: data.ok_or_else(Problem::not_found)?, managers }))
}
