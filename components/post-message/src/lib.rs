//! Use case: messages of all rooms – written, read, confirmed, changed, searched, given out (R18, R20–R22, R27, R32).

mod authors;
mod change;
mod changes;
mod confirmation;
mod draft;
mod edit;
mod export;
mod files;
mod message;
mod page;
mod pin;
mod pinned;
mod post;
mod reactions;
mod readers;
mod reading;
mod screening;
mod search;
mod unread;
mod versions;
mod withdrawal;

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
    OpenApiRouter::new().merge(reading()).merge(writing()).merge(files_and_export()).merge(over_rooms())
}

/// What a room's page shows.
fn reading() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(page::list, post::handler::post))
        .routes(routes!(changes::poll))
        .routes(routes!(pinned::list))
        .routes(routes!(reading::read))
        .routes(routes!(readers::list))
        .routes(routes!(versions::list))
}

/// What is done with messages.
fn writing() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(draft::writing_box))
        .routes(routes!(draft::keep))
        .routes(routes!(screening::screen_text))
        .routes(routes!(edit::edit))
        .routes(routes!(withdrawal::withdraw))
        .routes(routes!(pin::pin, pin::unpin))
        .routes(routes!(reactions::react, reactions::take_back))
        .routes(routes!(confirmation::confirm, confirmation::take_back))
}

fn files_and_export() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(files::begin::begin))
        .routes(routes!(files::fill::fill))
        .routes(routes!(files::read::read))
        .routes(routes!(export::export))
}

/// Whatever rooms the caller is in.
fn over_rooms() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(unread::count)).routes(routes!(search::search)).routes(routes!(authors::list))
}
