//! R1: who may file a form of an organization.

use domain::ids::OrganizationId;
use http::StatusCode;
use web::{Problem, Visitor};

/// A signed-in person files only for the own organization, and only as its manager. Whoever is not signed in is asked
/// by the form who he is.
pub(crate) fn for_organization(visitor: &Visitor, organization: Option<i64>) -> Result<(), Problem> {
    let Some(session) = &visitor.0 else { return Ok(()) };
    let caller = session.caller();
    if caller.is_manager && organization.map(OrganizationId) == Some(caller.organization_id) {
        return Ok(());
    }
    Err(Problem::new(
        StatusCode::FORBIDDEN,
        "only_the_manager_applies",
        "団体の申請は、所属する団体のシステム管理担当者が行います。団体の担当者に依頼してください。",
    )
    .rule("R1"))
}
