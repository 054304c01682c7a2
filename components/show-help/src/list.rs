//! `GET /api/manuals`: which manuals the caller may read, with their headings.

use crate::document::Section;
use crate::manuals::{Manual, in_the_app, manuals_for};
use serde::Serialize;
use utoipa::ToSchema;
use web::{AnyUser, Json, Problem, Session};

/// The manuals for the caller, in their order; never more than eight.
#[derive(Serialize, ToSchema)]
pub(crate) struct ManualList {
    items: Vec<ManualOutline>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One manual without its text.
#[derive(Serialize, ToSchema)]
pub(crate) struct ManualOutline {
    /// Its name in addresses.
    slug: &'static str,
    title: String,
    headings: Vec<ManualHeading>,
}

/// One heading.
#[derive(Serialize, ToSchema)]
pub(crate) struct ManualHeading {
    /// The name by which links find the section: `/manuals/{slug}#{id}`.
    id: String,
    /// 2, or 3 for a part of the section before it.
    level: u8,
    heading: String,
}

impl ManualOutline {
    fn of(manual: &Manual) -> Self {
        let document = manual.document(in_the_app);
        let heading = |Section { id, level, heading, .. }| ManualHeading { id, level, heading };
        Self {
            slug: manual.slug,
            title: document.title,
            headings: document.sections.into_iter().map(heading).collect(),
        }
    }
}

/// Lists the manuals that the caller may read: those of the desks are for their clerks alone (R31).
#[utoipa::path(get, path = "/api/manuals", tag = "show-help", operation_id = "list_manuals",
    responses((status = 200, body = ManualList), (status = 401, body = Problem)))]
pub(crate) async fn list(session: Session<AnyUser>) -> Json<ManualList> {
    Json(ManualList { items: manuals_for(session.caller()).map(ManualOutline::of).collect(), next: None })
}
