//! What was taken over into a room, to be read there; it cannot be changed.

mod content;
mod list;

use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of what was taken over.
pub(crate) fn api() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(list::list)).routes(routes!(content::read))
}
