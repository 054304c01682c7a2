//! Use case: mails between users and desks – written, answered, passed on, read, filed, searched, with files (R29).
//!
//! No mail leaves the system, and nobody outside can be addressed. A mail lies in the boxes of those who are in it; a
//! handler that shows one takes an `OpenBox`, and what does not lie there does not exist.

mod attached;
mod counts;
mod drafts;
mod folder;
mod mail;
mod mailed_forms;
mod open_box;
mod opened;
mod place;
mod recipients;
mod send;
mod thread;

use utoipa_axum::{router::OpenApiRouter, routes};

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
    OpenApiRouter::new().merge(reading()).merge(writing()).merge(submitted())
}

fn submitted() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(mailed_forms::detail::detail))
        .routes(routes!(mailed_forms::decide::decide))
        .routes(routes!(mailed_forms::withdraw::withdraw))
}

fn reading() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(folder::list, send::handler::send))
        .routes(routes!(counts::count))
        .routes(routes!(thread::show))
        .routes(routes!(opened::open))
        .routes(routes!(place::put))
        .routes(routes!(attached::read::read))
}

fn writing() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(recipients::list))
        .routes(routes!(drafts::list::list, drafts::begin::begin))
        .routes(routes!(drafts::change::change, drafts::throw_away::throw_away))
        .routes(routes!(attached::begin::begin))
        .routes(routes!(attached::fill::fill))
}
