//! Use case: help. The start-up manual and the FAQ are for everybody, the manuals for those who are signed in (R31).
//! What they say stands in `docs/manuals`, once.

mod document;
mod list;
mod manuals;
mod pages;
mod search;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::get;

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_service]
async fn serve(request: spin_sdk::http::Request) -> impl spin_sdk::http::IntoResponse {
    web::serve_pages(router, PROBLEM_PAGE, request).await
}

/// How this component shows a refusal to a browser.
pub const PROBLEM_PAGE: web::ProblemPage = public_pages::problem::problem;

/// The component's routes: the API, and the pages that work without JavaScript.
pub fn router() -> web::Router {
    let api: web::Router = api().into();
    api.route("/help", get(pages::entry))
        .route("/help/start-up", get(pages::start_up))
        .route("/help/faq", get(pages::faq))
}

/// The API's routes with their descriptions.
pub fn api() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(list::list)).routes(routes!(search::search)).routes(routes!(show::show))
}
