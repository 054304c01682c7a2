//! `GET /api/manuals/{slug}`: one manual whole.

use crate::document::Section;
use crate::manuals::{Manual, in_the_app, manuals_for};
use serde::Serialize;
use utoipa::ToSchema;
use web::{AnyUser, Json, Path, Problem, Session};

/// One manual.
#[derive(Serialize, ToSchema)]
pub(crate) struct ManualText {
    slug: &'static str,
    title: String,
    /// What stands before the first section, as HTML without scripts, styles and pictures.
    introduction_html: String,
    sections: Vec<ManualSection>,
    /// The one before it of those the caller may read.
    #[schema(required = true)]
    previous: Option<ManualName>,
    /// The one after it.
    #[schema(required = true)]
    next: Option<ManualName>,
}

/// What a link to a manual needs.
#[derive(Serialize, ToSchema)]
pub(crate) struct ManualName {
    slug: &'static str,
    title: String,
}

/// What stands under one heading.
#[derive(Serialize, ToSchema)]
pub(crate) struct ManualSection {
    /// The name by which links find it.
    id: String,
    /// 2, or 3 for a part of the section before it.
    level: u8,
    heading: String,
    /// The text, as HTML without scripts, styles and pictures.
    html: String,
}

impl ManualName {
    fn of(manual: &Manual) -> Self {
        Self { slug: manual.slug, title: manual.document(in_the_app).title }
    }
}

/// Gives a manual that the caller may read; any other is a 404 (R31).
#[utoipa::path(get, path = "/api/manuals/{slug}", tag = "show-help", operation_id = "show_manual",
    params(("slug" = String, Path, description = "The manual's name in addresses")),
    responses((status = 200, body = ManualText), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn show(session: Session<AnyUser>, Path(slug): Path<String>) -> Result<Json<ManualText>, Problem> {
    let readable: Vec<&Manual> = manuals_for(session.caller()).collect();
    let at = readable.iter().position(|manual| manual.slug == slug).ok_or_else(Problem::not_found)?;
    let manual = readable.get(at).ok_or_else(Problem::not_found)?;
    let beside =
        |place: Option<usize>| place.and_then(|place| readable.get(place)).map(|manual| ManualName::of(manual));
    let document = manual.document(in_the_app);
    let section = |Section { id, level, heading, html, .. }| ManualSection { id, level, heading, html };
    Ok(Json(ManualText {
        slug: manual.slug,
        title: document.title,
        introduction_html: document.introduction,
        sections: document.sections.into_iter().map(section).collect(),
        previous: beside(at.checked_sub(1)),
        next: beside(at.checked_add(1)),
    }))
}
