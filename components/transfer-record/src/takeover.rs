//! A record of another system is taken over into a room, entry by entry as its Bundle has them, and shown to nobody before
//! all of it is here.

mod begin;
mod entries;
mod finish;
mod give_up;
mod list;
mod pieces;
mod progress;

pub(crate) use pieces::all_pieces;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Entries of a record: ten years of ten measurements a day, and all else.
const ENTRIES_MAX: i64 = 100_000;
/// Records of one room: more than anybody moves.
const TAKEOVERS_MAX: i64 = 10;

/// The routes of taking over.
pub(crate) fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list::list, begin::begin))
        .routes(routes!(entries::keep))
        .routes(routes!(pieces::keep))
        .routes(routes!(finish::finish))
        .routes(routes!(give_up::give_up))
}
