//! The basic sheet of a registrant: read, written as versions, confirmed, compared.

pub(crate) mod confirm;
pub(crate) mod history;
pub(crate) mod read;
pub(crate) mod stored;
pub(crate) mod write;

use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of the basic sheet.
pub(crate) fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(read::read, write::write))
        .routes(routes!(confirm::confirm))
        .routes(routes!(history::list))
        .routes(routes!(history::version))
}
