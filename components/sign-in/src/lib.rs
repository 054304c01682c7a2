//! Use case: first login, device certificates, login, logout, my account.

mod certificate;
mod challenge;
mod change_password;
mod check_code;
mod code;
mod device;
mod devices;
mod first_login;
mod lock;
mod me;
mod my_devices;
mod my_sessions;
mod password;
mod present;
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
        .routes(routes!(lock::lock))
        .routes(routes!(lock::unlock))
        .routes(routes!(my_devices::my_devices))
        .routes(routes!(my_sessions::my_sessions))
        .routes(routes!(my_sessions::end_session))
        .routes(routes!(change_password::change_password))
        .routes(routes!(devices::list_devices))
        .routes(routes!(devices::name_device))
        .routes(routes!(devices::revoke_device))
}
