//! Use case: first login, device certificates, login, logout, my account.

mod certificate;
mod challenge;
mod check_code;
mod code;
mod device;
mod first_login;
mod me;
mod my_devices;
mod password;
mod sign_in;
mod sign_out;

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
        .routes(routes!(check_code::check_code))
        .routes(routes!(first_login::first_login))
        .routes(routes!(challenge::challenge))
        .routes(routes!(sign_in::sign_in, sign_out::sign_out))
        .routes(routes!(me::me))
        .routes(routes!(my_devices::my_devices))
}
