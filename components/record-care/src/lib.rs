//! Use case: the records of a registrant – what was measured, who visits when, the basic sheet, documents, and the most
//! important of it on one page (R18, R21, R32).
//!
//! Records belong to a support room. A handler takes a [`Chart`](chart::Chart): proof that the caller may reach that room,
//! with the view on record before anything is shown; a collaboration room has no records, and 404.

mod basic_sheet;
mod chart;
mod documents;
mod if_match;
mod summary;
mod visits;
mod vitals;
mod written_by;

use utoipa_axum::router::OpenApiRouter;

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_service]
async fn serve(request: spin_sdk::http::Request) -> impl spin_sdk::http::IntoResponse {
    web::serve(router, request).await
}

/// The component's routes.
pub fn router() -> web::Router {
    api().into()
}

/// The routes with their descriptions.
pub fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .merge(basic_sheet::api())
        .merge(documents::api())
        .merge(summary::api())
        .merge(visits::api())
        .merge(vitals::api())
}
