//! Use case: a registrant's record leaves the system as a FHIR R4 Bundle, and comes into another (R18, R21). Whoever may
//! read a support room may take its record out, with a purpose that the room is told; its team takes over what another
//! region knew of the registrant, which is kept as it came and leaves with the room's own record.

mod carried_over;
mod export;
mod fhir;
mod takeover;

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
    OpenApiRouter::new().routes(routes!(export::export)).merge(takeover::api()).merge(carried_over::api())
}
