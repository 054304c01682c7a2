//! What was measured of a registrant: entered, corrected, shown, drawn, given out; and the limits a doctor set.

mod batch;
mod columns;
mod correct;
mod export;
mod input;
pub(crate) mod latest;
mod limits;
mod list;
mod measurement;
mod pasted_text;
mod points;
mod record;
mod store;
mod versions;
mod withdraw;

use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes below `/api/rooms/{room}/records/vitals`.
pub(crate) fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list::list, record::record))
        .routes(routes!(latest::latest))
        .routes(routes!(points::points))
        .routes(routes!(limits::list))
        .routes(routes!(limits::set))
        .routes(routes!(pasted_text::read))
        .routes(routes!(batch::store))
        .routes(routes!(export::export))
        .routes(routes!(correct::correct))
        .routes(routes!(withdraw::withdraw))
        .routes(routes!(versions::list))
}
