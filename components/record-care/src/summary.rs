//! A registrant's record on one page: for a visit, or for those who take the person in.

pub(crate) mod content;
pub(crate) mod print;
pub(crate) mod read;

use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of the summary.
pub(crate) fn api() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(read::read)).routes(routes!(print::print))
}
