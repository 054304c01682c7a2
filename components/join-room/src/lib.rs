//! Use case: somebody joins or leaves a collaboration room. One form for both, whose first question is which; the city
//! decides (R25).

mod membership_applications;

use membership_applications::{desk, operations};
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
        .routes(routes!(operations::submit))
        .routes(routes!(operations::follow_up))
        .routes(routes!(operations::correct))
        .routes(routes!(operations::withdraw))
        .routes(routes!(desk::detail))
        .routes(routes!(desk::decide))
}
