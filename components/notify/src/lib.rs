//! Use case: being told of what happens: in the application, by e-mail, by push (R30). The worker takes what the changes
//! left in the outbox, decides whom it concerns, and sends it.

mod deliver;
mod failures;
mod fan_out;
mod forget;
mod list;
mod mute;
mod self_check;
mod settings;
mod subscriptions;
mod trial;
mod work;

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
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(list::see))
        .routes(routes!(settings::show, settings::change))
        .routes(routes!(mute::muted))
        .routes(routes!(mute::mute, mute::unmute))
        .routes(routes!(subscriptions::subscribe))
        .routes(routes!(subscriptions::unsubscribe))
        .routes(routes!(self_check::check))
        .routes(routes!(trial::send))
        .routes(routes!(failures::list))
        .routes(routes!(work::work))
}
