//! Who wrote something, as the person was then: nobody moves between organizations (R9).

use domain::ids::UserId;
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Millis;

/// Who, working as what, for whom, when.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct WrittenBy {
    pub(crate) user_id: UserId,
    pub(crate) name: String,
    pub(crate) profession: Profession,
    pub(crate) organization_name: String,
    pub(crate) at: Millis,
}

/// The columns in which every table of records keeps it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct AuthorColumns {
    author_user_id: UserId,
    author_name: String,
    author_profession: Profession,
    author_organization_name: String,
    at: Millis,
}

impl From<AuthorColumns> for WrittenBy {
    fn from(columns: AuthorColumns) -> Self {
        Self {
            user_id: columns.author_user_id,
            name: columns.author_name,
            profession: columns.author_profession,
            organization_name: columns.author_organization_name,
            at: columns.at,
        }
    }
}
