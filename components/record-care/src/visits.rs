//! Visits to a registrant: planned once or again and again, by members of the team and others; the calendar of a room
//! and that of a person over all rooms he or she may see (R18).

pub(crate) mod calendar;
pub(crate) mod changes;
pub(crate) mod day;
pub(crate) mod export;
pub(crate) mod following;
mod icalendar;
pub(crate) mod plan;
pub(crate) mod planned;
pub(crate) mod row;

use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of the visits.
pub(crate) fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(calendar::of_room, plan::plan))
        .routes(routes!(calendar::of_user))
        .routes(routes!(day::change))
        .routes(routes!(day::done))
        .routes(routes!(following::change))
        .routes(routes!(changes::list))
        .routes(routes!(export::of_room))
        .routes(routes!(export::of_user))
}
