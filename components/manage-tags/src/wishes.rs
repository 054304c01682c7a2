//! What users wish for: grouped by wording, answered by the city (R28).

pub(crate) mod answer;
pub(crate) mod groups;
pub(crate) mod mine;
pub(crate) mod wish;

use domain::ids::TagId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Millis;

/// A wording that was wished for.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Wish {
    /// The name of the group, to answer it: the wording without what spellings differ by.
    wording_key: String,
    /// As it was first written.
    wording: String,
    /// How many people wish for it.
    wishes: i64,
    first_at: Millis,
    last_at: Millis,
    /// What the city answered.
    #[schema(required = true)]
    answer: Option<String>,
    #[schema(required = true)]
    answered_at: Option<Millis>,
    /// The tag that came of it.
    #[schema(required = true)]
    tag_id: Option<TagId>,
}
