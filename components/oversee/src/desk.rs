//! Which desk a clerk works at, and who else does.

use domain::ids::UserId;
use domain::words::Desk;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyDesk, Problem, Session};

/// A clerk as others see one.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Clerk {
    pub(crate) user_id: UserId,
    pub(crate) name: String,
}

/// The desk of a clerk: a session of [`AnyDesk`] has one.
pub(crate) fn of(session: &Session<AnyDesk>) -> Result<Desk, Problem> {
    session.caller().desk.ok_or_else(Problem::forbidden)
}
